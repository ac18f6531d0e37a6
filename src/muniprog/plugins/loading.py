"""From entry points to plug-ins, one by one: whatever is wrong with one is kept to that one."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from muniprog.messages import Message, Spoken, message
from muniprog.plugins.failures import PluginFailure, PluginProblem
from muniprog.plugins.former import Former
from muniprog.plugins.inspection import HookReader, read_hooks

if TYPE_CHECKING:
    from muniprog.plugins.scanning import EntryPoint

GROUP = "muniprog"
"""The group of entry points in which plug-ins are found."""

BUILT_IN = "muniprog"
"""The name under which muniprog's own contributions are registered."""

Fail = Callable[[PluginFailure], None]


@attrs.frozen(kw_only=True)
class Origin:
    """Where a plug-in comes from.

    Attributes:
        plugin: Its name.
        entry_point: What its entry point leads to.
        distribution: The package that it was installed with; empty where that is not known.
        version: Version of that package.
    """

    plugin: str
    entry_point: str
    distribution: str = ""
    version: str = ""

    @classmethod
    def of(cls, entry_point: "EntryPoint") -> "Origin":
        """Return where an entry point comes from; a package whose metadata are damaged has no name."""
        known = cls(plugin=entry_point.name, entry_point=entry_point.value)
        if entry_point.dist is None:
            return known
        try:
            return attrs.evolve(known, distribution=entry_point.dist.name or "", version=entry_point.dist.version or "")
        except Exception:  # noqa: BLE001  half-removed packages fail in many ways; the name is only for messages
            return known

    def failure(self, problem: Exception | SystemExit) -> PluginFailure:
        """Return what went wrong with the plug-in, with advice."""
        found = problem if isinstance(problem, PluginProblem) else PluginProblem(_in_one_line(problem))
        return PluginFailure(
            plugin=self.plugin,
            entry_point=self.entry_point,
            distribution=self.distribution,
            version=self.version,
            cause=found.cause,
            advice=found.advice or self._advice(problem),
            error=None if found is problem else problem,
        )

    def _advice(self, problem: Exception | SystemExit) -> Message:
        package = self.distribution or self.plugin
        if isinstance(problem, ModuleNotFoundError) and problem.name:
            own = self.entry_point.partition(":")[0]
            if own == problem.name or own.startswith(f"{problem.name}."):
                return message("Its files are not there: reinstall {package} or uninstall it.", package=package)
            return message(
                "It needs the module “{module}”: reinstall {package} with what it depends on.",
                module=problem.name,
                package=package,
            )
        return message(
            "Update {package} or uninstall it; MUNIPROG_DISABLE_PLUGINS={plugin} leaves it out.",
            package=package,
            plugin=self.plugin,
        )


@attrs.frozen(kw_only=True)
class Plugin:
    """A plug-in that has been loaded.

    Attributes:
        name: Its name: the name of its entry point.
        reader: Holds its hooks.
        entry_point: The entry point; None for muniprog's own contributions.
    """

    name: str
    reader: HookReader = attrs.field(repr=False)
    entry_point: "EntryPoint | None" = None

    @property
    def built_in(self) -> bool:
        """Whether it is muniprog itself."""
        return self.entry_point is None

    @property
    def origin(self) -> Origin:
        """Where it comes from."""
        if self.entry_point is not None:
            return Origin.of(self.entry_point)
        from muniprog import __version__

        return Origin(
            plugin=self.name, entry_point="muniprog.plugins.builtins", distribution="muniprog", version=__version__
        )


def installed() -> Iterable["EntryPoint"]:
    """Return the entry points of all installed plug-ins. Looking through the packages takes some milliseconds."""
    from muniprog.plugins.scanning import scan

    return scan(GROUP)


def load_built_in(former: Former) -> Plugin:
    """Return muniprog's own contributions; they come through the same door as those of plug-ins."""
    from muniprog.plugins import builtins

    return Plugin(name=BUILT_IN, reader=read_hooks(builtins, BUILT_IN, former))


def load_each(entry_points: Iterable["EntryPoint"], former: Former, fail: Fail) -> Iterator[Plugin]:
    """Yield the plug-ins behind entry points, sorted by name; call `fail` for each that does not work."""
    each = sorted(set(entry_points), key=lambda entry_point: (entry_point.name, entry_point.value))
    times = Counter(entry_point.name for entry_point in each)
    seen: list[object] = []
    for entry_point in each:
        try:
            plugin = _load(entry_point, times, seen, former)
        except (Exception, SystemExit) as error:  # noqa: BLE001  whatever a plug-in raises is its own affair
            fail(Origin.of(entry_point).failure(error))
        else:
            yield plugin


def _load(entry_point: "EntryPoint", times: Counter[str], seen: list[object], former: Former) -> Plugin:
    _check_name(entry_point.name, times)
    found = entry_point.load()
    if any(found is other for other in seen):
        raise PluginProblem(message("“{found}” is registered twice, by two entry points.", found=entry_point.value))
    seen.append(found)
    return Plugin(name=entry_point.name, reader=read_hooks(found, entry_point.name, former), entry_point=entry_point)


def _check_name(name: str, times: Counter[str]) -> None:
    if name == BUILT_IN:
        raise PluginProblem(
            message("The name “{name}” is taken by muniprog itself.", name=name),
            message("Its author must give the entry point another name."),
        )
    if times[name] > 1:
        raise PluginProblem(
            message("Two installed packages have a plug-in called “{name}”.", name=name),
            message("Uninstall one of them."),
        )


def _in_one_line(error: BaseException) -> Spoken:
    """Return an error's own words, without what could steer a terminal."""
    from traceback import format_exception_only

    from muniprog.document import clean

    return message("{error}.", error=clean(" ".join("".join(format_exception_only(error)).split())).rstrip("."))
