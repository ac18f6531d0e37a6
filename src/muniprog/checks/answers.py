"""Answers of rounds that go on: who gave them, who approved them, and when. A closed round is left as it is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from muniprog.checks.rule import Rule
from muniprog.checks.survey import Survey
from muniprog.messages import message
from muniprog.model import FollowUp, Observation, Update
from muniprog.source import Finding, Path, Severity


class _Written(NamedTuple):
    """An answer with the round that it stands in.

    Attributes:
        round: The round.
        answer: The answer.
        item: The item that it is about, as it is written.
        path: Where it stands.
    """

    round: FollowUp
    answer: Update | Observation
    item: str
    path: Path


class DeadlineBeforeOpening(Rule):
    """Answers are wanted before anybody is asked."""

    code, name, severity = "U111", "deadline-before-opening", Severity.WARNING
    title = message("Deadline before the opening")
    explanation = message("Nobody can answer before the round is opened. One of the two days is wrong.")

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the open rounds whose deadline is before the day of opening."""
        for path, follow_up in _open_rounds(survey):
            opened, deadline = follow_up.opened_on, follow_up.deadline
            if opened is not None and deadline is not None and deadline < opened:
                sentence = message(
                    "The deadline {deadline} of the round {period} is before {opened}, when it was opened.",
                    deadline=deadline,
                    period=follow_up.period.raw,
                    opened=opened,
                )
                yield self.finding(sentence, path=(*path, "deadline"))


class ApprovalWithoutApprover(Rule):
    """An answer is approved or sent back in a round whose answers need no approval."""

    code, name, severity = "U112", "approval-without-approver", Severity.WARNING
    title = message("Approval in a round without an approver")
    explanation = message(
        "Answers are approved, and marked as long as they are not, where the round names an `approver`. Name the role, "
        "or take the approvals away."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the answers that are approved or sent back in a round that names no approver."""
        for written in _answers(survey):
            answer = written.answer
            if written.round.approver is None and (answer.approved_by or answer.approved_on or answer.sent_back):
                sentence = message(
                    "The answer on {item} is approved or sent back, but the round {period} names no approver.",
                    item=written.item,
                    period=written.round.period.raw,
                )
                yield self.finding(sentence, path=written.path)


class AnsweredUnasked(Rule):
    """Somebody has answered who was not asked."""

    code, name, severity = "U113", "answered-unasked", Severity.NOTE
    title = message("Answer of an owner that was not asked")
    explanation = message(
        "The round tells who is asked for what, and this owner was not asked about this item, nor was the one that it "
        "has taken over from. The answer counts all the same; look whether the owner is right."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the answers whose owner was not asked about the item, in rounds that tell who is asked."""
        asked = {follow_up.period: _asked(survey, follow_up) for _, follow_up in _open_rounds(survey)}
        forerunners = cache(lambda owner: _with_predecessors(survey, owner))
        for written in _answers(survey):
            owner = written.answer.owner
            if owner is None or not written.round.asked:
                continue
            about = asked[written.round.period].get(_today(survey, written.item), set())
            if not about.isdisjoint(forerunners(_today(survey, owner))):
                continue
            sentence = message(
                "The owner {owner} has answered for {item} in the round {period}, and was not asked about it.",
                owner=owner,
                item=written.item,
                period=written.round.period.raw,
            )
            yield self.finding(sentence, path=(*written.path, "owner"))


class ApprovedTooEarly(Rule):
    """An answer was approved before it was given."""

    code, name, severity = "U114", "approved-before-answered", Severity.WARNING
    title = message("Approved before it was answered")
    explanation = message(
        "An answer that was changed after its approval has to be approved again. Take the approval away, or correct "
        "the day."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the answers that were approved on an earlier day than they were reported."""
        for written in _answers(survey):
            reported, approved = written.answer.reported_on, written.answer.approved_on
            if reported is not None and approved is not None and approved < reported:
                sentence = message(
                    "The answer on {item} was approved on {approved}, before it was reported on {reported}.",
                    item=written.item,
                    approved=approved,
                    reported=reported,
                )
                yield self.finding(sentence, path=(*written.path, "approved_on"))


def _open_rounds(survey: Survey) -> Iterator[tuple[Path, FollowUp]]:
    for position, follow_up in enumerate(survey.programme.follow_ups):
        if not follow_up.is_closed:
            yield ("follow_ups", position), follow_up


def _answers(survey: Survey) -> Iterator[_Written]:
    for path, follow_up in _open_rounds(survey):
        for position, update in enumerate(follow_up.updates):
            yield _Written(follow_up, update, update.item, (*path, "updates", position))
        for position, observation in enumerate(follow_up.observations):
            where = (*path, "observations", position)
            yield _Written(follow_up, observation, observation.indicator or "", where)


def _asked(survey: Survey, follow_up: FollowUp) -> Mapping[str, set[str]]:
    """Return which owners a round asks about each item, by the identifiers of today."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for request in follow_up.asked:
        for item in request.items:
            found[_today(survey, item)].add(_today(survey, request.owner))
    return found


def _with_predecessors(survey: Survey, owner: str) -> set[str]:
    """Return an owner and all those that it has taken over from, at whatever time."""
    found = {owner}
    while more := {
        each.id
        for each in survey.programme.owners
        if each.succeeded_by is not None and _today(survey, each.succeeded_by) in found and each.id not in found
    }:
        found |= more
    return found


def _today(survey: Survey, name: str) -> str:
    """Return the identifier that an item or owner has today."""
    entry = survey.find(name)
    return name if entry is None else entry.id


RULES = (DeadlineBeforeOpening(), ApprovalWithoutApprover(), AnsweredUnasked(), ApprovedTooEarly())
