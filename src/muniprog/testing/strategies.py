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
    Verdict,
)
from muniprog.paths import items_in
from muniprog.source import Plain, PlainSource

Mapping = dict[str, Plain]

LANGUAGES = ["sv", "fi", "en"]
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
PERIODS: list[Plain] = [2019, 2020, "2019–2022", "2020-Q1", "2020-05"]
DAYS = st.dates().map(lambda day: day.isoformat())
NUMBERS = st.one_of(st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False, width=32))
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
"""Any text that can be stored: emoji, decomposed letters, control characters, spaces at the ends, nothing at all."""


@cache
def texts() -> st.SearchStrategy[Plain]:
    """Return texts as they are written: a bare string in Swedish, or a mapping from language to string."""
    said = st.one_of(WORDS, st.none(), st.fixed_dictionaries({"text": WORDS, "translates": WORDS}))
    several = st.dictionaries(st.sampled_from(LANGUAGES), said, max_size=3).filter(
        lambda text: text.keys() != {"sv"} or not isinstance(text["sv"], str)
    )
    return st.one_of(WORDS, several)


def _some(**optional: st.SearchStrategy[Plain]) -> st.SearchStrategy[Mapping]:
    """Return mappings with any of these keys. A list or mapping that is empty is left out, as in canonical form."""
    return st.fixed_dictionaries({}, optional=optional).map(
        lambda found: {key: value for key, value in found.items() if value not in ([], {}) or key in TEXT_KEYS}
    )


TEXT_KEYS = frozenset(
    {"description", "note", "summary", "subtitle", "contact", "text", "signed", "reason", "source", "unit"}
)


def _with(
    required: dict[str, st.SearchStrategy[Plain]], **optional: st.SearchStrategy[Plain]
) -> st.SearchStrategy[Mapping]:
    return st.builds(lambda first, rest: first | rest, st.fixed_dictionaries(required), _some(**optional))


def _list(elements: st.SearchStrategy[Plain], size: int = 2) -> st.SearchStrategy[list[Plain]]:
    return st.lists(elements, max_size=size)


def _values(measure: str) -> st.SearchStrategy[Plain]:
    if measure == Measure.MILESTONE:
        return st.booleans()
    return WORDS if measure == Measure.TEXT or ":" in measure else NUMBERS


PLUGIN_DATA = st.dictionaries(
    st.sampled_from(["climate", "map"]),
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), WORDS),
        lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(WORDS, inner, max_size=2)),
        max_leaves=4,
    ),
    max_size=1,
)
BOOKKEEPING: dict[str, st.SearchStrategy[Plain]] = {
    "description": texts(),
    "note": texts(),
    "tags": _list(WORDS),
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
        _with(
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
        _with(
            {"value": value, "by": st.sampled_from(TIMEFRAMES)},
            comparison=st.sampled_from(Comparison).map(str),
            set_on=DAYS,
            set_by=texts(),
            reason=texts(),
        ),
    )
    return _some(
        unit=texts(),
        per=st.sampled_from(Per).map(str),
        series=st.sampled_from(Series).map(str),
        direction=st.sampled_from(Direction).map(str),
        baseline=st.one_of(value, st.fixed_dictionaries({"value": value, "period": st.sampled_from(PERIODS)})),
        targets=_list(target),
        source=texts(),
        decimals=st.integers(0, 6),
        weight=NUMBERS,
        observations=_list(observation),
        **BOOKKEEPING,
    )


@cache
def _actions() -> st.SearchStrategy[Mapping]:
    step = _with({"title": texts()}, timeframe=st.sampled_from(TIMEFRAMES), note=texts())
    budget = _with({"year": st.integers(2000, 2100)}, planned=NUMBERS, actual=NUMBERS, funder=texts())
    return _with(
        {"id": st.just(""), "title": texts()},
        timeframe=st.sampled_from(TIMEFRAMES),
        owners=RESPONSIBILITIES,
        steps=_list(step),
        indicators=_list(_indicators(), 1),
        budget=_list(budget),
        links=_list(_with({"url": WORDS}, title=texts())),
        visibility=st.just("internal"),
        **BOOKKEEPING,
    )


@cache
def _goals() -> st.SearchStrategy[Mapping]:
    place = st.one_of(
        st.sampled_from(TIMEFRAMES[:-1]),
        st.fixed_dictionaries({"timeframe": st.sampled_from(TIMEFRAMES), "title": texts()}),
    )
    return _with(
        {"id": st.just(""), "title": texts()},
        aliases=_list(texts()),
        owners=RESPONSIBILITIES,
        timeframe=st.sampled_from(TIMEFRAMES),
        weight=NUMBERS,
        overview=place,
        actions=_list(_actions()),
        indicators=_list(_indicators()),
        **BOOKKEEPING,
    )


@cache
def _themes(depth: int = 1) -> st.SearchStrategy[Mapping]:
    return _with(
        {"id": st.just(""), "title": texts()},
        owners=RESPONSIBILITIES,
        weight=NUMBERS,
        goals=_list(_goals()),
        actions=_list(_actions(), 1),
        indicators=_list(_indicators(), 1),
        themes=_list(_themes(depth - 1), 1) if depth else st.just([]),
        **BOOKKEEPING,
    )


@cache
def _owners() -> st.SearchStrategy[Mapping]:
    return _with(
        {"id": st.just(""), "name": texts()},
        kind=st.sampled_from(OwnerKind).map(str),
        aliases=_list(WORDS),
        valid_from=DAYS,
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
        "owners": _list(_owners(), 3),
        "themes": _list(_themes()),
        "follow_ups": st.lists(st.sampled_from(PERIODS), max_size=2, unique_by=str).flatmap(_follow_ups),
    }
    return _with(
        required,
        subtitle=texts(),
        summary=texts(),
        contact=texts(),
        municipality=_with({"name": texts()}, country=st.just("FI"), code=WORDS),
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
    """Give every item its identifier, and every reference to an owner that of an owner that is there."""
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
    return {key: value for key, value in whole.items() if value != []}


def _share(share: Plain, names: list[Plain]) -> Plain:
    if isinstance(share, dict):
        return {**share, "owner": _share(share["owner"], names)}
    return names[share % len(names)] if names and isinstance(share, int) else None


def _follow_ups(periods: list[Plain]) -> st.SearchStrategy[list[Plain]]:
    update = _with(
        {"item": st.just("boende-1")},
        status=st.sampled_from(Status).map(str),
        note=texts(),
        next_steps=texts(),
        planned_end=DAYS,
        reported_by=WORDS,
        reported_on=DAYS,
    )
    decision = _with({"item": st.just("boende-1"), "decision": st.sampled_from(Verdict).map(str)}, by=texts(), on=DAYS)
    rounds = [
        _with(
            {"period": st.just(period)},
            opened_on=DAYS,
            closed_on=DAYS,
            updates=_list(update),
            decisions=_list(decision),
        )
        for period in periods
    ]
    return st.tuples(*rounds).map(list)


def programmes() -> st.SearchStrategy[Programme]:
    """Return programmes of the model."""
    return programme_mappings().map(lambda mapping: structure(PlainSource(mapping)))
