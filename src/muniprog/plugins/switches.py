"""What a user may switch about plug-ins, by arguments or by environment variables."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from muniprog.errors import MuniprogError
from muniprog.messages import message
from muniprog.plugins.loading import Origin

if TYPE_CHECKING:
    from muniprog.plugins.scanning import EntryPoint

NO = frozenset({"", "0", "false", "no", "off"})


@attrs.frozen(kw_only=True)
class Switches:
    """Which plug-ins are wanted and how strict loading is.

    Attributes:
        third_party: Whether plug-ins from other packages are loaded at all.
        off: Names of plug-ins, or of their packages, that are left out.
        strict: Whether a plug-in that does not work stops everything; for developers and CI.
        prefer: Name or file ending → the plug-in that shall answer to it, also in place of a built-in.
    """

    third_party: bool = True
    off: frozenset[str] = frozenset()
    strict: bool = False
    prefer: Mapping[str, str] = attrs.field(factory=dict)

    def leave_out(self, entry_point: "EntryPoint") -> bool:
        """Return whether the plug-in behind an entry point is switched off."""
        if not self.third_party or entry_point.name in self.off:
            return True
        return bool(self.off) and Origin.of(entry_point).distribution in self.off

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Switches":
        """Return what the environment variables say.

        `MUNIPROG_NO_PLUGINS=1` switches third-party plug-ins off, `MUNIPROG_DISABLE_PLUGINS=a,b` single ones;
        `MUNIPROG_STRICT_PLUGINS=1` makes a broken plug-in an error; `MUNIPROG_PREFER_PLUGINS=html=b,.docx=a`
        says who answers to what several claim.
        """
        return cls(
            third_party=environment.get("MUNIPROG_NO_PLUGINS", "").strip().casefold() in NO,
            off=frozenset(_parts(environment.get("MUNIPROG_DISABLE_PLUGINS", ""))),
            strict=environment.get("MUNIPROG_STRICT_PLUGINS", "").strip().casefold() not in NO,
            prefer=dict(_pair(part) for part in _parts(environment.get("MUNIPROG_PREFER_PLUGINS", ""))),
        )


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _pair(text: str) -> tuple[str, str]:
    name, _, plugin = (part.strip() for part in text.partition("="))
    if not name or not plugin:
        raise MuniprogError(
            message("MUNIPROG_PREFER_PLUGINS holds “{found}”; write name=plug-in, such as html=b.", found=text)
        )
    return name.casefold(), plugin
