"""What holds for the pictures of any programme."""

from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

import muniprog
from muniprog.document import Figure, Look
from muniprog.document.colours import contrast
from muniprog.figures import draw_goal_map, draw_series, draw_statuses, draw_timetable
from muniprog.figures.drawing import WIDTH
from muniprog.figures.ink import BAND, INK, LINE_INK, PAPER, QUIET
from muniprog.figures.letters import width
from muniprog.model import Programme
from muniprog.progress import assess
from muniprog.testing.strategies import programmes
from muniprog.text import Text
from tests.drawn import SVG, identifiers, references, tree

DAY = date(2020, 12, 31)
HOSTILE = "]]><script>alert(1)</script>\u202e&lt;" + "å" * 300


def pictures(whole: Programme, language: str = "sv") -> Iterator[Figure]:
    """All pictures of a programme."""
    figures = assess(whole, as_of=DAY)
    yield from draw_timetable(whole, language=language, internal=True)
    yield from draw_timetable(whole, language=language, figures=figures)
    yield from draw_goal_map(whole, language=language)
    yield from draw_statuses(figures, language=language)
    drawn = (draw_series(figures, each.id, language=language) for each in whole.indicators)
    yield from (figure for figure in drawn if figure is not None)


@settings(max_examples=25)
@given(programmes(), st.sampled_from(["sv", "fi", "en", "de"]))
def test_every_picture_is_a_valid_labelled_drawing_that_nothing_can_enter(whole: Programme, language: str) -> None:
    for figure in pictures(whole, language):
        root = tree(figure)
        assert root.get("role") == "img"
        assert root.get("lang") == ("en" if language == "de" else language)
        assert figure.alternative.strip()
        assert references(figure) <= set(identifiers(figure))
        assert not {each.tag.removeprefix(SVG) for each in root.iter()} & {"script", "image", "a", "style", "use"}
        assert not {name for each in root.iter() for name in each.attrib if "href" in name or name.startswith("on")}


@settings(max_examples=10)
@given(programmes())
def test_the_same_programme_gives_the_same_drawings(whole: Programme) -> None:
    assert list(pictures(whole)) == list(pictures(whole))


def outside(figure: Figure) -> Iterator[str]:
    """The lines of text that stand outside a picture, or partly."""
    height = float(tree(figure).get("height", ""))
    for text in tree(figure).iter(f"{SVG}text"):
        left, right = reach(text)
        if not (0 <= left <= right <= WIDTH and 0 < float(text.get("y", "")) <= height):
            yield text.text or ""


def reach(text: ET.Element) -> tuple[float, float]:
    """How far to the left and to the right a line of text reaches in the widest of usual fonts."""
    wide = width(text.text or "", int(text.get("font-size", "")), bold=text.get("font-weight") == "700")
    before = {"end": wide, "middle": wide / 2}.get(text.get("text-anchor", ""), 0)
    left = float(text.get("x", "")) - before
    return left, left + wide


@settings(max_examples=25)
@given(programmes(), st.sampled_from(["sv", "fi", "en"]))
def test_no_text_stands_outside_its_picture(whole: Programme, language: str) -> None:
    assert [words for figure in pictures(whole, language) for words in outside(figure)] == []


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_every_text_of_the_sample_stands_inside(language: str) -> None:
    sample = muniprog.load("vasa_2019_2022_sample")
    assert [words for figure in pictures(sample, language) for words in outside(figure)] == []


def renamed(whole: Programme) -> Programme:
    """Vasa with hostile titles in all languages."""
    title = Text.of({"sv": HOSTILE, "fi": HOSTILE})
    themes = tuple(
        attrs.evolve(
            theme,
            title=title,
            goals=tuple(
                attrs.evolve(
                    goal, title=title, actions=tuple(attrs.evolve(action, title=title) for action in goal.actions)
                )
                for goal in theme.goals
            ),
        )
        for theme in whole.themes
    )
    owners = tuple(attrs.evolve(owner, name=title) for owner in whole.owners)
    return attrs.evolve(whole, title=title, themes=themes, owners=owners)


def test_hostile_titles_stay_text_and_stay_inside() -> None:
    for figure in pictures(renamed(muniprog.load("vasa_2019_2022"))):
        assert "<script" not in figure.svg
        assert max(len(each.text or "") for each in tree(figure).iter(f"{SVG}text")) < 120


def test_no_two_drawings_of_a_page_have_parts_of_one_name() -> None:
    whole = muniprog.load("vasa_2019_2022")
    drawn = [*draw_timetable(whole, language="sv"), *draw_timetable(whole, language="fi")]
    drawn += [*draw_goal_map(whole, language="sv"), *draw_goal_map(whole, language="fi")]
    names = [name for figure in drawn for name in identifiers(figure)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("colour", "ground", "least"),
    [
        (INK, PAPER, 7),
        (INK, BAND, 7),
        (QUIET, PAPER, 4.5),
        (QUIET, BAND, 4.5),
        (LINE_INK, PAPER, 3),
        (Look().accent, PAPER, 4.5),
        (Look().second, PAPER, 4.5),
    ],
)
def test_words_and_shapes_stand_out(colour: str, ground: str, least: float) -> None:
    assert contrast(colour, ground) >= least


def test_many_actions_come_in_many_pictures_none_of_which_is_endless() -> None:
    vasa = muniprog.load("vasa_2019_2022")
    boende = vasa.themes[1]
    (advice, *_) = boende.goals
    many = tuple(attrs.evolve(advice.actions[0], id=f"a{number}") for number in range(1000))
    whole = attrs.evolve(vasa, themes=(attrs.evolve(boende, goals=(attrs.evolve(advice, actions=many),)),))
    drawn = draw_timetable(whole, language="sv")
    assert len(drawn) == 28
    assert all(float(ET.fromstring(figure.svg).get("height", "")) < 2000 for figure in drawn)


class Drawing(SingleFileSnapshotExtension):
    """Keeps a drawing as a file that a browser shows."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_vasa_is_drawn_as_before(snapshot: SnapshotAssertion, language: str) -> None:
    kept = snapshot.use_extension(Drawing)
    whole = muniprog.load("vasa_2019_2022")
    assert draw_timetable(whole, language=language)[0].svg == kept(name=f"timetable-{language}")
    assert draw_goal_map(whole, language=language)[0].svg == kept(name=f"goal-map-{language}")


def test_the_sample_is_drawn_as_before(snapshot: SnapshotAssertion) -> None:
    kept = snapshot.use_extension(Drawing)
    whole = muniprog.load("vasa_2019_2022_sample")
    figures = assess(whole, as_of="2021-12-31")
    assert draw_statuses(figures, language="sv")[0].svg == kept(name="statuses")
    series = draw_series(figures, whole.headline[0], language="sv")
    assert series is not None
    assert series.svg == kept(name="series")
