"""Collects forms that have come back: nothing or all, each answer once, and nobody's answer over another's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs

from muniprog.followup.applying import with_answers
from muniprog.followup.arriving import Door, door_of
from muniprog.followup.collected import Candidate, Change, Collected, Conflict, Rejected, Said, Unanswered
from muniprog.followup.contending import Contest, Proposal, Taken, settle
from muniprog.followup.finding import find_open_round
from muniprog.followup.form_words import heading_of
from muniprog.followup.questioning import Questioning
from muniprog.followup.reading.answers import findings_of
from muniprog.followup.reading.cells import is_untouched
from muniprog.followup.reading.forms import FormRead, FormReading
from muniprog.followup.reading.marks import MARKS
from muniprog.followup.reading.texts import is_blank, key_of, text_of
from muniprog.followup.so_far import Held, SoFar, so_far
from muniprog.followup.subjects import Course, Measured, Subject
from muniprog.forms import FilledCell, FilledForm
from muniprog.messages import Spoken, message
from muniprog.model import Missing, Programme
from muniprog.progress.words import called
from muniprog.source import Finding, Place, Severity
from muniprog.timeframe import Period, as_day


def collect(
    programme: Programme,
    period: Period | str | int,
    filled: Sequence[FilledForm],
    *,
    on: date | str,
    partial: bool = False,
    marks: Mapping[str, Missing] = MARKS,
) -> Collected:
    """Return the programme with the answers of forms in its round, and all that is to be told about them.

    If anything is wrong nothing is taken, unless a part is wanted. What stands in a form as it stood when the form
    was made says nothing, so that collecting a second time changes nothing.

    Args:
        programme: The programme.
        period: The round's period.
        filled: The forms, in any order.
        on: The day on which the answers are reported.
        partial: Whether to take what is right although something else is wrong.
        marks: What people write where there is no value, and what it stands for.

    Raises:
        UnknownNameError: There is no such round.
        ClosedRoundError: It is closed.
        ValueProblem: The day is none.
    """
    follow_up, day = find_open_round(programme, period), as_day(on)
    now = so_far(programme, follow_up)
    collecting = _Collecting(now, door_of(programme, follow_up, day), marks)
    for form in filled:
        collecting.take_in(form)
    return collecting.result(day, partial=partial)


@attrs.frozen(kw_only=True, eq=False)
class _Arrived:
    """A form that was let in."""

    filled: FilledForm
    owner: str
    read: FormRead


class _Collecting:
    """Takes forms in one after another, and then looks at all of them together."""

    def __init__(self, now: SoFar, door: Door, marks: Mapping[str, Missing]) -> None:
        self._now, self._door, self._marks = now, door, marks
        self._programme = now.programme
        self._arrived: list[_Arrived] = []
        self._findings: list[Finding] = []
        self._rejected: list[Rejected] = []
        self._subjects: dict[str, Subject] = {
            key_of(subject.key, self._programme): subject for subjects in door.asked.values() for subject in subjects
        }

    def take_in(self, filled: FilledForm) -> None:
        """Take a form in, or note why not."""
        self._findings.extend(filled.findings)
        wrong = next((each for each in filled.findings if each.severity is Severity.ERROR), None)
        refusal = self._door.refusal(filled)
        if refusal is not None:
            self._findings.append(refusal)
        reason = refusal or wrong
        if reason is not None:
            self._reject_form(filled, reason)
            return
        questioning = Questioning(self._programme, self._now.round, filled.address.language, self._now, None)
        notice = self._door.notice(filled, questioning)
        self._findings.extend([notice] if notice is not None else [])
        owner = self._door.owner_of(filled)
        reading = FormReading(questioning, self._own(owner), frozenset(self._subjects), self._marks)
        self._arrived.append(_Arrived(filled=filled, owner=owner, read=reading.read(filled)))

    def result(self, day: date, *, partial: bool) -> Collected:
        """Return what comes of all the forms."""
        order = list(self._door.asked)
        self._arrived.sort(key=lambda form: (order.index(form.owner), form.filled.file))
        problems = [problem for form in self._arrived for problem in form.read.problems]
        taken, contests = self._settled()
        findings = (*self._findings, *findings_of(problems))
        conflicts = tuple(conflict for contest in contests for conflict in self._conflicts(contest))
        is_wrong = bool(conflicts) or any(finding.severity is Severity.ERROR for finding in findings)
        is_taken = bool(taken) and (partial or not is_wrong)
        after = with_answers(self._now, taken, day) if is_taken else self._programme
        rejected = (*self._rejected, *self._rejected_cells(), *self._contested_cells(contests, conflicts))
        return Collected(
            programme=after,
            changes=tuple(map(self._change, taken)),
            findings=findings,
            conflicts=conflicts,
            unanswered=tuple(self._unanswered(taken, contests)),
            rejected=_once(rejected),
            is_taken=is_taken,
        )

    def _own(self, owner: str) -> Iterable[Subject]:
        """Return what an owner is asked; a subject of several owners is the same object for all of them."""
        return [self._subjects[key_of(subject.key, self._programme)] for subject in self._door.asked[owner]]

    def _settled(self) -> tuple[list[Taken], list[Contest]]:
        proposals: dict[Subject, list[Proposal]] = {subject: [] for subject in self._subjects.values()}
        for form in self._arrived:
            for row in form.read.rows:
                proposals[row.subject].append(
                    Proposal(
                        subject=row.subject,
                        owner=form.owner,
                        language=form.filled.address.language,
                        answers=row.answers,
                    )
                )
        taken: list[Taken] = []
        contests: list[Contest] = []
        for answers in proposals.values():
            if answers:
                right, contested = settle(answers, self._now)
                taken.extend(right)
                contests.extend(contested)
        return taken, contests

    def _change(self, taken: Taken) -> Change:
        subject = taken.proposal.subject
        return Change(
            key=subject.key,
            item=subject.item.id,
            title=called(subject.item),
            field=taken.field,
            heading=heading_of(subject.part, taken.field),
            old=self._said(taken.old),
            new=self._said(taken.new),
            owner=taken.proposal.owner,
            place=taken.answer.cell.place,
        )

    def _conflicts(self, contest: Contest) -> Iterator[Conflict]:
        subject = contest.proposals[0].subject
        for field in contest.fields:
            candidates = tuple(
                Candidate(
                    owner=proposal.owner,
                    base=self._said(answer.base) if answer.is_base_known else None,
                    new=self._said(answer.new),
                    place=answer.cell.place,
                )
                for proposal in contest.proposals
                if (answer := proposal.answers.get(field)) is not None
            )
            yield Conflict(
                key=subject.key,
                item=subject.item.id,
                title=called(subject.item),
                field=field,
                heading=heading_of(subject.part, field),
                current=self._said(contest.current[field]),
                current_owner=self._now.owner(subject),
                candidates=candidates,
            )

    def _unanswered(self, taken: Iterable[Taken], contests: Iterable[Contest]) -> Iterator[Unanswered]:
        """Yield the rows without an answer; what could not be read and what is contested is told elsewhere."""
        new: dict[Subject, dict[str, Held]] = {}
        for each in taken:
            new.setdefault(each.proposal.subject, {})[each.field] = each.new
        told = {contest.proposals[0].subject for contest in contests}
        told |= {row.subject for form in self._arrived for row in form.read.rows if row.faulty}
        for form in {form.owner: form for form in self._arrived}.values():
            there = {row.subject for each in self._arrived if each.owner == form.owner for row in each.read.rows}
            for subject in self._own(form.owner):
                if subject not in told and not _is_answered(subject, self._now.fields(subject) | new.get(subject, {})):
                    yield Unanswered(
                        key=subject.key,
                        item=subject.item.id,
                        title=called(subject.item),
                        owner=form.owner,
                        file=form.filled.file,
                        is_gone=subject not in there,
                    )

    def _reject_form(self, filled: FilledForm, reason: Finding) -> None:
        sentence = message("The form was refused: {reason}", reason=reason.message)
        for cell in filled.cells:
            if not is_untouched(cell) and not is_blank(cell.content):
                self._rejected.append(_rejected(filled.address.owner, filled.address.language, cell, sentence))

    def _rejected_cells(self) -> Iterator[Rejected]:
        """Yield the cells that were not read, also those that nobody asked for and those that belong to a wrong one."""
        together = message("It belongs to an answer that could not be read.")
        for form in self._arrived:
            language = form.filled.address.language
            for problem in form.read.problems:
                if problem.severity is Severity.ERROR or problem.subject is None:
                    yield _rejected(form.owner, language, problem.cell, problem.sentence)
            for row in form.read.rows:
                yield from (_rejected(form.owner, language, cell, together) for cell in row.left)

    def _contested_cells(self, contests: Iterable[Contest], conflicts: Iterable[Conflict]) -> Iterator[Rejected]:
        reasons: dict[tuple[str, str], Spoken] = {(each.key, each.field): each for each in conflicts}
        for contest in contests:
            for proposal in contest.proposals:
                for field, answer in proposal.answers.items():
                    reason = reasons.get((proposal.subject.key, field))
                    if reason is not None and answer.is_touched:
                        yield _rejected(proposal.owner, proposal.language, answer.cell, reason)

    def _said(self, answer: Held) -> Said:
        return Said(self._programme, answer)


def _is_answered(subject: Subject, held: Mapping[str, Held]) -> bool:
    if isinstance(subject, Measured):
        parts = held["numerator"] is not None and held["denominator"] is not None
        return held["value"] is not None or held["missing"] is not None or parts
    return held["status" if isinstance(subject, Course) else "actual"] is not None


def _once(rejected: Iterable[Rejected]) -> tuple[Rejected, ...]:
    """Return each cell once, with the first reason."""
    found: dict[tuple[str, Place], Rejected] = {}
    for each in rejected:
        found.setdefault((each.owner, each.place), each)
    return tuple(found.values())


def _rejected(owner: str, language: str, cell: FilledCell, reason: Spoken) -> Rejected:
    return Rejected(
        owner=owner,
        key=cell.key,
        field=cell.field,
        heading=cell.column,
        content=text_of(cell.content, language) or "",
        place=cell.place,
        reason=reason,
    )
