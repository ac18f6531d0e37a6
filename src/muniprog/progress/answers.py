"""The answers that a round holds, item by item, and which of them is the last word on each."""

from collections.abc import Iterable
from datetime import date

from muniprog.model import FollowUp, Observation, Programme, Update

Answer = Update | Observation
"""What was reported about an action or a goal, or the value of an indicator."""

_Subject = tuple[object, ...]


def answers_in(programme: Programme, follow_up: FollowUp) -> dict[str, list[Answer]]:
    """Return the answers of a round in the order of the file, by the identifier that the item has today.

    An update without a status is a remark and no answer; so is an observation without a value or a word on why there
    is none. What is about an item that is not there is left out.
    """
    found: dict[str, list[Answer]] = {}
    answers: tuple[Answer, ...] = (*follow_up.updates, *follow_up.observations)
    for answer in answers:
        name = _subject_of(answer)
        if _is_answer(answer) and name in programme:
            found.setdefault(programme[name].id, []).append(answer)
    return found


def _subject_of(answer: Answer) -> str:
    """Return what an answer is about, by the identifier that it is written with."""
    return answer.item if isinstance(answer, Update) else answer.indicator or ""


def _is_answer(answer: Answer) -> bool:
    """Return whether an answer answers the question: a status, a value, its two parts, or that there is none.

    What was sent back was one, although what is published does not tell it.
    """
    if answer.sent_back is not None:
        return True
    if isinstance(answer, Update):
        return answer.status is not None
    parts = answer.numerator is not None and answer.denominator is not None
    return answer.value is not None or answer.missing is not None or parts


def counts_from(follow_up: FollowUp, answer: Answer) -> date:
    """Return the day from which an answer is known."""
    return answer.reported_on or (follow_up if isinstance(answer, Update) else answer).period.end


def last_words(follow_up: FollowUp, answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the last answer on each thing: the status of an item, the value of each period and part.

    What was reported later is later; of answers of one day the one that stands further down is.
    """
    last: dict[_Subject, Answer] = {}
    for answer in sorted(answers, key=lambda each: counts_from(follow_up, each)):
        last[_thing(answer)] = answer
    return tuple(last.values())


def is_waiting(follow_up: FollowUp, answer: Answer, on: date) -> bool:
    """Return whether an answer waits for the approval that its round wants."""
    return follow_up.approver is not None and answer.sent_back is None and not is_approved(answer, on)


def is_approved(answer: Answer, on: date) -> bool:
    """Return whether an answer was approved by a day; an approval without a day holds always."""
    if answer.approved_on is None:
        return answer.approved_by is not None
    return answer.approved_on <= on


def _thing(answer: Answer) -> _Subject:
    if isinstance(answer, Update):
        return ()
    return (*answer.period.order, *sorted(answer.dimensions.items()))
