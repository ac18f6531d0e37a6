"""PyYAML's stream of events, from its C extension where it is installed."""

from collections.abc import Callable
from typing import NamedTuple, Protocol, cast


class Mark(Protocol):
    """A position in the text."""

    index: int


class Event(Protocol):
    """What muniprog reads from PyYAML's events, of which each kind has only some."""

    start_mark: Mark
    end_mark: Mark
    value: str
    style: str | None
    anchor: str | None
    tag: str | None


class Kinds(NamedTuple):
    """The classes of PyYAML's events. To compare classes is the quickest way to tell events apart."""

    document_start: type[object]
    mapping_start: type[object]
    mapping_end: type[object]
    list_start: type[object]
    list_end: type[object]
    scalar: type[object]
    alias: type[object]
    stream_end: type[object]


def kinds() -> Kinds:
    """Return the classes of events."""
    from yaml import events

    return Kinds(
        document_start=events.DocumentStartEvent,
        mapping_start=events.MappingStartEvent,
        mapping_end=events.MappingEndEvent,
        list_start=events.SequenceStartEvent,
        list_end=events.SequenceEndEvent,
        scalar=events.ScalarEvent,
        alias=events.AliasEvent,
        stream_end=events.StreamEndEvent,
    )


def next_event(text: str) -> Callable[[], Event]:
    """Return a function that returns the next event of `text` each time that it is called.

    PyYAML is imported here and not above, so that a script that reads no YAML does not wait for it.
    """
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs forget the name
    except ImportError:
        from yaml import SafeLoader

        following = SafeLoader(text).get_event
    else:
        following = CParser(text).get_event
    # PyYAML types every event as the bare base class; its kind is asked for wherever one is used.
    return cast(Callable[[], Event], following)
