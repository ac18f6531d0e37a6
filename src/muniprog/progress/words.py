"""Statuses and actions in words: the programme's own, else muniprog's; and the word for what nobody has reported."""

from collections.abc import Iterable

import attrs

from muniprog.messages import Spoken, message
from muniprog.model import Action, Item, Owner, Programme, Status

NOT_REPORTED = message("not reported")


@attrs.frozen
class StatusWord:
    """A status, in the words of its programme."""

    programme: Programme
    status: Status

    def spoken(self, language: str) -> str:
        """Return the word in `language`."""
        return self.programme.status_word(self.status, language)


def status_word(programme: Programme, status: Status | None) -> Spoken:
    """Return the word for a status; None is «not reported»."""
    return NOT_REPORTED if status is None else StatusWord(programme, status)


def called(item: Item | Owner | Programme) -> Spoken:
    """Return what something is called: its title, or its identifier where it has none."""
    return item.title or message("“{title}”", title=item.id)


def named(actions: Iterable[Action]) -> tuple[Spoken, ...]:
    """Return the actions by their titles, for a list in a sentence; by identifier where there is no title."""
    return tuple(message("“{title}”", title=action.title or action.id) for action in actions)
