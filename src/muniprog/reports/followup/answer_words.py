"""One answer of an owner in words: status or value, what was said, who said it and when, and whether it counts."""

from collections.abc import Iterator

from muniprog.document import Mark, Prose, prose
from muniprog.messages import Spoken, message
from muniprog.model import Action, FollowUp, Goal, Indicator, Observation, Update
from muniprog.progress.answers import Answer, counts_from, is_approved, is_waiting
from muniprog.progress.values import read
from muniprog.reports.indicator_words import PeriodWords, missing, part_name
from muniprog.reports.teller import Teller
from muniprog.reports.voice import BELOW
from muniprog.text import Text


def answered(teller: Teller, item: Goal | Action | Indicator, answer: Answer) -> Iterator[Prose]:
    """Yield the status, or the value with its period; a value that is suppressed is a word and never a number."""
    if isinstance(answer, Update):
        if answer.status is not None:
            yield teller.status(answer.status)
    elif isinstance(item, Indicator):
        value = read(item, answer, answer.period)
        said: Spoken = missing(value) if value.value is None else value
        period = PeriodWords(answer.period)
        whole = message("{period}: {value}", period=period, value=said)
        yield teller.voice.say(period if answer.sent_back and value.value is None else whole, BELOW)
        if answer.dimensions:
            yield prose(part_name(tuple(sorted(answer.dimensions.items()))))


def said_about(teller: Teller, answer: Answer) -> Iterator[Prose]:
    """Yield what the owner says: the note, what comes next, the days; or why there is no value."""
    yield from _told(teller, None, answer.note)
    if isinstance(answer, Observation):
        yield from _told(teller, message("Reason"), answer.reason)
        yield from _told(teller, message("Source"), answer.source)
        return
    yield from _told(teller, message("Next"), answer.next_steps)
    days = (
        (message("Began"), answer.actual_start),
        (message("Ready"), answer.actual_end),
        (message("Planned to be ready"), answer.planned_end),
    )
    for label, day in days:
        if day is not None:
            yield teller.voice.say(message("{label}: {day}", label=label, day=day), BELOW)


def state_of(teller: Teller, follow_up: FollowUp, answer: Answer) -> Iterator[Prose]:
    """Yield what the reader must know first: that an answer was sent back, is not approved yet, or came too late."""
    if answer.sent_back is not None:
        back = answer.sent_back
        sentence = teller.marked(message("Sent back on {day}; counts in no figure.", day=back.on), Mark.BAD)
        reason = teller.voice.name(back.reason)  # which is not there in what is published
        yield prose(sentence, " ", reason) if reason else sentence
    elif is_waiting(follow_up, answer, teller.occasion.as_of):
        yield teller.marked(message("Not approved yet."), Mark.CAUTION)
    day = counts_from(follow_up, answer)
    if day > teller.occasion.as_of:
        yield teller.marked(message("Counts from {day} on, so in no figure here.", day=day), Mark.CAUTION)


def given_by(teller: Teller, follow_up: FollowUp, answer: Answer) -> Iterator[Prose]:
    """Yield who answered and when, and who approved it."""
    if answer.owner is not None:
        yield teller.owner(answer.owner)
    if answer.reported_by:
        yield prose(answer.reported_by)
    if answer.reported_on is not None:
        yield teller.day(answer.reported_on)
    if answer.sent_back is None and is_approved(answer, teller.occasion.as_of):
        yield teller.voice.say(_approval(answer, follow_up.approver), BELOW)


def _approval(answer: Answer, approver: str | None) -> Spoken:
    """Return that an answer was approved: when, and by whom where that is not the one who approves all of the round."""
    by, on = answer.approved_by, answer.approved_on
    if on is None:
        return message("Approved by {who}.", who=by)
    if by is None or by == approver:
        return message("Approved {day}.", day=on)
    return message("Approved by {who} on {day}.", who=by, day=on)


def _told(teller: Teller, label: Spoken | None, text: Text | None) -> Iterator[Prose]:
    said = teller.voice.text(text)
    if said:
        yield said if label is None else prose(teller.voice.say(label), ": ", said)
