"""The reports `programme` and `timetable`, on small programmes that show one rule each."""

from datetime import date

import pytest

from muniprog.backends.text import TextBackend
from muniprog.document import BulletList, Document, Heading, InLanguage, Mark, Note, Paragraph, Span, Table, plain
from muniprog.interfaces import Report, ReportOptions
from muniprog.messages import message
from muniprog.model import (
    Action,
    Adoption,
    Goal,
    Indicator,
    Measure,
    Municipality,
    Overview,
    Owner,
    Position,
    Programme,
    Responsibility,
    Role,
    Section,
    SourceDocument,
    Step,
    Theme,
    Visibility,
)
from muniprog.reports.placing import Timing, Undated
from muniprog.reports.programme import ProgrammeReport
from muniprog.reports.timetable import TimetableReport
from muniprog.reports.voice import Voice
from muniprog.text import Text
from muniprog.timeframe import Period, Timeframe


def sv(words: str, fi: str = "") -> Text:
    return Text.of({"sv": words, "fi": fi})


def when(raw: str) -> Timeframe:
    return Timeframe.parse(raw, language="sv")


def action(identifier: str, raw: str = "", **fields: object) -> Action:
    return Action(id=identifier, title=sv(f"Åtgärd {identifier}"), timeframe=when(raw), **fields)  # type: ignore[arg-type]


def indicator(identifier: str) -> Indicator:
    return Indicator(id=identifier, title=sv(f"Mätare {identifier}"), measure=Measure.COUNT)


def goal(identifier: str, *actions: Action, **fields: object) -> Goal:
    return Goal(id=identifier, title=sv(f"Mål {identifier}"), actions=actions, **fields)  # type: ignore[arg-type]


def programme(*themes: Theme, **fields: object) -> Programme:
    whole: dict[str, object] = {
        "id": "p1",
        "title": sv("Program", "Ohjelma"),
        "period": Period.parse("2019–2020", whole_years=True),
        "languages": ("sv", "fi"),
        "owners": (Owner(id="BILDN", name=sv("Bildningen", "Sivistys")), Owner(id="IT", name=sv("IT"))),
    }
    return Programme(themes=themes, **(whole | fields))  # type: ignore[arg-type]


def theme(*goals: Goal, **fields: object) -> Theme:
    return Theme(id="t1", title=sv("Boende", "Asuminen"), goals=goals, **fields)  # type: ignore[arg-type]


def report(whole: Programme, *languages: str, internal: bool = False, notes: bool = False) -> Document:
    return ProgrammeReport().build(whole, ReportOptions(languages=languages or ("sv",), internal=internal, notes=notes))


def timetable(whole: Programme, *languages: str) -> Document:
    return TimetableReport().build(whole, ReportOptions(languages=languages or ("sv",)))


def rows(document: Document) -> list[list[str]]:
    """Return the cells of the document's first table as text, without the blanks under spanning cells."""
    table = next(block for block in document.walk() if isinstance(block, Table))
    return [["\n".join(map(plain, each.content)) for each in row.cells] for row in table.rows]


def headings(document: Document) -> list[tuple[int, str]]:
    return [(heading.level, plain(heading.content)) for heading in document.headings()]


def paragraphs(document: Document) -> list[str]:
    return [plain(block.content) for block in document.walk() if isinstance(block, (Paragraph, Note))]


# --- The five columns -------------------------------------------------------------------------------


def test_what_an_action_says_stands_beside_it_and_what_the_goal_says_beside_all() -> None:
    whole = programme(
        theme(
            goal(
                "g1",
                action("a1", "2019"),
                action("a2", "2020"),
                owners=(Responsibility(owner="BILDN"), Responsibility(owner="IT")),
                indicators=(indicator("i1"), indicator("i2")),
            )
        )
    )
    assert rows(report(whole)) == [
        ["Mål g1", "Åtgärd a1", "2019", "Bildningen\nIT", "Mätare i1\nMätare i2"],
        ["Åtgärd a2", "2020"],
    ]


