"""What is wrong with a plug-in, as a value, as a warning and as an error."""

from collections.abc import Sequence

import attrs

from muniprog.errors import MuniprogError, MuniprogWarning
from muniprog.messages import Message, Sentences, Spoken, message


@attrs.frozen(kw_only=True)
class PluginFailure:
    """One thing that is wrong with a plug-in. The plug-in, or that part of it, is left out; all else works.

    Attributes:
        plugin: Name of the plug-in: the name of its entry point.
        entry_point: What the entry point leads to, such as `muniprog_latex:plugin`.
        distribution: Name of the package that it was installed with; empty where that is not known.
        version: Version of that package.
        cause: What went wrong.
        advice: What to do about it.
        error: The error that the plug-in raised, if it raised one.
    """

    plugin: str
    entry_point: str
    distribution: str
    version: str
    cause: Spoken
    advice: Spoken
    error: BaseException | None = attrs.field(default=None, eq=False, repr=False)

    def spoken(self, language: str) -> str:
        """Return the whole sentence in `language`: which plug-in, where it comes from, what is wrong, what to do."""
        where = ", ".join(part for part in (f"{self.distribution} {self.version}".strip(), self.entry_point) if part)
        opening = (
            message("The plug-in “{plugin}” ({where}) does not work.", plugin=self.plugin, where=where)
            if where
            else message("The plug-in “{plugin}” does not work.", plugin=self.plugin)
        )
        return Sentences((opening, self.cause, self.advice)).spoken(language)

    def __str__(self) -> str:
        return self.spoken("en")


class PluginWarning(MuniprogWarning):
    """Warns that a plug-in does not work and is left out; `failure` says what is wrong."""

    def __init__(self, failure: PluginFailure) -> None:
        super().__init__(failure)
        self.failure = failure


class PluginError(MuniprogError):
    """A plug-in does not work, and strict loading was asked for. `failure` says what is wrong."""

    def __init__(self, failure: PluginFailure) -> None:
        super().__init__(failure)
        self.failure = failure


class PluginProblem(MuniprogError):
    """What was found wrong with a plug-in, on its way to becoming a `PluginFailure`."""

    def __init__(self, cause: Spoken, advice: Message | None = None) -> None:
        super().__init__(cause)
        self.cause, self.advice = cause, advice


class ContestedNameError(MuniprogError, LookupError):
    """Several plug-ins claim the same name or file ending, and nothing says which one is meant.

    Args:
        kind: What kind of thing was asked for, as a message ("format").
        name: The name or file ending that was asked for.
        addresses: The names by which each of them can be had, such as `docx:a` and `docx:b`.
    """

    def __init__(self, kind: Message, name: str, addresses: Sequence[str]) -> None:
        self.name, self.addresses = name, tuple(addresses)
        super().__init__(
            Sentences(
                (
                    message("More than one plug-in has a {kind} for “{name}”.", kind=kind, name=name),
                    message("Say which one: {addresses}.", addresses=self.addresses),
                    message("MUNIPROG_PREFER_PLUGINS={name}=… chooses for good.", name=name),
                )
            )
        )
