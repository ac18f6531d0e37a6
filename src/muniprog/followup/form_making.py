"""Makes forms: what each owner is asked in a round, in the owner's language, with the answers so far."""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

import attrs

from muniprog.errors import UnknownNameError
from muniprog.followup.asking import asked_now
from muniprog.followup.finding import find_round
from muniprog.followup.form_words import COLUMNS, INSTRUCTIONS, NOTHING_ASKED, PARTS, WORDS
from muniprog.followup.questioning import PeriodWords, Questioning
from muniprog.followup.so_far import SoFar, round_before, so_far
from muniprog.followup.subjects import Subject, subjects_of
from muniprog.forms import Form, FormAddress, FormPart, FormRow, Question
from muniprog.messages import Spoken, message
from muniprog.model import FollowUp, Owner, Programme, Request
from muniprog.progress.words import called
from muniprog.timeframe import Period, as_day

_EDITION_DIGITS = 12


def make_form(
    programme: Programme,
    period: Period | str | int,
    owner: str,
    *,
    language: str | None = None,
    on: date | str | None = None,
) -> Form:
    """Return the form of one owner in a round.

    It asks what the owner was asked when the round was opened, or what it has taken over since then. An owner that
    is asked nothing gets a form without parts.

    Args:
        programme: The programme.
        period: The round's period.
        owner: Identifier of the owner.
        language: Language of the form; the owner's own, or else the language of record, when it is not said.
        on: The day on which things stand; the day on which the round was opened when it is not said.

    Raises:
        UnknownNameError: There is no such round or owner.
        ValueProblem: The day is none.
    """
    follow_up = find_round(programme, period)
    found = find_owner(programme, owner)
    items = next((each.items for each in _asked(programme, follow_up, on) if each.owner == found.id), ())
    return _Maker(programme, follow_up).form(found, items, language)


def make_forms(programme: Programme, period: Period | str | int, *, on: date | str | None = None) -> tuple[Form, ...]:
    """Return the forms of all owners that are asked in a round, each in its owner's language.

    Args:
        programme: The programme.
        period: The round's period.
        on: The day on which things stand; the day on which the round was opened when it is not said.

    Raises:
        UnknownNameError: There is no such round.
        ValueProblem: The day is none.
    """
    follow_up = find_round(programme, period)
    maker = _Maker(programme, follow_up)
    asked = _asked(programme, follow_up, on)
    return tuple(
        maker.form(find_owner(programme, request.owner), request.items)
        for request in asked
        if request.owner in programme
    )


def _asked(programme: Programme, follow_up: FollowUp, on: date | str | None) -> tuple[Request, ...]:
    day = as_day(on) if on is not None else follow_up.opened_on or follow_up.period.end
    return asked_now(programme, follow_up, day)


@attrs.frozen(eq=False)
class _Maker:
    """Makes the forms of one round; what they share is looked up once."""

    programme: Programme
    round: FollowUp
    now: SoFar = attrs.field(init=False)
    before: FollowUp | None = attrs.field(init=False)
    last: SoFar | None = attrs.field(init=False)

    @now.default
    def _now(self) -> SoFar:
        return so_far(self.programme, self.round)

    @before.default
    def _before(self) -> FollowUp | None:
        return round_before(self.programme, self.round)

    @last.default
    def _last(self) -> SoFar | None:
        return so_far(self.programme, self.before) if self.before is not None else None

    def form(self, owner: Owner, items: Iterable[str], language: str | None = None) -> Form:
        """Return the form of an owner."""
        written = language or owner.language or self.programme.record
        questioning = Questioning(self.programme, self.round, written, self.now, self.last)
        parts = _parts(subjects_of(self.programme, self.round, items), questioning)
        name = owner.name[written] or owner.id
        round_title = _round_title(self.round)
        notice = self.programme.notice
        return Form(
            address=FormAddress(
                programme=self.programme.id,
                round=self.round.period.raw,
                owner=owner.id,
                language=written,
                edition=_edition((row.key, row.questions.values()) for part in parts for row in part.rows),
            ),
            title=message("{round}: {owner}", round=round_title, owner=name).spoken(written),
            programme=called(self.programme).spoken(written),
            owner=name,
            round=round_title.spoken(written),
            last_round=_round_title(self.before).spoken(written) if self.before is not None else "",
            deadline=self.round.deadline,
            notice=notice[written] if notice is not None else "",
            instructions=tuple(line.spoken(written) for line in (INSTRUCTIONS if parts else (NOTHING_ASKED,))),
            words={name: word.spoken(written) for name, word in WORDS.items()},
            parts=parts,
        )


def _parts(subjects: Iterable[Subject], questioning: Questioning) -> tuple[FormPart, ...]:
    rows: Mapping[str, list[FormRow]] = {name: [] for name in PARTS}
    for subject in subjects:
        rows[subject.part].append(questioning.row(subject))
    return tuple(_part(name, tuple(rows[name]), questioning.language) for name in PARTS if rows[name])


def _part(name: str, rows: tuple[FormRow, ...], language: str) -> FormPart:
    """Return a part with those of its columns that some row has something for."""
    used = {field for row in rows for field in (*row.questions, *(key for key, words in row.shown.items() if words))}
    columns = tuple(heading.column(language) for heading in COLUMNS[name] if heading.field in used)
    return FormPart(name=name, title=PARTS[name].spoken(language), columns=columns, rows=rows)


def find_owner(programme: Programme, owner: str) -> Owner:
    """Return an owner by its identifier, of today or of before.

    Raises:
        UnknownNameError: There is no such owner.
    """
    if owner in programme:
        found = programme[owner]
        if isinstance(found, Owner):
            return found
    raise UnknownNameError(message("owner"), owner, [each.id for each in programme.owners])


def _round_title(follow_up: FollowUp) -> Spoken:
    if follow_up.title:
        return follow_up.title
    return message("Follow-up {period}", period=PeriodWords(follow_up.period))


def edition_of(subjects: Iterable[Subject], questioning: Questioning) -> str:
    """Return the edition of a form that asks about these subjects."""
    return _edition((subject.key, questioning.questions(subject).values()) for subject in subjects)


def _edition(rows: Iterable[tuple[str, Iterable[Question]]]) -> str:
    """Return a code that is the same for the same questions, whatever has been answered."""
    asked = [
        (key, question.field, question.kind, question.choices, question.unit, question.minimum, question.maximum)
        for key, questions in rows
        for question in questions
    ]
    return sha256(repr(sorted(asked, key=repr)).encode("utf-8", "surrogatepass")).hexdigest()[:_EDITION_DIGITS]
