from decimal import Decimal

from muniprog.model import (
    Adoption,
    BudgetLine,
    Classification,
    Code,
    Field,
    FieldKind,
    Link,
    Municipality,
    Overview,
    Programme,
    Section,
    SourceDocument,
)
from muniprog.text import Text
from tests.builders import action, found_by, goal, indicator, owner, programme, step, text, theme, when

SV = text("på svenska")
BOTH = {"sv": "Mål", "fi": "Tavoite"}
LANGUAGES = ("sv", "fi")


def two_languages(*themes: object, **more: object) -> Programme:
    more.setdefault("title", BOTH)
    return programme(*themes, languages=LANGUAGES, **more)  # type: ignore[arg-type]


def test_one_finding_names_all_that_an_item_lacks() -> None:
    plan = two_languages(
        theme(
            "t",
            goal(
                "g",
                action(
                    "a",
                    title=BOTH,
                    steps=(step("steg"),),
                    links=(Link(url="https://example.org", title=SV), Link(url="https://example.org")),
                    budget=(BudgetLine(year=2020, planned=Decimal(5), funder=SV),),
                ),
                title={"sv": "Mål", "fi": ""},
                description=SV,
                note=SV,
                overview=Overview(timeframe=when("2020"), title=SV),
                indicators=(indicator("i", title=BOTH, unit="personer", source=SV),),
            ),
            goal("done", title=BOTH, overview=Overview(timeframe=when("2020"))),
            title=BOTH,
        )
    )
    assert {finding.item: str(finding.message).split(": ")[1] for finding in found_by("L101", plan)} == {
        "g": "title (fi); description (fi); overview.title (fi).",
        "a": "steps[0].title (fi); links[0].title (fi); budget[0].funder (fi).",
        "i": "unit (fi); source (fi).",
    }


def test_the_programme_s_own_texts_are_one_finding() -> None:
    code = Code(id="1", title=SV)
    plan = two_languages(
        title="Program",
        subtitle=SV,
        municipality=Municipality(name=SV),
        adopted=Adoption(by=SV),
        source=SourceDocument(title=SV, publisher=SV),
        summary=SV,
        contact=SV,
        sections=(Section(id="s", title=SV, text=SV, signed=SV),),
        statuses={"done": SV},
        classifications=(Classification(id="c", title=SV, codes=(code,)),),
        fields=(Field(id="f", title=SV, kind=FieldKind.CHOICE, unit=SV, choices=(code,)),),
    )
    (finding,) = found_by("L101", plan)
    assert str(finding.message).split(": ")[1].removesuffix(".").split("; ") == [
        f"{key} (fi)"
        for key in (
            "title",
            "subtitle",
            "municipality.name",
            "adopted.by",
            "source.title",
            "source.publisher",
            "summary",
            "contact",
            "sections[0].title",
            "sections[0].text",
            "sections[0].signed",
            "statuses.done",
            "classifications[0].title",
            "classifications[0].codes[0].title",
            "fields[0].title",
            "fields[0].unit",
            "fields[0].choices[0].title",
        )
    ]


def test_signs_and_numbers_need_no_translation() -> None:
    plan = two_languages(
        theme("t", title={"sv": "2019–2022"}), programme_indicators=(indicator("i", title=BOTH, unit="%"),)
    )
    assert found_by("L101", plan) == ()


def test_the_language_of_record_can_be_the_missing_one() -> None:
    (finding,) = found_by("L101", two_languages(theme("t", title={"fi": "Teema"})))
    assert "title (sv)" in str(finding)


def test_a_text_that_is_not_there_at_all_is_not_untranslated() -> None:
    assert found_by("L101", two_languages(theme("t", title={"sv": "", "fi": None}))) == ()


def test_the_name_of_an_owner_in_one_language_is_a_note() -> None:
    plan = two_languages(owners=(owner("a", "Pikipruukki"), owner("b", {"sv": "VNF", "fi": "VNF"})))
    (finding,) = found_by("L103", plan)
    assert str(finding.message) == "The name “Pikipruukki” is not there in fi."
    assert finding.path == ("owners", 0, "name")


def test_a_translation_of_an_earlier_wording_is_out_of_date() -> None:
    stale = Text((("sv", "Ny"), ("fi", "Vanha")), (("fi", "Gammal"),))
    fresh = Text((("sv", "Ny"), ("fi", "Uusi")), (("fi", "Ny"),))
    plan = two_languages(theme("t", title=dict(BOTH)), title=BOTH, subtitle=stale, owners=(owner("o"), owner("p")))
    changed = programme(
        theme("t", description=stale),
        theme("u", description=fresh),
        subtitle=stale,
        languages=LANGUAGES,
        owners=plan.owners,
    )
    assert [(finding.item, finding.path) for finding in found_by("L102", changed)] == [
        ("", ("subtitle", "fi")),
        ("t", ("themes", 0, "description", "fi")),
    ]


def test_the_name_of_an_owner_can_be_out_of_date_too() -> None:
    import attrs

    renamed = attrs.evolve(owner("o"), name=Text((("sv", "Ny"), ("fi", "Vanha")), (("fi", "Gammal"),)))
    (finding,) = found_by("L102", two_languages(owners=(renamed,)))
    assert finding.path == ("owners", 0, "name", "fi")
