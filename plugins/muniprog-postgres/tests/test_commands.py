"""The commands of whoever owns a schema."""

from click.testing import CliRunner

import muniprog
from muniprog_postgres import muniprog_register_commands
from muniprog_postgres.commands import commands
from muniprog_postgres.schema import VERSION


def test_migrate_makes_a_schema_or_leaves_it(address: str, schema: str) -> None:
    first, second = (CliRunner().invoke(commands("en"), ["migrate", address]).output for _ in range(2))
    assert first.endswith(f"?schema={schema} has version {VERSION}; before it was 0.\n")
    assert second.endswith(f"?schema={schema} has version {VERSION}; before it was {VERSION}.\n")


def test_rebuild_where_nothing_is_yet(address: str) -> None:
    assert CliRunner().invoke(commands("fi"), ["rebuild", address]).output.endswith("Ohjelmia: 0.\n")


def test_roles_are_printed_for_a_schema() -> None:
    printed = CliRunner().invoke(commands("sv"), ["roles", "--schema", 'my "plans"']).output
    assert 'CREATE ROLE "my ""plans""_writer" NOLOGIN;' in printed
    assert printed.endswith('CREATE SCHEMA "my ""plans""" AUTHORIZATION "my ""plans""_owner";\n')


def test_what_cannot_be_done_is_muniprog_s_own_error() -> None:
    ran = CliRunner().invoke(commands("sv"), ["migrate", "postgresql:nowhere"])
    assert isinstance(ran.exception, muniprog.StorageError)


def test_help_speaks_the_reader_s_language() -> None:
    (group,) = muniprog_register_commands("fi")
    assert "Hoida skeemaa" in CliRunner().invoke(group, ["--help"]).output
