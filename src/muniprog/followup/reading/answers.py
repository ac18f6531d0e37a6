"""Answers as they were read out of one form, and what is wrong with those that could not be read."""

from collections.abc import Iterable, Iterator

import attrs

from muniprog.followup.so_far import Held
from muniprog.followup.subjects import Subject
from muniprog.forms import FilledCell
from muniprog.messages import Spoken, message, plural_message
from muniprog.progress.words import called
from muniprog.source import Finding, Severity

_FEW, _SHOWN = 3, 5


@attrs.frozen(kw_only=True)
class Answer:
    """One field of a row as it was read.

    Attributes:
        new: The answer in the cell; None for none. A text is in the language of the form.
        base: The answer that stood there when the form was made.
        is_base_known: Whether the form tells what stood there.
        cell: The cell.
    """

    new: Held
    base: Held = None
    is_base_known: bool = True
    cell: FilledCell

    @property
    def is_touched(self) -> bool:
        """Whether somebody has answered something else than stood there."""
        return self.new != self.base if self.is_base_known else self.new is not None


@attrs.frozen(kw_only=True)
class Problem:
    """What is wrong with a cell, or should be known about it.

    Attributes:
        code: Code of the finding.
        severity: How serious it is.
        sentence: What was found and what was wanted.
        subject: What the row is about; None for a row that nobody asked for.
        cell: The cell.
    """

    code: str
    severity: Severity
    sentence: Spoken
    subject: Subject | None
    cell: FilledCell


def findings_of(problems: Iterable[Problem]) -> Iterator[Finding]:
    """Yield a finding for each problem; many cells of a column with the same fault are one finding."""
    groups: dict[tuple[str, str, str, str, str], list[Problem]] = {}
    for problem in problems:
        place = problem.cell.place
        cause = (problem.code, problem.sentence.spoken("en"), place.file, place.sheet, problem.cell.field)
        groups.setdefault(cause, []).append(problem)
    for group in groups.values():
        if len(group) > _FEW:
            yield _finding(group[0], _repeated(group))
        else:
            yield from (_finding(problem, _told(problem)) for problem in group)


def _finding(problem: Problem, sentence: Spoken) -> Finding:
    return Finding(
        code=problem.code,
        severity=problem.severity,
        message=sentence,
        place=problem.cell.place,
        item=problem.subject.item.id if problem.subject is not None else "",
    )


def _told(problem: Problem) -> Spoken:
    heading = problem.cell.column or problem.cell.field
    title = called(problem.subject.item) if problem.subject is not None else problem.cell.key
    return message("{column}, “{title}”: {problem}", column=heading, title=title, problem=problem.sentence)


def _repeated(group: list[Problem]) -> Spoken:
    first = group[0]
    places = [str(problem.cell.place).removeprefix(f"{first.cell.place.file}:") for problem in group[:_SHOWN]]
    return message(
        "{column}: {problem} {where}",
        column=first.cell.column or first.cell.field,
        problem=first.sentence,
        where=plural_message(
            "So it is in {count} cell: {cells}.",
            "So it is in {count} cells: {cells}.",
            len(group),
            cells=[*places, "…"] if len(group) > _SHOWN else places,
        ),
    )
