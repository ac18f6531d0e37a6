"""Full-text search. The index is derived from what is kept, and brought up to date when somebody searches.

So a save costs nothing more, and an index that is missing or out of date is never wrong for long. Letters are folded
before they are indexed: SQLite's own folding takes å for a, or does not know that a decomposed letter is the same.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from muniprog.errors import StorageError
from muniprog.interfaces import Hit
from muniprog.source import Plain
from muniprog.storage.kept import KeptSource
from muniprog.storage.sqlite.database import Database
from muniprog.storage.wordsearch import stands_in, texts_in, words_in

if TYPE_CHECKING:
    import sqlite3

INDEX = (
    """
CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5(
    words, programme UNINDEXED, item UNINDEXED, language UNINDEXED, text UNINDEXED,
    tokenize = "unicode61 remove_diacritics 0"
)""",
    """
CREATE TABLE IF NOT EXISTS searched (
    programme TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL
)""",
)
"""The index, and which state of each programme is in it, in which of its rows."""

_HAS_INDEX = (
    "SELECT count(*) FROM sqlite_master WHERE name = 'searched' AND EXISTS"
    " (SELECT 1 FROM pragma_module_list WHERE name = 'fts5')"
)
_GONE = (
    "SELECT searched.programme, first, last FROM searched LEFT JOIN latest ON latest.programme = searched.programme"
    " WHERE latest.number IS NOT searched.number"
)
_NEW = (
    "SELECT latest.programme, latest.number FROM latest LEFT JOIN searched ON searched.programme = latest.programme"
    " WHERE searched.number IS NULL"
)


def search(database: Database, words: str) -> tuple[Hit, ...]:
    """Return where all of the words stand together, in the order of the programmes.

    Raises:
        StorageError: The database cannot be read.
    """
    wanted = list(dict.fromkeys(words_in(words)))
    if not wanted:
        return ()
    look = _look_in_index if _is_ready(database) else _look_in_texts
    return database.read(lambda connection: look(connection, wanted), ())


def _is_ready(database: Database) -> bool:
    """Return whether the index can be used, after bringing it up to date."""
    if database.read(_is_up_to_date, True):
        return True
    try:
        return database.write(_bring_up_to_date)
    except StorageError:
        return False  # who may not write, or has no FTS5, finds the same in the texts themselves, only slower


def _is_up_to_date(connection: "sqlite3.Connection") -> bool:
    ((has_index,),) = connection.execute(_HAS_INDEX)
    return bool(has_index) and not any(connection.execute(query).fetchone() for query in (_GONE, _NEW))


def _bring_up_to_date(connection: "sqlite3.Connection") -> bool:
    """Index what has been saved since the last time and forget what is no longer there."""
    for statement in INDEX:
        connection.execute(statement)
    for programme, first, last in connection.execute(_GONE).fetchall():
        connection.execute("DELETE FROM search_index WHERE rowid BETWEEN ? AND ?", (first, last))
        connection.execute("DELETE FROM searched WHERE programme = ?", (programme,))
    ((row,),) = connection.execute("SELECT coalesce(max(last), 0) FROM searched")
    for programme, number in connection.execute(_NEW).fetchall():
        hits = list(enumerate(texts_in(_mapping(connection, programme)), start=row + 1))
        connection.executemany(
            "INSERT INTO search_index (rowid, words, programme, item, language, text) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (place, " ".join(words_in(hit.text)), hit.programme, hit.item, hit.language, hit.text)
                for place, hit in hits
            ),
        )
        connection.execute("INSERT INTO searched VALUES (?, ?, ?, ?)", (programme, number, row + 1, row + len(hits)))
        row += len(hits)
    return True


def _look_in_index(connection: "sqlite3.Connection", words: Sequence[str]) -> tuple[Hit, ...]:
    # Words hold letters and digits only; the quotation marks keep AND, OR and NOT words like all others.
    query = " ".join(f'"{word}" *' for word in words)
    rows = connection.execute(
        "SELECT programme, item, language, text FROM search_index WHERE search_index MATCH ? ORDER BY programme, rowid",
        (query,),
    )
    return tuple(
        Hit(programme=programme, item=item, language=language, text=text) for programme, item, language, text in rows
    )


def _look_in_texts(connection: "sqlite3.Connection", words: Sequence[str]) -> tuple[Hit, ...]:
    programmes = connection.execute("SELECT programme FROM latest ORDER BY programme").fetchall()
    return tuple(
        hit
        for (programme,) in programmes
        for hit in texts_in(_mapping(connection, programme))
        if stands_in(words, hit.text)
    )


def _mapping(connection: "sqlite3.Connection", programme: str) -> dict[str, Plain]:
    ((text,),) = connection.execute(
        "SELECT mapping FROM latest JOIN revisions USING (programme, number) WHERE programme = ?", (programme,)
    )
    return KeptSource(text).mapping
