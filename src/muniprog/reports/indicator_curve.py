"""The values of an indicator as a picture in a report."""

from collections.abc import Iterable, Iterator

from muniprog.document import Block, Figure, Note, NoteKind
from muniprog.figures import draw_series
from muniprog.figures.scale import MOST_DIGITS
from muniprog.messages import Message, message
from muniprog.progress import IndicatorFigures
from muniprog.reports.pictures import told_by
from muniprog.reports.teller import Teller
from muniprog.reports.voice import BELOW

_DRAWN_FROM = 2  # one number alone is no picture
_MOST_INDICATORS = 300  # a page with more pictures is too heavy for a browser; the rows say the same

_TOO_LONG = message(
    "There is no picture of these values, since numbers with more than {digits} digits cannot be read beside an axis.",
    digits=MOST_DIGITS,
)


def curve(teller: Teller, figures: IndicatorFigures, *, told_at: str, among: int) -> Iterator[Block]:
    """Yield the picture of an indicator in every language; nothing where there are fewer than two numbers.

    Among more than 300 indicators none is drawn; `no_curves` says so once. Numbers that are too long for an axis leave
    a note.

    Args:
        teller: What tells about the indicator.
        figures: The figures of the indicator.
        told_at: The anchor of what tells its values in rows.
        among: How many indicators the report would draw.
    """

    def draw(language: str) -> Iterator[Figure]:
        drawn = draw_series(teller.figures, figures.id, language=language, look=teller.look)
        if drawn is not None:
            yield drawn

    if among <= _MOST_INDICATORS and _is_drawn(figures):
        yield from tuple(told_by(teller, draw, told_at=told_at)) or (_note(teller, _TOO_LONG),)


def no_curves(teller: Teller, among: Iterable[IndicatorFigures]) -> Iterator[Note]:
    """Yield that a report draws none of its indicators, where they are too many and there is something to draw."""
    indicators = list(among)
    if len(indicators) > _MOST_INDICATORS and any(map(_is_drawn, indicators)):
        too_many = message(
            "There are no pictures of the indicators here, since {count} indicators are more than the {most} that a "
            "report draws. All values are in the tables.",
            count=len(indicators),
            most=_MOST_INDICATORS,
        )
        yield _note(teller, too_many)


def _is_drawn(figures: IndicatorFigures) -> bool:
    return sum(value.number is not None for value in figures.values) >= _DRAWN_FROM


def _note(teller: Teller, words: Message) -> Note:
    return Note(NoteKind.NOTE, teller.voice.say(words, BELOW))
