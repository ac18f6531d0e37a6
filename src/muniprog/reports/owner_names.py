"""What an owner is called in a report, also when it has ended or is not known."""

from datetime import date

from muniprog.document import Prose
from muniprog.messages import message
from muniprog.model import Owner, Programme
from muniprog.reports.voice import Voice


def owner_name(programme: Programme, identifier: str, voice: Voice, *, on: date | None = None) -> Prose:
    """Return what an owner is called; an owner that the programme does not know is named and marked, never dropped.

    That an owner has ended is said where that was so on the day, or whenever it is known where no day is given.
    """
    if identifier in programme and isinstance(owner := programme[identifier], Owner):
        until = owner.valid_until
        has_ended = until is not None and (on is None or until < on)
        return _ended(owner, voice) if has_ended else voice.name(owner.name)
    return voice.warn(message("unknown owner: {owner}", owner=identifier))


def _ended(owner: Owner, voice: Voice) -> Prose:
    """Return the name of an owner that is no more, with the year in which it ended: old work keeps its name."""
    year = owner.valid_until.year if owner.valid_until is not None else ""
    return (*voice.name(owner.name), *voice.say(message(" (ended {year})", year=year)))
