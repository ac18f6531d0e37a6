"""A change is two mappings that share what stayed the same, and that mean the programme before and after."""

from random import Random

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muniprog.conversion import structure, unstructure, unstructure_change
from muniprog.model import Origin, Programme
from muniprog.source import PlainSource
from muniprog.testing import programme_mappings
from tests.edits import EDITS, Edit, Mapping
from tests.mappings import small, with_action


def loaded(mapping: Mapping) -> tuple[Programme, Origin]:
    programme = structure(PlainSource(mapping))
    assert programme.origin is not None
    return programme, programme.origin


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(programme_mappings(), st.integers(0, 2**32).map(Random), st.lists(st.sampled_from(EDITS), max_size=3))
def test_both_sides_mean_what_they_stand_for(mapping: Mapping, chance: Random, edits: list[Edit]) -> None:
    edited, origin = loaded(mapping)
    for edit in edits:
        edited, _ = edit(edited, chance)
    old, new = unstructure_change(edited, origin)
    assert unstructure(structure(PlainSource(old))) == unstructure(origin.loaded)
    assert unstructure(structure(PlainSource(new))) == unstructure(edited)


def test_what_stays_the_same_object_stays_as_it_was_read() -> None:
    mapping = small(note={"sv": "I annan form än den kortaste"})
    programme, origin = loaded(mapping)
    themes = (attrs.evolve(programme.themes[0], tags=("x",)), programme.themes[1])
    old, new = unstructure_change(attrs.evolve(programme, themes=themes), origin)
    assert old["note"] is new["note"] is mapping["note"]
    assert old["owners"] is new["owners"] is mapping["owners"]
    assert old["themes"][1] is new["themes"][1] is mapping["themes"][1]  # type: ignore[index]
    assert old["themes"][0] != new["themes"][0]  # type: ignore[index]


def test_another_language_of_record_writes_anew_what_would_be_misread() -> None:
    programme, origin = loaded(small())
    _, new = unstructure_change(attrs.evolve(programme, languages=("fi", "sv")), origin)
    assert new["themes"][1]["title"] == {"sv": "Kultur"}  # type: ignore[index, call-overload]


def test_another_calendar_keeps_the_days() -> None:
    programme, origin = loaded(with_action(timeframe="hösten 2020"))
    later = attrs.evolve(programme, calendar=attrs.evolve(programme.calendar, autumn=(8, 10)))
    _, new = unstructure_change(later, origin)
    again = structure(PlainSource(new))
    before, after = programme.actions[0].timeframe, again.actions[0].timeframe
    assert (after.start, after.end) == (before.start, before.end)
