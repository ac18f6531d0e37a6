"""What muniprog's own checks have in common."""

from abc import abstractmethod
from collections.abc import Iterable

from muniprog.checks.survey import Survey
from muniprog.interfaces import Check
from muniprog.messages import Message, Sentences, Spoken, message
from muniprog.model import Programme
from muniprog.source import Finding, Path


class Rule(Check):
    """A check that reads a survey, so that all checks of a run look the programme over only once."""

    @abstractmethod
    def find(self, survey: Survey) -> Iterable[Finding]:
        """Yield what the rule finds."""

    def run(self, programme: Programme) -> Iterable[Finding]:
        """Yield what the rule finds when it is run alone."""
        return self.find(Survey(programme))

    def finding(self, sentence: Spoken, item: str = "", path: Path = ()) -> Finding:
        """Return a finding of this rule."""
        return Finding(code=self.code, severity=self.severity, message=sentence, item=item, path=path)


def with_nearest(sentence: Message, near: str | None) -> Spoken:
    """Return the sentence, followed by the word that was probably meant."""
    if near is None:
        return sentence
    return Sentences([sentence, message("Did you mean “{near}”?", near=near)])
