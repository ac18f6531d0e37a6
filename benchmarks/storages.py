"""Ratios of keeping programmes in SQLite."""

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import muniprog
from benchmarks.equal_models import EqualProgramme
from benchmarks.measure import Ratio, seconds
from benchmarks.synthetic import programme_mapping
from muniprog.conversion import structure
from muniprog.json_text import write_json
from muniprog.source import Plain, PlainSource
from muniprog.storage.sqlite.storage import SqliteStorage


def sqlite_storage(actions: int, programmes: int, runs: int) -> Iterator[Ratio]:
    """Yield the ratios of one large programme and of many small ones in a SQLite file."""
    with tempfile.TemporaryDirectory() as name:
        yield large_one(Path(name), actions, runs)
        yield from many(Path(name), programmes, runs)


def large_one(folder: Path, actions: int, runs: int) -> Ratio:
    """Return the ratio of loading a large programme."""
    mapping = programme_mapping(actions)
    address = f"sqlite:///{folder}/large.db"
    muniprog.save(structure(PlainSource(mapping)), address)
    as_json = write_json(mapping).encode()
    return Ratio(
        work="load from SQLite",
        against="pydantic's model_validate_json on an equal model",
        ours=seconds(lambda: muniprog.load(address), runs),
        theirs=seconds(lambda: EqualProgramme.model_validate_json(as_json), runs),
        limit=1.5,
    )


def many(folder: Path, programmes: int, runs: int) -> Iterator[Ratio]:
    """Yield the ratios of keeping many programmes in one go."""
    mappings: list[dict[str, Plain]] = [
        {**programme_mapping(4, observations_each=2), "id": f"town-{number}"} for number in range(programmes)
    ]
    texts = [(str(mapping["id"]), _text(mapping)) for mapping in mappings]
    megabytes = sum(len(text.encode()) for _, text in texts) / 1e6
    files = (folder / f"many-{number}.db" for number in range(10_000))

    def ours() -> None:
        with SqliteStorage(next(files)) as storage, storage.together():
            for mapping in mappings:
                storage.save(mapping)

    def theirs() -> None:
        _insert(next(files), texts)

    def theirs_from_mappings() -> None:
        _insert(next(files), [(str(mapping["id"]), _text(mapping)) for mapping in mappings])

    ours_took = seconds(ours, runs)
    note = f"{programmes} programmes, {megabytes:.1f} MB of JSON"
    yield Ratio(
        work="many programmes into SQLite",
        against="sqlite3 inserting the same bytes, ready made",
        ours=ours_took,
        theirs=seconds(theirs, runs),
        limit=1.5,
        note=note,
    )
    yield Ratio(
        work="many programmes into SQLite",
        against="json.dumps of the same mappings and sqlite3 inserting that",
        ours=ours_took,
        theirs=seconds(theirs_from_mappings, runs),
    )


def _text(mapping: dict[str, Plain]) -> str:
    return json.dumps(mapping, ensure_ascii=False, separators=(",", ":"))


def _insert(file: Path, texts: list[tuple[str, str]]) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE programmes (id TEXT PRIMARY KEY, content TEXT)")
    with connection:
        connection.executemany("INSERT INTO programmes VALUES (?, ?)", texts)
    connection.close()
