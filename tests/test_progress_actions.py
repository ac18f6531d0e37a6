"""The figures of an action: the status as reported, the time that has passed, and lateness, which is computed."""

from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import pytest

from muniprog.errors import ValueProblem
from muniprog.model import Action, FollowUp, SentBack, Status, Update
from muniprog.progress import ActionFigures, assess
from tests.builders import action, dated, goal, period, programme, text, theme


def update(status: Status | None = None, **more: Any) -> Update:
    return Update(item="a", status=status, **more)


def round_(year: str, *updates: Update) -> FollowUp:
    return FollowUp(period=period(year), updates=updates)


def figures_of(measured: Action, *rounds: FollowUp, as_of: str = "2021-06-30", **more: Any) -> ActionFigures:
    plan = programme(theme("t", goal("g", measured)), follow_ups=rounds, **more)
    return assess(plan, as_of=as_of).action("a")


def test_the_last_status_counts_that_was_reported_by_the_day() -> None:
    first = round_("2019", update(Status.NOT_STARTED, reported_on=date(2019, 11, 1)))
    second = round_("2020", update(Status.DONE, reported_on=date(2020, 11, 1)))
    assert figures_of(action("a"), second, first, as_of="2019-10-31").status is None
    assert figures_of(action("a"), second, first, as_of="2020-10-31").status is Status.NOT_STARTED
    assert figures_of(action("a"), second, first, as_of="2020-11-01").status is Status.DONE


def test_a_report_that_was_sent_back_counts_in_no_figure_until_there_is_a_new_one() -> None:
    back = SentBack(on=date(2020, 12, 2), reason=text("Hur långt?"))
    first = update(Status.DONE, reported_on=date(2020, 12, 1), sent_back=back)
    alone = figures_of(action("a"), round_("2020", first))
    assert (alone.status, alone.never_reported) == (None, True)
    again = update(Status.IN_PROGRESS, reported_on=date(2020, 12, 3))
    assert figures_of(action("a"), round_("2020", first, again)).status is Status.IN_PROGRESS


def test_the_report_tells_its_round() -> None:
    reported = figures_of(action("a"), round_("2020", update(Status.DONE))).reported
    assert reported is not None
    assert (reported.round.raw, reported.day) == ("2020", date(2020, 12, 31))


def test_an_update_without_a_status_leaves_the_status_and_is_a_report() -> None:
    started = round_("2019", update(Status.IN_PROGRESS))
    told = figures_of(action("a"), started, round_("2020", update(note=text("Det går bra."))))
    assert (told.status, told.never_reported) == (Status.IN_PROGRESS, False)
    only_told = figures_of(action("a"), round_("2020", update(note=text("Det går bra."))))
    assert (only_told.status, only_told.never_reported) == (None, False)


def test_not_reported_is_not_the_same_as_not_started() -> None:
    silent = figures_of(action("a"))
    assert (silent.status, silent.never_reported) == (None, True)
    assert "that is not the same as not started" in silent.explain("en")
    assert repr(silent) == "<ActionFigures a: not reported>"


def test_a_former_identifier_still_finds_its_action() -> None:
    old = Update(item="OLD", status=Status.DONE)
    assert figures_of(action("a", former_ids=("old",)), round_("2020", old)).status is Status.DONE


@pytest.mark.parametrize(
    ("as_of", "passed"),
    [("2019-12-31", 0), ("2020-01-01", Fraction(1, 366)), ("2020-12-31", 1), ("2022-01-01", 1)],
)
def test_the_share_of_planned_time_is_counted_in_days(as_of: str, passed: Fraction | int) -> None:
    assert figures_of(action("a", "2020"), as_of=as_of).time_passed == passed


@pytest.mark.parametrize("timetable", ["", "Kontinuerlig", "årligen", "fram till 2022", "från 2020"])
def test_what_has_no_first_and_last_day_has_no_share_of_time(timetable: str) -> None:
    open_ = figures_of(action("a", timetable))
    assert open_.time_passed is None
    assert "No share of time" in open_.explain("en")


