"""Whether what is kept is whole, when something else has written there."""

import psycopg
import pytest
from click.testing import CliRunner

import muniprog
from muniprog.testing.storages.samples import plan, retitled
from muniprog_postgres.commands import commands


@pytest.fixture
def damaged(storage: muniprog.Storage, sql: psycopg.Connection) -> psycopg.Connection:
    """A connection to a place with two programmes, one of them with three states."""
    base = storage.save(plan())
    storage.save(plan("plan", note="Tre"), base=storage.save(retitled(plan(), "Två"), base=base))
    storage.save(plan("another"))
    return sql


@pytest.mark.parametrize(
    ("statement", "code", "item", "words"),
    [
        ("UPDATE revisions SET mapping = '{}' WHERE number = 2", "K103", "plan", "Revision 2 of “plan”"),
        ("UPDATE revisions SET mapping = (mapping::text || ' ')::json WHERE number = 3", "K103", "plan", "Revision 3"),
        ("DELETE FROM revisions WHERE number = 2", "K102", "plan", "missing from the history of “plan”"),
        ("UPDATE latest SET number = 2 WHERE programme = 'plan'", "K102", "plan", "missing from the history"),
        ("DELETE FROM latest WHERE programme = 'another'", "K102", "another", "missing from the history"),
        ("UPDATE goals SET title = 'x' WHERE programme = 'plan'", "K105", "plan", "rebuild"),
        ("DELETE FROM action_owners; DELETE FROM actions WHERE programme = 'another'", "K105", "another", "rebuild"),
        ("UPDATE programmes SET revision = 2 WHERE id = 'plan'", "K105", "plan", "do not agree with “plan”"),
        ("INSERT INTO goals (programme, position) VALUES ('gone', 0)", "K105", "gone", "do not agree with “gone”"),
        ("UPDATE texts SET words = NULL WHERE programme = 'plan'", "K105", "plan", "do not agree"),
    ],
)
def test_damage_is_found_and_told(
    storage: muniprog.Storage, damaged: psycopg.Connection, statement: str, code: str, item: str, words: str
) -> None:
    assert isinstance(storage, muniprog.ChecksItself)
    assert storage.integrity() == ()
    damaged.execute(statement.encode())
    findings = storage.integrity()
    assert (code, item) in {(finding.code, finding.item) for finding in findings}
    assert any(words in str(finding) for finding in findings)
    assert {finding.item for finding in findings} == {item}


def test_tables_are_made_anew_from_what_is_kept(
    storage: muniprog.Storage, damaged: psycopg.Connection, address: str
) -> None:
    damaged.execute("UPDATE goals SET title = 'x'; DELETE FROM texts; INSERT INTO goals VALUES ('gone', NULL, 0)")
    ran = CliRunner().invoke(commands("sv"), ["rebuild", f"{address}#plan"])
    assert "gjorda på nytt. Antal program: 2." in ran.output
    assert isinstance(storage, muniprog.ChecksItself)
    assert storage.integrity() == ()


def test_a_state_that_something_has_damaged_is_told_when_it_is_loaded(
    storage: muniprog.Storage, damaged: psycopg.Connection
) -> None:
    damaged.execute("""UPDATE revisions SET mapping = '"x"' WHERE number = 3""")
    with pytest.raises(muniprog.StorageError, match="something has damaged it"):
        storage.load("plan")
