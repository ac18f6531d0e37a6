"""Addresses of servers, and that no password is ever shown."""

import traceback
from collections.abc import Callable

import psycopg
import pytest
from click.testing import CliRunner

import muniprog
from muniprog.cli import main
from muniprog.testing.storages.samples import plan
from muniprog_postgres.location import Location
from muniprog_postgres.testing import Cluster, free_port


@pytest.mark.parametrize(
    ("address", "shown", "schema"),
    [
        ("postgresql://", "postgresql://", "muniprog"),
        ("postgres://anna@db.example.org/city", "postgresql://anna@db.example.org/city", "muniprog"),
        ("postgresql://anna:secret@db:5433/city", "postgresql://anna@db:5433/city", "muniprog"),
        ("postgresql://db/city?schema=plans", "postgresql://db/city?schema=plans", "plans"),
        ("postgresql://db/city?schema=a&schema=b", "postgresql://db/city?schema=b", "b"),
        ("postgresql://db/?schema=V%C3%A5ra%20planer", "postgresql://db?schema=V%C3%A5ra%20planer", "Våra planer"),
        ("postgresql://db/city?sslmode=require&schema=a&password=secret", "postgresql://db/city?schema=a", "a"),
        ("postgresql://[::1]:5433/city", "postgresql://[::1]:5433/city", "muniprog"),
        ("postgresql://%2Frun%2Fpostgresql/city", "postgresql:///run/postgresql/city", "muniprog"),
        ("postgresql://one:1,two:2/city", "postgresql://one,two:1,2/city", "muniprog"),
    ],
)
def test_an_address_is_shown_without_its_password(address: str, shown: str, schema: str) -> None:
    location = Location.of(address)
    assert (location.shown, location.schema) == (shown, schema)
    assert "secret" not in repr(location)


def test_options_of_an_address_are_libpqs_own() -> None:
    parameters = Location.of("postgresql://db/city?sslmode=require&schema=a&connect_timeout=3").parameters
    assert parameters == {"host": "db", "dbname": "city", "sslmode": "require", "connect_timeout": "3"}


@pytest.mark.parametrize(
    "address",
    [
        "postgresql:city",
        "postgresql://anna:sec/ret@db/city",
        "postgresql://anna:sec@ret@db/city",
        "postgresql://anna:1/secret@db/city",
        "postgresql://anna:sec%zzret@db/city",
        "postgresql://anna:sec\0ret@db/city",
        "postgresql://anna:sec\ud83dret@db/city",
        "postgresql://db/city/secret",
        "postgresql://db/city?secret=1",
        "postgresql://db/city?schema=",
        "postgresql://db/city?schema=a%00b",
        f"postgresql://db/city?schema={'å' * 32}",
    ],
)
def test_what_cannot_be_understood_is_refused_without_showing_it(address: str) -> None:
    with pytest.raises(muniprog.StorageError) as refused:
        muniprog.open_storage(address)
    for language in ("sv", "fi", "en"):
        said = refused.value.spoken(language)
        assert "postgresql://" in said
        assert not {"sec", "ret"} & set(said.split())
    assert "secret" not in "".join(traceback.format_exception(refused.value)).replace(ascii(address), "")
    assert refused.value.__context__ is None


def wrong_password(cluster: Cluster) -> str:
    return cluster.address(password="hemligt")


def nobody_there(cluster: Cluster) -> str:
    return cluster.address(password="hemligt", port=free_port())


def nothing_granted(cluster: Cluster) -> str:
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS stranger")
        connection.execute("CREATE ROLE stranger LOGIN PASSWORD 'hemligt'")
    return cluster.address(user="stranger", password="hemligt")


@pytest.mark.parametrize("where", [wrong_password, nobody_there, nothing_granted])
def test_no_error_and_no_traceback_holds_a_password(cluster: Cluster, where: Callable[[Cluster], str]) -> None:
    with muniprog.open_storage(where(cluster)) as storage:
        with pytest.raises(muniprog.StorageError) as refused:
            storage.save(plan())
        assert "hemligt" not in repr(storage)
    assert "127.0.0.1" in str(refused.value)
    for language in ("sv", "fi", "en"):
        assert "hemligt" not in refused.value.spoken(language)
    shown = "".join(traceback.TracebackException.from_exception(refused.value).format())
    assert "hemligt" not in shown


def test_no_command_prints_a_password(address: str) -> None:
    """Whatever the command line says about an address, it shows it without its password."""
    with muniprog.open_storage(address) as storage:
        storage.save(plan())
    words = [
        ["storage", "integrity", address],
        ["storage", "delete", address],
        ["storage", "delete", f"{address}#plan"],
        ["copy", address, address],
        ["copy", address, f"{address}#plan"],
        ["storage", "history", f"{address}#nowhere"],
        ["show", f"{address}#nowhere"],
    ]
    for command in words:
        said = CliRunner().invoke(main, command)
        assert "p%40ss" not in said.output, command
        assert Cluster.password not in said.output, command


def test_what_was_loaded_does_not_show_the_password_it_was_loaded_with(address: str) -> None:
    muniprog.save(muniprog.load("vasa_2019_2022"), address)
    vasa = muniprog.load(address)
    assert "p%40ss" not in repr(vasa) + repr(vasa.origin)
    with pytest.raises(muniprog.MuniprogError) as refused:
        muniprog.save(vasa, f"{address}#another")
    assert "p%40ss" not in str(refused.value)
