"""One form that has come back, judged as a whole: its rows by their keys, its cells by what was asked."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from statistics import median

import attrs

from muniprog.errors import ValueProblem
from muniprog.followup.questioning import Questioning
from muniprog.followup.reading.answers import Answer, Problem
from muniprog.followup.reading.cells import SERIAL_NUMBER, CellReader, Read, is_untouched
from muniprog.followup.reading.marks import MARKS
from muniprog.followup.reading.numbers import decimal_mark_of
from muniprog.followup.reading.texts import is_blank, key_of
from muniprog.followup.reading.values import VALUE_UNIT, decided, is_answered, marked, problems_of
from muniprog.followup.so_far import Held
from muniprog.followup.subjects import Measured, Subject
from muniprog.forms import FilledCell, FilledForm, Question, QuestionKind
from muniprog.identifiers import shown
from muniprog.messages import Sentences, Spoken, message
from muniprog.model import Indicator, Measure, Missing
from muniprog.progress.numbers import number_of
from muniprog.progress.values import scale_of
from muniprog.source import Severity, nearest

UNKNOWN_KEY, NOT_ASKED, UNKNOWN_FIELD, TWICE, OTHER_KEY = "Q105", "Q106", "Q107", "Q108", "Q109"
HUNDREDFOLD, EMPTIED = "Q207", "Q212"

_WHOLE, _LEAST_TIMES, _MOST_TIMES = 100, 20, 500
_MAIN_FIELDS = ("status", "actual")
"""The fields that are an answer by themselves; they can be changed, but not emptied."""


@attrs.frozen(kw_only=True)
class RowRead:
    """What was read out of the row of one subject.

    Attributes:
        subject: What the row is about.
        answers: Field → what was read.
        faulty: The fields whose cells could not be read.
        left: Answers that are right by themselves, but belong to one that could not be read.
    """

    subject: Subject
    answers: Mapping[str, Answer]
    faulty: frozenset[str] = frozenset()
    left: tuple[FilledCell, ...] = ()


@attrs.frozen(kw_only=True)
class FormRead:
    """What was read out of a form.

    Attributes:
        rows: The rows of what was asked, as far as they are there.
        problems: What is wrong or odd; the cells of those that are errors were not read.
    """

    rows: Sequence[RowRead]
    problems: Sequence[Problem]


class FormReading:
    """Reads one form.

    Args:
        questioning: Asks what the form asked, in its language.
        subjects: What the owner of the form is asked about.
        others: The keys that other owners are asked about.
        marks: The marks for «no value».
    """

    def __init__(
        self,
        questioning: Questioning,
        subjects: Iterable[Subject],
        others: frozenset[str],
        marks: Mapping[str, Missing] = MARKS,
    ) -> None:
        self._questioning, self._others, self._marks = questioning, others, marks
        self._programme = questioning.programme
        self._subjects = {key_of(subject.key, self._programme): subject for subject in subjects}
        self._problems: list[Problem] = []

    def read(self, filled: FilledForm) -> FormRead:
        """Return what stands in the form."""
        found = self._by_row(filled.cells)
        questions = {key: self._questioning.questions(self._subjects[key]) for key in found}
        reader = CellReader(
            self._programme,
            self._questioning.language,
            decimal_mark_of(_written_numbers(found, questions)),
            self._marks,
        )
        rows = [self._row(reader, self._subjects[key], questions[key], cells) for key, cells in found.items()]
        self._compare(rows)
        return FormRead(rows=rows, problems=self._problems)

    def _by_row(self, cells: Iterable[FilledCell]) -> dict[str, dict[str, FilledCell]]:
        """Return the cells by key and field; what nobody asked for is noted, and so is what is there twice."""
        found: dict[str, dict[str, FilledCell]] = {}
        noted: set[str] = set()
        for cell in cells:
            key = key_of(cell.key, self._programme)
            row = found.setdefault(key, {}) if key in self._subjects else None
            if row == {} and cell.key != self._subjects[key].key:
                self._note_other_key(cell, self._subjects[key])
            if row is not None and cell.field not in row:
                row[cell.field] = cell
            elif key not in noted and (row is not None or not is_blank(cell.content)):
                noted.add(key)
                self._note_stray(key, cell, row[cell.field] if row is not None else None)
        return found

    def _note_other_key(self, cell: FilledCell, subject: Subject) -> None:
        sentence = message("The key “{found}” was read as {key}.", found=shown(cell.key), key=subject.key)
        self._note(OTHER_KEY, Severity.NOTE, sentence, cell, subject)

    def _note_stray(self, key: str, cell: FilledCell, first: FilledCell | None) -> None:
        if first is not None:
            sentence: Spoken = message(
                "{key} is there twice: at {first} and at {second}. Take one of the two away.",
                key=cell.key,
                first=first.place,
                second=cell.place,
            )
            self._note(TWICE, Severity.ERROR, sentence, cell, self._subjects[key])
        elif key in self._others:
            sentence = message("{key} is asked of another owner; the answer was not read.", key=cell.key)
            self._note(NOT_ASKED, Severity.WARNING, sentence, cell)
        else:
            parts: list[Spoken] = [message("Nobody asked about {key}; the answer was not read.", key=shown(cell.key))]
            near = nearest(cell.key, [subject.key for subject in self._subjects.values()])
            if near is not None:
                parts.append(message("Did you mean “{near}”?", near=near))
            sentence = Sentences(parts)
            self._note(UNKNOWN_KEY, Severity.WARNING, sentence, cell)

    def _row(
        self, reader: CellReader, subject: Subject, questions: Mapping[str, Question], cells: Mapping[str, FilledCell]
    ) -> RowRead:
        answers: dict[str, Answer] = {}
        faulty: set[str] = set()
        mark: Read | None = None
        for field, cell in cells.items():
            if field not in questions:
                self._note_unknown_field(subject, cell)
                continue
            try:
                answers[field], read = self._cell(reader, subject, questions[field], cell)
            except ValueProblem as problem:
                faulty.add(field)
                self._note(problem.code, Severity.ERROR, problem.message, cell, subject)
            else:
                mark = read if field == "value" else mark
        if isinstance(subject, Measured):
            answers, faulty = self._whole_value(subject, answers, faulty, mark)
        kept = {field: answer for field, answer in answers.items() if not (field in faulty and field in VALUE_UNIT)}
        left = tuple(answer.cell for field, answer in answers.items() if field not in kept and answer.is_touched)
        answers = self._kept(subject, kept)
        return RowRead(subject=subject, answers=answers, faulty=frozenset(faulty), left=left)

    def _cell(self, reader: CellReader, subject: Subject, question: Question, cell: FilledCell) -> tuple[Answer, Read]:
        """Return what a cell answers, and how it was read."""
        base, is_known = self._base(reader, question, cell)
        if is_known and is_untouched(cell):
            return Answer(new=base, base=base, cell=cell), Read(answer=base)
        read = reader.read(question, cell, per_cent=_per_cent(subject, question))
        if read.remark is not None:
            self._note(SERIAL_NUMBER, Severity.NOTE, read.remark, cell, subject)
        return Answer(new=read.answer, base=base, is_base_known=is_known, cell=cell), read

    def _base(self, reader: CellReader, question: Question, cell: FilledCell) -> tuple[Held, bool]:
        if cell.before is None:
            return None, False
        try:
            return reader.before(question, cell.before), True
        except ValueProblem:
            return None, False

    def _whole_value(
        self, subject: Measured, answers: dict[str, Answer], faulty: set[str], read: Read | None
    ) -> tuple[dict[str, Answer], set[str]]:
        """Return the row of a value after it was looked at as a whole; what is wrong in it is wrong as a whole."""
        if faulty.isdisjoint(VALUE_UNIT):
            said = marked(answers, read.mark, read.missing) if read is not None and read.missing else answers
            row = decided(said)
            problems = list(problems_of(subject, row))
            self._problems += problems
            if not problems:
                return dict(row), faulty
        return answers, faulty | set(VALUE_UNIT)

    def _kept(self, subject: Subject, answers: Mapping[str, Answer]) -> dict[str, Answer]:
        """Return the answers without those that would only take an answer away: it can be changed, not emptied."""
        emptied = [
            field
            for field, answer in answers.items()
            if answer.is_base_known and answer.is_touched and answer.new is None
        ]
        lost = [field for field in emptied if field in _MAIN_FIELDS]
        if isinstance(subject, Measured) and not is_answered(answers):
            lost += [field for field in emptied if field in VALUE_UNIT]
        for field in lost[:1]:
            sentence = message(
                "The answer was taken away, and stays as it was. Give another, or say why there is none."
            )
            self._note(EMPTIED, Severity.WARNING, sentence, answers[field].cell, subject)
        return {field: answer for field, answer in answers.items() if field not in lost}

    def _note_unknown_field(self, subject: Subject, cell: FilledCell) -> None:
        if not is_blank(cell.content):
            sentence = message("Nobody asked for this; it was not read.")
            self._note(UNKNOWN_FIELD, Severity.WARNING, sentence, cell, subject)

    def _compare(self, rows: Iterable[RowRead]) -> None:
        """Note shares that are a hundredth of what stands around them: 0.45 where 45 % is meant."""
        shares = {
            row.subject: (value, row.answers["value"])
            for row in rows
            if isinstance(row.subject, Measured)
            and scale_of(row.subject.item) == _WHOLE
            and "value" in row.answers
            and isinstance(value := row.answers["value"].new, Decimal)
        }
        for subject, (value, answer) in shares.items():
            if answer.is_touched and 0 < abs(value) <= 1:
                others = [other for each, (other, _) in shares.items() if each is not subject]
                usual = self._usual(subject, others)
                if usual is not None and _LEAST_TIMES <= usual / abs(value) <= _MOST_TIMES:
                    sentence = message(
                        "{value} is a hundredth of what is usual here ({usual}). Did you mean {meant}?",
                        value=value,
                        usual=usual,
                        meant=value.scaleb(2),
                    )
                    self._note(HUNDREDFOLD, Severity.WARNING, sentence, answer.cell, subject)

    def _usual(self, subject: Measured, others: Sequence[Decimal]) -> Decimal | None:
        """Return what is usual for a share: its own last value, else the middle of the others in the form."""
        alike = (
            seen
            for seen in self._programme.observations_of(subject.item.id)
            if seen.dimensions == subject.dimensions and seen.sent_back is None
        )
        known = [number_of(seen.value) for seen in alike]
        own = [abs(number) for number in known if number]
        if own:
            return own[-1]
        return median(abs(other) for other in others) if others else None

    def _note(
        self, code: str, severity: Severity, sentence: Spoken, cell: FilledCell, subject: Subject | None = None
    ) -> None:
        self._problems.append(Problem(code=code, severity=severity, sentence=sentence, subject=subject, cell=cell))


def _written_numbers(
    found: Mapping[str, Mapping[str, FilledCell]], questions: Mapping[str, Mapping[str, Question]]
) -> Iterable[str]:
    """Yield the numbers that somebody has typed as text."""
    for key, cells in found.items():
        for field, cell in cells.items():
            question = questions[key].get(field)
            is_number = question is not None and question.kind is QuestionKind.NUMBER
            if is_number and isinstance(cell.content, str) and not is_untouched(cell):
                yield cell.content


def _per_cent(subject: Subject, question: Question) -> int | None:
    """Return what a number shown as per cent is multiplied by; None where it may not be shown so."""
    if question.field != "value" or not isinstance(subject.item, Indicator):
        return None
    scale = scale_of(subject.item)
    return scale if scale != 1 or subject.item.measure in (Measure.SHARE, Measure.RATIO) else None
