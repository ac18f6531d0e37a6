"""Rounds of follow-up: what was closed says what it said then, and figures that are computed again are the same."""

from collections.abc import Iterator

from muniprog.checks.rule import Rule
from muniprog.checks.survey import Survey
from muniprog.errors import MuniprogError, SourceError
from muniprog.followup.frozen import differing, frozen_figures
from muniprog.followup.record import day_of, recorded
from muniprog.followup.seal import is_intact, kept_seal
from muniprog.messages import message, plural_message
from muniprog.model import FollowUp
from muniprog.progress import assess
from muniprog.source import Finding, Path, Severity

MOST_NAMED = 3
"""How many figures are named; a longer list helps nobody to find the cause."""


class BrokenSeal(Rule):
    """A closed round that was changed."""

    code, name, severity = "U101", "broken-seal", Severity.ERROR
    title = message("Closed round that was changed")
    explanation = message(
        "A closed round holds a seal over all that it says. When the two do not match, the file was edited after the "
        "round was closed, or a merge mixed two states of it. Restore the file from your history or a backup; if the "
        "change is right, open the round again with `muniprog followup reopen`, which notes who did so and why."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the rounds that do not match their seal."""
        for path, follow_up in _closed(survey):
            if kept_seal(follow_up) is not None and not is_intact(follow_up, survey.programme):
                sentence = message(
                    "The round {period} was changed after it was closed on {day}. Restore it as it was, or open it "
                    "again with a reason.",
                    period=follow_up.period.raw,
                    day=follow_up.closed_on,
                )
                yield self.finding(sentence, path=(*path, "record", "seal"))


class ClosedByHand(Rule):
    """A closed round without a record."""

    code, name, severity = "U102", "closed-by-hand", Severity.WARNING
    title = message("Closed round without a record")
    explanation = message(
        "Somebody wrote `closed_on` into the file. The round counts as closed, but nothing keeps the programme and the "
        "figures of its day, so its report changes with the programme. Open it again with `muniprog followup reopen` "
        "and close it with `muniprog followup close`."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the closed rounds that have no seal."""
        for path, follow_up in _closed(survey):
            if kept_seal(follow_up) is None:
                sentence = message(
                    "The round {period} was closed by hand: it has no record of its day.", period=follow_up.period.raw
                )
                yield self.finding(sentence, path=(*path, "closed_on"))


class OtherFigures(Rule):
    """Figures of a record that come out otherwise today."""

    code, name, severity = "U103", "other-figures", Severity.NOTE
    title = message("Figures that would be computed otherwise today")
    explanation = message(
        "A closed round holds the figures that muniprog computed on its day. This muniprog computes other ones from "
        "the same answers, because a rule was corrected or refined since: the changelog tells which. What was decided "
        "on the figures of the day stays in the record."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the intact rounds whose figures are others when they are computed again."""
        for path, follow_up in _closed(survey):
            if not is_intact(follow_up, survey.programme):
                continue
            others = tuple(_other_figures(survey, follow_up))
            if others:
                sentence = plural_message(
                    "{count} figure of the round {period} is another one when it is computed today: {named}.",
                    "{count} figures of the round {period} are others when they are computed today: {named}.",
                    len(others),
                    period=follow_up.period.raw,
                    named=(*others[:MOST_NAMED], *(["…"] if len(others) > MOST_NAMED else [])),
                )
                yield self.finding(sentence, path=(*path, "record", "figures"))


class UnreadableRecord(Rule):
    """A record that this muniprog cannot read."""

    code, name, severity = "U104", "unreadable-record", Severity.WARNING
    title = message("Record that cannot be read")
    explanation = message(
        "The programme that a closed round holds cannot be read, so that its reports are printed from the programme of "
        "today. A newer muniprog may have written it, or it was damaged before it was sealed."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the sealed rounds whose programme cannot be read."""
        for path, follow_up in _closed(survey):
            if kept_seal(follow_up) is None:
                continue
            try:
                recorded(survey.programme, follow_up.period)
                day_of(follow_up)
            except MuniprogError as error:
                sentence = message(
                    "The record of the round {period} cannot be read: {reason}",
                    period=follow_up.period.raw,
                    reason=error.problems[0].message if isinstance(error, SourceError) else error.message,
                )
                yield self.finding(sentence, path=(*path, "record"))


def _closed(survey: Survey) -> Iterator[tuple[Path, FollowUp]]:
    for position, follow_up in enumerate(survey.programme.follow_ups):
        if follow_up.is_closed:
            yield ("follow_ups", position), follow_up


def _other_figures(survey: Survey, follow_up: FollowUp) -> Iterator[str]:
    """Yield each figure that differs from the recorded one; nothing where the record cannot be read."""
    try:
        then = recorded(survey.programme, follow_up.period)
        day = day_of(follow_up)
    except MuniprogError:
        return
    kept = (follow_up.record or {}).get("figures")
    for name, key in differing(kept, frozen_figures(assess(then, as_of=day))):
        yield f"{name} ({key})"


RULES = (BrokenSeal(), ClosedByHand(), OtherFigures(), UnreadableRecord())
