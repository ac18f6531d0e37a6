"""The first file of a programme, and what a copy of another programme keeps."""

from datetime import date
from decimal import Decimal

import attrs
import pytest

from muniprog.checks import run_checks
from muniprog.conversion import structure
from muniprog.model import Adoption, FollowUp, Municipality, Programme, Section, Silence, SourceDocument, Step
from muniprog.model.indicator import Baseline
from muniprog.model.items import BudgetLine, Contact
from muniprog.source import PlainSource
from muniprog.starting import Start, copied_contents, empty_programme, left_out, renamed
from muniprog.text import Text
from muniprog.workspace import load
from muniprog.yaml12 import read
from tests.builders import action, goal, indicator, observation, owner, period, programme, text, theme

START = Start(id="staden", title=text("Vår stad"), period=period("2027–2030"), languages=("sv",))


@pytest.mark.parametrize("language", ["sv", "fi", "en", "de"])
def test_an_empty_programme_passes_every_check(language: str) -> None:
    written = structure(read(empty_programme(START, "staden", language), "programme.yaml"))
    assert (written.id, written.period.raw, written.languages) == ("staden", "2027–2030", ("sv",))
    assert run_checks(written) == ()


def test_two_languages_and_a_municipality_stand_in_the_head() -> None:
    both = {"sv": "Vår stad", "fi": "Kaupunkimme"}
    name = {"sv": "Staden", "fi": "Kaupunki"}
    asked = attrs.evolve(START, title=Text.of(both), languages=("sv", "fi"), municipality=Text.of(name))
    written = structure(read(empty_programme(asked, "staden", "fi"), "programme.yaml"))
    assert written.title == Text.of(both)
    assert written.municipality == Municipality(name=Text.of(name))
    assert run_checks(written) == ()


def test_one_year_is_written_as_a_number() -> None:
    assert "\nperiod: 2027\n" in empty_programme(attrs.evolve(START, period=period("2027")), "staden", "en")


def test_the_examples_fit_where_they_stand() -> None:
    """Without their marks, and without the empty lists above them, the remarks are a programme."""
    lines = empty_programme(START, "staden", "en").splitlines()
    data = [line.removeprefix("# ") for line in lines if line.startswith("# ") and line[2] in "- "]
    keys = [line.replace(" []", "") for line in lines if line and not line.startswith("#")]
    at = keys.index("themes:")
    theme_at = data.index("- id: reading")
    whole = "\n".join([*keys[:at], *data[:theme_at], *keys[at:], *data[theme_at:]])
    written = structure(PlainSource(read(whole, "programme.yaml").mapping))
    assert (len(written.owners), len(written.goals), len(written.actions), len(written.indicators)) == (1, 1, 1, 1)
    assert written.actions[0].timeframe.raw == "2027"


def test_the_commands_in_the_remarks_can_be_copied() -> None:
    assert "muniprog check staden\n" in empty_programme(START, "staden", "en")
    assert 'muniprog check "var stad"\n' in empty_programme(START, "var stad", "en")


NOTE = text("Tryckt så.")


def other_programme() -> Programme:
    """A programme with everything that is its own municipality's."""
    measured = indicator("i", baseline=3, targets=(5,), note=NOTE, observations=(observation("2021", 4),))
    work = action(
        "a",
        "2019",
        ("o",),
        note=NOTE,
        steps=(Step(title=text("Steg"), note=NOTE), Step(title=text("Steg två"))),
        budget=(BudgetLine(year=2019, actual=Decimal(7)),),
        indicators=(measured,),
    )
    return programme(
        theme("t", goal("g", work, note=NOTE), theme("under", action("b")), note=NOTE, indicators=(indicator("j"),)),
        id="annan",
        municipality=Municipality(name=text("Annan")),
        subtitle=text("Energi"),
        summary=text("Kort"),
        adopted=Adoption(on=date(2019, 1, 1)),
        source=SourceDocument(title=text("Tryckt")),
        contact=text("Ring oss"),
        sections=(Section(id="forord", title=text("Förord"), signed=text("Rådet")),),
        silenced=(Silence(check="C102", reason=text("Så är det")),),
        follow_ups=(FollowUp(period=period("2020")),),
        note=NOTE,
        owners=(owner("o", "Någon", contact=Contact(email="o@example.org"), note=NOTE),),
        programme_indicators=(indicator("k", baseline=1),),
    )


def test_a_copy_keeps_the_plan_and_nothing_that_is_the_other_municipalitys() -> None:
    other = other_programme()
    copy = renamed(other, attrs.evolve(START, municipality=text("Staden")))
    assert [entry.id for entry in copy.entries()] == [entry.id for entry in other.entries()]
    assert (copy.id, copy.title, copy.period) == ("staden", text("Vår stad"), period("2027–2030"))
    assert copy.municipality == Municipality(name=text("Staden"))
    assert copy.based_on is not None
    assert copy.based_on.programme == "annan"
    assert list(left_out(attrs.evolve(copy, municipality=None))) == []
    assert "Tryckt" not in repr(attrs.asdict(copy))
    assert copy.indicators[1].targets == other.indicators[1].targets


def test_what_does_not_change_is_the_same_object() -> None:
    other = other_programme()
    copy = renamed(other, START)
    assert copy.municipality is None
    assert copy["b"] is other["b"]
    assert copy["j"] is other["j"]


def test_what_was_left_out_is_told() -> None:
    assert ", ".join(map(str, left_out(other_programme()))) == (
        "the municipality, the subtitle and the summary, the foreword and other running text, "
        "the decision by which it was adopted, the source, all contact details, the notes, the silenced findings, "
        "the rounds of follow-up, baselines and observations, the budgets"
    )
    assert list(left_out(programme())) == []
    assert list(map(str, left_out(programme(owners=(owner("o", contact=Contact(phone="1")),))))) == [
        "all contact details"
    ]
    zero = indicator("i", baseline=Baseline(value=Decimal(0)))
    assert list(map(str, left_out(programme(programme_indicators=(zero,))))) == ["baselines and observations"]


def test_only_a_programme_from_a_folder_has_files() -> None:
    contents = copied_contents(load("vasa_2019_2022"))
    assert contents is not None
    assert "themes/boende.yaml" in contents
    assert copied_contents(programme()) is None


@pytest.mark.parametrize(("language", "title"), [("sv", "Läsning"), ("fi", "Lukeminen"), ("en", "Reading")])
def test_the_example_is_in_the_readers_language_and_holds_together(language: str, title: str) -> None:
    lines = empty_programme(START, "staden", language).splitlines()
    without_marks = [line.removeprefix("# ") if line.startswith(("# - ", "#   ")) else line for line in lines]
    text = "\n".join(without_marks).replace("owners: []", "owners:").replace("themes: []", "themes:")
    written = structure(read(text, "programme.yaml"))
    assert str(written["reading"].title) == title
    assert {finding.code for finding in run_checks(written)} == {"C108"}
