"""What PyYAML says about broken YAML, said in plain words with what to do about it."""

import re
from typing import Protocol

from muniprog.messages import Message, message
from muniprog.raw_text import RawText
from muniprog.source import Finding, Severity
from muniprog.yaml12.events import Mark

_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- +)*([^\s:#\"'\[{]+):(?![ \t\r\n/]).")
_TAB_INDENTATION = re.compile(r" *\t")
_LOOKS_LIKE_SPACE = "\u00a0\u2007\u202f\u2009\u200b"
_BULLET = re.compile(r" *(-(?=[^\W\d])|[•·▪*–—](?= ))")


_NOT_USED = ("tag handle", "directive", "incompatible YAML document")


class Trouble(Protocol):
    """What muniprog reads from PyYAML's errors."""

    context: str | None
    context_mark: Mark | None
    problem: str | None
    problem_mark: Mark | None


def syntax_problem(raw: RawText, error: Trouble) -> Finding:
    """Return the finding for a text that PyYAML could not parse."""
    index = error.problem_mark.index if error.problem_mark is not None else 0
    # Where a quotation or a list is never closed, its beginning helps more than the end of the file.
    start = error.context_mark.index if error.context_mark is not None else index
    problem = f"{error.context or ''}: {error.problem or ''}"
    code = "F014" if any(words in problem for words in _NOT_USED) else "F001"
    sentence, at = _sentence(raw, problem, index, start)
    return Finding(code=code, severity=Severity.ERROR, message=sentence, place=raw.place(at))


def _sentence(raw: RawText, problem: str, index: int, start: int) -> tuple[Message, int]:
    """Return what is wrong and where, from the most certain explanation to the least."""
    line = raw.line(index)
    if "tab character" in problem or (_TAB_INDENTATION.match(line) and "quoted" not in problem):
        return message("This line is indented with a tab. Use spaces."), index
    glued = _glued_key(raw, index, start)
    if glued is not None:
        key, at = glued
        if raw.text[at + len(key) + 1] in _LOOKS_LIKE_SPACE:
            return message(
                "What stands after “{key}:” only looks like a space (it is U+{code}). Type a space instead.",
                key=key,
                code=f"{ord(raw.text[at + len(key) + 1]):04X}",
            ), at
        return message("A space is missing after “{key}:”.", key=key), at
    if (bullet := _bullet(raw, index)) is not None:
        return message("An entry of a list begins with a hyphen and a space: “- ”."), bullet
    for words, explanation, begins in _EXPLANATIONS:
        if words in problem:
            return explanation, start if begins else index
    if "cannot start any token" in problem or "alphabetic or numeric" in problem:
        at = start if "alphabetic" in problem else index
        return message("A text that begins with “{sign}” must stand in quotes.", sign=raw.text[at]), at
    if "expected key" in problem or "block end" in problem or "'-' indicator" in problem:
        return _out_of_line(raw, index), index
    return message("This is not YAML: {problem}.", problem=problem.strip(": ")), index


def _glued_key(raw: RawText, index: int, start: int) -> tuple[str, int] | None:
    """Return a key without a space after its colon, on the line of the problem or the one before it."""
    here = raw.place(index).line
    for number in dict.fromkeys((raw.place(start).line, here - 1, here)):
        if number < 1:
            continue
        begin = raw.line_starts[number - 1]
        glued = _KEY_WITHOUT_SPACE.match(raw.line(begin))
        if glued is not None:
            return glued[1], begin + glued.start(1)
    return None


def _bullet(raw: RawText, index: int) -> int | None:
    """Return where the line of the problem, or the one before it, begins with another sign than “- ” for a list."""
    here = raw.line_number(index)
    for number in (here, here - 1):
        begin = raw.line_starts[max(number, 0)]
        if found := _BULLET.match(raw.line(begin)):
            return begin + found.start(1)
    return None


def _out_of_line(raw: RawText, index: int) -> Message:
    """Return what is said of something that stands where the next key was expected."""
    before = raw.line(index)[: raw.place(index).column - 1]
    if before.strip():
        return message(
            "After “{before}” nothing more was expected on this line. If it is one text, put the whole of it in "
            "single quotes ('), and write two of them for one that is inside.",
            before=before.strip(),
        )
    return message("This line is indented neither as the lines above it nor as one of the levels around them.")


# PyYAML's words (those of its C library first, where the two differ), what we say, and whether it is said
# of where the context begins instead of where the parser stopped.
_EXPLANATIONS: tuple[tuple[str, Message, bool], ...] = (
    (
        "quoted scalar: found unexpected end of stream",
        message("The text that begins here with a quote is never closed."),
        True,
    ),
    (
        "quoted scalar: found unexpected document",
        message("The text that begins here with a quote is not closed before the line of three dashes or dots."),
        True,
    ),
    (
        "could not find expected ':'",
        message("A key and a colon were expected here, as in “title: …”."),
        True,
    ),
    (
        "mapping values are not allowed",
        message(
            "A colon with a space after it is not expected here. If it is part of a text, put the text in quotes; "
            "if it is a key, check the indentation."
        ),
        False,
    ),
    (
        "sequence entries are not allowed",
        message("A list cannot begin on the line of its key. Put “- ” on a line of its own."),
        False,
    ),
    (
        "while parsing a flow sequence",
        message("The list that begins here with “[” is not closed with “]”, or a comma is missing in it."),
        True,
    ),
    (
        "while parsing a flow mapping",
        message("The values that begin here with “{{” are not closed with “}}”, or a comma is missing between them."),
        True,
    ),
    ("maximum nesting depth", message("Lists and keys stand too deep inside one another."), False),
    (
        "decimal number",
        message("After “\\x”, “\\u” and “\\U” in double quotes 2, 4 and 8 hexadecimal digits are expected."),
        False,
    ),
    (
        "escape",
        message("After a backslash in double quotes only certain letters may follow. Write “\\\\” for a backslash."),
        False,
    ),
    (
        "while scanning a block scalar",
        message("After “|” or “>” only a line break is expected, and the text below it."),
        False,
    ),
    (
        "node content",
        message("A value was expected here. A text that begins with a sign must stand in quotes."),
        False,
    ),
    (
        "document start",
        message("After the line of three dots nothing more is expected: one file is one document."),
        False,
    ),
    ("tag handle", message("YAML tags (“!…”) are not used here. If it is a text, put it in quotes."), False),
    ("directive", message("The line with “%” is not used here; delete it."), True),
    ("incompatible YAML document", message("The line with “%” is not used here; delete it."), False),
)
