"""Answers from several forms, and the one that the round holds: what is taken, and what contradicts each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from muniprog.followup.questioning import in_words
from muniprog.followup.reading.answers import Answer
from muniprog.followup.reading.texts import plain_text
from muniprog.followup.reading.values import VALUE_UNIT
from muniprog.followup.so_far import TEXT_FIELDS, Held, SoFar
from muniprog.followup.subjects import Measured, Subject
from muniprog.model import Indicator, Measure


@attrs.frozen(kw_only=True)
class Proposal:
    """What one form answers about one subject.

    Attributes:
        subject: The subject.
        owner: Identifier of the owner that answers.
        language: Language of the form.
        answers: Field → what was read.
    """

    subject: Subject
    owner: str
    language: str
    answers: Mapping[str, Answer]

    def only(self, fields: Iterable[str]) -> "Proposal":
        """Return the proposal with these fields only."""
        kept = {field: self.answers[field] for field in fields if field in self.answers}
        return attrs.evolve(self, answers=kept)


@attrs.frozen(kw_only=True)
class Taken:
    """An answer that is taken.

    Attributes:
        field: The field.
        old: What the round held, in the language of the form where it is a text.
        proposal: Whose answer it is.
    """

    field: str
    old: Held
    proposal: Proposal

    @property
    def new(self) -> Held:
        """The new answer."""
        return self.answer.new

    @property
    def answer(self) -> Answer:
        """The answer as it was read."""
        return self.proposal.answers[self.field]


@attrs.frozen(kw_only=True)
class Contest:
    """Answers of which not all can be right.

    Attributes:
        fields: What is contested.
        current: Field → what the round holds.
        proposals: The answers.
    """

    fields: tuple[str, ...]
    current: Mapping[str, Held]
    proposals: tuple[Proposal, ...]


def settle(proposals: Sequence[Proposal], now: SoFar) -> tuple[list[Taken], list[Contest]]:
    """Return what is taken of the answers about one subject, and what is contested.

    An answer that is the one that stood in its form before says nothing. One that the round holds already changes
    nothing. Else it is taken if the round still holds what stood in the form, and if nobody answers otherwise.

    Args:
        proposals: What each form answers; all about the same subject.
        now: What the round holds.
    """
    taken: list[Taken] = []
    contests: list[Contest] = []
    for unit in _units(proposals):
        settled = _settle_unit([proposal.only(unit) for proposal in proposals], now)
        if isinstance(settled, Contest):
            contests.append(settled)
        else:
            taken.extend(settled)
    return taken, contests


def _units(proposals: Sequence[Proposal]) -> Iterator[tuple[str, ...]]:
    """Yield the fields that are taken or left together."""
    fields = dict.fromkeys(field for proposal in proposals for field in proposal.answers)
    is_value = isinstance(proposals[0].subject, Measured)
    if is_value:
        yield VALUE_UNIT
    yield from ((field,) for field in fields if not (is_value and field in VALUE_UNIT))


def _settle_unit(proposals: Iterable[Proposal], now: SoFar) -> list[Taken] | Contest:
    contenders: list[tuple[Proposal, dict[str, Held]]] = []
    for proposal in proposals:
        current = _current(proposal, now)
        touched = any(answer.is_touched for answer in proposal.answers.values())
        if touched and any(answer.new != current[field] for field, answer in proposal.answers.items()):
            contenders.append((proposal, current))
    if not contenders:
        return []
    first, current = contenders[0]
    touched_by_some = _touched(proposal for proposal, _ in contenders)
    wanted = [{field: _wanted(*contender, field) for field in touched_by_some} for contender in contenders]
    if all(_is_free(*contender) for contender in contenders) and all(each == wanted[0] for each in wanted):
        return [
            Taken(field=field, old=current[field], proposal=first)
            for field, answer in first.answers.items()
            if answer.new != current[field]
        ]
    fields = tuple(field for field in touched_by_some if any(each[field] != current[field] for each in wanted))
    return Contest(fields=fields, current=current, proposals=tuple(proposal for proposal, _ in contenders))


def _touched(proposals: Iterable[Proposal]) -> tuple[str, ...]:
    fields = (field for proposal in proposals for field, answer in proposal.answers.items() if answer.is_touched)
    return tuple(dict.fromkeys(fields))


def _current(proposal: Proposal, now: SoFar) -> dict[str, Held]:
    """Return what the round holds, as the form would show it."""
    held = now.fields(proposal.subject)
    return {field: _in_form(field, held[field], proposal, now) for field in held}


def _in_form(field: str, held: Held, proposal: Proposal, now: SoFar) -> Held:
    item = proposal.subject.item
    is_in_words = isinstance(item, Indicator) and not item.is_numeric and item.measure is not Measure.MILESTONE
    if field in TEXT_FIELDS or (field == "value" and is_in_words):
        return plain_text(in_words(now.programme, held, proposal.language)) or None
    return held


def _wanted(proposal: Proposal, current: Mapping[str, Held], field: str) -> Held:
    return proposal.answers[field].new if field in proposal.answers else current[field]


def _is_free(proposal: Proposal, current: Mapping[str, Held]) -> bool:
    """Return whether the round still holds what stood in the form."""
    for field, answer in proposal.answers.items():
        free = answer.base == current[field] if answer.is_base_known else current[field] is None
        if not free and answer.new != current[field]:
            return False
    return True
