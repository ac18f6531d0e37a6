"""Colours: what can be read, by the formulas of WCAG 2.1."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.document.colours import BLACK, READABLE, WHITE, as_colour, contrast, luminance, readable
from muniprog.errors import ValueProblem

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
DARK = "#14181c"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (BLACK, WHITE, "21"),
        (WHITE, WHITE, "1"),
        ("#767676", WHITE, "4.54"),
        ("#777777", WHITE, "4.47"),
        ("#0000ff", WHITE, "8.59"),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: str) -> None:
    assert abs(contrast(one, other) - Decimal(ratio)) <= Decimal("0.01")


def test_white_reflects_everything_and_black_nothing() -> None:
    assert [luminance(BLACK), luminance(WHITE)] == [Decimal(0), Decimal(1)]


@given(colours, colours)
def test_contrast_does_not_ask_which_is_in_front(one: str, other: str) -> None:
    assert 1 <= contrast(one, other) == contrast(other, one) <= 21


@given(colours, st.sampled_from((WHITE, "#eaf0f5", DARK, "#242c34", BLACK)))
def test_every_colour_has_a_neighbour_that_can_be_read(colour: str, ground: str) -> None:
    found = readable(colour, on=ground)
    assert contrast(found, ground) >= READABLE
    assert readable(found, on=ground) == found
    assert (found == colour) == (contrast(colour, ground) >= READABLE)


@given(colours, st.sampled_from((WHITE, DARK)))
def test_the_neighbour_is_the_nearest_one_that_can_be_read(colour: str, ground: str) -> None:
    found, goal = readable(colour, on=ground), BLACK if ground == WHITE else WHITE
    for channel in (1, 3, 5):
        ends = sorted((int(colour[channel : channel + 2], 16), int(goal[channel : channel + 2], 16)))
        assert ends[0] <= int(found[channel : channel + 2], 16) <= ends[1]


def test_where_nothing_is_enough_it_is_black_or_white() -> None:
    assert readable("#808080", on="#777777", least=Decimal(7)) == BLACK
    assert readable("#808080", on="#666666", least=Decimal(7)) == WHITE


@given(colours)
def test_a_colour_for_text_is_taken_or_its_nearest_darker_one_is_named_and_taken(colour: str) -> None:
    try:
        assert as_colour(colour.upper()) == colour
    except ValueProblem as problem:
        darker = str(problem).rpartition(" ")[2].rstrip(".")
        assert as_colour(darker) == darker == readable(colour, on=WHITE)


def test_a_pale_colour_is_told_its_contrast_rounded_down() -> None:
    with pytest.raises(ValueProblem) as caught:
        as_colour("#777777")
    assert caught.value.spoken("en") == (
        "#777777 is too pale to be read on white: its contrast is 4.47:1, and 4.5:1 is needed. "
        "The nearest darker colour that everybody can read is #767676."
    )


@pytest.mark.parametrize(
    "text", ["", "red", "#fff", "0a4f8f", "#0a4f8f0", "#0a4f8g", "#0a4f8f;}", " #0a4f8f", "#0a4f8f\n", "#٠a4f8f"]
)
def test_what_is_no_colour_is_refused_with_one_that_is(text: str) -> None:
    with pytest.raises(ValueProblem, match='such as "#0a4f8f"'):
        as_colour(text)
