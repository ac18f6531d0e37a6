"""Who has answered what in a round, and who has not, as things are on a day."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

import attrs

from muniprog.followup.asking import Unasked, asked_now, owner_now, who_is_asked
from muniprog.followup.finding import find_round
from muniprog.messages import message
from muniprog.model import FollowUp, Programme
from muniprog.progress.answers import Answer, answers_in, is_waiting, last_words
from muniprog.progress.owners import owners_on
from muniprog.timeframe import Period, as_day


class AnswerState(StrEnum):
    """What has become of a question."""

    MISSING = "missing"
    SENT_BACK = "sent_back"
    WAITING = "waiting"
    ANSWERED = "answered"


STATE_WORDS = {
    AnswerState.MISSING: message("not answered"),
    AnswerState.SENT_BACK: message("sent back"),
    AnswerState.WAITING: message("waiting for approval"),
    AnswerState.ANSWERED: message("answered"),
}


@attrs.frozen(kw_only=True)
class Answers:
    """The items that somebody is asked about, with what has become of each.

    Attributes:
        states: What has become of each item, by identifier, in the order in which they are asked.
    """

    states: Mapping[str, AnswerState] = attrs.field(hash=False)

    @property
    def asked(self) -> tuple[str, ...]:
        """All items that are asked about: those that are answered, missing or sent back."""
        return tuple(self.states)

    @property
    def answered(self) -> tuple[str, ...]:
        """The items with an answer that counts, whether it waits for approval or not."""
        return self._in(AnswerState.ANSWERED, AnswerState.WAITING)

    @property
    def missing(self) -> tuple[str, ...]:
        """The items without an answer."""
        return self._in(AnswerState.MISSING)

    @property
    def sent_back(self) -> tuple[str, ...]:
        """The items whose answer was sent back; a new one is wanted."""
        return self._in(AnswerState.SENT_BACK)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The items whose answer waits for approval; they are among the answered ones."""
        return self._in(AnswerState.WAITING)

    def _in(self, *states: AnswerState) -> tuple[str, ...]:
        return tuple(item for item, state in self.states.items() if state in states)


@attrs.frozen(kw_only=True)
class OwnerAnswers(Answers):
    """What one owner is asked, with what has become of it.

    Attributes:
        owner: Identifier of the owner that is to answer now.
        asked_at_first: Identifiers of the owners that were asked and that it has taken over from since then.
    """

    owner: str
    asked_at_first: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class RoundStatus(Answers):
    """Who has answered what in a round on a day. An item that several owners are asked about is one item here.

    Attributes:
        round: The round.
        as_of: The day.
        owners: The same for each owner, in the order in which they were asked.
        unasked: Items that would be asked about if there were somebody who answers for them.
    """

    round: FollowUp
    as_of: date
    owners: tuple[OwnerAnswers, ...]
    unasked: tuple[Unasked, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing, sent back or waiting for approval."""
        return all(state is AnswerState.ANSWERED for state in self.states.values())

    @property
    def is_overdue(self) -> bool:
        """Whether the deadline has passed and an answer is still missing or was sent back."""
        deadline = self.round.deadline
        return deadline is not None and deadline < self.as_of and len(self.answered) < len(self.asked)

    def __repr__(self) -> str:
        return f"<RoundStatus {self.round.period.raw} on {self.as_of}: {len(self.answered)} of {len(self.asked)}>"


def round_status(programme: Programme, period: Period | str | int, *, as_of: date | str) -> RoundStatus:
    """Return who has answered what in a round, and who has not, on a day.

    An item is answered when the round holds a status for it, or for an indicator a value or a word on why there is
    none, that was not sent back. An answer without a day is there from the beginning.

    Args:
        programme: The programme.
        period: The round's period.
        as_of: The day; answers, approvals and returns of later days have not happened yet. Owners that have ended by
            then are followed to those who took over.

    Raises:
        UnknownNameError: There is no such round.
        ValueProblem: The day is none.
    """
    follow_up, day = find_round(programme, period), as_day(as_of)
    requests = asked_now(programme, follow_up, day)
    answers = answers_in(programme, follow_up)
    items = dict.fromkeys(item for request in requests for item in request.items)
    states = {item: _state(follow_up, answers.get(item, ()), day) for item in items}
    before = _asked_at_first(programme, follow_up, day)
    return RoundStatus(
        states=states,
        round=follow_up,
        as_of=day,
        owners=tuple(
            OwnerAnswers(
                states={item: states[item] for item in request.items},
                owner=request.owner,
                asked_at_first=before.get(request.owner, ()),
            )
            for request in requests
        ),
        unasked=tuple(
            each
            for each in who_is_asked(programme, follow_up.period, follow_up.opened_on or day).unasked
            if each.item not in answers and each.item not in states
        ),
    )


def _state(follow_up: FollowUp, answers: Iterable[Answer], day: date) -> AnswerState:
    there = (answer for answer in answers if answer.reported_on is None or answer.reported_on <= day)
    last = last_words(follow_up, there)
    if not last:
        return AnswerState.MISSING
    if any(answer.sent_back is not None and answer.sent_back.on <= day for answer in last):
        return AnswerState.SENT_BACK
    if any(is_waiting(follow_up, answer, day) for answer in last):
        return AnswerState.WAITING
    return AnswerState.ANSWERED


def _asked_at_first(programme: Programme, follow_up: FollowUp, day: date) -> dict[str, tuple[str, ...]]:
    owners = owners_on(programme, day)
    found: dict[str, tuple[str, ...]] = {}
    for request in follow_up.asked:
        now = owner_now(owners, request.owner)
        if now != request.owner:
            found[now] = (*found.get(now, ()), request.owner)
    return found
