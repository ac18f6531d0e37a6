"""What a cell of answers helps its writer with: a drop-down, a permitted range, and a few kind words."""

from collections.abc import Hashable, Iterable
from datetime import date
from decimal import Decimal

import attrs

import muniprog
from muniprog_xlsx.forms.words import (
    A_DATE,
    ANY_NUMBER,
    CHOOSE,
    IN_UNIT,
    NO,
    NOT_RIGHT,
    NUMBER_BETWEEN,
    NUMBER_FROM,
    NUMBER_TO,
    WAS_WANTED,
    WRITE_FREELY,
    YES,
    say,
)
from muniprog_xlsx.workbook import cell_text, cut

_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255
_GREATEST = 1e15  # where Excel's numbers stop being exact
_DAYS = (date(1900, 3, 1), date(2199, 12, 31))

Options = dict[str, object]
"""What XlsxWriter takes for a data validation."""


@attrs.frozen
class Guide:
    """What helps to fill in the cells that ask for the same.

    Attributes:
        column: The column of the form.
        question: One of the questions.
        choices: What can be chosen.
    """

    column: muniprog.FormColumn
    question: muniprog.Question
    choices: tuple[str, ...]


def asks_for(question: muniprog.Question) -> Hashable:
    """Return what is equal for questions of a column that have the same guide."""
    return question.kind, question.choices, question.unit, question.minimum, question.maximum


def guide_for(column: muniprog.FormColumn, question: muniprog.Question, language: str) -> Guide:
    """Return what helps to answer a question."""
    choices = question.choices
    if question.kind is muniprog.QuestionKind.YES_NO and not choices:
        choices = (say(YES)[language], say(NO)[language])
    return Guide(column, question, choices)


def options_for(guide: Guide, language: str, source: str | None) -> Options:
    """Return the data validation of cells.

    Args:
        guide: What they share.
        language: Language of the form.
        source: The range in which its choices stand; None where it has none.
    """
    wanted = _wanted(guide, language)
    shown = " ".join(line for line in (guide.column.help, wanted) if line)
    return {
        **_rule(guide, source),
        "input_title": cut(cell_text(guide.column.title), _LONGEST_TITLE),
        "input_message": cut(cell_text(shown), _LONGEST_MESSAGE),
        "error_title": cut(say(NOT_RIGHT)[language], _LONGEST_TITLE),
        "error_message": cut(cell_text(say(WAS_WANTED, wanted=wanted)[language]), _LONGEST_MESSAGE),
    }


def _rule(guide: Guide, source: str | None) -> Options:
    if source is not None:
        return {"validate": "list", "source": source}
    if guide.question.kind is muniprog.QuestionKind.NUMBER:
        least = -_GREATEST if guide.question.minimum is None else float(guide.question.minimum)
        most = _GREATEST if guide.question.maximum is None else float(guide.question.maximum)
        return {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": most}
    if guide.question.kind is muniprog.QuestionKind.DATE:
        return {"validate": "date", "criteria": "between", "minimum": _DAYS[0], "maximum": _DAYS[1]}
    return {"validate": "any"}


def _wanted(guide: Guide, language: str) -> str:
    """Return in words what may stand in a cell."""
    match guide.question.kind:
        case muniprog.QuestionKind.NUMBER:
            return " ".join(sentence[language] for sentence in _number_wanted(guide))
        case muniprog.QuestionKind.DATE:
            return say(A_DATE)[language]
        case muniprog.QuestionKind.TEXT:
            return say(WRITE_FREELY)[language]
        case _:
            return say(CHOOSE)[language]


def _number_wanted(guide: Guide) -> Iterable[muniprog.Text]:
    least, most = _number(guide.question.minimum), _number(guide.question.maximum)
    if least and most:
        yield say(NUMBER_BETWEEN, minimum=least, maximum=most)
    elif least:
        yield say(NUMBER_FROM, minimum=least)
    elif most:
        yield say(NUMBER_TO, maximum=most)
    else:
        yield say(ANY_NUMBER)
    if guide.question.unit:
        yield say(IN_UNIT, unit=guide.question.unit)


def _number(limit: Decimal | None) -> str:
    return "" if limit is None else f"{limit.normalize():f}"
