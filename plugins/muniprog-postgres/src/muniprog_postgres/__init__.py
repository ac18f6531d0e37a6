"""Keeps muniprog's programmes on a PostgreSQL server, where many may write at the same time.

Installed beside muniprog it answers to addresses such as `postgresql://anna@db.example.org/city#vasa-2019-2022`.
"""

from typing import TYPE_CHECKING, ClassVar

import muniprog

if TYPE_CHECKING:
    from click import Command


class PostgresDriver(muniprog.StorageDriver):
    """Opens databases on PostgreSQL servers."""

    name = "postgresql"
    title = muniprog.Text.of(
        {
            "sv": "En PostgreSQL-server som många skriver till",
            "fi": "PostgreSQL-palvelin, johon moni kirjoittaa",
            "en": "A PostgreSQL server that many write to",
        }
    )
    schemes: ClassVar[tuple[str, ...]] = ("postgresql", "postgres")

    def open(self, location: str) -> muniprog.Storage:
        """Return the storage in a database; its tables are made when something is saved there."""
        from muniprog_postgres.location import Location
        from muniprog_postgres.storage import PostgresStorage

        return PostgresStorage(Location.of(location))


@muniprog.hookimpl
def muniprog_register_storages() -> list[muniprog.StorageDriver]:
    """Return the one driver of this package."""
    return [PostgresDriver()]


@muniprog.hookimpl
def muniprog_register_commands(language: str) -> "list[Command]":
    """Return the commands for whoever owns a schema."""
    from muniprog_postgres.commands import commands

    return [commands(language)]
