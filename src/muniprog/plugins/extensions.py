"""Data that belong to plug-ins which are not there. They are kept as they are; somebody should know."""

from collections.abc import Iterator

from muniprog.messages import message
from muniprog.model import Indicator, Programme
from muniprog.plugins.catalogue import Plugins, State
from muniprog.source import Finding, Path, Severity

CODE = "P001"
"""Code of the note that a plug-in is missing."""


def missing_extensions(programme: Programme, plugins: Plugins) -> tuple[Finding, ...]:
    """Return one note for each plug-in whose data a programme holds and which does not work here.

    The data stand under the plug-in's name in `extensions`; an indicator of the plug-in's own kind has its name
    before the colon of the measure. Without the plug-in they are kept, shown as text and reckoned with by nobody.
    """
    first: dict[str, tuple[str, Path]] = {}
    for name, item, path in _uses(programme):
        first.setdefault(name, (item, path))
    return tuple(
        _note(programme, name, item, path, state)
        for name, (item, path) in first.items()
        if (state := plugins.state_of(name)) is not State.WORKS
    )


def _uses(programme: Programme) -> Iterator[tuple[str, str, Path]]:
    for name in programme.extensions:
        yield name, "", ("extensions", name)
    for entry in programme.entries():
        for name in entry.extensions:
            yield name, entry.id, ()
        if isinstance(entry, Indicator) and ":" in entry.measure:
            yield entry.measure.partition(":")[0], entry.id, ()
    for number, follow_up in enumerate(programme.follow_ups):
        for name in follow_up.extensions:
            yield name, "", ("follow_ups", number, "extensions", name)


def _note(programme: Programme, name: str, item: str, path: Path, state: State | None) -> Finding:
    if state is State.OFF:
        sentence = message("The plug-in “{name}” is switched off; its data are kept as they are.", name=name)
    elif state is State.FAILED:
        sentence = message("The plug-in “{name}” does not work; its data are kept as they are.", name=name)
    else:
        sentence = message("The plug-in “{name}” is not installed; its data are kept as they are.", name=name)
    place = programme.origin.source.where_key(path) if programme.origin is not None and path else None
    return Finding(code=CODE, severity=Severity.NOTE, message=sentence, path=path, place=place, item=item)
