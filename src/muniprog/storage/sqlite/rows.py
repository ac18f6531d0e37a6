"""The SQL of the two tables: states of programmes, and which state is the latest."""

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from muniprog.interfaces import Listed
from muniprog.storage.states import State

if TYPE_CHECKING:
    import sqlite3

_STATE = "SELECT number, saved_at, saved_by, note, mapping FROM revisions WHERE programme = ? "


def listed(connection: "sqlite3.Connection") -> tuple[Listed, ...]:
    """Return the programmes, by identifier."""
    rows = connection.execute("SELECT programme, title, number FROM latest ORDER BY programme")
    return tuple(Listed(identifier=programme, title=title, revision=str(number)) for programme, title, number in rows)


def identifiers(connection: "sqlite3.Connection") -> list[str]:
    """Return the identifiers of the programmes, in order."""
    return [programme for (programme,) in connection.execute("SELECT programme FROM latest ORDER BY programme")]


def numbers(connection: "sqlite3.Connection", programme: str) -> tuple[int | None, int]:
    """Return the number of a programme's latest state, or None when it is not there; and the last number ever used."""
    now, last = connection.execute(
        "SELECT (SELECT number FROM latest WHERE programme = ?),"
        " (SELECT max(number) FROM revisions WHERE programme = ?)",
        (programme, programme),
    ).fetchone()
    return now, last or 0


def latest_state(connection: "sqlite3.Connection", programme: str) -> State | None:
    """Return the latest state; None when there never was such a programme."""
    return _first(connection.execute(_STATE + "ORDER BY number DESC LIMIT 1", (programme,)))


def state(connection: "sqlite3.Connection", programme: str, revision: str) -> State | None:
    """Return the state with a revision; None when there is no such state."""
    return _first(connection.execute(_STATE + "AND CAST(number AS TEXT) = ?", (programme, revision)))


def state_on(connection: "sqlite3.Connection", programme: str, day: str) -> State | None:
    """Return the state at the end of a day (ISO, UTC); None when there was none yet."""
    until_then = "AND substr(saved_at, 1, 10) <= ? ORDER BY number DESC LIMIT 1"
    return _first(connection.execute(_STATE + until_then, (programme, day)))


def states(connection: "sqlite3.Connection", programme: str) -> tuple[State, ...]:
    """Return the states of a programme, the latest first, with an empty text instead of a long one."""
    rows = connection.execute(
        "SELECT number, saved_at, saved_by, note, substr(mapping, 1, 0) FROM revisions WHERE programme = ?"
        " ORDER BY number DESC",
        (programme,),
    )
    return tuple(_state(row) for row in rows)


def add(connection: "sqlite3.Connection", programme: str, new: State, title: str) -> None:
    """Keep a state as the latest one; one without a text removes the programme from the latest ones."""
    connection.execute(
        "INSERT INTO revisions (programme, number, saved_at, saved_by, note, mapping, sha256)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (programme, new.number, _moment_text(new.when), new.by, new.note, new.text, hash_of(new.text)),
    )
    if new.text is None:
        connection.execute("DELETE FROM latest WHERE programme = ?", (programme,))
    else:
        connection.execute(
            "INSERT OR REPLACE INTO latest (programme, number, title) VALUES (?, ?, ?)", (programme, new.number, title)
        )


def hash_of(text: str | None) -> str:
    """Return the hash that tells whether a text is still the one that was saved."""
    return hashlib.sha256((text or "").encode()).hexdigest()


def _moment_text(moment: datetime) -> str:
    """Return a moment as text that sorts by time: `2026-01-31T12:00:00.000000Z`."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _first(rows: "sqlite3.Cursor") -> State | None:
    row = rows.fetchone()
    return None if row is None else _state(row)


def _state(row: tuple[int, str, str, str, str | None]) -> State:
    number, saved_at, by, note, text = row
    return State(number=number, when=datetime.fromisoformat(saved_at), by=by, note=note, text=text)
