"""What the reader of a figure should know about the answers behind it: sent back, or not approved yet."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

import attrs

from muniprog.messages import Sentences, Spoken, message
from muniprog.model import FollowUp, Programme
from muniprog.progress.answers import Answer, answers_in, counts_from, is_waiting, last_words
from muniprog.timeframe import Period


class ReservationKind(StrEnum):
    """Why an answer is no plain answer."""

    SENT_BACK = "sent_back"
    NOT_APPROVED = "not_approved"


@attrs.frozen
class Reservation:
    """That an answer was sent back and does not count, or counts and has not been approved yet.

    Attributes:
        kind: Which of the two.
        round: The period of the round that the answer was given in.
        why: The sentence.
    """

    kind: ReservationKind
    round: Period
    why: Spoken

    def spoken(self, language: str) -> str:
        """Return the sentence in `language`."""
        return self.why.spoken(language)


def reservations_on(
    programme: Programme, rounds: Iterable[FollowUp], as_of: date
) -> dict[str, tuple[Reservation, ...]]:
    """Return the reservations about each item on a day, in the order of the rounds; one of a kind for each round."""
    found: dict[str, dict[Reservation, None]] = {}
    for follow_up in sorted(rounds, key=lambda each: each.period.order):
        if follow_up.approver is None and not _something_sent_back(follow_up):
            continue  # there may be very many answers, and nothing to tell about any of them
        for item, answers in answers_in(programme, follow_up).items():
            known = (answer for answer in answers if counts_from(follow_up, answer) <= as_of)
            for answer in last_words(follow_up, known):
                found.setdefault(item, {}).update(dict.fromkeys(_about(follow_up, answer, as_of)))
    return {item: tuple(reservations) for item, reservations in found.items() if reservations}


def _something_sent_back(follow_up: FollowUp) -> bool:
    return any(each.sent_back for each in follow_up.updates) or any(each.sent_back for each in follow_up.observations)


def _about(follow_up: FollowUp, answer: Answer, as_of: date) -> Iterator[Reservation]:
    period = follow_up.period
    if answer.sent_back is not None:
        sentence = message(
            "An answer in the round {round} was sent back on {day} and does not count.",
            round=period.raw,
            day=answer.sent_back.on,
        )
        said = answer.sent_back.reason  # which is not there in what is published
        reasons = [message("Reason: {reason}", reason=said)] if said else []
        yield Reservation(ReservationKind.SENT_BACK, period, Sentences([sentence, *reasons]))
    elif is_waiting(follow_up, answer, as_of):
        sentence = message("The answer in the round {round} has not been approved yet.", round=period.raw)
        yield Reservation(ReservationKind.NOT_APPROVED, period, sentence)
