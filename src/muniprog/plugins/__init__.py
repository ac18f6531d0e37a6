"""The plug-ins: found one by one, kept apart, and asked for what they add.

>>> plugins = load_plugins(third_party=False)
>>> "json" in plugins.formats, plugins.formats.by_suffix(".json").name
(True, 'json')
"""

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from warnings import warn

import attrs

from muniprog.plugins.catalogue import PluginRow, Plugins, State
from muniprog.plugins.extensions import missing_extensions
from muniprog.plugins.failures import ContestedNameError, PluginError, PluginFailure, PluginWarning
from muniprog.plugins.former import FORMER, Former, FormerHook, FormerReturn
from muniprog.plugins.loading import installed
from muniprog.plugins.options import read_options
from muniprog.plugins.shelf import Contest, Offer, Shelf
from muniprog.plugins.switches import Switches

if TYPE_CHECKING:
    from collections.abc import Callable

    from muniprog.plugins.scanning import EntryPoint

__all__ = [
    "Contest",
    "ContestedNameError",
    "Former",
    "FormerHook",
    "FormerReturn",
    "Offer",
    "PluginError",
    "PluginFailure",
    "PluginRow",
    "PluginWarning",
    "Plugins",
    "Shelf",
    "State",
    "load_plugins",
    "missing_extensions",
    "read_options",
]


def warn_of(failure: PluginFailure) -> None:
    """Warn, in English, that a plug-in does not work."""
    warn(PluginWarning(failure), stacklevel=2)


def load_plugins(
    *,
    third_party: bool | None = None,
    strict: bool | None = None,
    disabled: Iterable[str] = (),
    prefer: Mapping[str, str] | None = None,
    entry_points: "Iterable[EntryPoint] | None" = None,
    on_failure: "Callable[[PluginFailure], None]" = warn_of,
    former: Former = FORMER,
) -> Plugins:
    """Return what muniprog and the installed plug-ins offer.

    Args:
        third_party: Whether plug-ins of other packages are wanted; when not given, unless `MUNIPROG_NO_PLUGINS` is set.
        strict: Whether a plug-in that does not work is an error; when not given, if `MUNIPROG_STRICT_PLUGINS` is set.
        disabled: Plug-ins or packages to leave out, besides those in `MUNIPROG_DISABLE_PLUGINS`.
        prefer: Name or file ending → the plug-in that shall answer; goes before `MUNIPROG_PREFER_PLUGINS`.
        entry_points: The entry points of plug-ins; when not given, those of the installed packages.
        on_failure: Called once for each plug-in that does not work.
        former: Names and forms of hooks from earlier versions.

    Raises:
        PluginError: A plug-in does not work and loading is strict.
    """
    said = Switches.from_environment(os.environ)
    switches = attrs.evolve(
        said,
        third_party=said.third_party if third_party is None else third_party,
        strict=said.strict if strict is None else strict,
        off=said.off | frozenset(disabled),
        prefer={**said.prefer, **{name.casefold(): plugin for name, plugin in (prefer or {}).items()}},
    )
    found = installed if entry_points is None else lambda: entry_points
    return Plugins(switches, found, on_failure, former)
