"""Addresses of programmes: where something is kept, which programme of those there, and in which state."""

import re
from pathlib import Path

import attrs

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):(?!\\)")  # two letters at least: C:\programme is a path
_PASSWORD = re.compile(r"(?<=://)([^:/?#@]*):[^#]*@|(?<=[?&])password=[^&#]*")


def shown(address: str) -> str:
    """Return an address as it may be shown: without the password that the address of a server may hold.

    >>> shown("postgresql://anna:secret@db.example.org:5432/city?password=secret&sslmode=require#vasa@7")
    'postgresql://anna@db.example.org:5432/city?password=…&sslmode=require#vasa@7'
    """
    return _PASSWORD.sub(lambda found: "password=…" if found[1] is None else f"{found[1]}@", address)


@attrs.frozen(kw_only=True)
class Address:
    """An address, taken apart.

    >>> Address.of("sqlite:///programmes.db#vasa-2019-2022@7")
    Address(scheme='sqlite', location='sqlite:///programmes.db', identifier='vasa-2019-2022', revision='7')
    >>> Address.of("plans/vasa@HEAD~3")
    Address(scheme='file', location='plans/vasa', identifier=None, revision='HEAD~3')

    Attributes:
        scheme: Which sort of storage answers; `file` for a path.
        location: Where the programmes are kept, as the storage understands it.
        identifier: Which of them; None for the only one.
        revision: Which state of it; None for the latest.
    """

    scheme: str
    location: str
    identifier: str | None = None
    revision: str | None = None

    @classmethod
    def of(cls, text: str) -> "Address":
        """Return the parts of an address. A path that exists as it is written is taken as it is written."""
        if _is_there(text):
            return cls(scheme="file", location=text)
        found = _SCHEME.match(text)
        scheme = found[1] if found else "file"
        text = _path_of(text) if found and scheme == "file" else text
        if scheme == "file" and _is_there(text):
            return cls(scheme=scheme, location=text)
        location, sharp, identifier = text.partition("#")
        revision = ""
        if sharp:
            identifier, _, revision = identifier.partition("@")
        elif scheme == "file" and "@" in text:  # elsewhere an @ may part a name from a host
            location, _, revision = text.rpartition("@")
        return cls(scheme=scheme, location=location, identifier=identifier or None, revision=revision or None)

    def __str__(self) -> str:
        return f"{self.location}{f'#{self.identifier}' if self.identifier else ''}"


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except OSError:  # some 300 letters are no path
        return False


def _path_of(url: str) -> str:
    """Return the path that a file address names: `file:///C:/plans/my%20plan` or, less formally, `file:plans`."""
    if not url.startswith("file://"):
        return url.removeprefix("file:")
    from urllib.parse import unquote

    path = unquote(url.removeprefix("file://").removeprefix("localhost"))
    return path[1:] if re.match(r"/[A-Za-z]:", path) else path
