"""The sentences in which a text is refused: what was found, why it will not do, and what can be written instead."""

from collections.abc import Iterable
from datetime import date

import attrs

from muniprog.errors import ValueProblem
from muniprog.language import primary
from muniprog.messages import Sentences, Spoken, message

CODE = "F007"

_LONGEST_QUOTE = 80

_EXAMPLES = {
    "sv": (
        "2021",
        "2019–2022",
        "maj 2021",
        "15.12.2025",
        "Q3 2024",
        "hösten 2024–våren 2025",
        "senast 2024",
        "från 2021",
        "kontinuerligt",
        "årligen",
    ),
    "fi": (
        "2021",
        "2019–2022",
        "toukokuu 2021",
        "15.12.2025",
        "Q3 2024",
        "syksy 2024–kevät 2025",
        "vuoteen 2024 mennessä",
        "2021 alkaen",
        "jatkuva",
        "vuosittain",
    ),
    "en": (
        "2021",
        "2019–2022",
        "May 2021",
        "15.12.2025",
        "Q3 2024",
        "autumn 2024–spring 2025",
        "by 2024",
        "since 2021",
        "continuous",
        "annually",
    ),
}
_DATED = slice(0, 6)
_OPEN = slice(6, None)


@attrs.frozen
class Quoted:
    """A notation in the quotation marks of the reader's language."""

    notation: str

    def spoken(self, language: str) -> str:
        """Return ”2021” for a Swedish or Finnish reader and “2021” for an English one."""
        opening = "”" if primary(language) in ("sv", "fi") else "“"
        return f"{opening}{self.notation}”"


class NotUnderstood(ValueProblem):
    """A text that the grammar does not reach."""


def not_understood(found: object, language: str, why: Spoken | None = None) -> NotUnderstood:
    """Return the refusal of a text that the grammar does not reach, with one example of each notation."""
    parts: list[Spoken] = [message("“{found}” is not understood as a time.", found=_quoted(found))]
    if why is not None:
        parts.append(why)
    parts.append(message("Write for example {choices}.", choices=_examples(language, _DATED)))
    return NotUnderstood(Sentences(parts), code=CODE)


def with_ways_out(problem: ValueProblem, language: str) -> ValueProblem:
    """Return the refusal of a timeframe's text, with what only a timeframe can say: open ends, words, told dates."""
    if not isinstance(problem, NotUnderstood):
        return problem
    more = message(
        "A timeframe can also be {choices}, or tell its dates beside its text: "
        "{{text: …, start: 2020-10, end: 2020-12}}.",
        choices=_examples(language, _OPEN),
    )
    return NotUnderstood(Sentences([problem.message, more]), code=CODE)


def _examples(language: str, which: slice) -> list[Quoted]:
    return [Quoted(example) for example in _EXAMPLES.get(primary(language), _EXAMPLES["en"])[which]]


def ambiguous(found: object, choices: Iterable[str]) -> ValueProblem:
    """Return the refusal of a text that means several things, with the way to write each of them."""
    return ValueProblem(
        message(
            "“{found}” can mean more than one thing. Write what is meant: {choices}.",
            found=_quoted(found),
            choices=[Quoted(choice) for choice in choices],
        ),
        code=CODE,
    )


def reversed_ends(found: object, start: date, end: date) -> ValueProblem:
    """Return the refusal of a time that ends before it starts; both dates are quoted."""
    return ValueProblem(
        message(
            "“{found}” ends before it starts: {end} is earlier than {start}. Swap the two or correct one of them.",
            found=_quoted(found),
            start=start.isoformat(),
            end=end.isoformat(),
        ),
        code=CODE,
    )


def no_such_day(found: object, part: str, language: str) -> NotUnderstood:
    """Return the refusal of a day, week or month that the calendar does not have, such as 30 February."""
    why = message("The calendar has no “{part}”.", part=part)
    return not_understood(found, language, why)


def not_a_day(found: object) -> ValueProblem:
    """Return the refusal of what should be one day."""
    return ValueProblem(
        message(
            "“{found}” is not a day. Write the year, month and day (“2020-05-31”) or day.month.year (“31.5.2020”).",
            found=_quoted(found),
        ),
        code=CODE,
    )


def _quoted(found: object) -> str:
    written = " ".join(str(found).split())
    return written if len(written) <= _LONGEST_QUOTE else f"{written[: _LONGEST_QUOTE - 1]}…"
