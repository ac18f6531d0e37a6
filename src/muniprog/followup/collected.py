"""What comes of collecting forms: changes, conflicts, what is not answered, and what was not taken."""

from collections.abc import Iterable

import attrs

from muniprog.followup.questioning import printed
from muniprog.followup.so_far import Held
from muniprog.messages import Sentences, Spoken, message
from muniprog.model import Programme
from muniprog.source import Finding, Place, Severity

NOTHING = message("nothing")


@attrs.frozen
class Said:
    """An answer in words, in the language of its reader.

    Attributes:
        programme: The programme, whose words for a status are used.
        answer: The answer.
    """

    programme: Programme = attrs.field(repr=False, eq=False)
    answer: Held

    def spoken(self, language: str) -> str:
        """Return the answer in `language`."""
        words = printed(self.programme, self.answer, language)
        return message("“{words}”", words=words).spoken(language) if words else NOTHING.spoken(language)


@attrs.frozen(kw_only=True)
class Change:
    """An answer that is new, or another one than before.

    Attributes:
        key: The row of the form: an item, a value of an indicator, a line of a budget.
        item: Identifier of the action, goal or indicator.
        title: What the item is called.
        field: What is changed: `status`, `note`, `value` …
        heading: What the field is called in the form.
        old: The answer that the round held; None where it held none.
        new: The answer that it holds from now on.
        owner: Identifier of the owner that answers.
        place: Where the answer stands.
    """

    key: str
    item: str
    title: Spoken
    field: str
    heading: Spoken
    old: Said
    new: Said
    owner: str
    place: Place

    def spoken(self, language: str) -> str:
        """Return the change as one sentence."""
        return message(
            "{key} “{title}”, {field}: {old} → {new} ({owner}, {place})",
            key=self.key,
            title=self.title,
            field=self.heading,
            old=self.old,
            new=self.new,
            owner=self.owner,
            place=self.place,
        ).spoken(language)


@attrs.frozen(kw_only=True)
class Candidate:
    """One of several answers that contradict each other.

    Attributes:
        owner: Identifier of the owner that gives it.
        base: The answer that stood in the form when it was made; None where the form does not tell.
        new: The answer.
        place: Where it stands.
    """

    owner: str
    base: Said | None
    new: Said
    place: Place


@attrs.frozen(kw_only=True)
class Conflict:
    """Answers that contradict each other, or what somebody else has answered since the form was made.

    Attributes:
        key: The row of the form.
        item: Identifier of the action, goal or indicator.
        title: What the item is called.
        field: What is contested.
        heading: What the field is called in the form.
        current: The answer that the round holds.
        current_owner: Identifier of the owner that gave it, if that is known.
        candidates: The answers in the forms.
    """

    key: str
    item: str
    title: Spoken
    field: str
    heading: Spoken
    current: Said
    current_owner: str | None
    candidates: tuple[Candidate, ...]

    def spoken(self, language: str) -> str:
        """Return the conflict: what the round holds, and each answer with what stood in its form before."""
        holds = (
            message("the round holds {current} ({owner})", current=self.current, owner=self.current_owner)
            if self.current_owner is not None
            else message("the round holds {current}", current=self.current)
        )
        return message(
            "{key} “{title}”, {field}: {holds}; {candidates}. Decide which is right.",
            key=self.key,
            title=self.title,
            field=self.heading,
            holds=holds,
            candidates=tuple(map(_claim, self.candidates)),
        ).spoken(language)


@attrs.frozen(kw_only=True)
class Unanswered:
    """A row without an answer in a form that has come back.

    Attributes:
        key: The row of the form.
        item: Identifier of the action, goal or indicator.
        title: What the item is called.
        owner: Identifier of the owner that is asked.
        file: Name of the file.
        is_gone: Whether the row was taken out of the form.
    """

    key: str
    item: str
    title: Spoken
    owner: str
    file: str
    is_gone: bool

    def spoken(self, language: str) -> str:
        """Return the sentence."""
        sentence = (
            message(
                "{file}: {key} “{title}” is not answered; its row was taken out.",
                file=self.file,
                key=self.key,
                title=self.title,
            )
            if self.is_gone
            else message("{file}: {key} “{title}” is not answered.", file=self.file, key=self.key, title=self.title)
        )
        return sentence.spoken(language)


@attrs.frozen(kw_only=True)
class Rejected:
    """An answer that was not taken.

    Attributes:
        owner: Identifier of the owner that gave it.
        key: The row of the form.
        field: The field.
        heading: What the field is called in the form.
        content: What stands in the cell.
        place: Where it stands.
        reason: Why it was not taken.
    """

    owner: str
    key: str
    field: str
    heading: str
    content: str
    place: Place
    reason: Spoken


@attrs.frozen(kw_only=True, repr=False)
class Collected:
    """What comes of collecting forms.

    Attributes:
        programme: The programme with the answers; the same one as before where they were refused.
        changes: What is right and new, also where nothing was taken because something else is wrong.
        findings: What is wrong or odd, each with its place.
        conflicts: Answers that contradict each other.
        unanswered: Rows without an answer.
        rejected: The answers that are not taken, each with the reason.
        is_taken: Whether the changes are in the programme.
    """

    programme: Programme
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    conflicts: tuple[Conflict, ...]
    unanswered: tuple[Unanswered, ...]
    rejected: tuple[Rejected, ...]
    is_taken: bool

    @property
    def has_problems(self) -> bool:
        """Whether something is wrong: an error or a conflict."""
        return bool(self.conflicts) or any(finding.severity is Severity.ERROR for finding in self.findings)

    def __repr__(self) -> str:
        state = "taken" if self.is_taken else "nothing taken"
        return (
            f"<Collected: {len(self.changes)} changes, {len(self.findings)} findings, "
            f"{len(self.conflicts)} conflicts, {len(self.unanswered)} unanswered; {state}>"
        )


def rejected_rows(rejected: Iterable[Rejected], language: str) -> list[dict[str, str]]:
    """Return rejected answers as plain rows, for a file that is sent back; the keys of the rows are columns."""
    return [
        {
            "file": each.place.file,
            "place": str(each.place),
            "owner": each.owner,
            "key": each.key,
            "field": each.field,
            "heading": each.heading,
            "content": each.content,
            "reason": each.reason.spoken(language),
        }
        for each in rejected
    ]


def _claim(candidate: Candidate) -> Spoken:
    new = message("{owner} answers {new} ({place})", owner=candidate.owner, new=candidate.new, place=candidate.place)
    if candidate.base is None:
        return new
    return Sentences((new, message("where {base} stood", base=candidate.base)))
