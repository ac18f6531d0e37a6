"""How a hook refuses a value. The path and the place are added later, by `problems`."""

from collections.abc import Sequence

from muniprog.conversion.vocabulary import meant
from muniprog.errors import MuniprogError, ValueProblem
from muniprog.identifiers import shown
from muniprog.messages import Sentences, Spoken, message
from muniprog.source import nearest


class WrongType(ValueProblem):
    """A value of another kind than the field wants. What stands in the file is added to the sentence later.

    Args:
        expected: What was expected, such as "text" or "a whole number".
        hint: What to do, where there is more to say than to write what was expected.
    """

    def __init__(self, expected: Spoken, hint: Spoken | None = None) -> None:
        super().__init__(message("Expected {expected}.", expected=expected))
        self.expected = expected
        self.hint = hint


class UnknownWord(ValueProblem):
    """A word that is not one of those that the field knows."""

    def __init__(self, word: str, known: Sequence[str]) -> None:
        near = meant(word, known) or nearest(word, tuple(known))
        parts: list[Spoken] = [message("“{word}” is not known here.", word=shown(word))]
        if near is not None:
            parts.append(message("Did you mean “{near}”?", near=near))
        parts.append(message("Possible: {known}.", known=tuple(known)))
        super().__init__(Sentences(parts), code="F006")


class UnknownKey(ValueProblem):
    """A key that does not exist where it stands; `near` is the one that is probably meant."""

    def __init__(self, key: str, known: Sequence[str]) -> None:
        self.near = meant(key, known) or nearest(key, tuple(known))
        parts: list[Spoken] = [message("There is no key “{key}” here.", key=shown(key))]
        if self.near is not None:
            parts.append(message("Did you mean “{near}”?", near=self.near))
        elif not key.isprintable():
            parts.append(message("A sign in it only looks like a space, or is invisible. Type the line anew."))
        else:
            parts.append(message("Possible: {known}.", known=tuple(known)))
        super().__init__(Sentences(parts), code="F003")


class Inside(MuniprogError):
    """Problems inside a value, each with its key or position. It never leaves the conversion."""

    def __init__(self, problems: Sequence[tuple[str | int, Exception]]) -> None:
        super().__init__(message("Problems inside a value."))
        self.problems = tuple(problems)
