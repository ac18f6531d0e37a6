"""Addresses of programmes: where something is kept, which programme of those there, and in which state."""

import re
from pathlib import Path

import attrs

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):(?!\\)")  # two letters at least: C:\programme is a path


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
        found = _SCHEME.match(text)
        scheme = found[1] if found else "file"
        if scheme == "file" and Path(text.removeprefix("file:")).exists():
            return cls(scheme=scheme, location=text)
        location, sharp, identifier = text.partition("#")
        if sharp:
            identifier, at, revision = identifier.partition("@")
        elif scheme == "file":  # elsewhere an @ may part a name from a host
            location, at, revision = text.rpartition("@") if "@" in text else (text, "", "")
        else:
            at, revision = "", ""
        return cls(
            scheme=scheme,
            location=location,
            identifier=identifier or None if sharp else None,
            revision=revision or None if at else None,
        )

    def __str__(self) -> str:
        return f"{self.location}{f'#{self.identifier}' if self.identifier else ''}"
