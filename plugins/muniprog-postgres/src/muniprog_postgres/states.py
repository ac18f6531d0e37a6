"""The states of programmes in the tables `revisions` and `latest`: reading them, and adding the next one."""

from collections.abc import Sequence
from datetime import UTC, date
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

import attrs

import muniprog

if TYPE_CHECKING:
    from psycopg import Cursor
    from psycopg.rows import TupleRow

MOST_KNOWN = 11
"""How many identifiers are looked up for a sentence: it names ten, and says when there are more."""

_STATE = "SELECT number, saved_at, saved_by, note, mapping::text FROM revisions WHERE programme = %s"
_KNOWN = """
    SELECT programme FROM latest JOIN revisions USING (programme, number) WHERE mapping IS NOT NULL
    ORDER BY programme LIMIT %s
"""
_IS_KEPT = "SELECT FROM revisions WHERE programme = %s AND number = %s AND mapping IS NOT NULL"
_HISTORY = """
    SELECT number, saved_at, saved_by, note FROM revisions WHERE programme = %s AND mapping IS NOT NULL
    ORDER BY number DESC
"""
_ON = """
    SELECT number, mapping IS NOT NULL FROM revisions
    WHERE programme = %s AND saved_at < (%s::date + 1)::timestamp AT TIME ZONE 'UTC' ORDER BY number DESC LIMIT 1
"""
# A server's clock may be set back; the history never runs backwards.
_ADD = """
    INSERT INTO revisions (programme, number, saved_at, saved_by, note, mapping, sha256, save_id)
    SELECT %(programme)s, %(number)s, greatest(clock_timestamp(), max(saved_at)), %(by)s, %(note)s,
           %(text)s::text::json, %(sha256)s, %(save_id)s
    FROM revisions WHERE programme = %(programme)s AND number = %(number)s::bigint - 1
"""


@attrs.frozen(kw_only=True)
class Change:
    """What somebody wants to be the next state of a programme.

    Attributes:
        programme: Identifier of the programme.
        text: What the programme shall be, as JSON; None when it shall be removed.
        by: Who wants it.
        note: What has been changed.
        save_id: A name for this one save, by which it is known again when the connection was cut.
    """

    programme: str
    text: str | None = attrs.field(repr=False)
    by: str = ""
    note: str = ""
    save_id: UUID


def is_storable(*texts: str) -> bool:
    r"""Return whether texts can stand in PostgreSQL's columns, and so whether something can have such a name.

    >>> is_storable("åäö", "👩‍👩‍👧"), is_storable("a\0b"), is_storable("\ud83d")
    (True, False, False)
    """
    return not any("\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text) for text in texts)


def known(cursor: "Cursor[TupleRow]") -> Sequence[str]:
    """Return the identifiers of the programmes that there are now, as many as a sentence needs."""
    return [identifier for (identifier,) in cursor.execute(_KNOWN, (MOST_KNOWN,))]


def latest(cursor: "Cursor[TupleRow]", identifier: str) -> muniprog.State | None:
    """Return the latest state of a programme, also when it has been removed; None when there never was one."""
    return _one(cursor.execute(f"{_STATE} ORDER BY number DESC LIMIT 1", (_key(identifier),)))


def numbered(cursor: "Cursor[TupleRow]", identifier: str, revision: str) -> muniprog.State | None:
    """Return a state of a programme by its number, or None when it has no such state."""
    return _one(cursor.execute(f"{_STATE} AND number::text = %s", (_key(identifier), _key(revision))))


def history(cursor: "Cursor[TupleRow]", identifier: str) -> tuple[muniprog.Revision, ...]:
    """Return the states of a programme, the latest first; nothing when there never was one."""
    return tuple(
        muniprog.Revision(revision=str(number), when=when.astimezone(UTC), by=by, note=note)
        for number, when, by, note in cursor.execute(_HISTORY, (_key(identifier),))
    )


def number_on(cursor: "Cursor[TupleRow]", identifier: str, day: date) -> int | None:
    """Return the number of the state at the end of a day in UTC, or None when the programme was not there then."""
    for number, was_there in cursor.execute(_ON, (_key(identifier), day)):
        return int(number) if was_there else None
    return None


def lock(cursor: "Cursor[TupleRow]", identifier: str) -> tuple[int, bool]:
    """Wait until nobody else saves a programme, and keep others from it until the transaction ends.

    Returns:
        The number of its latest state, 0 where there never was one; and whether the programme is there now.
    """
    cursor.execute("INSERT INTO latest (programme) VALUES (%s) ON CONFLICT DO NOTHING", (_key(identifier),))
    ((number,),) = cursor.execute("SELECT number FROM latest WHERE programme = %s FOR UPDATE", (_key(identifier),))
    is_kept = bool(cursor.execute(_IS_KEPT, (_key(identifier), number)).fetchall())
    return number, is_kept


def done(cursor: "Cursor[TupleRow]", change: Change) -> int | None:
    """Return the number of the state that a change has become, when a transaction whose end was not heard made it."""
    for (number,) in cursor.execute("SELECT number FROM revisions WHERE save_id = %s", (change.save_id,)):
        return int(number)
    return None


def add(cursor: "Cursor[TupleRow]", change: Change, number: int) -> None:
    """Make a change the state of this number of its programme, which must be locked."""
    values = attrs.asdict(change) | {
        "number": number,
        "sha256": None if change.text is None else sha256(change.text.encode()).hexdigest(),
    }
    cursor.execute(_ADD, values)
    cursor.execute("UPDATE latest SET number = %(number)s WHERE programme = %(programme)s", values)


def _one(rows: "Cursor[TupleRow]") -> muniprog.State | None:
    for number, when, by, note, text in rows:
        return muniprog.State(number=number, when=when.astimezone(UTC), by=by, note=note, text=text)
    return None


def _key(name: str) -> str:
    """Return a name as it can be asked for: where it cannot stand in a column, one that nothing has."""
    return name if is_storable(name) else ""
