"""Hypothesis strategies for rounds of follow-up: who is asked, what was answered, approved and sent back."""

from functools import cache

from hypothesis import strategies as st

from muniprog.model import Missing, Status, Verdict
from muniprog.paths import Placed
from muniprog.source import Plain
from muniprog.testing.pieces import DAYS, NUMBERS, PERIODS, PLUGIN_DATA, WORDS, Mapping, having, listed, texts

POSITIONS = st.integers(0, 5)
"""An item or an owner, by its position among those that may stand there; `name_in_rounds` puts its identifier there."""

_ENTRIES = ("asked", "updates", "observations", "decisions")


def follow_ups(periods: list[Plain]) -> st.SearchStrategy[list[Plain]]:
    """Return a round for each period. They name items and owners by their positions."""
    return st.tuples(*map(_follow_up, periods)).map(list)


def name_in_rounds(whole: Mapping, items: list[Placed]) -> None:
    """Put identifiers where the rounds of a programme name items and owners.

    What would name something of which there is none is left out.
    """
    names: dict[str, list[Plain]] = {
        "owner": [item.id for item in items if item.kind == "owner"],
        "item": [item.id for item in items if item.kind in ("goal", "action")],
        "indicator": [item.id for item in items if item.kind == "indicator"],
    }
    rounds = whole.get("follow_ups")
    for follow_up in [each for each in rounds if isinstance(each, dict)] if isinstance(rounds, list) else []:
        _name_in_round(follow_up, names)


def _name_in_round(follow_up: Mapping, names: dict[str, list[Plain]]) -> None:
    for key in _ENTRIES:
        entries = follow_up.pop(key, None)
        if isinstance(entries, list):
            named: list[Plain] = [entry for each in entries if (entry := _named(each, names)) is not None]
            if named:
                follow_up[key] = named


def _named(entry: Plain, names: dict[str, list[Plain]]) -> Mapping | None:
    """Return an entry with identifiers for positions; None where there is nothing to name."""
    named: Mapping = {}
    asked = [*names["item"], *names["indicator"]]
    for key, value in entry.items() if isinstance(entry, dict) else ():
        if key == "items" and isinstance(value, list):
            several: list[Plain] = [_at(each, asked) for each in value] if asked else []
            if several:
                named[key] = several
        elif key in names:
            one = _at(value, names[key])
            if one is None:
                return None
            named[key] = one
        else:
            named[key] = value
    return named


def _at(position: Plain, names: list[Plain]) -> Plain:
    return names[position % len(names)] if isinstance(position, int) and names else None


def _follow_up(period: Plain) -> st.SearchStrategy[Mapping]:
    return having(
        {"period": st.just(period)},
        title=texts(),
        opened_on=DAYS,
        deadline=DAYS,
        approver=WORDS,
        asked=listed(having({"owner": POSITIONS}, items=listed(POSITIONS))),
        closed_on=DAYS,
        reopened=listed(_reopenings(), 1),
        updates=listed(_updates()),
        observations=listed(_reported_values()),
        decisions=listed(_decisions()),
        extensions=PLUGIN_DATA,
    )


@cache
def _reopenings() -> st.SearchStrategy[Mapping]:
    return having({"on": DAYS, "reason": texts(), "closed_on": DAYS, "seal": st.just("5ea1")}, by=WORDS)


@cache
def _decisions() -> st.SearchStrategy[Mapping]:
    return having({"item": POSITIONS, "decision": st.sampled_from(Verdict).map(str)}, by=texts(), on=DAYS)


@cache
def _updates() -> st.SearchStrategy[Mapping]:
    return having(
        {"item": POSITIONS},
        status=st.sampled_from(Status).map(str),
        note=texts(),
        next_steps=texts(),
        planned_end=DAYS,
        actual_start=DAYS,
        actual_end=DAYS,
        **_signed(),
    )


@cache
def _reported_values() -> st.SearchStrategy[Mapping]:
    """Return values without a number of their own, which every measure can have."""
    return having(
        {"indicator": POSITIONS, "period": st.sampled_from(PERIODS)},
        missing=st.sampled_from(Missing).map(str),
        reason=texts(),
        numerator=NUMBERS,
        denominator=NUMBERS,
        note=texts(),
        **_signed(),
    )


def _signed() -> dict[str, st.SearchStrategy[Plain]]:
    """Return who answered and who approved, and that an answer was sent back."""
    return {
        "owner": POSITIONS,
        "reported_by": WORDS,
        "reported_on": DAYS,
        "approved_by": WORDS,
        "approved_on": DAYS,
        "sent_back": having({"on": DAYS, "reason": texts()}, by=WORDS),
    }
