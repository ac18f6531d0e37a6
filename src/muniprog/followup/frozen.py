"""Figures as plain rows that last: exact numbers as text, days in ISO form, words as codes; nothing for what is not."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from muniprog.model import Status
from muniprog.progress import (
    ActionFigures,
    Amount,
    Figures,
    GroupFigures,
    IndicatorFigures,
    Money,
    OwnerFigures,
    PeriodValue,
    Standing,
)
from muniprog.source import Plain

PlainRow = dict[str, Plain]


def frozen_figures(figures: Figures) -> PlainRow:
    """Return the figures of a day as they are kept in the record of a round."""
    return {
        "programme": _group(figures.programme),
        "themes": [_group(group) for group in figures.themes],
        "goals": [_group(group) for group in figures.goals],
        "actions": [_action(action) for action in figures.actions],
        "indicators": [_indicator(indicator) for indicator in figures.indicators],
        "owners": [_owner(owner) for owner in figures.owners],
    }


def exact_text(value: Amount | bool | str) -> str | bool:
    """Return a number as text without any rounding: a decimal, or a quotient such as 1/3; anything else as it is.

    >>> exact_text(Decimal("0.10")), exact_text(Fraction(1, 3)), exact_text(Fraction(4, 2)), exact_text(True)
    ('0.10', '1/3', '2', True)
    """
    return str(value) if isinstance(value, (Decimal, Fraction)) else value


def _group(group: GroupFigures) -> PlainRow:
    completion, rolled_up = group.completion, group.rolled_up
    return _said(
        {
            "id": group.id,
            "status": _word(group.status),
            "actions": group.counts.total or None,
            "statuses": _counted(group.counts.by_status),
            "done": _share(completion.done, completion.base),
            "late": len(group.late) or None,
            "never_reported": len(group.never_reported) or None,
            "indicators": len(group.indicators) or None,
            "verdicts": _counted(group.verdicts),
            "attainment": _number(rolled_up.attainment),
            "assessed": _share(len(rolled_up.assessed), len(rolled_up.parts)),
            "money": [_money(money) for money in group.money],
        }
    )


def _owner(owner: OwnerFigures) -> PlainRow:
    former: list[Plain] = [each.id for each in owner.former]
    return _group(owner) | _said({"continued_by": owner.continued_by, "former": former})


def _action(action: ActionFigures) -> PlainRow:
    return _said(
        {
            "id": action.id,
            "status": _word(action.status),
            "reported_on": _day(None if action.reported is None else action.reported.day),
            "never_reported": action.never_reported or None,
            "late_by": action.late_by or None,
            "slip": action.slip,
            "first_planned_end": _day(action.first_planned_end),
            "planned_end": _day(action.planned_end),
            "actual_end": _day(action.actual_end),
            "time_passed": _number(action.time_passed),
            "money": [_money(money) for money in action.money],
        }
    )


def _indicator(indicator: IndicatorFigures) -> PlainRow:
    parts: list[Plain] = [
        {"of": dict(dimensions), "values": [_value(value) for value in values]}
        for dimensions, values in indicator.parts.items()
    ]
    target = indicator.judged.target
    return _said(
        {
            "id": indicator.id,
            "verdict": _word(indicator.verdict),
            "attainment": _number(indicator.attainment),
            "latest": None if indicator.latest is None else indicator.latest.period.raw,
            "target": None if target is None else exact_text(target),
            "total": _number(indicator.total.value),
            "values": [_value(value) for value in indicator.values],
            "parts": parts,
        }
    )


def _value(value: PeriodValue) -> Plain:
    if value.value is None:
        return {"period": value.period.raw, "missing": str(value.availability)}
    return _said(
        {
            "period": value.period.raw,
            "value": exact_text(value.value),
            "numerator": _number(value.numerator),
            "denominator": _number(value.denominator),
        }
    )


def _money(money: Money) -> Plain:
    return _said(
        {"currency": money.currency, "planned": _number(money.planned), "actual": _number(money.actual)},
    )


def _number(amount: Amount | None) -> str | None:
    return None if amount is None else str(amount)


def _share(part: int, whole: int) -> str | None:
    """Return a part of a whole, not shortened: 2/4 says more than 1/2."""
    return f"{part}/{whole}" if whole else None


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _word(word: StrEnum | None) -> str | None:
    return None if word is None else str(word)


def _counted(counts: Mapping[Status | None, int] | Mapping[Standing, int]) -> PlainRow:
    """Return the counts by the code of what is counted, without those of nothing."""
    return {str(what or "not_reported"): count for what, count in counts.items() if count}


def _said(row: PlainRow) -> PlainRow:
    """Return the row without what there is nothing to say about."""
    return {key: value for key, value in row.items() if value is not None and value != [] and value != {}}


def differing(recorded: Plain, computed: Plain) -> Iterable[tuple[str, str]]:
    """Yield where two sets of figures differ: the kind or identifier, and the key.

    >>> list(differing({"actions": [{"id": "a", "late_by": 3}]}, {"actions": [{"id": "a", "late_by": 4}]}))
    [('a', 'late_by')]
    """
    before, after = _rows(recorded), _rows(computed)
    for name in {**before, **after}:
        one, other = before.get(name, {}), after.get(name, {})
        for key in {**one, **other}:
            if one.get(key) != other.get(key):
                yield name[1], key


def _rows(figures: Plain) -> dict[tuple[str, str], PlainRow]:
    """Return the rows of all figures by kind and identifier."""
    found: dict[tuple[str, str], PlainRow] = {}
    for kind, rows in figures.items() if isinstance(figures, dict) else ():
        for row in rows if isinstance(rows, list) else [rows]:
            if isinstance(row, dict):
                found[kind, str(row.get("id", kind))] = row
    return found
