"""The plug-ins of one process: what they give, and what is wrong with them."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING
from warnings import warn

import attrs

from muniprog.interfaces import Check, Format, FormFile, ProgrammePackage, Report, ReportBackend, StorageDriver
from muniprog.messages import Message, message
from muniprog.plugins.collecting import collect
from muniprog.plugins.failures import PluginError, PluginFailure
from muniprog.plugins.former import Former
from muniprog.plugins.kinds import BACKENDS, CHECKS, FORM_FILES, FORMATS, PROGRAMMES, REPORTS, STORAGES, Kind, Thing
from muniprog.plugins.known import package_for
from muniprog.plugins.loading import Origin, Plugin, load_built_in, load_each
from muniprog.plugins.shelf import Contest, Offer, Shelf
from muniprog.plugins.switches import Switches

if TYPE_CHECKING:
    from click import Command

    from muniprog.plugins.scanning import EntryPoint


class State(StrEnum):
    """How a plug-in is."""

    WORKS = "works"
    FAILED = "failed"
    OFF = "off"


@attrs.frozen(kw_only=True)
class PluginRow:
    """What there is to say about one plug-in.

    Attributes:
        name: Its name: the name of its entry point.
        distribution: The package that it was installed with; empty where that is not known.
        version: Version of that package.
        state: Whether it works, does not, or is switched off. One that works in part has failed.
        gives: Kind → names of what it adds; `docx:a` where the bare name finds another plug-in's.
        failures: What is wrong with it.
        notices: What its author should know about former hooks that it uses.
    """

    name: str
    distribution: str
    version: str
    state: State
    gives: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    failures: tuple[PluginFailure, ...] = ()
    notices: tuple[Message, ...] = ()


class Plugins:
    """Everything that muniprog and its plug-ins offer. `load_plugins` makes one.

    Plug-ins of other packages are looked for when something is first asked that muniprog's own parts do not
    answer, and each hook is called when its kind is first needed.

    Args:
        switches: What is wanted.
        entry_points: Returns the entry points of plug-ins.
        on_failure: Called once for each plug-in that does not work.
        former: Names and forms of hooks from earlier versions.
    """

    def __init__(
        self,
        switches: Switches,
        entry_points: Callable[[], Iterable["EntryPoint"]],
        on_failure: Callable[[PluginFailure], None],
        former: Former,
    ) -> None:
        self._switches, self._entry_points, self._on_failure, self._former = switches, entry_points, on_failure, former
        self._failures: list[PluginFailure] = []
        self.storages: Shelf[StorageDriver] = self._shelf(STORAGES)
        self.formats: Shelf[Format] = self._shelf(FORMATS)
        self.reports: Shelf[Report] = self._shelf(REPORTS)
        self.backends: Shelf[ReportBackend] = self._shelf(BACKENDS)
        self.form_files: Shelf[FormFile] = self._shelf(FORM_FILES)
        self.checks: Shelf[Check] = self._shelf(CHECKS)
        self.programmes: Shelf[ProgrammePackage] = self._shelf(PROGRAMMES)
        if switches.strict:
            self.describe()

    def commands(self, language: str) -> "Shelf[Command]":
        """Return the commands that plug-ins add to the command line, with help in `language`."""
        from muniprog.plugins.commands import COMMANDS

        return self._shelf(COMMANDS, language=language)

    @property
    def failures(self) -> tuple[PluginFailure, ...]:
        """What has been found to be wrong so far; `describe` finds all."""
        return tuple(self._failures)

    def state_of(self, name: str) -> State | None:
        """Return how the plug-in of this name is, or None where it is not installed."""
        if any(plugin.name == name for plugin in self._added):
            return State.WORKS
        if any(failure.plugin == name for failure in self._failures):
            return State.FAILED
        return State.OFF if any(entry_point.name == name for entry_point in self._off) else None

    def describe(self) -> tuple[PluginRow, ...]:
        """Return one row for each plug-in: muniprog's own parts first, then the others by name."""
        given = {
            "storages": _names(self.storages),
            "formats": _names(self.formats),
            "reports": _names(self.reports),
            "backends": _names(self.backends),
            "form_files": _names(self.form_files),
            "checks": _names(self.checks),
            "programmes": _names(self.programmes),
            "commands": _names(self.commands("en")),
        }
        working = [self._row(plugin, given) for plugin in self._added]
        broken = [
            PluginRow(
                name=failure.plugin,
                distribution=failure.distribution,
                version=failure.version,
                state=State.FAILED,
                failures=(failure,),
            )
            for failure in self._failures
            if all(failure.plugin != row.name for row in working)
        ]
        off = [
            PluginRow(name=origin.plugin, distribution=origin.distribution, version=origin.version, state=State.OFF)
            for origin in map(Origin.of, self._off)
        ]
        others = sorted((*working, *broken, *off), key=lambda row: (row.name, row.distribution))
        return (self._row(self._muniprog, given), *others)

    def contests(self) -> tuple[Contest, ...]:
        """Return what is claimed by more than one plug-in, of whatever kind."""
        shelves = (
            self.storages,
            self.formats,
            self.reports,
            self.backends,
            self.form_files,
            self.checks,
            self.programmes,
        )
        return tuple(chain.from_iterable(shelf.contests() for shelf in shelves))

    def _shelf(self, kind: Kind[Thing], **arguments: object) -> Shelf[Thing]:
        return Shelf(
            kind,
            built_in=lambda: self._offers((self._muniprog,), kind, arguments),
            added=lambda: self._offers(self._added, kind, arguments),
            prefer=self._switches.prefer,
            advise=self._advise,
        )

    def _offers(
        self, plugins: Iterable[Plugin], kind: Kind[Thing], arguments: Mapping[str, object]
    ) -> list[Offer[Thing]]:
        offers: list[Offer[Thing]] = []
        for plugin in plugins:
            try:
                offers.extend(collect(plugin, kind, self._former, **arguments))
            except (Exception, SystemExit) as error:
                if plugin.built_in:
                    raise
                self._fail(plugin.origin.failure(error))
        return offers

    @cached_property
    def _muniprog(self) -> Plugin:
        return load_built_in(self._former)

    @cached_property
    def _found(self) -> tuple["EntryPoint", ...]:
        return tuple(self._entry_points())

    @cached_property
    def _off(self) -> tuple["EntryPoint", ...]:
        return tuple(entry_point for entry_point in self._found if self._switches.leave_out(entry_point))

    @cached_property
    def _added(self) -> tuple[Plugin, ...]:
        if not self._switches.third_party:
            return ()
        wanted = [entry_point for entry_point in self._found if entry_point not in self._off]
        plugins = tuple(load_each(wanted, self._former, self._fail))
        for notice in chain.from_iterable(plugin.reader.notices for plugin in plugins):
            warn(str(notice), DeprecationWarning, stacklevel=2)
        self._check_preferences(plugins)
        return plugins

    def _check_preferences(self, plugins: Iterable[Plugin]) -> None:
        there = {plugin.name for plugin in plugins} | {failure.plugin for failure in self._failures}
        there |= {entry_point.name for entry_point in self._off} | {self._muniprog.name}
        for name, plugin in self._switches.prefer.items():
            if plugin not in there:
                self._fail(
                    PluginFailure(
                        plugin=plugin,
                        entry_point="",
                        distribution="",
                        version="",
                        cause=message("It is preferred for “{name}” but not installed.", name=name),
                        advice=message("Install it, or take it out of MUNIPROG_PREFER_PLUGINS."),
                    )
                )

    def _fail(self, failure: PluginFailure) -> None:
        if self._switches.strict:
            raise PluginError(failure) from failure.error
        first = all(failure.plugin != known.plugin for known in self._failures)
        self._failures.append(failure)
        if first:
            self._on_failure(failure)

    def _advise(self, name: str) -> Message | None:
        if not self._switches.third_party:
            return message("Plug-ins are switched off by MUNIPROG_NO_PLUGINS.")
        package = package_for(name)
        for failure in self._failures:
            if name == failure.plugin or (package and package == failure.distribution):
                return message("It should come from a plug-in that does not work: {failure}", failure=failure)
        for origin in map(Origin.of, self._off):
            if name == origin.plugin or (package and package == origin.distribution):
                return message("It comes from the plug-in “{plugin}”, which is switched off.", plugin=origin.plugin)
        if package is None or any(package == plugin.origin.distribution for plugin in self._added):
            return None  # what is installed cannot do it either
        return message('Install it with: pip install "{package}"', package=package)

    def _row(self, plugin: Plugin, given: Mapping[str, tuple[tuple[str, str], ...]]) -> PluginRow:
        origin = plugin.origin
        failures = tuple(failure for failure in self._failures if failure.plugin == plugin.name)
        named = {kind: tuple(name for giver, name in names if giver == plugin.name) for kind, names in given.items()}
        return PluginRow(
            name=plugin.name,
            distribution=origin.distribution,
            version=origin.version,
            state=State.FAILED if failures else State.WORKS,
            gives={kind: names for kind, names in named.items() if names},
            failures=failures,
            notices=tuple(plugin.reader.notices),
        )


def _names(shelf: Shelf[Thing]) -> tuple[tuple[str, str], ...]:
    """Return plug-in and name for each contribution: its bare name where that finds it, else its address."""
    return tuple(
        (offer.plugin, offer.name if shelf.get(offer.name) is offer.thing else offer.address)
        for offer in shelf.offers()
    )
