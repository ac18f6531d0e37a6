"""The grammar of a timetable's cell: modifiers, one name or two joined by a dash, and the words around them.

It reads tokens from left to right with one look ahead and no second guesses: what it does not consume is refused.

    cell     = modifier* [span] modifier*
    span     = name | name "–" name | name "," name … | "senast" name | "från" name | name "–" | …
    modifier = "kontinuerligt" | "påbörjad" | "ca" | …
"""

from muniprog.errors import ValueProblem
from muniprog.messages import message
from muniprog.timeframe.calendar import Precision
from muniprog.timeframe.joining import joined
from muniprog.timeframe.modifiers import DASHES, Modifiers
from muniprog.timeframe.names import Named, resolve
from muniprog.timeframe.naming import Naming
from muniprog.timeframe.notations import Notations
from muniprog.timeframe.reading import Reading
from muniprog.timeframe.refusals import not_understood
from muniprog.timeframe.remarks import Part, Remark
from muniprog.timeframe.tokens import Token
from muniprog.timeframe.units import Unit, day_after, day_before, day_unit, year_unit
from muniprog.timeframe.words import Kind

_JOINTS = (*DASHES, Kind.SLASH)


class Grammar:
    """Reads the tokens of one cell; an instance is used once."""

    def __init__(self, tokens: list[Token], notations: Notations) -> None:
        self.notations = notations
        self.modifiers = Modifiers(notations)
        self.naming = Naming(self.modifiers.strip(tokens), notations)
        self.no_year = False

    def read(self) -> Reading:
        """Return the meaning of the whole cell, or refuse it."""
        naming, modifiers = self.naming, self.modifiers
        if naming.at_end and not modifiers.say_something:
            raise self._refusal()
        start, end = (None, None) if naming.at_end else self._span()
        if naming.rest:
            raise self._refusal()
        if modifiers.open_end or naming.plus:
            if start is None:
                raise self._refusal()
            end = None
        parts = naming.parts
        return Reading(
            start=start,
            end=end,
            continuous=modifiers.continuous,
            tentative=modifiers.tentative or naming.roughly or bool(parts),
            part=parts[0] if len(parts) == 1 else None,
            remark=modifiers.remark or (Remark.NO_YEAR if self.no_year else None),
        )

    def _span(self) -> tuple[Unit | None, Unit | None]:
        """Return where the span starts and ends; None is open, or unknown when no year is told at all."""
        naming = self.naming
        kind = naming.kind
        if kind in (Kind.UNTIL, Kind.BEFORE, Kind.END, *DASHES):
            naming.take()
            return self._until(before=kind is Kind.BEFORE)
        if kind is Kind.BETWEEN:
            naming.take()
            return self._between(naming.name())
        if kind is Kind.AFTER:
            naming.take()
            start = self._alone(naming.name())
            return (None if start is None else day_unit(day_after(start.end))), None
        if kind in (Kind.SINCE, Kind.START):
            naming.take()
            return self._from(naming.name(), open_end=True)
        return self._from(naming.name(), open_end=self.modifiers.remark is Remark.STARTED)

    def _until(self, *, before: bool) -> tuple[Unit | None, Unit | None]:
        end = self._last_day(self._alone(self.naming.name()))
        self.naming.skip(Kind.UNTIL_AFTER)
        if not before or end is None:
            return None, end
        if end.precision is Precision.YEAR:
            return None, year_unit(end.start.year - 1)
        return None, day_unit(day_before(end.start))

    def _last_day(self, end: Unit | None) -> Unit | None:
        """Return the deadline; “by the end of 2022” is no fuzzy part of the year but its last day."""
        if self.naming.parts == [Part.LATE]:
            self.naming.parts.clear()
        return end

    def _from(self, first: Named, *, open_end: bool) -> tuple[Unit | None, Unit | None]:
        """Return the span that starts with the name `first`; with `open_end`, a single name is only its start."""
        naming = self.naming
        kind = naming.kind
        if kind is Kind.PLUS or (kind in (Kind.DASH, Kind.ARROW) and naming.is_last):
            naming.take()
            return self._alone(first), None
        if kind is Kind.SINCE_AFTER:
            naming.take()
            if naming.at_end:
                return self._alone(first), None
            return self._to(first)
        if kind is Kind.UNTIL_AFTER:
            naming.take()
            return None, self._last_day(self._alone(first))
        if kind in (Kind.AND, Kind.COMMA) and naming.next_kind is not Kind.END:
            return self._list(first)
        if kind in _JOINTS or (open_end and kind in (Kind.AND, Kind.COMMA, Kind.UNTIL, Kind.END)):
            if naming.take().kind is not Kind.END and open_end:
                naming.skip(Kind.END)  # “start 2023, slut 2025”
            return self._to(first)
        unit = self._alone(first)
        return unit, None if open_end else unit

    def _to(self, first: Named) -> tuple[Unit | None, Unit | None]:
        last = self.naming.name()
        self.naming.skip(Kind.UNTIL_AFTER)
        return self._known(joined([first, last], self.notations))

    def _between(self, first: Named) -> tuple[Unit | None, Unit | None]:
        """Return the span of “mellan 2019 och 2022”, where the “och” is no list."""
        if not self.naming.skip(Kind.AND, *DASHES):
            raise self._refusal()
        return self._to(first)

    def _list(self, first: Named) -> tuple[Unit | None, Unit | None]:
        """Return “2019, 2020 och 2021” as one span; times with a gap between them are refused."""
        names = [first]
        while self.naming.skip(Kind.AND, Kind.COMMA):
            names.append(self.naming.name())
        return self._known(joined(names, self.notations, contiguous=True))

    def _alone(self, named: Named) -> Unit | None:
        if named.precision is None:
            raise self._refusal()
        unit = resolve(named, self.notations)
        self.no_year = self.no_year or unit is None
        return unit

    def _known(self, ends: tuple[Unit, Unit] | None) -> tuple[Unit | None, Unit | None]:
        if ends is None:
            self.no_year = True
            return None, None
        return ends

    def _refusal(self) -> ValueProblem:
        left = self.naming.rest
        why = message("“{part}” has no place there.", part=left) if left else None
        return not_understood(self.notations.raw, self.notations.language, why)
