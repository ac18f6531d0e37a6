"""The row of a value: a value or its two parts, or a word on why there is none, but never both."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import attrs

from muniprog.followup.reading.answers import Answer, Problem
from muniprog.followup.so_far import Held
from muniprog.followup.subjects import Measured
from muniprog.messages import Spoken, message
from muniprog.model import Missing
from muniprog.progress.numbers import exact
from muniprog.progress.values import scale_of
from muniprog.source import Severity

BOTH, PARTS, DIFFERENT = "Q209", "Q210", "Q211"

VALUE_UNIT = ("value", "numerator", "denominator", "missing", "reason")
"""These fields are one answer: they are taken or left together."""

_MEASURED = ("value", "numerator", "denominator")

Row = Mapping[str, Answer]
"""Field → what was read."""


def decided(row: Row) -> Row:
    """Return the row of a value after what is obviously meant: a new value takes the word for «no value» away.

    And the other way: where a word for «no value» is new, the value that stood there is gone.
    """
    if not (_has_value(row) and _new(row, "missing") is not None):
        return row
    measured_anew = any(row[field].is_touched for field in _MEASURED if field in row)
    if measured_anew and not row["missing"].is_touched:
        gone = [field for field in ("missing", "reason") if field in row and not row[field].is_touched]
    elif not measured_anew:
        gone = [field for field in _MEASURED if field in row]
    else:
        return row
    return {field: attrs.evolve(answer, new=None) if field in gone else answer for field, answer in row.items()}


def problems_of(subject: Measured, row: Row) -> Iterator[Problem]:
    """Yield what is contradictory in the row of a value. What stood there before is not judged."""
    touched = [row[field] for field in VALUE_UNIT if field in row and row[field].is_touched]
    if not touched:
        return
    for code, sentence in _contradictions(subject, row):
        yield Problem(code=code, severity=Severity.ERROR, sentence=sentence, subject=subject, cell=touched[0].cell)


def marked(row: Row, mark: str, missing: Missing) -> Row:
    """Return the row of a value in whose place a mark for «no value» stands; what is said about it more goes before."""
    said: dict[str, Held] = {"missing": missing, "reason": mark}
    return dict(row) | {
        field: attrs.evolve(row.get(field) or attrs.evolve(row["value"], base=None, is_base_known=False), new=held)
        for field, held in said.items()
        if _new(row, field) is None
    }


def is_answered(row: Row) -> bool:
    """Return whether the row of a value holds an answer."""
    return _has_value(row) or _new(row, "missing") is not None


def _contradictions(subject: Measured, row: Row) -> Iterator[tuple[str, Spoken]]:
    value, upper, lower = (_new(row, field) for field in _MEASURED)
    if _has_value(row) and _new(row, "missing") is not None:
        yield BOTH, message("There is a value, and a word on why there is none. Take one of the two away.")
    elif (upper is None) is not (lower is None):
        yield PARTS, message("A share has a numerator and a denominator; one of the two is not there.")
    elif isinstance(upper, Decimal) and isinstance(lower, Decimal):
        if not lower:
            yield PARTS, message("The denominator is zero.")
        elif isinstance(value, Decimal) and not _agree(subject, value, upper, lower):
            yield (
                DIFFERENT,
                message(
                    "The value is {value}, but {upper} of {lower} is another share. Take away what is wrong.",
                    value=value,
                    upper=upper,
                    lower=lower,
                ),
            )


def _agree(subject: Measured, value: Decimal, upper: Decimal, lower: Decimal) -> bool:
    """Return whether a value is the quotient of its parts, as exactly as the value is written."""
    difference = abs(exact(upper) / exact(lower) * scale_of(subject.item) - exact(value))
    decimals = len(f"{value:f}".partition(".")[2])
    return difference <= exact(Decimal(1).scaleb(-decimals))


def _has_value(row: Row) -> bool:
    parts = _new(row, "numerator") is not None and _new(row, "denominator") is not None
    return _new(row, "value") is not None or parts


def _new(row: Row, field: str) -> object:
    return row[field].new if field in row else None