def test_actions_that_share_a_timetable_share_its_cell_and_those_with_their_own_owners_do_not() -> None:
    whole = programme(
        theme(
            goal(
                "g1",
                action("a1", "2019", owners=(Responsibility(owner="IT"),)),
                action("a2", "2019"),
                owners=(Responsibility(owner="BILDN"),),
                indicators=(indicator("i1"),),
            )
        )
    )
    assert rows(report(whole)) == [
        ["Mål g1", "Åtgärd a1", "2019", "IT", "Mätare i1"],
        ["Åtgärd a2", "Bildningen"],
    ]


def test_indicators_of_actions_stand_beside_them_and_the_goals_own_below() -> None:
    whole = programme(
        theme(
            goal("g1", action("a1", indicators=(indicator("i1"),)), action("a2"), indicators=(indicator("i2"),)),
            goal("g2", action("a3", indicators=(indicator("i3"),))),
        )
    )
    assert rows(report(whole)) == [
        ["Mål g1", "Åtgärd a1", "", "", "Mätare i1"],
        ["Åtgärd a2", ""],
        ["", "Mätare i2"],
        ["Mål g2", "Åtgärd a3", "", "", "Mätare i3"],
    ]


def test_m17_a_goal_without_indicators_or_actions_is_there_and_says_so() -> None:
    assert rows(report(programme(theme(goal("g1"))), "en")) == [
        ["Mål g1", "no action defined", "", "", "no indicator defined"]
    ]


def test_m11_an_unknown_owner_is_named_and_marked() -> None:
    whole = programme(theme(goal("g1", owners=(Responsibility(owner="BILD"), Responsibility(owner="g1")))))
    document = report(whole, "en")
    assert rows(document)[0][3] == "unknown owner: BILD\nunknown owner: g1"
    table = next(block for block in document.walk() if isinstance(block, Table))
    assert table.rows[0].cells[3].content[0][0].mark is Mark.MISSING


def test_owners_that_do_not_lead_say_what_they_are() -> None:
    owners = (
        Responsibility(owner="BILDN"),
        Responsibility(owner="IT", role=Role.PARTNER, note=sv("till 2020")),
        Responsibility(owner="IT", note=sv("från 2021")),
    )
    assert rows(report(programme(theme(goal("g1", owners=owners))), "en"))[0][3] == (
        "Bildningen\nIT (partner, till 2020)\nIT (från 2021)"
    )


def test_descriptions_and_steps_stand_under_their_titles() -> None:
    steps = (Step(title=sv("Plan"), timeframe=when("2019")), Step(title=sv("Bygge")))
    whole = programme(theme(goal("g1", action("a1", steps=steps, description=sv("Så här")), description=sv("Varför"))))
    assert rows(report(whole))[0][:2] == ["Mål g1\nVarför", "Åtgärd a1\nSå här\nPlan, 2019\nBygge"]


def test_internal_actions_are_printed_only_where_they_are_asked_for() -> None:
    hidden = action("a2", visibility=Visibility.INTERNAL, indicators=(indicator("i2"),), note=sv("Hemlig"))
    whole = programme(theme(goal("g1", action("a1"), hidden)))
    public, internal = report(whole, notes=True), report(whole, internal=True, notes=True)
    assert [row[-1] for row in rows(internal)] == ["", "Mätare i2"]
    assert "a2" not in str(public.blocks)
    assert "i2" not in str(public.blocks)
    assert "Hemlig" not in str(public.blocks)
    assert "Hemlig" in str(internal.blocks)


def test_actions_without_a_goal_are_printed() -> None:
    loose = action("a1", "2019", indicators=(indicator("i1"),))
    only = report(programme(theme(actions=(loose, action("a2")))))
    assert rows(only) == [["Åtgärd a1", "2019", "", "Mätare i1"], ["Åtgärd a2", "", "", ""]]
    beside = report(programme(theme(goal("g1"), actions=(loose,))))
    assert rows(beside)[1] == ["", "Åtgärd a1", "2019", "", "Mätare i1"]


# --- The rest of the programme ----------------------------------------------------------------------


