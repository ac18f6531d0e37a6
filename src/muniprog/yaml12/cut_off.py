"""Texts that YAML would cut off without a word: “Skola #1 byggs” is the text “Skola” and a comment.

A comment is a # after a space, whatever follows it. Here a comment that stands behind something else on its line
must have a space after the #, so that what was meant as text cannot be taken for one.
"""

from collections.abc import Iterator

from muniprog.messages import Sentences, message
from muniprog.raw_text import RawText
from muniprog.source import Finding, Severity
from muniprog.yaml12.events import kinds, next_event

BEFORE = (" ", "\t")
AFTER = frozenset(" \t\r\n#!")


def cut_off(raw: RawText, parsed: str) -> tuple[Finding, ...]:
    """Return a finding for each comment that could be the rest of a text.

    Args:
        raw: The text, for places.
        parsed: The text as the parser reads it; a position means the same in both.
    """
    suspects = [position for position in _candidates(parsed) if _stands_behind_something(parsed, position)]
    if not suspects:
        return ()  # nearly always: looking closer takes as long as reading
    spans = tuple(_scalars(parsed))
    return tuple(
        _finding(raw, position) for position in suspects if not any(start <= position < end for start, end in spans)
    )


def _candidates(text: str) -> Iterator[int]:
    """Yield the position of each # after a space that is followed by something else than a space."""
    for space in BEFORE:
        position = text.find(f"{space}#")
        while position >= 0:
            if text[position + 2 : position + 3] not in AFTER and position + 2 < len(text):
                yield position + 1
            position = text.find(f"{space}#", position + 1)


def _stands_behind_something(text: str, position: int) -> bool:
    line = text[text.rfind("\n", 0, position) + 1 : position].strip(" \t\r")
    return bool(line) and not line.startswith("#")


def _scalars(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each value and key starts and ends; what stands inside one is no comment."""
    known, following = kinds(), next_event(text)
    while type(event := following()) is not known.stream_end:
        if type(event) is known.scalar:
            yield event.start_mark.index, event.end_mark.index


def _finding(raw: RawText, position: int) -> Finding:
    comment = raw.line(position)[position - raw.line_starts[raw.line_number(position)] :]
    sentence = Sentences(
        (
            message("What stands here is a comment and no text: “{comment}”.", comment=comment),
            message(
                "If it belongs to the text, put the whole text in quotes; if it is a comment, write “{spaced}”.",
                spaced=f"# {comment[1:]}",
            ),
        )
    )
    return Finding(code="F015", severity=Severity.ERROR, message=sentence, place=raw.place(position))
