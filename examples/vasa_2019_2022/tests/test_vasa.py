"""Vasa's programme holds the printed document: all of it, in its own words, and translated."""

import doctest
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import muniprog
import vasa_2019_2022
from muniprog.model import Goal, Indicator, Owner, Programme, Theme
from muniprog.text import Text

PACKAGE = Path(__file__).parents[1]
PRINTED = PACKAGE.parents[2] / "shared" / "seed" / "vasa_2019_2022.txt"
"""The text of the printed document, where somebody has laid it beside the project."""

TABLE_HEAD = "MÅL ÅTGÄRD TIDTABELL ANSVARSINSTANS MÄTARE"
BETWEEN_OWNERS = {"och", "samt", "tillsammans", "med"}


@pytest.fixture(scope="module")
def vasa() -> Programme:
    return muniprog.load(vasa_2019_2022.FOLDER)


@pytest.fixture(scope="module")
def printed() -> str:
    if not PRINTED.is_file():
        pytest.skip("the printed document's text is not beside the project")
    return joined(PRINTED.read_text(encoding="utf-8"))


def joined(text: str) -> str:
    """Join the words that were broken at the end of a line; “kultur- och bibliotekssektorn” keeps its hyphen."""
    return re.sub(r"(\w)[-–]\s*\n\s*(?!och\b)(\w)", r"\1\2", text)


def flat(text: str) -> str:
    """Return a text on one line, without bullets, in small letters: as it can be compared."""
    return " ".join(text.replace("•", " ").split()).casefold()


def words(text: str) -> set[str]:
    """Return the words of a text. Words that the columns glued together (“2022Ökande”) are parted again."""
    parted = re.sub(r"(?<=[a-zåäö0-9])(?=[A-ZÅÄÖ])", " ", text)
    return set(re.findall(r"\w+", parted.casefold()))


def texts(value: object, path: str = "") -> Iterator[tuple[str, Text]]:
    """Yield every text of a programme, or of a part of it, with the path of its attributes."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from texts(part, f"{path}[{number}]")
    elif attrs.has(cls := type(value)):
        for field in attrs.fields(cls):
            if field.name != "origin":
                yield from texts(getattr(value, field.name), f"{path}.{field.name}")


def is_printed(path: str) -> bool:
    """Tell whether a text is the document's own, and not written for this example."""
    return re.match(r"\.(title|source|silenced)\b", path) is None and path.rpartition(".")[2] not in ("note", "unit")


def swedish(text: Text) -> str:
    """Return the Swedish words, which must be there."""
    found = text.get("sv")
    assert found
    return found


def names(owner: Owner) -> str:
    return " ".join((swedish(owner.name), *owner.aliases))


def words_of(vasa: Programme, theme: Theme) -> set[str]:
    """Return the words that the table of a theme can be printed with."""
    found = set[str]()
    for path, text in texts(theme):
        if path.rpartition(".")[2] == "title" and ".overview." not in path:
            found |= words(swedish(text))
    for goal in theme.goals:
        for answering in (*goal.owners, *(owner for action in goal.actions for owner in action.owners)):
            owner = vasa[answering.owner]
            assert isinstance(owner, Owner)
            found |= words(names(owner))
        for action in goal.actions:
            found |= words(action.timeframe.raw)
    return found


def test_the_programme_has_the_size_of_the_document(vasa: Programme) -> None:
    sizes = len(vasa.themes), len(vasa.goals), len(vasa.actions), len(vasa.indicators), len(vasa.owners)
    assert sizes == (9, 27, 43, 32, 31)


def test_every_text_is_in_swedish_finnish_and_english(vasa: Programme) -> None:
    assert {path: missing for path, text in texts(vasa) if (missing := text.missing(("sv", "fi", "en")))} == {}


def test_swedish_is_the_language_of_record(vasa: Programme) -> None:
    assert vasa.languages == ("sv", "fi", "en")


def test_every_swedish_text_is_printed_in_the_document(vasa: Programme, printed: str) -> None:
    page = flat(printed)
    paragraphs = (
        paragraph for path, text in texts(vasa) if is_printed(path) for paragraph in swedish(text).split("\n\n")
    )
    assert [paragraph for paragraph in paragraphs if flat(paragraph) not in page] == []


def test_nothing_of_the_foreword_is_lost(vasa: Programme, printed: str) -> None:
    """From the title page to the first table, letter by letter."""
    front = flat(printed.partition("Främjande av sysselsättning\n")[0])
    assert vasa.subtitle
    parts = [swedish(vasa.subtitle)]
    for section in vasa.sections:
        parts += [swedish(text) for text in (section.title, section.text, section.signed) if text]
    assert flat(" ".join(parts)) == front


