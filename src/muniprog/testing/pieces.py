"""Hypothesis strategies for the small things that programmes are made of: texts, days, numbers, mappings, lists."""

from functools import cache

from hypothesis import strategies as st

from muniprog.source import Plain

Mapping = dict[str, Plain]

LANGUAGES = ["sv", "fi", "en"]
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


def some(**optional: st.SearchStrategy[Plain]) -> st.SearchStrategy[Mapping]:
    """Return mappings with any of these keys. A list or mapping that is empty is left out, as in canonical form."""
    return st.fixed_dictionaries({}, optional=optional).map(
        lambda found: {key: value for key, value in found.items() if value not in ([], {}) or key in TEXT_KEYS}
    )


TEXT_KEYS = frozenset(
    {"description", "note", "summary", "subtitle", "contact", "text", "signed", "reason", "source", "unit"}
)


def having(
    required: dict[str, st.SearchStrategy[Plain]], **optional: st.SearchStrategy[Plain]
) -> st.SearchStrategy[Mapping]:
    """Return mappings with all of the first keys and any of the others."""
    return st.builds(lambda first, rest: first | rest, st.fixed_dictionaries(required), some(**optional))


def listed(elements: st.SearchStrategy[Plain], size: int = 2) -> st.SearchStrategy[list[Plain]]:
    """Return lists that are short enough to shrink well."""
    return st.lists(elements, max_size=size)


PLUGIN_DATA = st.dictionaries(
    st.sampled_from(["climate", "map"]),
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), WORDS),
        lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(WORDS, inner, max_size=2)),
        max_leaves=4,
    ),
    max_size=1,
)