def test_themes_are_headings_to_any_depth_and_an_empty_theme_has_no_table() -> None:
    deepest = Theme(id="t3", title=sv("Ungas boende"), goals=(goal("g1"),))
    below = Theme(id="t2", title=sv("Stöd"), themes=(deepest,), description=sv("Ett.\n\nTvå."))
    document = report(programme(theme(themes=(below,))))
    assert headings(document) == [(1, "Boende"), (2, "Stöd"), (3, "Ungas boende")]
    assert [heading.anchor for heading in document.headings()] == ["t1", "t2", "t3"]
    assert sum(isinstance(block, Table) for block in document.walk()) == 1
    assert paragraphs(document) == ["Ett.", "Två."]


def test_front_and_back_contact_and_source_surround_the_themes() -> None:
    whole = programme(
        theme(goal("g1")),
        summary=sv("Kort."),
        sections=(
            Section(id="s1", title=sv("Förord"), text=sv("Hej."), signed=sv("Ordföranden")),
            Section(id="s2", title=sv("Bilaga"), place=Position.BACK),
        ),
        contact=sv("Rådgivningen\nStadshuset"),
        source=SourceDocument(
            title=sv("Dokumentet"),
            publisher=sv("Staden"),
            address="https://example.org/program",
            licence="CC BY 4.0",
            note=sv("Översättningen är gjord för exemplet."),
        ),
    )
    document = report(whole, "en")
    assert [title for _, title in headings(document)] == ["Förord", "Boende", "Bilaga", "Contact", "Source"]
    assert paragraphs(document) == [
        "Kort.",
        "Hej.",
        "Ordföranden",
        "Rådgivningen\nStadshuset",
        "Dokumentet, Staden, https://example.org/program",
        "Licence: CC BY 4.0",
        "Översättningen är gjord för exemplet.",
    ]
    assert "link='https://example.org/program'" in str(document.blocks)


def test_an_address_without_a_scheme_is_no_link_and_a_source_may_say_nothing() -> None:
    document = report(programme(source=SourceDocument(address="vaasa.fi/sv")))
    assert paragraphs(document) == ["vaasa.fi/sv"]
    assert "link='" not in str(document.blocks)
    assert paragraphs(report(programme(source=SourceDocument()))) == []


def test_the_title_page_says_whose_programme_it_is_and_who_adopted_it() -> None:
    whole = programme(
        subtitle=sv("För alla"),
        municipality=Municipality(name=sv("Vasa", "Vaasa")),
        adopted=Adoption(on=date(2019, 2, 1), by=sv("Stadsfullmäktige"), decision="§ 12"),
    )
    document = report(whole, "en")
    assert plain(document.subtitle) == "För alla"
    assert [(plain(name), plain(value)) for name, value in document.metadata] == [
        ("Municipality", "Vasa"),
        ("Period", "2019–2020"),
        ("Adopted", f"Stadsfullmäktige, {message('{day}', day=date(2019, 2, 1)).spoken('en')}, § 12"),
    ]
    assert plain(report(programme(adopted=Adoption(decision="§ 12"))).metadata[-1][1]) == "§ 12"


@pytest.mark.parametrize("built", [ProgrammeReport(), TimetableReport()], ids=["programme", "timetable"])
def test_the_notice_of_the_programme_is_handed_to_every_page(built: Report) -> None:
    whole = programme(notice=sv("Exempeldata", "Esimerkkitietoa"))
    document = built.build(whole, ReportOptions(languages=("sv", "fi")))
    assert plain(document.notice) == "Exempeldata / Esimerkkitietoa"
    assert built.build(programme(), ReportOptions(languages=("sv",))).notice == ()


def test_indicators_above_the_goals_are_listed() -> None:
    whole = programme(theme(indicators=(indicator("i1"),)), programme_indicators=(indicator("i2"),))
    lists = [block for block in report(whole).walk() if isinstance(block, BulletList)]
    assert [list_.items for list_ in lists] == [((Paragraph("Mätare i1"),),), ((Paragraph("Mätare i2"),),)]


def test_notes_of_those_who_keep_it_are_printed_only_where_they_are_asked_for() -> None:
    whole = programme(theme(goal("g1", note=sv("Oklart.")), note=sv("Hela.")), note=sv("Allt."))
    assert paragraphs(report(whole)) == []
    assert paragraphs(report(whole, notes=True)) == ["Boende: Hela.", "Mål g1: Oklart.", "Allt."]


