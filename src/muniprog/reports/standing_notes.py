"""On which day a report stands, whether that is for good, and what marks it: preliminary, opened again, not intact."""

from collections.abc import Iterator

from muniprog.document import Note, NoteKind, Prose, prose
from muniprog.messages import Message, message, plural_message
from muniprog.model import FollowUp
from muniprog.reports.frame import Facts, joined
from muniprog.reports.occasion import RoundOccasion
from muniprog.reports.teller import Teller
from muniprog.reports.voice import BELOW


def standing_facts(teller: Teller) -> Facts:
    """Return the facts of the title page: the round, the day, and whether the round is open or closed."""
    occasion, voice = teller.occasion, teller.voice
    found: Facts = []
    if isinstance(occasion, RoundOccasion):
        found.append((voice.say(message("Round")), _round_name(teller, occasion.round)))
    found.append((voice.say(message("Things stand as on")), teller.day(occasion.as_of)))
    if isinstance(occasion, RoundOccasion):
        found.append((voice.say(message("State of the round")), voice.say(_state(occasion.round))))
        if occasion.round.approver:
            found.append((voice.say(message("Answers are approved by")), prose(occasion.round.approver)))
    return found


def standing_notes(teller: Teller) -> Iterator[Note]:
    """Yield what marks the report, in words."""
    occasion = teller.occasion
    if isinstance(occasion, RoundOccasion):
        yield from _marks(teller, occasion)
    if occasion.left_out:
        yield Note(
            NoteKind.NOTE,
            teller.voice.say(
                plural_message(
                    "{count} internal action is neither shown nor counted here.",
                    "{count} internal actions are neither shown nor counted here.",
                    occasion.left_out,
                ),
                BELOW,
            ),
        )


def _marks(teller: Teller, occasion: RoundOccasion) -> Iterator[Note]:
    voice, follow_up = teller.voice, occasion.round
    if not occasion.closed:
        preliminary = message(
            "Preliminary: the round {round} is open, and answers can still come and change. Things stand as on {day}.",
            round=follow_up.period.raw,
            day=occasion.as_of,
        )
        yield Note(NoteKind.WARNING, voice.say(preliminary, BELOW))
    if not occasion.intact:
        broken = message(
            "The round {round} does not say what it said when it was closed, or has no record of that day: its seal "
            "does not match. Do not rely on this report before somebody has found out why.",
            round=follow_up.period.raw,
        )
        yield Note(NoteKind.WARNING, voice.say(broken, BELOW))
    for reopening in follow_up.reopened:
        again = message(
            "The round was closed on {closed} and opened again on {day}.", closed=reopening.closed_on, day=reopening.on
        )
        reason = prose(voice.say(message("Reason")), ": ", voice.name(reopening.reason))
        yield Note(NoteKind.WARNING, prose(voice.say(again, BELOW), " ", reason))


def _round_name(teller: Teller, follow_up: FollowUp) -> Prose:
    title = teller.voice.name(follow_up.title)
    return joined([prose(follow_up.period.raw), title], " – ") if title else prose(follow_up.period.raw)


def _state(follow_up: FollowUp) -> Message:
    if follow_up.closed_on is not None:
        return message("closed on {day}", day=follow_up.closed_on)
    if follow_up.deadline is not None:
        return message("open, answers are wanted by {day}", day=follow_up.deadline)
    return message("open")
