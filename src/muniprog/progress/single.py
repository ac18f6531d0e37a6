"""One figure by its name, in words: for a sentence of a text, a cell of a form, a page that shows only this."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from muniprog.errors import UnknownNameError
from muniprog.messages import Spoken, message
from muniprog.model import Status
from muniprog.progress.actions import ActionFigures
from muniprog.progress.counts import Completion
from muniprog.progress.figures import AnyFigures, Figures
from muniprog.progress.groups import GroupFigures
from muniprog.progress.indicators import IndicatorFigures
from muniprog.progress.numbers import Quantity, per_cent
from muniprog.progress.shares import ShareOf
from muniprog.progress.standing import STANDING_WORDS
from muniprog.progress.words import status_word

NOTHING = Quantity("–")

Kind = TypeVar("Kind")


def one_figure(figures: Figures, identifier: str, name: str) -> Spoken:
    """Return one figure of an item, or a dash where it has none.

    >>> import muniprog as mp
    >>> figures = mp.assess(mp.load("vasa_2019_2022_sample"), as_of="2020-12-31")
    >>> str(one_figure(figures, "boenderadgivning", "completion"))
    '2 of 3 (67%)'

    Args:
        figures: The figures of a programme on a day.
        identifier: Identifier of an action, indicator, goal, theme or owner, or of the programme itself.
        name: Which figure. Of an action: `status`, `late_by`, `slip`, `planned_end`, `actual_end`, `time_passed`. Of
            an indicator: `value`, `period`, `target`, `target_due`, `total`, `attainment`, `verdict`. Of all else:
            `status`, `actions`, `completion`, `late`, `attainment`, `indicators`, `not_reported`, and how many actions
            have a status, such as `done`.

    Raises:
        UnknownNameError: There is no such item, or it has no such figure.
    """
    found: AnyFigures = figures.programme if identifier == figures.source.id else figures[identifier]
    match found:
        case ActionFigures():
            return _said(found, name, OF_ACTIONS)
        case IndicatorFigures():
            return _said(found, name, OF_INDICATORS)
        case _:
            return _said(found, name, OF_GROUPS)


def _said(figures: Kind, name: str, known: Mapping[str, Callable[[Kind], Spoken | None]]) -> Spoken:
    if name not in known:
        raise UnknownNameError(message("figure"), name, tuple(known))
    return known[name](figures) or NOTHING


def _count(number: int | None) -> Spoken | None:
    return None if number is None else Quantity(Decimal(number))


def _day(day: date | None) -> Spoken | None:
    return None if day is None else message("{day}", day=day)


def _target(figures: IndicatorFigures) -> Spoken | None:
    indicator = figures.indicator
    if figures.target is None:
        return None
    return Quantity(figures.target.target.value, indicator.unit, indicator.decimals)


def _completion(completion: Completion) -> Spoken:
    return ShareOf(completion.done, completion.base)


def _counted(status: Status) -> Callable[[GroupFigures], Spoken | None]:
    return lambda figures: _count(figures.counts[status])


OF_ACTIONS: Mapping[str, Callable[[ActionFigures], Spoken | None]] = {
    "status": lambda figures: status_word(figures.programme, figures.status),
    "late_by": lambda figures: _count(figures.late_by),
    "slip": lambda figures: _count(figures.slip),
    "planned_end": lambda figures: _day(figures.planned_end),
    "actual_end": lambda figures: _day(figures.actual_end),
    "time_passed": lambda figures: None if figures.time_passed is None else per_cent(figures.time_passed),
}
OF_INDICATORS: Mapping[str, Callable[[IndicatorFigures], Spoken | None]] = {
    "value": lambda figures: figures.latest,
    "period": lambda figures: None if figures.latest is None else Quantity(figures.latest.period.raw),
    "target": _target,
    "target_due": lambda figures: None if figures.target is None else _day(figures.target.due),
    "total": lambda figures: None if figures.total.value is None else figures.total,
    "attainment": lambda figures: None if figures.attainment is None else per_cent(figures.attainment),
    "verdict": lambda figures: STANDING_WORDS[figures.verdict],
}
OF_GROUPS: Mapping[str, Callable[[GroupFigures], Spoken | None]] = {
    "status": lambda figures: status_word(figures.programme, figures.status),
    "actions": lambda figures: _count(figures.counts.total),
    "completion": lambda figures: _completion(figures.completion),
    "late": lambda figures: _count(len(figures.late)),
    "attainment": lambda figures: None if figures.attainment is None else per_cent(figures.attainment),
    "indicators": lambda figures: _count(len(figures.indicators)),
    "not_reported": lambda figures: _count(figures.counts[None]),
    **{str(status): _counted(status) for status in Status},
}