def test_r04_an_item_is_anchored_once_though_sections_and_items_share_a_name() -> None:
    whole = programme(theme(goal("section-t1")), sections=(Section(id="t1", title=sv("Förord")),))
    assert [heading.anchor for heading in report(whole).headings()] == ["section-t1", "t1"]


# --- Languages --------------------------------------------------------------------------------------


def test_a_missing_translation_is_printed_in_the_language_of_record_and_tagged() -> None:
    document = report(programme(theme(goal("g1"))), "fi")
    assert document.title == (Span("Ohjelma"),)
    table = next(block for block in document.walk() if isinstance(block, Table))
    assert table.rows[0].cells[0].content == ((Span("Mål g1", language="sv"),),)


def test_languages_stand_side_by_side_and_what_is_alike_is_said_once() -> None:
    whole = programme(theme(goal("g1", owners=(Responsibility(owner="BILDN"), Responsibility(owner="IT")))))
    document = report(whole, "sv", "fi")
    assert document.language == "sv"
    assert [(span.text, span.language) for span in document.title] == [
        ("Program", None),
        (" / ", None),
        ("Ohjelma", "fi"),
    ]
    assert rows(document)[0][3] == "Bildningen / Sivistys\nIT"


def test_running_text_follows_language_by_language() -> None:
    text = sv("Ett.\n\nTvå.", "Yksi.")
    assert Voice(("sv", "fi"), "sv").paragraphs(text) == [
        Paragraph(Span("Ett.", readers=("sv",))),
        Paragraph(Span("Två.", readers=("sv",))),
        InLanguage("fi", [Paragraph(Span("Yksi.", readers=("fi",)))]),
    ]
    assert Voice(("sv",), "sv").paragraphs(None) == []


def test_each_wording_knows_the_readers_that_it_is_for() -> None:
    voice = Voice(("sv", "fi", "en"), "sv")
    translated = voice.name(Text.of({"sv": "Boende", "fi": "Asuminen"}))
    assert [(span.text, span.readers) for span in translated] == [
        ("Boende", ("sv", "en")),
        (" / ", ()),
        ("Asuminen", ("fi",)),
    ]
    assert [span.readers for span in voice.name(Text.of({"sv": "Boende"}))] == [("sv", "fi", "en")]
    assert [span.readers for span in voice.name(Text.of({"sv": "2021", "fi": "2021", "en": "2021"}))] == [None]
    assert [span.readers for span in voice.name(Text.of({"sv": "Åk 2", "fi": "2"}))] == [("sv", "en"), (), ("fi",)]


def test_in_one_language_everything_is_for_everybody() -> None:
    voice = Voice(("sv",), "sv")
    assert (voice.side_by_side, voice.name(sv("Boende"))[0].readers) == ((), None)
    assert Voice(("sv", "fi"), "sv").side_by_side == ("sv", "fi")


def test_a_country_makes_no_other_language() -> None:
    assert Voice(("sv-FI",), "sv").text(sv("Mål")) == (Span("Mål"),)


def test_muniprogs_own_words_are_english_where_it_does_not_speak_the_language() -> None:
    goal_word = message("Goal")
    assert Voice(("de",), "sv").say(goal_word) == (Span("Goal", language="en"),)
    assert Voice(("sv",), "sv").say(goal_word)[0].language is None


@pytest.mark.parametrize(
    ("raw", "languages", "expected"),
    [
        ("2019", ("fi",), [("2019", None)]),
        ("2019", ("sv", "fi"), [("2019", None)]),
        ("Kontinuerlig", ("sv",), [("Kontinuerlig", None)]),
        ("Kontinuerlig", ("fi",), [("Jatkuva", None)]),
        ("Kontinuerlig", ("sv", "fi"), [("Kontinuerlig", None), (" / ", None), ("Jatkuva", "fi")]),
        ("Kontinuerlig", ("de",), [("Continuous", "en")]),
        ("hösten 2021", ("en",), [("autumn 2021", None)]),
        ("", ("sv",), []),
        ("", ("fi",), []),
    ],
)
def test_times_are_said_in_each_language(
    raw: str, languages: tuple[str, ...], expected: list[tuple[str, str | None]]
) -> None:
    spans = Voice(languages, "sv").time(when(raw))
    assert [(span.text, span.language) for span in spans] == expected


