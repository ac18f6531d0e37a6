"""Reading a look file: everything that is wrong with it is said at once, with its line."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from muniprog.conversion.refusals import Inside, UnknownKey, WrongType
from muniprog.conversion.values import MAPPING, read_string
from muniprog.document import Logo, Look, Prose, Template
from muniprog.document.colours import as_colour
from muniprog.document.look import as_alternative, as_font, as_footer, check_template_length
from muniprog.document.pictures import check_length, picture_type
from muniprog.errors import SourceError, ValueProblem
from muniprog.folders import safe_path
from muniprog.look_files.wordings import line_in, name_in, read_words
from muniprog.messages import message, plural_message
from muniprog.source import Finding, Plain
from muniprog.storage.folder import bytes_of
from muniprog.storage.names import spelled_as_found
from muniprog.yaml12 import read

KEYS = ("logo", "accent", "second", "font", "heading_font", "footer", "template")
LOGO_KEYS = ("file", "alternative")

Read = TypeVar("Read")


def read_look(path: str | Path, *, languages: Sequence[str] = ()) -> Look:
    """Return the look that a look file describes.

    Args:
        path: The look file. The logo lies beside it, or in a folder below.
        languages: The languages of what will be printed, the first its main one; the footer is in these. In all
            languages that it is written in, when not said.

    Raises:
        SourceError: Something in the file is wrong; every problem with its place.
        StorageError: The file or the logo cannot be read.
    """
    file = Path(path)
    try:
        source = read(bytes_of(file), str(file))
        try:
            return _LookFile(file.absolute().parent, tuple(languages)).look(source.mapping)
        except Inside as problems:
            from muniprog.conversion.problems import findings  # with it comes cattrs

            raise SourceError(findings(problems, source)) from None
    except SourceError as error:
        raise _in_look_file(error.problems) from None


def _in_look_file(problems: tuple[Finding, ...]) -> SourceError:
    count = len(problems)
    return SourceError(
        problems, plural_message("{count} problem in the look file:", "{count} problems in the look file:", count)
    )


class _Keys:
    """Reads one key of a mapping after the other and keeps what is wrong with any of them."""

    def __init__(self, mapping: dict[str, Plain], known: tuple[str, ...]) -> None:
        self._mapping = mapping
        self._problems: list[tuple[str | int, Exception]] = [
            (key, UnknownKey(key, known)) for key in mapping if key not in known
        ]

    def read(self, key: str, hook: Callable[[Plain], Read], otherwise: Read) -> Read:
        """Return what stands at a key, or `otherwise` where nothing does."""
        return self.need(key, hook, otherwise) if key in self._mapping else otherwise

    def need(self, key: str, hook: Callable[[Plain], Read], otherwise: Read) -> Read:
        """Return what stands at a key that must be there, or `otherwise` for the time being."""
        try:
            return hook(self._mapping[key])
        except (Inside, ValueProblem, KeyError) as problem:
            self._problems.append((key, problem))
            return otherwise

    def refuse(self) -> None:
        """Do nothing if nothing was wrong.

        Raises:
            Inside: Something was.
        """
        if self._problems:
            raise Inside(self._problems)


class _LookFile:
    """Knows where the look file lies and for which languages it is read."""

    def __init__(self, folder: Path, languages: tuple[str, ...]) -> None:
        self._folder, self._languages = folder, languages

    def look(self, written: dict[str, Plain]) -> Look:
        keys, plain = _Keys(written, KEYS), Look()
        look = Look(
            accent=keys.read("accent", _colour, plain.accent),
            second=keys.read("second", _colour, plain.second),
            font=keys.read("font", _font, plain.font),
            heading_font=keys.read("heading_font", _font, plain.heading_font),
            footer=keys.read("footer", self._footer, plain.footer),
            logo=keys.read("logo", self._logo, plain.logo),
            template=keys.read("template", self._template, plain.template),
        )
        keys.refuse()
        return look

    def _footer(self, value: Plain) -> Prose:
        return as_footer(line_in(read_words(value), self._languages))

    def _logo(self, value: Plain) -> Logo | None:
        if not isinstance(value, dict):
            raise WrongType(MAPPING, message("Write {{file: logo.svg, alternative: …}}."))
        keys = _Keys(value, LOGO_KEYS)
        content = keys.need("file", self._picture, b"")
        alternative = keys.need("alternative", self._alternative, "")
        keys.refuse()
        return Logo(content=content, alternative=alternative)

    def _alternative(self, value: Plain) -> str:
        return as_alternative(name_in(read_words(value), self._languages))

    def _picture(self, value: Plain) -> bytes:
        file = self._file(value)
        check_length(file.stat().st_size)  # before it is read
        content = bytes_of(file)
        picture_type(content)
        return content

    def _template(self, value: Plain) -> Template:
        file = self._file(value)
        check_template_length(file.stat().st_size)  # before it is read
        return Template(name=file.name, content=bytes_of(file))

    def _file(self, value: Plain) -> Path:
        name = read_string(value)
        file = spelled_as_found(safe_path(self._folder, name))
        if not file.is_file():
            raise ValueProblem(message("There is no file “{file}” beside the look file.", file=name), code="F013")
        return file


def _colour(value: Plain) -> str:
    if not isinstance(value, str):
        raise WrongType(message('a colour in quotes, such as "#0a4f8f"'))
    return as_colour(value)


def _font(value: Plain) -> str:
    return as_font(read_string(value))
