"""The strategies that plug-in authors test with: whole programmes, that shrink to small ones."""

import pytest
from hypothesis import HealthCheck, Phase, find, given, seed, settings

from muniprog.checks import run_checks
from muniprog.conversion import structure, unstructure
from muniprog.model import Observation, Programme, Update
from muniprog.paths import items_in
from muniprog.source import Plain, PlainSource
from muniprog.testing import programme_mappings, programmes, texts
from tests.mappings import Mapping

LAW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
SEARCH = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=[Phase.generate, Phase.shrink],  # nothing has failed, so there is nothing to explain
)


@LAW
@given(programme_mappings())
def test_every_mapping_is_a_programme_in_canonical_form(mapping: Mapping) -> None:
    assert unstructure(structure(PlainSource(mapping))) == mapping


@LAW
@given(programmes())
def test_every_programme_can_be_checked(programme: Programme) -> None:
    assert all(finding.code != "S104" for finding in run_checks(programme))


@LAW
@given(texts())
def test_every_text_is_a_title(text: Plain) -> None:
    mapping: Mapping = {"muniprog": 1, "id": "p", "period": 2019, "languages": ["sv", "fi", "en"], "title": text}
    assert structure(PlainSource(mapping)).languages == ("sv", "fi", "en")


@pytest.mark.slow
def test_a_programme_with_a_goal_shrinks_to_little_more() -> None:
    smallest = find(
        programme_mappings(), lambda mapping: any(item.kind == "goal" for item in items_in(mapping)), settings=SEARCH
    )
    assert len(list(items_in(smallest))) <= 3


@pytest.mark.slow
def test_there_are_observations_rounds_and_measures_of_plugins() -> None:
    seen: set[str] = set()

    def look(programme: Programme) -> None:
        seen.update("observation" for item in programme.indicators if item.observations)
        seen.update("update" for round_ in programme.follow_ups if round_.updates)
        seen.update("plug-in" for item in programme.indicators if ":" in str(item.measure))
        seen.update("language" for item in programme.owners if item.language)
        seen.update("notice" for _ in [programme] if programme.notice)
        for round_ in programme.follow_ups:
            answers: tuple[Update | Observation, ...] = (*round_.updates, *round_.observations)
            seen.update("asked" for _ in round_.asked)
            seen.update("approver" for _ in [round_] if round_.approver)
            seen.update("reopened" for _ in round_.reopened)
            seen.update("reported value" for _ in round_.observations)
            seen.update("sent back" for answer in answers if answer.sent_back)
            seen.update("owner" for answer in answers if answer.owner)

    wanted = {
        *("observation", "update", "plug-in", "language", "notice", "asked", "approver", "reopened"),
        *("reported value", "sent back", "owner"),
    }
    for number in range(20):
        if seen != wanted:
            seed(number)(settings(LAW, max_examples=50, database=None)(given(programmes())(look)))()
    assert seen == wanted


@LAW
@given(programmes())
def test_rounds_name_only_what_is_there(programme: Programme) -> None:
    assert {finding.code for finding in run_checks(programme, only={"R101", "R102", "R103"})} == set()
