"""Forms at the door: whose each is, whether it belongs to this programme and round, and what it was asked."""

from collections.abc import Mapping
from datetime import date

import attrs

from muniprog.errors import ValueProblem
from muniprog.followup.asking import asked_now, owner_now
from muniprog.followup.form_making import edition_of
from muniprog.followup.questioning import Questioning
from muniprog.followup.subjects import Subject, subjects_of
from muniprog.forms import FilledForm
from muniprog.messages import Spoken, message
from muniprog.model import FollowUp, Owner, Programme
from muniprog.progress.owners import OwnersOn, owners_on
from muniprog.source import Finding, Place, Severity, nearest
from muniprog.timeframe import Period

OTHER_PROGRAMME, OTHER_ROUND, OTHER_OWNER, OLDER_FORM = "Q101", "Q102", "Q103", "Q104"


@attrs.frozen(eq=False)
class Door:
    """Lets the forms of a round in.

    Attributes:
        programme: The programme.
        round: The round.
        day: The day on which the forms are collected.
        owners: Who stands for whom on that day.
        asked: Owner → what it is asked, in the order in which they are asked.
    """

    programme: Programme
    round: FollowUp
    day: date
    owners: OwnersOn
    asked: Mapping[str, tuple[Subject, ...]]

    def owner_of(self, filled: FilledForm) -> str:
        """Return who answers with a form: the owner that it was sent to, or who has taken over since then."""
        return owner_now(self.owners, filled.address.owner)

    def refusal(self, filled: FilledForm) -> Finding | None:
        """Return why a form is not let in; None if it is."""
        address = filled.address
        if address.programme != self.programme.id:
            sentence: Spoken = message(
                "This is a form of the programme “{found}”; the answers of “{wanted}” are collected.",
                found=address.programme,
                wanted=self.programme.id,
            )
            return _refused(OTHER_PROGRAMME, sentence, filled)
        if not self._is_of_this_round(address.round):
            sentence = message(
                "This is a form of the round {found}; the answers of {wanted} are collected.",
                found=address.round,
                wanted=self.round.period.raw,
            )
            return _refused(OTHER_ROUND, sentence, filled)
        if self.owner_of(filled) not in self.asked:
            return _refused(OTHER_OWNER, self._not_asked(address.owner), filled)
        return None

    def notice(self, filled: FilledForm, questioning: Questioning) -> Finding | None:
        """Return that a form is an older one, if it is; its answers are taken all the same.

        Args:
            filled: The form.
            questioning: Asks in its language.
        """
        if filled.address.edition == edition_of(self.asked[self.owner_of(filled)], questioning):
            return None
        sentence = message("This is an older form: what is asked has changed since it was made. Its answers are read.")
        return Finding(code=OLDER_FORM, severity=Severity.NOTE, message=sentence, place=Place(filled.file, 1, 1))

    def _is_of_this_round(self, period: str) -> bool:
        if period == self.round.period.raw:
            return True
        try:
            found = Period.parse(period, language=self.programme.record, calendar=self.programme.calendar)
        except ValueProblem:
            return False
        return found.order == self.round.period.order

    def _not_asked(self, owner: str) -> Spoken:
        if owner in self.programme and isinstance(self.programme[owner], Owner):
            return message("The owner “{owner}” is asked nothing in this round.", owner=owner)
        near = nearest(owner, list(self.asked))
        if near is not None:
            return message("There is no owner “{owner}” in this round. Did you mean “{near}”?", owner=owner, near=near)
        return message("There is no owner “{owner}” in this round.", owner=owner)


def door_of(programme: Programme, follow_up: FollowUp, day: date) -> Door:
    """Return what lets the forms of a round in."""
    requests = asked_now(programme, follow_up, day)
    asked = {request.owner: tuple(subjects_of(programme, follow_up, request.items)) for request in requests}
    return Door(programme, follow_up, day, owners_on(programme, day), asked)


def _refused(code: str, sentence: Spoken, filled: FilledForm) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, message=sentence, place=Place(filled.file, 1, 1))
