"""A form: what one owner is asked in one round, in one language, ready to be written as a file."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

import attrs

from muniprog.identifiers import slug


class QuestionKind(StrEnum):
    """What an answer is."""

    CHOICE = "choice"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"


@attrs.frozen(kw_only=True)
class FormAddress:
    """What a form carries, out of sight, so that it finds its way back.

    Attributes:
        programme: Identifier of the programme.
        round: The period of the round, as it is written there.
        owner: Identifier of the owner that is asked.
        language: Language of the form.
        edition: A code that is another one whenever the form asks another thing; an older form has an older code.
    """

    programme: str
    round: str
    owner: str
    language: str
    edition: str

    @property
    def file_stem(self) -> str:
        """The name that the form has as a file, without its ending; safe on every system.

        >>> FormAddress(programme="p", round="2019–2020", owner="welcome-office", language="sv", edition="1").file_stem
        '2019-2020-welcome-office'
        """
        return f"{slug(self.round)}-{self.owner}"


@attrs.frozen(kw_only=True)
class FormColumn:
    """A column of a part of a form.

    Attributes:
        field: Key of the column: `status`, `note`, `value` …; for what is only shown a name that no question has.
        title: What stands above it, in the form's language.
        kind: What an answer is; None for a column that is only shown.
        help: What to write here, in a sentence; shown where the file type can.
        width: How wide it is beside the others (1 is as wide as most).
    """

    field: str
    title: str
    kind: QuestionKind | None = None
    help: str = ""
    width: float = 1.0

    @property
    def is_asked(self) -> bool:
        """Whether answers are written into this column."""
        return self.kind is not None


@attrs.frozen(kw_only=True)
class Question:
    """One cell to be filled in.

    Attributes:
        field: Key of its column.
        kind: What an answer is.
        choices: The words to choose from, in the form's language.
        unit: Unit of a number, in the form's language.
        minimum: Least number that may be right; None where nothing limits it.
        maximum: Greatest number that may be right.
        decimals: How many decimals a number is shown with; None where nothing is said.
        last: The answer of the last round, as it is printed; empty where there was none.
        now: The answer so far in this round, as it is written in the cell; None for an empty cell.
    """

    field: str
    kind: QuestionKind
    choices: tuple[str, ...] = ()
    unit: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    decimals: int | None = None
    last: str = ""
    now: "str | Decimal | date | None" = None

    @property
    def before(self) -> str:
        """The answer so far as a text that is the same in every language and file type; empty for no answer.

        It travels with the form, so that it can be told afterwards who has changed what.
        """
        return canonical(self.now)


def canonical(answer: "str | Decimal | date | None") -> str:
    """Return an answer as a text that is the same in every language and file type.

    >>> canonical(Decimal("1.50")), canonical(date(2020, 12, 31)), canonical(None)
    ('1.5', '2020-12-31', '')
    """
    if answer is None:
        return ""
    if isinstance(answer, date):
        return answer.isoformat()
    if isinstance(answer, Decimal):
        return f"{answer.normalize():f}"
    return answer


@attrs.frozen(kw_only=True)
class FormRow:
    """A row of a part: one action, goal, value or sum that is asked about.

    Attributes:
        key: What finds the row again, whatever is done to the sheet; unique in the form.
        shown: Column → what is only shown, in the form's language.
        questions: Column → what is asked; a column that is not here is not asked in this row.
    """

    key: str
    shown: dict[str, str]
    questions: dict[str, Question]


@attrs.frozen(kw_only=True)
class FormPart:
    """A part of a form, such as its actions; a sheet of a workbook.

    Attributes:
        name: Key of the part: `actions`, `indicators` or `money`.
        title: What it is called, in the form's language.
        columns: Its columns from left to right, shown ones and asked ones.
        rows: Its rows; never none.
    """

    name: str
    title: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]


@attrs.frozen(kw_only=True, repr=False)
class Form:
    """What one owner is asked in one round, in one language. All texts are plain and in that language.

    Attributes:
        address: What it carries so that it finds its way back.
        title: What it is called: the round and the owner.
        programme: Title of the programme.
        owner: Name of the owner.
        round: What the round is called.
        last_round: What the last round is called; empty where this is the first.
        deadline: The day by which an answer is wanted.
        notice: A line that stands on every page, such as "Sample data"; empty where there is none.
        instructions: How it is filled in, paragraph by paragraph.
        words: muniprog's own words that a file type needs: `instructions`, `last`, `answer`, `unit`, `deadline`,
            `so_far`, `question`, `part`, `key`.
        parts: Its parts; none where the owner is asked nothing.
    """

    address: FormAddress
    title: str
    programme: str
    owner: str
    round: str
    last_round: str
    deadline: date | None
    notice: str
    instructions: tuple[str, ...]
    words: dict[str, str]
    parts: tuple[FormPart, ...]

    def questions(self) -> Iterator[tuple[FormPart, FormRow, Question]]:
        """Yield each question with its row and its part, in reading order."""
        for part in self.parts:
            for row in part.rows:
                for question in row.questions.values():
                    yield part, row, question

    def __repr__(self) -> str:
        return f"<Form {self.address.round} of {self.address.owner}: {sum(1 for _ in self.questions())} questions>"
