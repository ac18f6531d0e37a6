"""What a form says around its questions: the columns of its parts, and how it is filled in."""

from collections.abc import Mapping

import attrs

from muniprog.followup.subjects import ACTIONS, INDICATORS, MONEY
from muniprog.forms import FormColumn, QuestionKind
from muniprog.messages import Message, message


@attrs.frozen
class Heading:
    """A column of a part, before it is put into a language.

    Attributes:
        field: Key of the column.
        title: What stands above it.
        kind: What an answer is; None for a column that is only shown.
        help: What to write in it.
        width: How wide it is beside the others.
    """

    field: str
    title: Message
    kind: QuestionKind | None = None
    help: Message | None = None
    width: float = 1.0

    def column(self, language: str) -> FormColumn:
        """Return the column in a language."""
        return FormColumn(
            field=self.field,
            title=self.title.spoken(language),
            kind=self.kind,
            help=self.help.spoken(language) if self.help is not None else "",
            width=self.width,
        )


PARTS: Mapping[str, Message] = {
    ACTIONS: message("Actions"),
    INDICATORS: message("Indicators"),
    MONEY: message("Money"),
}
"""The parts of a form, in their order, and what they are called."""

_K = QuestionKind
_GOAL = Heading("goal", message("Goal or theme"), width=1.2)

COLUMNS: Mapping[str, tuple[Heading, ...]] = {
    ACTIONS: (
        _GOAL,
        Heading("title", message("Action"), width=1.5),
        Heading("timeframe", message("Timetable"), width=0.6),
        Heading("status", message("Status"), _K.CHOICE, message("How far it has come."), 0.8),
        Heading("note", message("What has happened"), _K.TEXT, message("In a few sentences."), 2.0),
        Heading("next_steps", message("What will happen"), _K.TEXT, message("What you do next."), 1.5),
        Heading(
            "planned_end", message("Planned end"), _K.DATE, message("Only where it is another day than planned."), 0.6
        ),
        Heading("actual_start", message("Actual start"), _K.DATE, message("The day on which it began."), 0.6),
        Heading("actual_end", message("Actual end"), _K.DATE, message("The day on which it was ready."), 0.6),
    ),
    INDICATORS: (
        _GOAL,
        Heading("title", message("Indicator"), width=1.5),
        Heading("period", message("Period"), width=0.6),
        Heading("target", message("Target"), width=0.6),
        Heading(
            "value", message("Value"), _K.NUMBER, message("Zero is a value; leave empty what you do not know."), 0.8
        ),
        Heading(
            "numerator", message("Numerator"), _K.NUMBER, message("The upper part of a share, if you have it."), 0.6
        ),
        Heading(
            "denominator", message("Denominator"), _K.NUMBER, message("The lower part of a share, if you have it."), 0.6
        ),
        Heading("missing", message("No value"), _K.CHOICE, message("Why there is none, if there is none."), 0.8),
        Heading("reason", message("Why there is no value"), _K.TEXT, message("In a few words."), 1.0),
        Heading("note", message("Remark"), _K.TEXT, message("What a reader should know about the value."), 1.5),
    ),
    MONEY: (
        Heading("title", message("Action"), width=1.5),
        Heading("year", message("Year"), width=0.4),
        Heading("funder", message("Who pays"), width=1.0),
        Heading("planned", message("Planned sum"), width=0.6),
        Heading(
            "actual", message("Spent"), _K.NUMBER, message("What was spent in the year, also where it is zero."), 0.8
        ),
    ),
}
"""The columns of each part, from left to right."""


def heading_of(part: str, field: str) -> Message:
    """Return what stands above a column."""
    return next(heading.title for heading in COLUMNS[part] if heading.field == field)


WORDS: Mapping[str, Message] = {
    "instructions": message("Instructions"),
    "last": message("Last round"),
    "answer": message("Answer"),
    "unit": message("Unit"),
    "deadline": message("Answer by"),
    "so_far": message("So far"),
    "question": message("Question"),
    "part": message("Part"),
    "key": message("Key"),
    "choices": message("Choices"),
}
"""The words that a type of file needs."""

NOTHING_ASKED = message("You are asked nothing in this round.")

INSTRUCTIONS = (
    message("Answer for your own organisation. What was answered in the last round stands beside each question."),
    message("Choose the status from the list. Whether something is late is computed; you need not tell."),
    message(
        "A value that is zero is written as 0. Where there is no value, leave its cell empty and say why there is "
        "none. Numbers for small groups of people may have to be left out; choose the word for it."
    ),
    message("In texts you may write what you like, also several lines."),
    message("You may sort, filter and hide rows. Do not change the keys: answers find their way back by them."),
    message("What you leave as it is stays as it is. You may send the form several times; only changes count."),
)
"""How a form is filled in, paragraph by paragraph."""
