"""The errors that muniprog raises on purpose. Each writes its own sentence, in any of muniprog's languages."""

from collections.abc import Iterable, Sequence
from datetime import date

from muniprog.messages import Message, Sentences, Spoken, message, plural_message
from muniprog.source import Finding, nearest


class MuniprogError(Exception):
    """The base of all of muniprog's own errors.

    `str(error)` is the English sentence; `error.spoken("sv")` is the same one for a Swedish reader.
    """

    def __init__(self, sentence: Spoken) -> None:
        super().__init__(sentence)
        self.message = sentence

    def spoken(self, language: str) -> str:
        """Return the whole sentence in `language`."""
        return self.message.spoken(language)

    def __str__(self) -> str:
        return self.spoken("en")


class MuniprogWarning(UserWarning):
    """The base of all warnings of muniprog and its plug-ins: something is not as it was wished, and the work went on.

    The command line says it as a sentence to its reader; in a script it is an ordinary warning of Python.
    """

    def __init__(self, sentence: Spoken) -> None:
        super().__init__(sentence)
        self.message = sentence

    def spoken(self, language: str) -> str:
        """Return the whole sentence in `language`."""
        return self.message.spoken(language)

    def __str__(self) -> str:
        return self.spoken("en")


class SourceError(MuniprogError):
    """A file or mapping that cannot be read as what it should be; `problems` holds all that is wrong with it.

    Args:
        problems: What is wrong.
        heading: What is said above them, where it is not a programme that has them.
    """

    def __init__(self, problems: Iterable[Finding], heading: Spoken | None = None) -> None:
        self.problems = tuple(problems)
        super().__init__(
            plural_message(
                "{count} problem in the programme:", "{count} problems in the programme:", len(self.problems)
            )
            if heading is None
            else heading
        )

    def spoken(self, language: str) -> str:
        """Return the number of problems and then each on a line of its own."""
        return "\n".join([super().spoken(language), *(problem.spoken(language) for problem in self.problems)])


class ValueProblem(MuniprogError, ValueError):
    """One value that is not what its field wants. Conversion turns it into a `Finding` with its place.

    Args:
        sentence: What was found and what was expected.
        code: The stable code of the finding that it becomes.
    """

    def __init__(self, sentence: Spoken, *, code: str = "F005") -> None:
        super().__init__(sentence)
        self.code = code


_MOST_NAMES = 20


class UnknownNameError(MuniprogError, LookupError):
    """A name that nothing answers to: a report, a format, a programme, an item.

    Args:
        kind: What kind of thing was asked for, such as the message "report".
        name: The name that was given.
        known: The names that exist.
        advice: What to install or do, if that is known.
    """

    def __init__(self, kind: Spoken, name: str, known: Sequence[str], advice: Message | None = None) -> None:
        self.name, self.known = name, tuple(known)
        near = nearest(name, self.known)
        parts = [message("There is no {kind} called “{name}”.", kind=kind, name=name)]
        if near is not None:
            parts.append(message("Did you mean “{near}”?", near=near))
        if near is None or len(self.known) <= _MOST_NAMES:  # a long list buries the name that was meant
            named = self.known if len(self.known) <= _MOST_NAMES else (*self.known[:_MOST_NAMES], "…")
            parts.extend([message("Known: {known}.", known=named)] if named else [])
        if advice is not None:
            parts.append(advice)
        super().__init__(Sentences(parts))


class FormatDirectionError(MuniprogError):
    """A format was asked to read though it only writes, or to write though it only reads."""

    def __init__(self, name: str, direction: str) -> None:
        sentence = (
            message("The format “{name}” can only be written, not read.", name=name)
            if direction == "read"
            else message("The format “{name}” can only be read, not written.", name=name)
        )
        super().__init__(sentence)


class StorageError(MuniprogError):
    """A programme cannot be fetched from its address or kept there."""


class ConflictError(StorageError):
    """Somebody else has changed the programme since it was loaded; nothing was written."""


class FollowUpError(MuniprogError):
    """Something that cannot be done with a round of follow-up, as the round is now."""


class ClosedRoundError(FollowUpError):
    """A round of follow-up that is closed was to be changed; nothing was changed.

    Args:
        period: The round's period, as it is written.
        closed_on: The day on which it was closed.
        differs: What would have been changed, if it is known.
    """

    def __init__(self, period: str, closed_on: date, differs: Sequence[str] = ()) -> None:
        parts = [
            message(
                "The round {period} was closed on {day} and does not change any more.", period=period, day=closed_on
            )
        ]
        if differs:
            parts.append(message("These would change: {keys}.", keys=tuple(differs)))
        parts.append(
            message(
                "Open it again first, with the reason: muniprog followup reopen … {period} --reason …", period=period
            )
        )
        super().__init__(Sentences(parts))


class OpenQuestionsError(FollowUpError):
    """A round was to be closed while something in it is still open; `findings` holds what."""

    def __init__(self, period: str, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(
            Sentences(
                (
                    message("The round {period} still has something open, and was not closed.", period=period),
                    message("To close it all the same, say --anyway; the record then tells what was open."),
                )
            )
        )

    def spoken(self, language: str) -> str:
        """Return the sentence and then what is open, each on a line of its own."""
        return "\n".join([super().spoken(language), *(finding.spoken(language) for finding in self.findings)])
