"""What writes a form as a file and reads it back."""

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from muniprog.interfaces.contribution import Contribution

if TYPE_CHECKING:
    from muniprog.forms import FilledForm, Form


class FormFile(Contribution):
    """Writes the form of one owner as a file of one type, and reads it back when it is filled in.

    Attributes:
        suffixes: Endings of file names, with the dot; the first is the usual one.
        media_type: Media type of the file.
    """

    suffixes: ClassVar[tuple[str, ...]]
    media_type: ClassVar[str]

    @abstractmethod
    def write(self, form: "Form") -> bytes:
        """Return the file. The same form gives the same bytes, wherever and whenever it is written."""

    @abstractmethod
    def read(self, data: bytes, file: str) -> "FilledForm":
        """Return what stands in a form, whatever was done to it, as long as its keys are there.

        Args:
            data: The bytes of the file.
            file: Name of the file, for messages.

        Raises:
            SourceError: It is no form of this type, or its keys are gone; all problems at once.
        """
