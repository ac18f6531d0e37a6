"""Pictures in reports: one for each language, told once, and not too many."""

import attrs

import muniprog
from muniprog.document import Document, Figure, InLanguage, Look, Note, plain
from muniprog.reports.evaluation import EvaluationReport
from muniprog.reports.followup import FollowUpReport
from muniprog.reports.indicators import IndicatorsReport
from muniprog.reports.programme import ProgrammeReport
from muniprog.reports.timetable import TimetableReport
from tests.builders import action, goal, indicator, observation, programme, round_of, theme
from tests.reported import built, three_rounds


def figures(document: Document) -> list[Figure]:
    return [block for block in document.walk() if isinstance(block, Figure)]


def notes(document: Document) -> list[str]:
    return [plain(block.content) for block in document.walk() if isinstance(block, Note)]


def anchors(document: Document) -> list[str]:
    return [figure.anchor for figure in figures(document)]


def test_each_language_has_a_picture_of_its_own() -> None:
    document = built(TimetableReport(), muniprog.load("vasa_2019_2022"), "sv", "fi")
    swedish, finnish = figures(document)[:2]
    assert (swedish.anchor, finnish.anchor) == (
        "figure-timetable-sysselsattning",
        "figure-timetable-sysselsattning-fi",
    )
    assert plain(finnish.caption).startswith("Aikataulu: ")
    assert {span.readers for figure in (swedish, finnish) for span in figure.caption} == {("sv",), ("fi",)}
    inside = [block for block in document.blocks if isinstance(block, InLanguage)]
    assert finnish in [each for block in inside if block.language == "fi" for each in block.blocks]


def test_a_language_that_muniprog_does_not_speak_is_tagged_as_what_it_is() -> None:
    document = built(TimetableReport(), programme(theme("t", action("a", "2019"))), "de")
    (inside,) = [block for block in document.blocks if isinstance(block, InLanguage)]
    assert inside.language == "en"


def test_the_map_of_goals_stands_before_the_first_theme_and_is_told_by_the_chapters() -> None:
    whole = programme(theme("t", goal("a")), theme("u", goal("b")))
    (drawn,) = figures(built(ProgrammeReport(), whole, "sv"))
    assert (drawn.anchor, drawn.told_at) == ("figure-goals", "t")
    assert figures(built(ProgrammeReport(), programme(theme("t", goal("a"))), "sv")) == []


def test_a_programme_with_too_many_goals_says_that_it_has_no_map_of_them() -> None:
    many = tuple(goal(f"g{number}") for number in range(150))
    document = built(ProgrammeReport(), programme(theme("t", *many), theme("u", goal("b"))), "sv", "fi")
    assert figures(document) == []
    assert notes(document) == [
        "Här finns ingen målkarta, eftersom 151 mål är fler än de 150 som en rapport ritar. "
        "Kapitlen nedan berättar samma sak tema för tema.\n"
        "Tässä ei ole tavoitekarttaa, koska tavoitteita on 151 ja raportti piirtää niitä enintään 150. "
        "Alla olevat luvut kertovat saman teema teemalta."
    ]
    assert notes(built(ProgrammeReport(), programme(theme("t", *many), theme("u")), "sv")) == []


def test_statuses_are_drawn_once_and_told_by_their_table() -> None:
    document = built(FollowUpReport(), three_rounds(), "sv")
    (drawn,) = [figure for figure in figures(document) if figure.anchor == "figure-statuses"]
    assert drawn.told_at == "statuses-by-theme"
    assert {"figure-rounds", "figure-statuses"} <= set(anchors(built(EvaluationReport(), three_rounds(), "sv")))


def test_what_has_no_actions_has_no_bars() -> None:
    empty = attrs.evolve(programme(theme("t", goal("g"))), follow_ups=(round_of("2020"),))
    for report in (FollowUpReport(), EvaluationReport()):
        assert anchors(built(report, empty, "sv")) == []


def test_indicators_with_two_numbers_are_drawn_while_they_are_not_too_many() -> None:
    seen = (observation("2019", 1), observation("2020", 2))
    few = tuple(indicator(f"k{number}", observations=seen[: number + 1]) for number in range(2))
    document = built(IndicatorsReport(), programme(programme_indicators=few), "sv", as_of="2020-12-31")
    assert [(figure.anchor, figure.told_at) for figure in figures(document)] == [("figure-series-k1", "values-k1")]
    many = tuple(indicator(f"k{number}", observations=seen) for number in range(301))
    document = built(IndicatorsReport(), programme(programme_indicators=many), "sv", as_of="2020-12-31")
    assert figures(document) == []
    assert notes(document) == [
        "Här finns inga bilder av mätarna, eftersom 301 mätare är fler än de 300 som en rapport ritar. "
        "Alla värden står i tabellerna."
    ]
    undrawn = tuple(indicator(f"k{number}") for number in range(301))
    assert notes(built(IndicatorsReport(), programme(programme_indicators=undrawn), "sv", as_of="2020-12-31")) == []


def test_a_few_indicators_of_many_stand_for_the_whole_and_are_drawn() -> None:
    seen = (observation("2019", 1), observation("2020", 2))
    many = tuple(indicator(f"k{number}", observations=seen) for number in range(301))
    whole = programme(programme_indicators=many, follow_ups=(round_of("2020"),), headline=("k0",))
    assert anchors(built(FollowUpReport(), whole, "sv")) == ["figure-series-k0"]


def test_numbers_that_nobody_could_read_have_rows_and_a_note_in_place_of_a_picture() -> None:
    seen = (observation("2019", 10**30), observation("2020", 2))
    whole = programme(programme_indicators=(indicator("k", observations=seen),))
    document = built(IndicatorsReport(), whole, "sv", "fi", as_of="2020-12-31")
    assert figures(document) == []
    assert notes(document) == [
        "Det finns ingen bild av de här värdena, eftersom tal med fler än 15 siffror inte går att läsa vid en axel.\n"
        "Näistä arvoista ei ole kuvaa, koska yli 15 numeron lukuja ei voi lukea asteikolta."
    ]


def test_headline_indicators_of_a_round_are_drawn() -> None:
    whole = muniprog.load("vasa_2019_2022_sample")
    assert f"figure-series-{whole.headline[0]}" in anchors(built(FollowUpReport(), whole, "sv"))


def test_a_day_that_is_asked_for_is_marked_in_the_timetable_with_what_was_known_then() -> None:
    plain_one = programme(theme("t", action("a", "2019")))
    followed = attrs.evolve(plain_one, follow_ups=(round_of("2020"),))
    (marked,) = figures(built(TimetableReport(), plain_one, "en", as_of="2020-12-31"))
    assert marked.alternative.endswith("A line marks 31 December 2020.")
    (judged,) = figures(built(TimetableReport(), followed, "en", as_of="2020-12-31"))
    assert judged.alternative.endswith("Late: a.")


def test_pictures_have_the_colours_of_the_municipality() -> None:
    look = Look(accent="#123456")
    document = built(TimetableReport(), programme(theme("t", action("a", "2019"))), "sv", look=look)
    assert "#123456" in figures(document)[0].svg
