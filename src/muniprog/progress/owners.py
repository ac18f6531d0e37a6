"""Which owners answer for something on a day: those who have ended are followed to those who took over."""

from collections.abc import Iterable
from datetime import date

import attrs

from muniprog.model import Owner, Programme, Responsibility


@attrs.frozen
class OwnersOn:
    """The owners of a programme as they are on a day.

    Attributes:
        programme: The programme.
        day: The day.
        by_id: Which owner stands for each owner on that day; itself where nobody has taken over.
    """

    programme: Programme
    day: date
    by_id: dict[str, str]

    def of(self, item: str) -> tuple[str, ...]:
        """Return who answers for an item on the day, each once, in the order in which the programme names them."""
        return self.standing_for(self.programme.effective_owners(item)[0])

    def standing_for(self, responsibilities: Iterable[Responsibility]) -> tuple[str, ...]:
        """Return who stands for these owners on the day, each once; owners that are not there are left out."""
        names = (self.programme[each.owner].id for each in responsibilities if each.owner in self.programme)
        return tuple(dict.fromkeys(self.by_id[name] for name in names if name in self.by_id))

    def predecessors(self, owner: str) -> tuple[str, ...]:
        """Return the owners that this one has taken over from by that day, by identifier."""
        return tuple(sorted(before for before, after in self.by_id.items() if after == owner and before != owner))


def owners_on(programme: Programme, day: date) -> OwnersOn:
    """Return the owners of a programme as they are on a day."""
    return OwnersOn(programme, day, {owner.id: _standing(programme, owner, day) for owner in programme.owners})


def _standing(programme: Programme, owner: Owner, day: date) -> str:
    met = {owner.id}
    last = owner
    while last.valid_until is not None and last.valid_until < day:
        successor = (
            programme[last.succeeded_by] if last.succeeded_by is not None and last.succeeded_by in programme else None
        )
        if not isinstance(successor, Owner):
            break
        if successor.id in met:  # a ring leads nowhere; a check finds it, and here each stays what it is
            return owner.id
        met.add(successor.id)
        last = successor
    return last.id
