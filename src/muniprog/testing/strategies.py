"""Hypothesis strategies for whole programmes: every entity, every kind of text, small enough to shrink well."""

from functools import cache
from itertools import cycle

from hypothesis import strategies as st

from muniprog.conversion import structure
from muniprog.model import (
    Comparison,
    Direction,
    Measure,
    Missing,
    OwnerKind,
    Per,
    Programme,
    RollUp,
    Series,
    Status,
    Unassessed,
)
from muniprog.paths import items_in
from muniprog.source import Plain, PlainSource
from muniprog.testing.pieces import (
    DAYS,
    LANGUAGES,
    NUMBERS,
    PERIODS,
    PLUGIN_DATA,
    WORDS,
    Mapping,
    having,
    listed,
    some,
    texts,
)
from muniprog.testing.rounds import follow_ups, name_in_rounds

TIMEFRAMES: list[Plain] = [
    2019,
    "2019–2022",
    "2019-2022",
    "hösten 2021",
    "Kontinuerlig",
    "fram till år 2027",
    "1.8.2019–31.5.2021",
    "2020-Q1",
    {"text": "när lokalerna är klara", "start": 2021, "end": "2021-05"},
]


def _values(measure: str) -> st.SearchStrategy[Plain]:
    if measure == Measure.MILESTONE:
        return st.booleans()
    return WORDS if measure == Measure.TEXT or ":" in measure else NUMBERS


BOOKKEEPING: dict[str, st.SearchStrategy[Plain]] = {
    "description": texts(),
    "note": texts(),
    "tags": listed(WORDS),
    "extensions": PLUGIN_DATA,
}


RESPONSIBILITIES: st.SearchStrategy[list[Plain]] = st.lists(
    st.one_of(
        st.integers(0, 2),
        st.fixed_dictionaries({"owner": st.integers(0, 2), "role": st.sampled_from(["partner", "contact"])}),
    ),
    max_size=2,
)
"""Who answers for something, by position among the owners; `_named` puts their identifiers there."""


@st.composite
def _indicators(draw: st.DrawFn) -> Mapping:
    measure = draw(st.sampled_from([*Measure, "climate:index"]))
    return {"id": "", "title": draw(texts()), "measure": str(measure)} | draw(_of_measure(measure))


@cache
def _of_measure(measure: str) -> st.SearchStrategy[Mapping]:
    """Return what an indicator with this measure may have."""
    value = _values(measure)
    observation = st.one_of(
        having(
            {"period": st.sampled_from(PERIODS), "value": value},
            numerator=NUMBERS,
            denominator=NUMBERS,
            dimensions=st.dictionaries(WORDS, WORDS, max_size=1),
            note=texts(),
            source=texts(),
            reported_by=WORDS,
            reported_on=DAYS,
        ),
        st.fixed_dictionaries(
            {"period": st.sampled_from(PERIODS), "missing": st.sampled_from(Missing).map(str), "reason": texts()}
        ),
    )
    target = st.one_of(
        value,
        having(
            {"value": value, "by": st.sampled_from(TIMEFRAMES)},
            comparison=st.sampled_from(Comparison).map(str),
            set_on=DAYS,
            set_by=texts(),
            reason=texts(),
        ),
    )
    return some(
        unit=texts(),
        per=st.sampled_from(Per).map(str),
        series=st.sampled_from(Series).map(str),
        direction=st.sampled_from(Direction).map(str),
        baseline=st.one_of(value, st.fixed_dictionaries({"value": value, "period": st.sampled_from(PERIODS)})),
        targets=listed(target),
        source=texts(),
        decimals=st.integers(0, 6),
        weight=NUMBERS,
        observations=listed(observation),
        **BOOKKEEPING,
    )


@cache
def _actions() -> st.SearchStrategy[Mapping]:
    step = having({"title": texts()}, timeframe=st.sampled_from(TIMEFRAMES), note=texts())
    budget = having({"year": st.integers(2000, 2100)}, planned=NUMBERS, actual=NUMBERS, funder=texts())
    return having(
        {"id": st.just(""), "title": texts()},
        timeframe=st.sampled_from(TIMEFRAMES),
        owners=RESPONSIBILITIES,
        steps=listed(step),
        indicators=listed(_indicators(), 1),
        budget=listed(budget),
        links=listed(having({"url": WORDS}, title=texts())),
        visibility=st.just("internal"),
        **BOOKKEEPING,
    )


