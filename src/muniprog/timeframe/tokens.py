"""The pieces that a timetable's text is made of."""

import attrs

from muniprog.timeframe.remarks import Part, Remark
from muniprog.timeframe.units import Unit
from muniprog.timeframe.words import Kind


@attrs.frozen(kw_only=True)
class Token:
    """One piece of a text.

    Attributes:
        kind: What it is to the grammar.
        text: As it is written, in lower case.
        number: Its number, where its kind has one: which month, which year; the day of a day and month.
        second: The second number of a pair: the month of 25.5., the last year of 2020/21.
        unit: The stretch of the calendar, where the token says it whole.
        part: The part that a fuzzy word means.
        remark: The remark that the word makes.
    """

    kind: Kind
    text: str
    number: int = 0
    second: int = 0
    unit: Unit | None = None
    part: Part | None = None
    remark: Remark | None = None
