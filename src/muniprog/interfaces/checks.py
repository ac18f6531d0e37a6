"""What finds problems."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from muniprog.interfaces.contribution import Contribution
from muniprog.messages import Spoken
from muniprog.model import Programme
from muniprog.source import Finding, Severity


class Check(Contribution):
    """A rule that finds problems.

    Attributes:
        code: Stable code of its findings: letters and digits, such as `C102`.
        severity: How serious its findings are.
        explanation: Why the rule exists and what to do about a finding, in a few sentences.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]
    explanation: ClassVar[Spoken]

    @abstractmethod
    def run(self, programme: Programme) -> Iterable[Finding]:
        """Yield what the rule finds. It reads the programme and changes nothing."""
