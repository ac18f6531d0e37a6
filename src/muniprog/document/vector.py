"""SVG pictures that are pictures and nothing else, whatever program opens the file that they are put into.

A browser shows a report's pictures where they can do nothing. A word processor, or what makes a PDF, may not be as
careful; so a picture that runs, moves, or fetches something is refused and not mended, which could spoil it.
"""

import re
from collections.abc import Mapping

from muniprog.errors import ValueProblem
from muniprog.messages import Message, Sentences, message

_NAMESPACE = "http://www.w3.org/2000/svg"
_ACTIVE = frozenset({"script", "foreignObject", "iframe", "audio", "video", "embed", "object", "handler", "listener"})
_MOVING = frozenset({"animate", "animateColor", "animateMotion", "animateTransform", "set"})
_LEADS_AWAY = frozenset({"href", "base", "src"})
_INSIDE = re.compile(r"#|data:image/(?:png|jpeg);base64,")
# In styles: addresses that are no place in the picture, and what could hide them.
_FETCHES = re.compile(r"\\|@import|\b(?:image|image-set|src)\(|url\((?!\s*[\"']?\s*#)", re.IGNORECASE)
_MOST_COPIES = 16  # copies of copies of copies make a small file endless

_RUNS = message("The SVG holds a script or another document.")
_MOVES = message("The SVG moves; a logo stands still.")
_FETCHES_SOMETHING = message("The SVG fetches something from elsewhere.")
_ENTITIES = message("The SVG begins with definitions of its own (DOCTYPE).")
_COPIES = message("The SVG copies parts of itself too often.")
_PLAIN = message("Save it as a plain SVG, with texts as paths and pictures inside it.")


def check_vector(content: bytes) -> None:
    """Do nothing if `content` is an SVG file that only shows something.

    Raises:
        ValueProblem: It is no well-formed SVG, or does more than that.
    """
    from xml.parsers.expat import ExpatError, ParserCreate

    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text, parser.buffer_size = True, max(1, len(content))  # no word of a style comes in two pieces
    guard = _Guard()
    parser.StartElementHandler = guard.element
    parser.CharacterDataHandler = guard.text
    parser.StartDoctypeDeclHandler = guard.doctype
    parser.ProcessingInstructionHandler = guard.instruction
    try:
        parser.Parse(content, True)
    except ValueProblem:
        raise
    except (ExpatError, LookupError, ValueError):  # the last two for encodings that nobody knows
        raise ValueProblem(
            message("The SVG is damaged: line {line} cannot be read.", line=parser.CurrentLineNumber)
        ) from None


class _Guard:
    """Looks at one part of the picture after the other and refuses what does not belong in one."""

    def __init__(self) -> None:
        self._is_first = True
        self._in_style = False
        self._copies = 0

    def element(self, name: str, attributes: Mapping[str, str]) -> None:
        """Refuse an element that does something, and the first one where it is not `svg`."""
        local = name.rpartition(" ")[2]
        if self._is_first and name != f"{_NAMESPACE} svg":
            raise ValueProblem(message("The file is XML, but no SVG: it does not begin with <svg xmlns=…>."))
        self._is_first = False
        if local in _ACTIVE:
            raise _refused(_RUNS)
        if local in _MOVING:
            raise _refused(_MOVES)
        self._copies += local == "use"
        if self._copies > _MOST_COPIES:
            raise _refused(_COPIES)
        self._in_style = local == "style"
        for attribute, value in attributes.items():
            _check_attribute(attribute, value)

    def text(self, words: str) -> None:
        """Refuse a style that fetches something."""
        if self._in_style and _FETCHES.search(words):
            raise _refused(_FETCHES_SOMETHING)

    def doctype(self, _name: str, _system: str | None, _public: str | None, has_definitions: int) -> None:
        """Refuse entities; the bare name of the document's type is harmless."""
        if has_definitions:
            raise _refused(_ENTITIES)

    def instruction(self, target: str, _words: str) -> None:
        """Refuse a style sheet from elsewhere."""
        if target.lower() == "xml-stylesheet":
            raise _refused(_FETCHES_SOMETHING)


def _check_attribute(name: str, value: str) -> None:
    namespace, _, local = name.rpartition(" ")
    if local in _LEADS_AWAY and not _INSIDE.match(value.strip()):
        raise _refused(_FETCHES_SOMETHING)
    if namespace:  # the notes that a drawing program leaves for itself
        return
    if local.lower().startswith("on"):
        raise _refused(_RUNS)
    if local not in _LEADS_AWAY and _FETCHES.search(value):
        raise _refused(_FETCHES_SOMETHING)


def _refused(what: Message) -> ValueProblem:
    return ValueProblem(Sentences((what, _PLAIN)))