def test_a_time_that_only_the_record_has_words_for_is_tagged() -> None:
    spans = Voice(("fi",), "sv").time(Timeframe.of("När skolan är klar"))
    assert spans == (Span("När skolan är klar", language="sv"),)


# --- The timetable ----------------------------------------------------------------------------------


def overview(raw: str, title: str = "") -> Overview:
    return Overview(timeframe=when(raw), title=sv(title) if title else None)


@pytest.mark.parametrize(
    ("placed", "expected"),
    [
        (goal("g1", action("a1", "2020"), overview=overview("Kontinuerlig")), Undated.CONTINUOUS),
        (goal("g1", action("a1", "Kontinuerlig"), overview=overview("2019")), 2019),
        (goal("g1", action("a1", "2020"), action("a2", "2019"), action("a3", "Kontinuerlig")), 2019),
        (goal("g1", action("a1", "Kontinuerlig"), action("a2")), Undated.CONTINUOUS),
        (goal("g1", action("a1", "2020", visibility=Visibility.INTERNAL), timeframe=when("2019")), 2019),
        (goal("g1", timeframe=when("2020")), 2020),
        (goal("g1"), Undated.NO_TIME),
    ],
    ids=["overview decides", "its year", "first dated", "continuous", "public only", "goal's own", "no time"],
)
def test_each_goal_has_one_place(placed: Goal, expected: int | Undated) -> None:
    assert Timing(programme(theme(placed))).place(placed) == expected


def test_goals_stand_by_year_then_continuous_then_the_rest_each_once() -> None:
    whole = programme(
        theme(
            goal("g1", overview=overview("Kontinuerlig", "Annat namn")),
            goal("g2", action("a2", "2020")),
            goal("g3"),
            goal("g4", action("a4", "2022")),
        )
    )
    text = TextBackend().render(timetable(whole, "en")).decode()
    lines = [line for line in text.splitlines() if line and not set(line) <= set("─═")]
    start = lines.index("2019")
    assert lines[start : lines.index("Goals and the years of their actions")] == [
        "2019",
        "no goal in this year",
        "2020",
        "• [sv] Mål g2",
        "2022",
        "• [sv] Mål g4",
        "Continuous activity",
        "• [sv] Annat namn",
        "No time given",
        "• [sv] Mål g3",
    ]


def test_the_grid_tells_planned_years_from_what_goes_on_in_signs_and_in_words() -> None:
    whole = programme(
        theme(
            goal("g1", action("a1", "2020"), action("a2", "Kontinuerlig")),
            goal("g2", action("a3", "2019")),
            goal("g3", action("a4", "Kontinuerlig från 2020")),
        )
    )
    document = timetable(whole, "sv")
    assert rows(document) == [["Mål g1", "→", "●"], ["Mål g2", "●", ""], ["Mål g3", "", "→"]]
    table = next(block for block in document.walk() if isinstance(block, Table))
    assert [each.content[0][0].meaning for each in table.rows[0].cells[1:]] == [
        message("continuous").spoken("sv"),
        message("planned for this year").spoken("sv"),
    ]
    assert message("planned for this year").spoken("sv") in paragraphs(document)[-1]


def test_goals_in_the_list_lead_to_their_row_in_the_grid() -> None:
    document = timetable(programme(theme(goal("g1", timeframe=when("2019")))))
    entry = next(block for block in document.walk() if isinstance(block, BulletList)).items[0][0]
    assert entry == Paragraph(Span("Mål g1", link="#g1"))


def test_a_programme_without_goals_has_a_timetable_of_years_only() -> None:
    document = timetable(programme())
    assert headings(document) == [(1, "2019"), (1, "2020")]


def test_reports_begin_with_a_heading_of_the_first_level() -> None:
    for document in (report(programme(theme(goal("g1")))), timetable(programme(theme(goal("g1"))))):
        assert next(block for block in document.walk() if isinstance(block, Heading)).level == 1
