"""A round by its period, and what is refused about rounds."""

from datetime import date

import pytest

from muniprog.errors import ClosedRoundError, UnknownNameError, ValueProblem
from muniprog.followup.finding import comes_before, find_open_round, find_round, with_round
from muniprog.model import FollowUp, Programme
from tests.builders import period, programme


def plan_with(*periods: str) -> Programme:
    return programme(follow_ups=tuple(FollowUp(period=period(each)) for each in periods))


def periods_of(plan: Programme) -> list[str]:
    return [each.period.raw for each in plan.follow_ups]


@pytest.mark.parametrize("asked", ["2020", 2020, "2020-01–2020-12", period("2020"), period("2020-01–2020-12")], ids=str)
def test_a_round_is_found_by_its_days_however_they_are_written(asked: str | int) -> None:
    assert find_round(plan_with("2019", "2020"), asked).period.raw == "2020"


def test_a_round_is_found_as_it_is_written_though_it_could_mean_two_things() -> None:
    school_year = period("läsåret 2019/20")
    plan = programme(follow_ups=(FollowUp(period=type(school_year)("2019/20", school_year.start, school_year.end)),))
    assert find_round(plan, "2019/20").period.end == school_year.end


def test_the_nearest_round_is_named() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean “hösten 2020”?"):
        find_round(plan_with("2019", "hösten 2020"), "hostn 2020")
    with pytest.raises(UnknownNameError, match=r"There is no round of follow-up called “2021”\..*Known: 2019, 2020"):
        find_round(plan_with("2019", "2020"), 2021)


def test_where_there_is_no_round_that_is_said() -> None:
    with pytest.raises(UnknownNameError, match=r"No round has been opened yet\."):
        find_round(programme(), 2020)


def test_only_a_programme_has_rounds() -> None:
    with pytest.raises(ValueProblem, match="Expected a programme"):
        find_round("vasa", 2020)  # type: ignore[arg-type]


def test_a_closed_round_is_no_open_one() -> None:
    closed = FollowUp(period=period("2020"), closed_on=date(2021, 2, 1))
    plan = programme(follow_ups=(closed,))
    assert find_round(plan, 2020) is closed
    with pytest.raises(ClosedRoundError, match="2020 was closed on 1 February 2021"):
        find_open_round(plan, 2020)
    assert find_open_round(plan_with("2020"), 2020).period.raw == "2020"


def test_a_round_takes_the_place_of_the_one_for_the_same_days() -> None:
    plan = with_round(plan_with("2019", "2020", "2021"), FollowUp(period=period("2020-01–2020-12"), approver="chef"))
    assert periods_of(plan) == ["2019", "2020-01–2020-12", "2021"]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("2018", ["2018", "2019", "2021"]),
        ("2020", ["2019", "2020", "2021"]),
        ("2022", ["2019", "2021", "2022"]),
        ("2021-Q1", ["2019", "2021-Q1", "2021"]),
        ("2021-Q4", ["2019", "2021-Q4", "2021"]),
    ],
)
def test_a_new_round_takes_its_place_in_time(new: str, expected: list[str]) -> None:
    assert periods_of(with_round(plan_with("2019", "2021"), FollowUp(period=period(new)))) == expected


def test_a_part_comes_before_its_whole() -> None:
    year, first, last = period("2020"), period("2020-Q1"), period("2020-Q4")
    assert [comes_before(part, year) for part in (first, last, year)] == [True, True, False]
    assert not comes_before(year, last)
