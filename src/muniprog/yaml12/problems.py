"""Everything that is wrong with a text that is not in the format, found in one slow and careful reading."""

import re

import attrs

from muniprog.messages import Message, Spoken, message
from muniprog.raw_text import RawText, in_item, key_twice
from muniprog.source import Finding, Path, Severity
from muniprog.yaml12.builder import DEEPEST
from muniprog.yaml12.events import Event, kinds, next_event
from muniprog.yaml12.syntax import syntax_problem

UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


@attrs.define
class _Open:
    """A collection that has begun and not ended, and how far it has come."""

    is_mapping: bool
    keys: dict[str, int] = attrs.field(factory=dict)
    key: str | None = None
    length: int = 0
    identifier: str = ""
    is_key: bool = False

    @property
    def step(self) -> str | int:
        """The key or position of the value that is being read."""
        return (self.key or "") if self.is_mapping else self.length

    @property
    def awaits_key(self) -> bool:
        """Whether what comes next is a key."""
        return self.is_mapping and self.key is None

    def proceed(self) -> None:
        """Leave the value that was read behind."""
        self.length += 1
        self.key = None


@attrs.frozen
class _Found:
    code: str
    index: int
    sentence: Spoken
    path: Path
    around: tuple[_Open, ...]


def problems(raw: RawText) -> list[Finding]:
    """Return all that keeps `raw` from being read, in the order of the text."""
    reading = _Reading(raw)
    reading.read()
    return reading.findings()


class _Reading:
    """One careful reading: the open collections, and what was found so far."""

    def __init__(self, raw: RawText) -> None:
        self.raw = raw
        self.open: list[_Open] = []
        self.found: list[_Found] = []
        self.syntax: Finding | None = None
        self.documents = 0
        self.kinds = kinds()

    def read(self) -> None:
        """Read to the end, or to where the text is no YAML any more."""
        from yaml import YAMLError

        for sign in UNPRINTABLE.finditer(self.raw.text):
            self.report("F012", sign.start(), _unprintable(sign[0]))
        # With a stand-in for each such character the parser reads on behind it.
        following = next_event(UNPRINTABLE.sub("\ufffd", self.raw.text))
        try:
            while self.take(following()):
                pass
        except YAMLError as error:
            self.syntax = syntax_problem(self.raw, error)  # type: ignore[arg-type]  # all parser errors carry marks

    def findings(self) -> list[Finding]:
        """Return what was found; only now are the identifiers of all items known."""
        findings = []
        for found in sorted(self.found, key=lambda found: found.index):
            item = next((level.identifier for level in reversed(found.around) if level.identifier), "")
            sentence = in_item(found.sentence, item) if found.code == "F002" else found.sentence
            findings.append(
                Finding(
                    code=found.code,
                    severity=Severity.ERROR,
                    message=sentence,
                    path=found.path,
                    place=self.raw.place(found.index),
                    item=item,
                )
            )
        # The parser stops where the syntax is broken, so this is always the last one.
        return findings if self.syntax is None else [*findings, self.syntax]

    def report(self, code: str, index: int, sentence: Spoken) -> None:
        """Keep one problem, with the collections in which it stands."""
        path = tuple(level.step for level in self.open)
        self.found.append(_Found(code, index, sentence, path, tuple(self.open)))

    def take(self, event: Event) -> bool:
        """Go one event further, and return whether there are more."""
        index = event.start_mark.index
        kind = type(event)
        if kind is self.kinds.stream_end:
            if not self.documents:
                self.report("F001", 0, message("The file is empty. Keys such as “id:” and “title:” were expected."))
            return False
        if kind is self.kinds.document_start:
            self.document(index)
        elif kind is self.kinds.alias:
            self.refuse_alias(event)
            self.scalar(event, "")
        elif kind is self.kinds.scalar:
            self.refuse_properties(event)
            self.scalar(event, event.value)
        elif kind is self.kinds.mapping_start or kind is self.kinds.list_start:
            self.refuse_properties(event)
            return self.begin(index, is_mapping=kind is self.kinds.mapping_start)
        elif kind is self.kinds.mapping_end or kind is self.kinds.list_end:
            self.end()
        return True

    def document(self, index: int) -> None:
        """Begin a document; there may be only one."""
        self.documents += 1
        if self.documents == 2:
            self.report(
                "F014", index, message("A second document begins here. One file is one document; delete the “---”.")
            )

    def begin(self, index: int, *, is_mapping: bool) -> bool:
        """Go into a collection, and return whether it is not too deep to go on."""
        is_key = bool(self.open) and self.open[-1].awaits_key
        if is_key:
            self.report(
                "F001",
                index,
                message("A key must be one word or text, not a list or values. Put a text with braces in quotes."),
            )
            self.open[-1].key = ""
        elif not self.open and not is_mapping:
            self.refuse_root(index)
        self.open.append(_Open(is_mapping, is_key=is_key))
        if len(self.open) > DEEPEST:
            self.report(
                "F001",
                index,
                message("More than {deepest} lists and keys stand inside one another here.", deepest=DEEPEST),
            )
            return False
        return True

    def end(self) -> None:
        """Leave a collection."""
        was_key = self.open.pop().is_key
        if self.open and not was_key:
            self.open[-1].proceed()

    def scalar(self, event: Event, text: str) -> None:
        """Take a key or a value."""
        index = event.start_mark.index
        if not self.open:
            self.refuse_root(index)
            return
        level = self.open[-1]
        if not level.awaits_key:
            if level.key == "id":
                level.identifier = text
            level.proceed()
            return
        level.key = text
        if text in level.keys:
            self.refuse_duplicate(index, text, level.keys[text])
        elif text == "<<" and not event.style:
            self.report("F014", index, message("YAML merge keys (“<<”) are not used here. Write the keys out."))
        level.keys.setdefault(text, index)

    def refuse_duplicate(self, index: int, key: str, first: int) -> None:
        """Report a key that its mapping has already."""
        self.report("F002", index, key_twice(self.raw, key, first, index))

    def refuse_root(self, index: int) -> None:
        """Report a document that is not a mapping."""
        sentence = message("The file must consist of keys with values, such as “title: …”, not of a list or a text.")
        if self.documents == 1:
            self.report("F005", index, sentence)

    def refuse_alias(self, event: Event) -> None:
        """Report a reference to something written elsewhere."""
        sentence = message(
            "YAML aliases (“*{name}”) are not used here. Write the value out; if it is a text, put it in quotes.",
            name=event.anchor,
        )
        self.report("F014", event.start_mark.index, sentence)

    def refuse_properties(self, event: Event) -> None:
        """Report an anchor or a tag."""
        if event.anchor is not None:
            sentence = message(
                "YAML anchors (“&{name}”) are not used here. Delete it; if it is a text, put it in quotes.",
                name=event.anchor,
            )
            self.report("F014", event.start_mark.index, sentence)
        if event.tag is not None:
            written = self.raw.text[event.start_mark.index : event.end_mark.index].split(maxsplit=1)
            sentence = message(
                "YAML tags (“{tag}”) are not used here. Delete it; if it is a text, put it in quotes.",
                tag=written[0] if written else "!",
            )
            self.report("F014", event.start_mark.index, sentence)


def _unprintable(sign: str) -> Message:
    return message(
        "The invisible character U+{code} cannot stand in the file. Delete it, or write \\u{code} in double quotes.",
        code=f"{ord(sign):04X}",
    )
