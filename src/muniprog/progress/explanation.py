"""How a figure came about, in words: what went in, by which rule, what came out, and what the reader should know."""

from collections.abc import Iterable

import attrs

from muniprog.messages import Spoken, message


def _as_tuple(parts: Iterable[Spoken]) -> tuple[Spoken, ...]:
    return tuple(parts)


@attrs.frozen(kw_only=True)
class Explanation:
    """How one figure came about.

    Attributes:
        subject: What the figure is about.
        result: What came out, one sentence for each result.
        inputs: What went in.
        rules: By which rules.
        footnotes: What the reader should know.
    """

    subject: Spoken
    result: tuple[Spoken, ...] = attrs.field(converter=_as_tuple)
    inputs: tuple[Spoken, ...] = attrs.field(default=(), converter=_as_tuple)
    rules: tuple[Spoken, ...] = attrs.field(default=(), converter=_as_tuple)
    footnotes: tuple[Spoken, ...] = attrs.field(default=(), converter=_as_tuple)

    def parts(self) -> tuple[tuple[Spoken, tuple[Spoken, ...]], ...]:
        """Return the sentences under what they are: result, from, rule, note."""
        return (
            (message("Result"), self.result),
            (message("From"), self.inputs),
            (message("Rule"), self.rules),
            (message("Note"), self.footnotes),
        )

    def spoken(self, language: str) -> str:
        """Return the explanation in `language`, one line for each part of it."""
        lines = [self.subject.spoken(language)]
        for label, sentences in self.parts():
            lines += [f"{label.spoken(language)}: {sentence.spoken(language)}" for sentence in sentences]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.spoken("en")
