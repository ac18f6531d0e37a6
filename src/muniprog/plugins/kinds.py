"""The kinds of thing that a plug-in may add, and what each must have to be of use."""

import re
from collections.abc import Callable
from typing import Generic, TypeVar

import attrs

from muniprog.interfaces import Check, Format, FormFile, ProgrammePackage, Report, ReportBackend, StorageDriver
from muniprog.messages import Message, Spoken, message

Thing = TypeVar("Thing")

NAME = "name"

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_SUFFIX = re.compile(r"\.[a-z0-9][a-z0-9._-]*")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*")


def _lower_case_name(found: object) -> Message | None:
    if isinstance(found, str) and _NAME.fullmatch(found):
        return None
    return message("a name in lower case, such as {example}", example="latex")


def _suffixes(found: object) -> Message | None:
    if _all_match(found, _SUFFIX):
        return None
    return message("a tuple of file endings in lower case, such as {example}", example='(".tex",)')


def _schemes(found: object) -> Message | None:
    if _all_match(found, _SCHEME):
        return None
    return message("a tuple of the beginnings of addresses, such as {example}", example='("sqlite",)')


def _all_match(found: object, pattern: re.Pattern[str]) -> bool:
    if not isinstance(found, tuple) or not found:
        return False
    return all(isinstance(part, str) and pattern.fullmatch(part) for part in found)


def _words(found: object) -> Message | None:
    if isinstance(found, Spoken):
        return None
    return message("words, such as {example}", example='muniprog.Text.of("LaTeX")')


def _code(found: object) -> Message | None:
    if isinstance(found, str) and found.isalnum():
        return None
    return message("a code of letters and digits, such as {example}", example="C102")


def _media_type(found: object) -> Message | None:
    if isinstance(found, str) and "/" in found:
        return None
    return message("a media type, such as {example}", example="text/plain")


@attrs.frozen(kw_only=True)
class Kind(Generic[Thing]):
    """A kind of contribution.

    Attributes:
        plural: Its name in the plural, as in `Plugins.formats`.
        hook: The hook through which it is added.
        word: What one of it is called in a sentence.
        interface: The class that it must be an instance of.
        needs: Attributes that it must have besides its name: attribute → what it should be, or None where it is right.
        marks: What it also answers to: file endings, the beginnings of addresses, a code.
    """

    plural: str
    hook: str
    word: Message
    interface: type[object]
    needs: dict[str, Callable[[object], Message | None]] = attrs.field(factory=dict)
    marks: Callable[[Thing], tuple[str, ...]] = lambda _: ()

    def name_of(self, thing: Thing) -> str:
        """Return the name of something that `problem` has found fine."""
        name: str = getattr(thing, NAME)
        return name

    def problem(self, thing: object) -> Message | None:
        """Return what is wrong with something that a hook returned, or None where it is fine."""
        if isinstance(thing, type):
            return message(
                "“{hook}” returned the class {found} itself; return an instance: {found}().",
                hook=self.hook,
                found=thing.__name__,
            )
        if not isinstance(thing, self.interface):
            return message(
                "“{hook}” returned an object of the class {found}; expected a {interface}.",
                hook=self.hook,
                found=type(thing).__name__,
                interface=self.interface.__name__,
            )
        for attribute, judge in {NAME: _lower_case_name, **self.needs}.items():
            expected = judge(getattr(thing, attribute, None))
            if expected is not None:
                return message(
                    "{found} needs the attribute “{attribute}”: {expected}.",
                    found=type(thing).__name__,
                    attribute=attribute,
                    expected=expected,
                )
        return None


STORAGES = Kind[StorageDriver](
    plural="storages",
    hook="muniprog_register_storages",
    word=message("storage"),
    interface=StorageDriver,
    needs={"title": _words, "schemes": _schemes},
    marks=lambda storage: storage.schemes,
)
FORMATS = Kind[Format](
    plural="formats",
    hook="muniprog_register_formats",
    word=message("format"),
    interface=Format,
    needs={"title": _words, "suffixes": _suffixes, "media_type": _media_type},
    marks=lambda file_format: file_format.suffixes,
)
REPORTS = Kind[Report](
    plural="reports",
    hook="muniprog_register_reports",
    word=message("report"),
    interface=Report,
    needs={"title": _words},
)
BACKENDS = Kind[ReportBackend](
    plural="backends",
    hook="muniprog_register_report_backends",
    word=message("report backend"),
    interface=ReportBackend,
    needs={"title": _words, "suffixes": _suffixes, "media_type": _media_type},
    marks=lambda backend: backend.suffixes,
)
FORM_FILES = Kind[FormFile](
    plural="form_files",
    hook="muniprog_register_form_files",
    word=message("form file"),
    interface=FormFile,
    needs={"title": _words, "suffixes": _suffixes, "media_type": _media_type},
    marks=lambda form_file: form_file.suffixes,
)
CHECKS = Kind[Check](
    plural="checks",
    hook="muniprog_register_checks",
    word=message("check"),
    interface=Check,
    needs={"title": _words, "code": _code, "explanation": _words},
    marks=lambda check: (check.code,),
)
PROGRAMMES = Kind[ProgrammePackage](
    plural="programmes",
    hook="muniprog_register_programmes",
    word=message("programme"),
    interface=ProgrammePackage,
)