def test_nothing_of_the_tables_is_lost(vasa: Programme, printed: str) -> None:
    """Every word of a theme's table stands in that theme."""
    tables = printed.partition("TIDTABELL ÖVER MÅLEN")[0]
    _, *parts = re.split(rf"^(.+)\n+{TABLE_HEAD}$", tables, flags=re.MULTILINE)
    titles, bodies = parts[::2], parts[1::2]
    assert titles == [swedish(theme.title) for theme in vasa.themes]
    for theme, body in zip(vasa.themes, bodies, strict=True):
        assert words(body) - words_of(vasa, theme) - BETWEEN_OWNERS == set()


def test_the_overview_page_is_as_printed(vasa: Programme, printed: str) -> None:
    """Under each heading stand its goals, and when they are taken away nothing is left of the page."""
    page = printed.partition("TIDTABELL ÖVER MÅLEN \n2019-2022")[2].partition("VASA STADS INTEGRATIONSSERVICE")[0]
    _, *parts = re.split(r"(20\d\d|KONTINUERLIG \nVERKSAMHET)", page)
    for heading, under in zip(parts[::2], parts[1::2], strict=True):
        left = flat(under)
        for goal in vasa.goals:
            if placed_under(goal).casefold() == heading.split()[0].casefold():
                name = flat(name_on_the_overview(goal))
                assert name in left
                left = left.replace(name, "", 1)
        assert left.strip() == ""


def placed_under(goal: Goal) -> str:
    assert goal.overview
    return goal.overview.timeframe.raw


def name_on_the_overview(goal: Goal) -> str:
    assert goal.overview
    return swedish(goal.overview.title or goal.title)


def test_the_overview_page_places_every_goal(vasa: Programme) -> None:
    placed = Counter(placed_under(goal) for goal in vasa.goals)
    assert placed == {"2019": 8, "2020": 3, "2021": 5, "2022": 2, "Kontinuerlig": 9}


def test_the_contact_line_is_as_printed(vasa: Programme, printed: str) -> None:
    assert vasa.contact
    assert flat(printed).endswith(flat(swedish(vasa.contact)))


def test_each_owner_stands_once(vasa: Programme) -> None:
    known_as = Counter(
        name.casefold()
        for owner in vasa.owners
        for name in {swedish(owner.name).casefold(), *(alias.casefold() for alias in owner.aliases)}
    )
    assert [name for name, times in known_as.items() if times > 1] == []


def test_each_owner_answers_for_something(vasa: Programme) -> None:
    assert [owner.id for owner in vasa.owners if not vasa.actions_of(owner.id)] == []


def test_every_action_says_when(vasa: Programme) -> None:
    assert [action.id for action in vasa.actions if not action.timeframe] == []


def test_every_goal_has_an_owner_an_action_and_an_indicator(vasa: Programme) -> None:
    assert [goal.id for goal in vasa.goals if not (goal.owners and goal.actions and goal.indicators)] == []


@pytest.mark.parametrize(
    ("indicator", "measure", "per", "target"),
    [
        ("utbildningstillfallen", "count", "year", 5),
        ("balansinfon", "count", "year", 2),
        ("balanstraning", "count", "year", 1),
        ("sakerhetsinformation-per-ar", "count", "year", 2),
        ("webropol-undersokningen", "count", "year", 1),
        ("skraddarsydda-utbildningar", "count", None, 5),
        ("aktorer-som-anvander-modellen", "count", None, 4),
        ("erfarenhetssakkunniga-i-arbete", "count", None, 10),
        ("s2-studenter", "count", "year", None),
        ("andel-anstallda-med-invandrarbakgrund", "share", None, None),
        ("boenderadgivare-anstallda", "milestone", None, True),
        ("boendeformsfordelning", "text", None, None),
    ],
)
def test_an_indicator_is_what_it_is(
    vasa: Programme, indicator: str, measure: str, per: str | None, target: int | None
) -> None:
    found = vasa[indicator]
    assert isinstance(found, Indicator)
    assert (found.measure, found.per) == (measure, per)
    assert [aim.value for aim in found.targets] == ([] if target is None else [target])


def test_only_an_increase_states_a_direction(vasa: Programme) -> None:
    stated = {indicator.id: indicator.direction for indicator in vasa.indicators if indicator.direction}
    assert stated == {"anvandare-av-evenemang-och-service": "increase", "anvandare-av-radgivningen": "increase"}


def test_the_check_finds_only_what_the_document_leaves_open(vasa: Programme) -> None:
    assert muniprog.check(vasa) == ()
    left_open = muniprog.check(vasa, silenced=True)
    assert {finding.code for finding in left_open} == {"I111", "V101", "V102", "O105", "C108"}
    assert all(finding.silenced for finding in left_open)


def test_the_readme_shows_what_happens() -> None:
    assert doctest.testfile(str(PACKAGE / "README.md"), module_relative=False, encoding="utf-8").failed == 0
