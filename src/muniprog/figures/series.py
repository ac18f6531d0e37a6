"""The values of an indicator over the years, with where it began and where it should go."""

from collections.abc import Iterator
from decimal import Decimal

from muniprog.document import Column, ColumnKind, Figure, Look, Row, Table, cell, prose
from muniprog.figures.curve import Curve
from muniprog.figures.drawing import Drawing
from muniprog.figures.finishing import Frame, finished, name_of, rows_of
from muniprog.figures.plot import draw_curve
from muniprog.figures.speech import Speech
from muniprog.language import primary
from muniprog.messages import Spoken, message
from muniprog.progress import STANDING_WORDS, Figures, PeriodValue, Quantity
from muniprog.timeframe import Period


def draw_series(figures: Figures, indicator: str, *, language: str, look: Look = Look()) -> Figure | None:
    """Return the values of an indicator as a picture; None where there are no numbers to draw.

    Periods without a value are gaps, and no line runs across them; what is suppressed, missing or not reported is
    marked as such. Start and targets are there with the way between them, and so are targets that were replaced.

    Args:
        figures: Figures of a day.
        indicator: Identifier of the indicator.
        language: The language of the words.
        look: The colours.

    Raises:
        UnknownNameError: There is no such indicator.
    """
    found = figures.indicator(indicator)
    curve = Curve.of(found, figures.source.period)
    if curve is None:
        return None
    speech = Speech(language, figures.source.record)
    anchor = f"figure-series-{found.id}"
    caption = message("{indicator}: values, start and target", indicator=speech.title(found.indicator))
    drawing = Drawing(name_of(anchor, speech), look)
    height = draw_curve(drawing, curve, speech)
    said = speech.say(caption)
    frame = Frame(
        caption=prose(said),
        alternative=" ".join(speech.say(sentence) for sentence in _sentences(curve, speech)),
        anchor=anchor,
        table=_table(curve, speech, said),
    )
    return finished(drawing, height, frame, speech)


def _sentences(curve: Curve, speech: Speech) -> Iterator[Spoken]:
    if curve.start is not None:
        yield message("Start: {value}.", value=_quantity(curve, curve.start.value))
    told = [f"{_label(value.period, speech)}: {value.spoken(speech.language)}" for value in curve.values]
    yield message("Values: {values}.", values="; ".join(told))
    for post in curve.targets:
        value = _quantity(curve, post.value)
        if post.replaced:
            yield message("A target that was replaced: {value} by {day}.", value=value, day=post.day)
        else:
            yield message("Target: {value} by {day}.", value=value, day=post.day)
    if curve.figures.judged.is_sum:
        yield message("The target is about the sum of several periods and is not drawn.")
    yield message("Verdict: {verdict}.", verdict=STANDING_WORDS[curve.figures.verdict])


def _quantity(curve: Curve, value: Decimal) -> Quantity:
    return Quantity(value, curve.figures.indicator.unit, curve.figures.indicator.decimals)


def _label(period: Period, speech: Speech) -> str:
    same = primary(speech.language) == primary(speech.record)
    return period.raw if same else period.label(speech.language)


def _table(curve: Curve, speech: Speech, caption: str) -> Table:
    say = speech.say
    return Table(
        rows_of(caption, speech),
        [
            Column(say(message("Period")), share=1.2),
            Column(say(message("Value")), kind=ColumnKind.NUMBER),
        ],
        [_row(value, speech) for value in curve.values],
    )


def _row(value: PeriodValue, speech: Speech) -> Row:
    number = None if value.number is None else float(value.number)
    return Row([cell(_label(value.period, speech), header=True), cell(value.spoken(speech.language), value=number)])
