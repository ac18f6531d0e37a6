"""References: every identifier that is named must be there, be of the right kind and be today's."""

from collections.abc import Iterable, Iterator

from muniprog.checks.mentions import Mention, mentions
from muniprog.checks.rule import Rule, with_nearest
from muniprog.checks.spelling import Dictionary
from muniprog.checks.survey import Survey, label
from muniprog.messages import message
from muniprog.model import Owner, Status
from muniprog.source import Finding, Path, Severity


class _MentionRule(Rule):
    """A rule about mentions."""

    def _about(self, survey: Survey, mention: Mention) -> tuple[str, Path]:
        if mention.entry is None:
            return "", mention.at
        return mention.entry.id, survey.path(mention.entry, *mention.at)


class UnknownOwner(_MentionRule):
    """An owner is named that the programme does not have."""

    code, name, severity = "R101", "unknown-owner", Severity.ERROR
    title = message("Unknown owner")
    explanation = message(
        "Whoever answers for something must stand in the programme's list of owners, under an identifier. "
        "Correct the identifier, or add the owner to the list."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the mentions of owners that are not there."""
        for mention in mentions(survey):
            if mention.wanted == (Owner,) and survey.find(mention.name) is None:
                sentence = message("There is no owner “{found}” in this programme.", found=mention.name)
                near = survey.owner_words.nearest(mention.name)
                yield self.finding(with_nearest(sentence, near), *self._about(survey, mention))


class UnknownItem(_MentionRule):
    """Something is named that the programme does not have."""

    code, name, severity = "R102", "unknown-item", Severity.ERROR
    title = message("Unknown item")
    explanation = message(
        "What an item depends on, replaces, is computed from or reports about must be in the programme. "
        "Correct the identifier, or take the reference away if the item is gone."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the mentions of items that are not there."""
        for mention in mentions(survey):
            if mention.wanted != (Owner,) and survey.find(mention.name) is None:
                sentence = message(
                    "There is no “{found}” in this programme; expected the identifier of {kind}.",
                    found=mention.name,
                    kind=mention.what,
                )
                near = survey.identifiers.nearest(mention.name)
                yield self.finding(with_nearest(sentence, near), *self._about(survey, mention))


class WrongKind(_MentionRule):
    """What is named is there, but is not the kind of thing that can stand in this place."""

    code, name, severity = "R103", "wrong-kind", Severity.ERROR
    title = message("Reference to another kind of thing")
    explanation = message(
        "An action depends on actions, an indicator is computed from indicators, and only an owner can answer for "
        "something. Name an item of the right kind."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the mentions of items of the wrong kind."""
        for mention in mentions(survey):
            found = survey.find(mention.name)
            if found is not None and not isinstance(found, mention.wanted):
                sentence = message(
                    "“{found}” is the {kind} “{title}”; expected {expected}.",
                    found=mention.name,
                    kind=KINDS[type(found).__name__],
                    title=label(found),
                    expected=mention.what,
                )
                yield self.finding(sentence, *self._about(survey, mention))


class FormerIdentifier(_MentionRule):
    """An item is named by an identifier that it no longer has."""

    code, name, severity = "R104", "former-identifier", Severity.NOTE
    title = message("Reference by a former identifier")
    explanation = message(
        "An item keeps its former identifiers so that old forms and links still find it. In the programme's own "
        "files the identifier of today is easier to follow."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the mentions by a former identifier."""
        for mention in mentions(survey):
            folded = mention.name.casefold()
            if folded not in survey.live and folded in survey.former:
                sentence = message(
                    "“{found}” is now called “{id}”; use the new identifier.",
                    found=mention.name,
                    id=survey.former[folded].id,
                )
                yield self.finding(sentence, *self._about(survey, mention))


class UnknownCode(Rule):
    """A tag names a code that its classification does not have."""

    code, name, severity = "R105", "unknown-code", Severity.WARNING
    title = message("Unknown code of a classification")
    explanation = message(
        "A tag such as `sdg:8` names a code of a classification. Where the programme lists the codes of the "
        "classification, the tag must be one of them. Tags without a declared classification are free words."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the tags whose code is not declared."""
        declared = {
            classification.id: Dictionary.of(code.id for code in classification.codes)
            for classification in survey.programme.classifications
            if classification.codes
        }
        for entry in survey.items:
            for position, tag in enumerate(entry.tags):
                scheme, colon, code = tag.partition(":")
                if colon and scheme in declared and code not in declared[scheme].words:
                    sentence = message(
                        "The classification “{scheme}” has no code “{found}”.", scheme=scheme, found=code
                    )
                    near = declared[scheme].nearest(code)
                    path = survey.path(entry, "tags", position)
                    yield self.finding(with_nearest(sentence, near), entry.id, path)


class UnknownStatus(Rule):
    """The programme has its own word for a status that does not exist."""

    code, name, severity = "R106", "unknown-status", Severity.ERROR
    title = message("Word for an unknown status")
    explanation = message(
        "A programme may have its own words for the six statuses; it cannot add a seventh, because progress is "
        "computed from the six."
    )

    def find(self, survey: Survey) -> Iterable[Finding]:
        """Yield the statuses that are not among the six."""
        known = Dictionary.of(Status)
        for status in survey.programme.statuses:
            if status not in known.words:
                sentence = message(
                    "There is no status “{found}”; expected one of {known}.", found=status, known=tuple(Status)
                )
                yield self.finding(with_nearest(sentence, known.nearest(status)), path=("statuses", status))


KINDS = {
    "Owner": message("owner"),
    "Theme": message("theme"),
    "Goal": message("goal"),
    "Action": message("action"),
    "Indicator": message("indicator"),
}
"""The words for the kinds of item, by the name of their class."""

RULES = (UnknownOwner(), UnknownItem(), WrongKind(), FormerIdentifier(), UnknownCode(), UnknownStatus())
