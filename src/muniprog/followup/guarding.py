"""A closed round is kept as it was closed: whoever would save it changed is refused."""

import attrs

from muniprog.errors import ClosedRoundError
from muniprog.followup.seal import kept_seal
from muniprog.model import FollowUp, Programme


def refuse_changed_rounds(programme: Programme, loaded: Programme) -> None:
    """Do nothing if every closed round of `loaded` is in `programme` as it was, or was opened again.

    Raises:
        ClosedRoundError: A closed round was changed or taken away; names it and what differs.
    """
    now = {follow_up.period.raw: follow_up for follow_up in programme.follow_ups}
    for before in loaded.follow_ups:
        after = now.get(before.period.raw)
        if before.closed_on is None or after == before or (after is not None and _was_reopened(before, after)):
            continue
        differs = () if after is None else _differing(before, after)
        raise ClosedRoundError(before.period.raw, before.closed_on, differs)


def _was_reopened(before: FollowUp, after: FollowUp) -> bool:
    count = len(before.reopened)
    if after.reopened[:count] != before.reopened or len(after.reopened) == count:
        return False
    reopening = after.reopened[count]
    return (reopening.closed_on, reopening.seal) == (before.closed_on, kept_seal(before))


def _differing(before: FollowUp, after: FollowUp) -> tuple[str, ...]:
    return tuple(name for name in attrs.fields_dict(FollowUp) if getattr(before, name) != getattr(after, name))