@cache
def _goals() -> st.SearchStrategy[Mapping]:
    place = st.one_of(
        st.sampled_from(TIMEFRAMES[:-1]),
        st.fixed_dictionaries({"timeframe": st.sampled_from(TIMEFRAMES), "title": texts()}),
    )
    return having(
        {"id": st.just(""), "title": texts()},
        aliases=listed(texts()),
        owners=RESPONSIBILITIES,
        timeframe=st.sampled_from(TIMEFRAMES),
        weight=NUMBERS,
        overview=place,
        actions=listed(_actions()),
        indicators=listed(_indicators()),
        **BOOKKEEPING,
    )


@cache
def _themes(depth: int = 1) -> st.SearchStrategy[Mapping]:
    return having(
        {"id": st.just(""), "title": texts()},
        owners=RESPONSIBILITIES,
        weight=NUMBERS,
        goals=listed(_goals()),
        actions=listed(_actions(), 1),
        indicators=listed(_indicators(), 1),
        themes=listed(_themes(depth - 1), 1) if depth else st.just([]),
        **BOOKKEEPING,
    )


@cache
def _owners() -> st.SearchStrategy[Mapping]:
    return having(
        {"id": st.just(""), "name": texts()},
        kind=st.sampled_from(OwnerKind).map(str),
        aliases=listed(WORDS),
        valid_from=DAYS,
        language=st.sampled_from(LANGUAGES),
        note=texts(),
    )


@cache
def _wholes() -> st.SearchStrategy[Mapping]:
    """Return programmes whose items have no identifiers yet, and whose owners are named by their positions."""
    required: dict[str, st.SearchStrategy[Plain]] = {
        "muniprog": st.just(1),
        "id": st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,10}x", fullmatch=True),
        "title": texts(),
        "period": st.sampled_from(PERIODS),
        "languages": st.just(LANGUAGES).map(list),
        "owners": listed(_owners(), 3),
        "themes": listed(_themes()),
        "follow_ups": st.lists(st.sampled_from(PERIODS), max_size=2, unique_by=str).flatmap(follow_ups),
    }
    return having(
        required,
        subtitle=texts(),
        summary=texts(),
        contact=texts(),
        notice=texts(),
        municipality=having({"name": texts()}, country=st.just("FI"), code=WORDS),
        statuses=st.dictionaries(st.sampled_from(Status).map(str), texts(), max_size=2),
        retired=st.just(["gone-1"]),
        note=texts(),
        progress=_progress_rules(),
        extensions=PLUGIN_DATA,
    )


def _progress_rules() -> st.SearchStrategy[Plain]:
    """Return settings that are not the default, which is not written."""
    others = [str(rule) for rule in RollUp if rule is not RollUp.MEAN]
    return st.fixed_dictionaries(
        {"roll_up": st.sampled_from(others)}, optional={"unassessed": st.just(str(Unassessed.AS_ZERO))}
    )


def programme_mappings() -> st.SearchStrategy[Mapping]:
    """Return programmes as plain mappings in canonical form.

    They have every entity and every sort of value; the smallest has a title and nothing else.
    """
    return _wholes().map(_named)


def _named(whole: Mapping) -> Mapping:
    """Give every item its identifier, and every reference to an item or owner that of one that is there."""
    prefixes = cycle(("boende-", "ACT-", "1.", "x_"))
    items = list(items_in(whole))
    for number, item in enumerate(items, start=1):
        item.mapping["id"] = f"{next(prefixes)}{number}"
    names: list[Plain] = [item.id for item in items if item.kind == "owner"]
    for item in items:
        shares = item.mapping.get("owners")
        if isinstance(shares, list):
            item.mapping["owners"] = [_share(share, names) for share in shares]
            if not names:
                del item.mapping["owners"]
    name_in_rounds(whole, items)
    return {key: value for key, value in whole.items() if value != []}


def _share(share: Plain, names: list[Plain]) -> Plain:
    if isinstance(share, dict):
        return {**share, "owner": _share(share["owner"], names)}
    return names[share % len(names)] if names and isinstance(share, int) else None


def programmes() -> st.SearchStrategy[Programme]:
    """Return programmes of the model."""
    return programme_mappings().map(lambda mapping: structure(PlainSource(mapping)))
