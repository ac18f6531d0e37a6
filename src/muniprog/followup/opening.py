"""Opening a round: for which period, until when, who approves, and who is asked for what."""

from datetime import date

import attrs

from muniprog.errors import FollowUpError
from muniprog.followup.asking import who_is_asked
from muniprog.followup.finding import refuse_closed, with_round
from muniprog.messages import message
from muniprog.model import FollowUp, Programme, expect_programme
from muniprog.text import Text
from muniprog.timeframe import Period, as_day


def open_round(
    programme: Programme,
    period: Period | str | int,
    *,
    opened_on: date | str,
    deadline: date | str | None = None,
    approver: str | None = None,
    title: Text | str | None = None,
) -> Programme:
    """Return the programme with a round of follow-up that is open, and that knows who is asked for what.

    What has been written for the period already, such as decisions or early answers, is kept.

    Args:
        programme: The programme.
        period: The period that is followed up. It has at least one day in common with the programme's.
        opened_on: The day of opening; whoever answers for something on that day is asked.
        deadline: The day by which answers are wanted.
        approver: The role that approves the answers; they need no approval where it is left out.
        title: What the round is called, where that is more than its period; a bare string is in the language of
            record.

    Raises:
        FollowUpError: The round is open already, its period lies outside the programme's, or the deadline is before
            the day of opening.
        ClosedRoundError: The round is closed already.
        ValueProblem: The period or a day is none.

    >>> from muniprog.model import Programme
    >>> from muniprog.timeframe import Period
    >>> whole = Period.parse("2019–2022", language="sv")
    >>> plan = Programme(id="plan", title=Text.of("Plan", "sv"), period=whole, languages=("sv",))
    >>> open_round(plan, 2020, opened_on="2020-12-01", deadline="2020-12-15").follow_ups
    (<FollowUp 2020: open, 0 updates, 0 observations>,)
    """
    expect_programme(programme)
    about = period if isinstance(period, Period) else _read(programme, period)
    opened, wanted_by = as_day(opened_on), None if deadline is None else as_day(deadline)
    _refuse_elsewhere(programme, about)
    _refuse_deadline(opened, wanted_by)
    written = next((each for each in programme.follow_ups if each.period.order == about.order), None)
    if written is not None:
        _refuse_again(written)
    kept = written or FollowUp(period=about)
    called = Text.of(title, programme.record) if isinstance(title, str) else title
    return with_round(
        programme,
        attrs.evolve(
            kept,
            opened_on=opened,
            deadline=wanted_by or kept.deadline,
            approver=approver or kept.approver,
            title=called or kept.title,
            asked=who_is_asked(programme, about, opened).requests,
        ),
    )


def _read(programme: Programme, period: str | int) -> Period:
    return Period.parse(period, language=programme.record, calendar=programme.calendar)


def _refuse_elsewhere(programme: Programme, period: Period) -> None:
    if not programme.period.covers(period):
        raise FollowUpError(
            message(
                "{period} is outside the programme's period {whole}; a round follows up a part of it, or all of it.",
                period=period.raw,
                whole=programme.period.raw,
            )
        )


def _refuse_deadline(opened: date, deadline: date | None) -> None:
    if deadline is not None and deadline < opened:
        raise FollowUpError(
            message(
                "The deadline {deadline} is before {opened}, the day on which the round is opened.",
                deadline=deadline,
                opened=opened,
            )
        )


def _refuse_again(written: FollowUp) -> None:
    refuse_closed(written)
    if written.opened_on is not None:
        raise FollowUpError(
            message(
                "The round {period} was opened on {day} already; nothing was changed.",
                period=written.period.raw,
                day=written.opened_on,
            )
        )