def test_an_end_that_was_moved_before_the_start_leaves_no_share_of_time() -> None:
    moved = round_("2019", update(planned_end=date(2019, 1, 1), reported_on=date(2019, 6, 1)))
    assert figures_of(action("a", "2020"), moved).time_passed is None


def test_late_is_computed_from_the_planned_end() -> None:
    late = figures_of(action("a", "2020"), round_("2020", update(Status.IN_PROGRESS)), as_of="2021-01-31")
    assert (late.is_late, late.late_by) == (True, 31)
    assert repr(late) == "<ActionFigures a: in_progress, 31 days late>"
    said = late.explain("en")
    assert "31 days late." in said
    assert "should have been ready on 31 December 2020 and is neither done, cancelled nor continuous" in said


def test_the_last_day_itself_is_not_late() -> None:
    assert figures_of(action("a", "2020"), as_of="2020-12-31").late_by == 0


@pytest.mark.parametrize("status", [Status.DONE, Status.CANCELLED, Status.CONTINUOUS])
def test_what_nobody_waits_for_is_not_late(status: Status) -> None:
    assert not figures_of(action("a", "2019"), round_("2020", update(status))).is_late


def test_a_postponed_action_is_late_only_by_its_new_plan() -> None:
    moved = round_("2020", update(Status.POSTPONED, planned_end=date(2021, 5, 31)))
    postponed = figures_of(action("a", "2020"), moved)
    assert (postponed.planned_end, postponed.first_planned_end) == (date(2021, 5, 31), date(2020, 12, 31))
    assert (postponed.late_by, postponed.slip) == (30, 151)
    said = postponed.explain("en")
    assert "Planned end by the last report: 31 May 2021." in said
    assert "The end has moved by 151 days." in said


def test_the_slip_of_what_is_ready_goes_to_its_actual_end() -> None:
    ready = round_("2020", update(Status.DONE, actual_end=date(2020, 12, 21)))
    early = figures_of(action("a", "2020"), ready)
    assert early.slip == -10
    said = early.explain("en")
    assert "Actual end: 21 December 2020." in said
    assert "The end is 10 days earlier." in said


def test_without_a_first_plan_there_is_no_slip() -> None:
    moved = round_("2020", update(planned_end=date(2021, 5, 31)))
    assert figures_of(action("a"), moved).slip is None
    assert figures_of(action("a")).slip is None


def test_the_time_of_the_goal_is_the_time_of_its_actions() -> None:
    whole = goal("g", action("a"), timeframe=dated("2021-01-01", "2021-12-31"))
    figures = assess(programme(theme("t", whole)), as_of="2021-01-01")
    assert figures.action("a").time_passed == Fraction(1, 365)


def test_the_programmes_own_words_are_used() -> None:
    said = figures_of(action("a"), round_("2020", update(Status.DONE)), statuses={"done": text("genomförd")}).explain(
        "sv"
    )
    assert "Läget är ”genomförd”, rapporterat 31.12.2020 i uppföljningen 2020." in said


def test_two_reports_of_one_day_give_the_same_figure_in_any_order() -> None:
    done, started = update(Status.DONE), update(Status.IN_PROGRESS)
    either = {figures_of(action("a"), round_("2020", *order)).status for order in ((done, started), (started, done))}
    assert len(either) == 1


def test_rounds_may_be_others_than_those_of_the_programme() -> None:
    plan = programme(theme("t", action("a")), follow_ups=(round_("2020", update(Status.DONE)),))
    assert assess(plan, as_of=date(2021, 1, 1), rounds=()).action("a").status is None


def test_updates_of_what_is_not_there_are_left_alone() -> None:
    assert figures_of(action("a"), round_("2020", Update(item="nobody", status=Status.DONE))).never_reported


def test_a_time_of_day_is_left_out() -> None:
    moment = datetime(2021, 1, 1, 12, tzinfo=UTC)
    assert assess(programme(), as_of=moment) == assess(programme(), as_of="2021-01-01")


def test_what_has_no_title_is_called_by_its_identifier() -> None:
    assert figures_of(action("a", title={"sv": ""})).explain("sv").startswith("”a”\n")


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueProblem):
        assess(programme(), as_of="2021-02-30")
