"""One cell of a form: what was asked there, what stands there now, and what stood there when the form was made."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

import attrs

from muniprog.errors import ValueProblem
from muniprog.followup.reading.days import read_day
from muniprog.followup.reading.marks import MARKS, mark_in
from muniprog.followup.reading.numbers import NOT_A_NUMBER, read_number
from muniprog.followup.reading.texts import is_blank, plain_text, text_of, visible
from muniprog.followup.reading.words import missing_words, statuses, yes_and_no
from muniprog.followup.so_far import Held
from muniprog.forms import CellContent, FilledCell, Question, QuestionKind
from muniprog.forms.form import canonical
from muniprog.messages import Spoken, message
from muniprog.model import Missing, Programme

OUT_OF_RANGE, SERIAL_NUMBER, PER_CENT = "Q204", "Q206", "Q208"


@attrs.frozen(kw_only=True)
class Read:
    """What was read out of a cell.

    Attributes:
        answer: The answer; None for none. A text is in the language of the form.
        mark: The mark that stands there for «no value», such as a dash; empty where there is none.
        missing: What the mark stands for.
        remark: What should be known about how it was read.
    """

    answer: Held = None
    mark: str = ""
    missing: Missing | None = None
    remark: Spoken | None = None


@attrs.frozen(eq=False, slots=False)
class CellReader:
    """Reads the cells of one form.

    Attributes:
        programme: The programme.
        language: Language of the form.
        decimal_mark: What stands before decimals in its numbers, where they tell.
        marks: The marks for «no value».
    """

    programme: Programme
    language: str
    decimal_mark: str | None = None
    marks: Mapping[str, Missing] = MARKS

    def read(self, question: Question, cell: FilledCell, *, per_cent: int | None = None) -> Read:
        """Return what stands in a cell.

        Args:
            question: What was asked.
            cell: The cell.
            per_cent: What a number that is shown as per cent is multiplied by; None where it may not be shown so.

        Raises:
            ValueProblem: It is no answer to the question.
        """
        if is_blank(cell.content):
            return Read()
        if question.kind is QuestionKind.NUMBER:
            return self._number(question, cell, per_cent)
        if question.kind is QuestionKind.DATE:
            day = read_day(cell.content)
            return Read(answer=day.day, remark=day.remark)
        if question.kind is QuestionKind.YES_NO and (mark := self._mark(cell.content)):
            return mark
        if _has_words(question):
            return Read(answer=self._word_readers[question.field](cell.content))
        return Read(answer=text_of(cell.content, self.language))

    def before(self, question: Question, before: str) -> Held:
        """Return the answer that stood in a cell when the form was made.

        Raises:
            ValueProblem: It cannot be told any more, for instance since the word for a status is another one now.
        """
        if not before:
            return None
        if question.kind is QuestionKind.NUMBER:
            return _exact(before)
        if question.kind is QuestionKind.DATE:
            return read_day(before).day
        return self._word_readers[question.field](before) if _has_words(question) else plain_text(before)

    def _number(self, question: Question, cell: FilledCell, per_cent: int | None) -> Read:
        content = cell.content
        if isinstance(content, str):
            if mark := self._mark(content):
                return mark
            number = read_number(content, decimal_mark=self.decimal_mark, unit=question.unit)
        elif isinstance(content, Decimal) and content.is_finite():
            number = _as_shown(content, cell, question, per_cent)
        else:
            raise ValueProblem(
                message("A number is wanted here, found “{found}”.", found=text_of(content, self.language)),
                code=NOT_A_NUMBER,
            )
        _refuse_beyond(question, number)
        return Read(answer=number)

    def _mark(self, content: CellContent) -> Read | None:
        missing = mark_in(content, self.marks) if isinstance(content, str) else None
        return Read(mark=visible(str(content)), missing=missing) if missing is not None else None

    @cached_property
    def _word_readers(self) -> Mapping[str, Callable[[CellContent], Held]]:
        return {
            "status": statuses(self.programme, self.language).read,
            "missing": missing_words(self.language).read,
            "value": yes_and_no(self.language).read,
        }


def is_untouched(cell: FilledCell) -> bool:
    """Return whether a cell holds just what it held when the form was made."""
    if cell.before is None or isinstance(cell.content, bool):
        return False
    content = cell.content
    if is_blank(content):
        return not cell.before
    if isinstance(content, (Decimal, date)):
        return canonical(content) == cell.before
    return content == cell.before or plain_text(str(content)) == plain_text(cell.before)


def _has_words(question: Question) -> bool:
    return question.kind in (QuestionKind.CHOICE, QuestionKind.YES_NO)


def _exact(before: str) -> Decimal:
    try:
        number = Decimal(before)
    except ArithmeticError:
        number = Decimal("NaN")
    if not number.is_finite():
        raise ValueProblem(message("“{found}” is not a number.", found=before), code=NOT_A_NUMBER)
    return number


def _as_shown(number: Decimal, cell: FilledCell, question: Question, per_cent: int | None) -> Decimal:
    """Return the number that a cell shows: what is shown as 45 % is kept as 0.45."""
    if not cell.per_cent:
        return number
    if per_cent is None:
        raise ValueProblem(
            message(
                "The cell shows {shown} %, but {unit} is wanted. Give the cell the format of a plain number.",
                shown=number.scaleb(2),
                unit=question.unit or message("a plain number"),
            ),
            code=PER_CENT,
        )
    return number * per_cent


def _refuse_beyond(question: Question, number: Decimal) -> None:
    least, most = question.minimum, question.maximum
    if least is not None and number < least:
        raise ValueProblem(
            message("{number} is less than {least}, the least that is possible here.", number=number, least=least),
            code=OUT_OF_RANGE,
        )
    if most is not None and number > most:
        raise ValueProblem(
            message("{number} is more than {most}, the most that is possible here.", number=number, most=most),
            code=OUT_OF_RANGE,
        )
