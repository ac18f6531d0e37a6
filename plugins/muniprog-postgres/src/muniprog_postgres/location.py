"""The address of a server, taken apart, and shown without its password."""

from typing import Self
from urllib.parse import quote, unquote

import attrs

import muniprog
from muniprog_postgres.sentences import Sentence

SCHEMA = "muniprog"
"""The schema in which programmes are kept when the address names no other."""

LONGEST_NAME = 63
"""PostgreSQL cuts names that are longer, in bytes, and two could become one."""


@attrs.frozen(kw_only=True)
class Location:
    """Where programmes are kept: a server's database and a schema in it.

    >>> Location.of("postgresql://anna:secret@db.example.org/city?sslmode=verify-full&schema=plans")
    Location(shown='postgresql://anna@db.example.org/city?schema=plans', schema='plans')

    Attributes:
        shown: The address as it may be shown: without password and options.
        schema: The schema.
        parameters: Everything that libpq understood of the address, the password too.
    """

    shown: str
    schema: str = SCHEMA
    parameters: dict[str, str] = attrs.field(repr=False)

    @classmethod
    def of(cls, address: str) -> Self:
        """Return the parts of an address.

        Raises:
            StorageError: It cannot be understood. What is wrong is not shown, since it may be part of a password.
        """
        address, schema = _without_schema(address)
        parameters = _parameters(address)
        if parameters is None or not _is_name(schema):
            raise muniprog.StorageError(_misunderstood())
        return cls(shown=_shown(parameters, schema), schema=schema, parameters=parameters)


def _without_schema(address: str) -> tuple[str, str]:
    start, _, query = address.partition("?")
    options = [option for option in query.split("&") if option]
    others = [option for option in options if not option.startswith("schema=")]
    named = [unquote(option.removeprefix("schema=")) for option in options if option.startswith("schema=")]
    return f"{start}?{'&'.join(others)}" if others else start, named[-1] if named else SCHEMA


def _parameters(address: str) -> dict[str, str] | None:
    """Return what libpq understands of an address, or None when it does not, or gets it wrong.

    A password that holds an @, a / or the like unescaped moves the borders between the parts; then a part of it
    stands where a port or the name of a database is expected, and must not be shown.
    """
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        found = conninfo_to_dict(address)
    except (ProgrammingError, UnicodeEncodeError):
        return None
    parameters = {name: str(value) for name, value in found.items()}
    ports = parameters.get("port", "").split(",")
    database, host = parameters.get("dbname", ""), parameters.get("host", "")
    if any(port and not port.isdecimal() for port in ports) or "@" in database + host or "/" in database:
        return None
    return parameters


def _is_name(schema: str) -> bool:
    return "\0" not in schema and 0 < len(schema.encode(errors="replace")) <= LONGEST_NAME


def _shown(parameters: dict[str, str], schema: str) -> str:
    user = f"{quote(parameters['user'])}@" if "user" in parameters else ""
    port = f":{parameters['port']}" if "port" in parameters else ""
    host = parameters.get("host", "")
    where = f"{f'[{host}]' if ':' in host else quote(host, safe='/,.-')}{port}"
    database = f"/{quote(parameters['dbname'])}" if "dbname" in parameters else ""
    return f"postgresql://{user}{where}{database}{f'?schema={quote(schema)}' if schema != SCHEMA else ''}"


def _misunderstood() -> Sentence:
    return Sentence(
        "Adressen till servern går inte att förstå. Den skrivs postgresql://användare@värd:port/databas?schema=namn. "
        "I ett lösenord skrivs tecknen @ : / # % ? som %40 %3A %2F %23 %25 %3F; helst hör det hemma i filen ~/.pgpass "
        "eller i variabeln PGPASSWORD.",
        "Palvelimen osoitetta ei voi ymmärtää. Se kirjoitetaan postgresql://käyttäjä@palvelin:portti/kanta?schema=nimi."
        " Salasanan merkit @ : / # % ? kirjoitetaan %40 %3A %2F %23 %25 %3F; parhaassa tallessa se on tiedostossa "
        "~/.pgpass tai muuttujassa PGPASSWORD.",
        "The server's address cannot be understood. It is written postgresql://user@host:port/database?schema=name. "
        "In a password the signs @ : / # % ? are written %40 %3A %2F %23 %25 %3F; it is better kept in the file "
        "~/.pgpass or in the variable PGPASSWORD.",
    )
