"""The text of a file before anything is known of its format: its encoding, its lines, its merge conflicts."""

import re
from bisect import bisect_right
from functools import cached_property

import attrs

from muniprog.errors import SourceError
from muniprog.messages import Message, Sentences, Spoken, message
from muniprog.source import Finding, Place, Severity

LINE_END = re.compile(r"\r\n|\r|\n")
BYTE_ORDER_MARK = "\ufeff"

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FIRST = 4
_MOST_BAD_BYTES = 20
_CONFLICT_MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$", re.MULTILINE)


@attrs.frozen(eq=False)
class RawText:
    """A text, the file that it came from, and whether that file began with a byte order mark.

    Attributes:
        text: The characters without the byte order mark; line ends as they were.
        file: The name of the file, for places.
        marked: Whether there was a byte order mark.
    """

    text: str
    file: str
    marked: bool = False

    @cached_property
    def line_starts(self) -> list[int]:
        """The position of the first character of each line."""
        return [0, *(end.end() for end in LINE_END.finditer(self.text))]

    def place(self, index: int) -> Place:
        """Return line and column of the character at `index`.

        >>> str(RawText("a\\nbc", "x.yaml").place(3))
        'x.yaml:2:2'
        """
        line = self.line_number(index)
        return Place(self.file, line + 1, index - self.line_starts[line] + 1)

    def line_number(self, index: int) -> int:
        """Return the position in `line_starts` of the line on which the character at `index` stands."""
        return bisect_right(self.line_starts, index) - 1

    def next_line(self, index: int) -> int:
        """Return where the line after that of the character at `index` starts, or the end of the text."""
        line = self.line_number(index) + 1
        return self.line_starts[line] if line < len(self.line_starts) else len(self.text)

    def line(self, index: int) -> str:
        """Return the line on which the character at `index` stands, without its end."""
        return self.text[self.line_starts[self.line_number(index)] : self.next_line(index)].rstrip("\r\n")

    @cached_property
    def line_end(self) -> str:
        """The line end that the text uses: `\\r\\n` where it has one, else `\\n`."""
        return "\r\n" if "\r\n" in self.text else "\n"


def raw_text(content: str | bytes, file: str) -> RawText:
    """Return `content` as text that is ready for a parser.

    Raises:
        SourceError: It is not UTF-8, or an unresolved merge conflict stands in it; every place is named.
    """
    text = content if isinstance(content, str) else _decoded(content, file)
    marked = text.startswith(BYTE_ORDER_MARK)
    raw = RawText(text[1:] if marked else text, file, marked)
    conflicts = merge_conflicts(raw)
    if conflicts:
        raise SourceError(conflicts)
    return raw


def merge_conflicts(raw: RawText) -> list[Finding]:
    """Return a finding for each merge conflict that is left in a text.

    A row of seven equals signs alone is ordinary text; it is part of a conflict only between the other marks.
    """
    if "<<<<<<<" not in raw.text and ">>>>>>>" not in raw.text:
        return []
    found: list[tuple[int, int]] = []
    start: int | None = None
    for marker in _CONFLICT_MARKER.finditer(raw.text):
        if marker[1] == "<<<<<<<":
            if start is not None:
                found.append((start, start))
            start = marker.start()
        elif marker[1] == ">>>>>>>":
            found.append((marker.start() if start is None else start, marker.start()))
            start = None
    if start is not None:
        found.append((start, start))
    return [_conflict(raw.place(first), raw.place(last)) for first, last in found]


def key_twice(raw: RawText, key: str, first: int, second: int) -> Message:
    """Return what is said of a key that stands at `first` and once more at `second`."""
    return message(
        "The key “{key}” stands twice, on line {first} and on line {second}. Keep one of them.",
        key=key,
        first=raw.place(first).line,
        second=raw.place(second).line,
    )


def in_item(sentence: Spoken, item: str) -> Spoken:
    """Return `sentence`, with the identifier of the item of which it speaks where there is one."""
    return Sentences((sentence, message("It belongs to “{item}”.", item=item))) if item else sentence


def _conflict(first: Place, last: Place) -> Finding:
    if first.line == last.line:
        sentence = message(
            "Line {first} is left over from a merge conflict. Keep what is right and delete the marks.",
            first=first.line,
        )
    else:
        sentence = message(
            "An unresolved merge conflict stands on lines {first}–{last}. Keep one of the two versions, or "
            "both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
            first=first.line,
            last=last.line,
        )
    return Finding(code="F010", severity=Severity.ERROR, message=sentence, place=first)


def _decoded(content: bytes, file: str) -> str:
    if content.startswith(_UTF16_MARKS) or b"\0" in content[:_FIRST]:  # UTF-16 without its mark begins with a null
        sentence = message("The file is saved as UTF-16. Save it as UTF-8.")
        raise SourceError([_encoding_problem(sentence, Place(file, 1, 1))])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise SourceError(_bad_bytes(content, file)) from None


def _bad_bytes(content: bytes, file: str) -> list[Finding]:
    """Return a finding for each of the first bytes that are not UTF-8."""
    findings: list[Finding] = []
    offset = 0
    while len(findings) < _MOST_BAD_BYTES:
        try:
            content[offset:].decode("utf-8")
            break
        except UnicodeDecodeError as error:
            bad = offset + error.start
            offset += error.end
        before = content[:bad].decode("utf-8", errors="replace")
        sentence = message(
            "Byte {offset} (0x{byte}) is not UTF-8; in the older encoding Windows-1252 it would be “{guess}”. "
            "Save the file as UTF-8.",
            offset=bad,
            byte=f"{content[bad]:02X}",
            guess=content[bad : bad + 1].decode("cp1252", errors="replace"),
        )
        place = RawText(before.removeprefix(BYTE_ORDER_MARK), file).place(len(before.removeprefix(BYTE_ORDER_MARK)))
        findings.append(_encoding_problem(sentence, place))
    return findings


def _encoding_problem(sentence: Message, place: Place) -> Finding:
    return Finding(code="F012", severity=Severity.ERROR, message=sentence, place=place)
