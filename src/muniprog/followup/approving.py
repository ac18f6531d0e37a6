"""Answers that are approved, or sent back with a reason, by the role that the round names."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

import attrs

from muniprog.errors import FollowUpError
from muniprog.followup.asking import asked_now
from muniprog.followup.finding import find_open_round, with_round
from muniprog.messages import message
from muniprog.model import FollowUp, Observation, Programme, SentBack, Update
from muniprog.progress.answers import Answer, answers_in, last_words
from muniprog.text import Text
from muniprog.timeframe import Period, as_day

Kind = TypeVar("Kind", Update, Observation)


@attrs.frozen
class _Stamp:
    """What the approver writes on an answer: that it is approved, or that it is sent back."""

    approved_by: str | None = None
    approved_on: date | None = None
    sent_back: SentBack | None = None


def approve(
    programme: Programme,
    period: Period | str | int,
    *,
    on: date | str,
    by: str | None = None,
    items: Iterable[str] | None = None,
    owner: str | None = None,
) -> Programme:
    """Return the programme with answers of a round approved. What is approved already stays as it is.

    Args:
        programme: The programme.
        period: The round's period.
        on: The day of the approval.
        by: The role that approves; the round's approver when it is not said.
        items: Identifiers of what is approved; all that is answered when they are not said.
        owner: Identifier of an owner; then only what it is asked about is approved.

    Raises:
        UnknownNameError: There is no such round, item or owner.
        FollowUpError: The round is closed or names no approver, or something that is to be approved has no answer that
            counts; all such items are named.
        ValueProblem: The day is none.
    """
    follow_up, day = _round_with_approver(programme, period), as_day(on)
    answers = answers_in(programme, follow_up)
    chosen = set(answers)
    if items is not None:
        named = [programme[item].id for item in items]
        _refuse_unanswered(follow_up, answers, named)
        chosen = set(named)
    if owner is not None:
        chosen &= _asked_of(programme, follow_up, owner, day)
    waiting = [
        answer
        for item in chosen
        for answer in answers[item]
        if answer.sent_back is None and answer.approved_by is None and answer.approved_on is None
    ]
    return with_round(programme, _stamped(follow_up, waiting, _Stamp(by or follow_up.approver, day)))


def send_back(
    programme: Programme,
    period: Period | str | int,
    item: str,
    *,
    on: date | str,
    reason: Text | str,
    by: str | None = None,
) -> Programme:
    """Return the programme with the answer on an item sent back; it counts in no figure until there is a new one.

    Args:
        programme: The programme.
        period: The round's period.
        item: Identifier of the action, goal or indicator; all values of an indicator are sent back together.
        on: The day.
        reason: Why, and what is wanted instead; a bare string is in the language of record.
        by: The role that sends it back; the round's approver when it is not said.

    Raises:
        UnknownNameError: There is no such round or item.
        FollowUpError: The round is closed or names no approver, there is no answer that counts, or no reason.
        ValueProblem: The day is none.
    """
    follow_up, day = _round_with_approver(programme, period), as_day(on)
    why = Text.of(reason, programme.record) if isinstance(reason, str) else reason
    if not why:
        raise FollowUpError(message("An answer is sent back with a reason; say what is wanted instead."))
    identifier = programme[item].id
    answers = answers_in(programme, follow_up)
    _refuse_unanswered(follow_up, answers, [identifier])
    last = [answer for answer in last_words(follow_up, answers[identifier]) if answer.sent_back is None]
    returned = SentBack(on=day, by=by or follow_up.approver, reason=why)
    return with_round(programme, _stamped(follow_up, last, _Stamp(sent_back=returned)))


def _round_with_approver(programme: Programme, period: Period | str | int) -> FollowUp:
    follow_up = find_open_round(programme, period)
    if follow_up.approver is None:
        raise FollowUpError(
            message(
                "The answers of the round {period} need no approval, since it names no approver. Write `approver` in "
                "the round if they shall be approved.",
                period=follow_up.period.raw,
            )
        )
    return follow_up


def _refuse_unanswered(follow_up: FollowUp, answers: dict[str, list[Answer]], named: Iterable[str]) -> None:
    unanswered = tuple(
        item
        for item in named
        if all(answer.sent_back is not None for answer in last_words(follow_up, answers.get(item, ())))
    )
    if unanswered:
        raise FollowUpError(
            message(
                "In the round {period} there is no answer that counts on: {items}. Nothing was changed.",
                period=follow_up.period.raw,
                items=unanswered,
            )
        )


def _asked_of(programme: Programme, follow_up: FollowUp, owner: str, day: date) -> set[str]:
    name = programme[owner].id
    requests = asked_now(programme, follow_up, day)
    return {item for request in requests if request.owner == name for item in request.items}


def _stamped(follow_up: FollowUp, answers: Iterable[Answer], stamp: _Stamp) -> FollowUp:
    """Return the round with a stamp on some of its answers; all others are the same objects as before."""
    chosen = {id(answer) for answer in answers}  # two answers may be equal; it is these that are meant

    def of(answer: Kind) -> Kind:
        if id(answer) not in chosen:
            return answer
        return attrs.evolve(
            answer, approved_by=stamp.approved_by, approved_on=stamp.approved_on, sent_back=stamp.sent_back
        )

    return attrs.evolve(
        follow_up, updates=tuple(map(of, follow_up.updates)), observations=tuple(map(of, follow_up.observations))
    )
