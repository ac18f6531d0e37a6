"""What the owner of a schema does now and then: `muniprog postgresql roles | migrate | rebuild`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from muniprog_postgres import integrity, schema
from muniprog_postgres.location import SCHEMA, Location
from muniprog_postgres.sentences import Sentence
from muniprog_postgres.server import Server

if TYPE_CHECKING:
    from psycopg import Cursor
    from psycopg.rows import TupleRow

_GROUP = Sentence(
    "Sköt ett schema på en PostgreSQL-server.",
    "Hoida skeemaa PostgreSQL-palvelimella.",
    "Look after a schema on a PostgreSQL server.",
)
_ROLES = Sentence(
    "Skriv ut den SQL som skapar schemat och rollerna för en ägare, en skribent och en läsare.",
    "Tulosta SQL, joka luo skeeman sekä omistajan, kirjoittajan ja lukijan roolit.",
    "Print the SQL that makes the schema and the roles of an owner, a writer and a reader.",
)
_SCHEMA = Sentence("Schemats namn.", "Skeeman nimi.", "Name of the schema.")
_MIGRATE = Sentence(
    "Skapa schemat, eller uppdatera det till den här versionen av muniprog-postgres.",
    "Luo skeema tai päivitä se tämän muniprog-postgres-version mukaiseksi.",
    "Make the schema, or bring it up to date with this version of muniprog-postgres.",
)
_REBUILD = Sentence(
    "Gör om tabellerna för SQL av de program som finns sparade.",
    "Tee SQL-taulut uudelleen tallennetuista ohjelmista.",
    "Make the tables for SQL anew from the programmes that are kept.",
)


def commands(language: str) -> click.Group:
    """Return the group of commands, which speaks a language."""

    def roles(schema_name: str) -> None:
        click.echo(schema.roles(schema_name), nl=False)

    def migrate(address: str) -> None:
        click.echo(_on_server(address, _migrate).spoken(language))

    def rebuild(address: str) -> None:
        click.echo(_on_server(address, _rebuild).spoken(language))

    name = click.Option(["--schema", "schema_name"], default=SCHEMA, show_default=True, help=_SCHEMA.spoken(language))
    address = click.Argument(["address"])
    return click.Group(
        "postgresql",
        help=_GROUP.spoken(language),
        commands=[
            click.Command("roles", callback=roles, params=[name], help=_ROLES.spoken(language)),
            click.Command("migrate", callback=migrate, params=[address], help=_MIGRATE.spoken(language)),
            click.Command("rebuild", callback=rebuild, params=[address], help=_REBUILD.spoken(language)),
        ],
    )


def _on_server(address: str, work: "Callable[[Cursor[TupleRow], Location], Sentence]") -> Sentence:
    """Return what `work` says that it has done."""
    location = Location.of(address.partition("#")[0])
    server = Server(location)
    try:
        return server.run(lambda cursor: work(cursor, location))
    finally:
        server.close()


def _migrate(cursor: "Cursor[TupleRow]", location: Location) -> Sentence:
    before = schema.migrate(cursor, location)
    return Sentence(
        "Schemat på {server} har version {now}; förut var den {before}.",
        "Palvelimen {server} skeeman versio on {now}; aiemmin se oli {before}.",
        "The schema on {server} has version {now}; before it was {before}.",
        {"server": location.shown, "now": schema.VERSION, "before": before},
    )


def _rebuild(cursor: "Cursor[TupleRow]", location: Location) -> Sentence:
    count = integrity.rebuild(cursor) if schema.is_there(cursor, location) else 0
    return Sentence(
        "Tabellerna på {server} är gjorda på nytt. Antal program: {count}.",
        "Palvelimen {server} taulut on tehty uudelleen. Ohjelmia: {count}.",
        "The tables on {server} have been made anew. Programmes: {count}.",
        {"server": location.shown, "count": count},
    )
