"""The texts of an Excel workbook, which stand apart from its cells."""

import re

from muniprog_xlsx.spreadsheets.packed import new_parser, parse
from muniprog_xlsx.spreadsheets.plain_xml import plain_texts

_CODED = re.compile("_x([0-9A-Fa-f]{4})_")


def decoded(text: str) -> str:
    r"""Return a text with the signs that XML cannot hold, which Excel writes as codes.

    >>> decoded("rad 1_x000D_\nrad 2 _x005F_x0041_")
    'rad 1\nrad 2 _x0041_'
    """
    if "_x" in text:
        text = _CODED.sub(lambda code: chr(int(code[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def read_shared_texts(data: bytes, name: str) -> list[str]:
    """Return the texts in their order; runs of one text are joined, and what only says how it sounds is left out."""
    plain = plain_texts(data)
    if plain is not None:
        return [decoded(text) for text in plain] if b"_x" in data or b"\r" in data else plain
    reader = _TextReader()
    parser = new_parser()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.characters
    parse(parser, data, name)
    return reader.texts


class _TextReader:
    """Takes the events of the parser."""

    __slots__ = ("_is_sound", "_is_text", "_item", "_sound", "_text", "_words", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._words = ""
        self._is_text = self._is_sound = False
        self._name_tags("")

    def _name_tags(self, prefix: str) -> None:
        self._text, self._item, self._sound = (prefix + local for local in ("t", "si", "rPh"))

    def start(self, tag: str, _: dict[str, str]) -> None:
        """Take the beginning of an element."""
        if tag == self._text:
            self._is_text = not self._is_sound
        elif tag == self._sound:
            self._is_sound = True
        elif tag.endswith(":sst"):
            self._name_tags(tag.removesuffix("sst"))

    def characters(self, words: str) -> None:
        """Take words; only those of a text count."""
        if self._is_text:
            self._words += words

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag == self._text:
            self._is_text = False
        elif tag == self._item:
            self.texts.append(decoded(self._words))
            self._words = ""
        elif tag == self._sound:
            self._is_sound = False
