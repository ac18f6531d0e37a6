"""Reads a PDF by its tags, as a screen reader does: what each piece is, in which language, in reading order."""

import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

import attrs
import pikepdf


@attrs.define
class Piece:
    """A tag with what is inside it: other tags, and texts with their language."""

    kind: str
    inside: list["Piece | Run"] = attrs.field(factory=list)
    attributes: dict[str, object] = attrs.field(factory=dict)

    def all(self, *kinds: str) -> list["Piece"]:
        """Return the pieces of these kinds inside it, in reading order."""
        return [piece for piece in self.walk() if piece.kind in kinds]

    def walk(self) -> Iterator["Piece"]:
        """Yield all pieces inside it, in reading order."""
        for each in self.inside:
            if isinstance(each, Piece):
                yield each
                yield from each.walk()

    def runs(self, language: str = "") -> Iterator["Run"]:
        """Yield its texts; where something has words for who does not see it, those first."""
        language = str(self.attributes.get("Lang", language))
        seen = [
            run
            for each in self.inside
            for run in (each.runs(language) if isinstance(each, Piece) else [Run(each.text, each.language or language)])
        ]
        alternative = self.attributes.get("Alt")
        if isinstance(alternative, str):
            yield Run(alternative, "")
            if self._unseen(seen):
                return
        yield from seen

    @staticmethod
    def _unseen(seen: Iterable["Run"]) -> bool:
        """Return whether nothing stands there but signs for letters that no font has."""
        return not "".join(run.text for run in seen).strip("\ufffd")

    @property
    def text(self) -> str:
        """What is read of it."""
        return "".join(run.text for run in self.runs())


@attrs.frozen
class Run:
    """A text and its language, or an empty string where it is that of the document."""

    text: str
    language: str


def read(file: bytes) -> Piece:
    """Return the tags of a PDF under one root."""
    with pikepdf.open(BytesIO(file)) as pdf:
        pages = {page.obj.objgen: _marked(page) for page in pdf.pages}
        root = Piece("Root")
        _fill(root, pdf.Root.StructTreeRoot, pages)
    return root


def links_of(file: bytes) -> list[str]:
    """Return the addresses outside the document that its links lead to."""
    with pikepdf.open(BytesIO(file)) as pdf:
        links = [link for page in pdf.pages for link in page.get("/Annots", pikepdf.Array())]
        return [str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A]


def pages_of(file: bytes) -> list[str]:
    """Return all text of each page, also what is read nowhere else, such as the head of the page."""
    with pikepdf.open(BytesIO(file)) as pdf:
        return ["".join(_shown(page).all) for page in pdf.pages]


def broken_rules(file: bytes) -> list[str]:
    """Return the rules of PDF/UA-1 that a PDF breaks, out of the hundred or so that a program can check."""
    from page import validate_pdf_bytes

    return [f"{failure.rule_id}: {failure.message}" for failure in validate_pdf_bytes(file, profile="ua1").failures]


def _fill(piece: Piece, tag: pikepdf.Object, pages: Mapping[tuple[int, int], Mapping[int, Run]]) -> None:
    children = tag.get("/K", pikepdf.Array())
    for each in children.as_list() if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(each, pikepdf.Dictionary) and "/S" in each:
            inside = Piece(str(each.S).lstrip("/"), attributes=_attributes(each))
            _fill(inside, each, pages)
            piece.inside.append(inside)
        elif isinstance(each, pikepdf.Dictionary) and "/MCID" in each:
            page = each.Pg if "/Pg" in each else tag.Pg
            piece.inside.append(pages[page.objgen][int(each.MCID)])
        elif not isinstance(each, pikepdf.Dictionary):
            piece.inside.append(pages[tag.Pg.objgen][int(each)])


def _attributes(tag: pikepdf.Object) -> dict[str, object]:
    found: dict[str, object] = {name: str(tag[f"/{name}"]) for name in ("Alt", "ID", "Lang") if f"/{name}" in tag}
    for each in tag.get("/A", pikepdf.Array()):
        if each.O == "/Table":
            found.update({str(name).lstrip("/"): _plain(value) for name, value in each.items() if name != "/O"})
    return found


def _plain(value: pikepdf.Object) -> object:
    return [str(each) for each in value.as_list()] if isinstance(value, pikepdf.Array) else str(value)


def _marked(page: pikepdf.Page) -> dict[int, Run]:
    """Return the texts of a page by their numbers; what only decorates the page has none."""
    shown = _shown(page)
    return {number: Run("".join(texts), shown.languages[number]) for number, texts in shown.texts.items()}


def _shown(page: pikepdf.Page) -> "_Shown":
    fonts = {name: _letters(font) for name, font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).items()}
    shown = _Shown()
    font: Mapping[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                shown.open(operands[1] if len(operands) > 1 else pikepdf.Dictionary())
            case "EMC":
                shown.close()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ":
                parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
                shown.say("".join(font[code] for (code,) in struct.iter_unpack(">H", codes)))
            case _:
                pass
    return shown


@attrs.define
class _Shown:
    """The texts of a page as they are shown, each under the mark that stands open."""

    texts: dict[int, list[str]] = attrs.field(factory=dict)
    languages: dict[int, str] = attrs.field(factory=dict)
    all: list[str] = attrs.field(factory=list)
    _open: list[tuple[int | None, bool]] = attrs.field(factory=list)

    def open(self, mark: pikepdf.Object) -> None:
        number, replaced = self._open[-1] if self._open else (None, False)
        if "/MCID" in mark:
            number = int(mark.MCID)
            self.texts[number] = []
            self.languages[number] = str(mark.get("/Lang", ""))
        if "/ActualText" in mark:
            self.say(str(mark.ActualText))
            replaced = True
        self._open.append((number, replaced))

    def close(self) -> None:
        self._open.pop()

    def say(self, text: str) -> None:
        number, replaced = self._open[-1]
        if not replaced:
            self.all.append(text)
            if number is not None:
                self.texts[number].append(text)


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """Return what the codes of a font stand for."""
    found = {}
    for section in re.findall(r"beginbfchar\n(.*?)endbfchar", font.ToUnicode.read_bytes().decode(), re.DOTALL):
        for code, text in re.findall(r"<([0-9A-F]+)> <([0-9A-F]+)>", section):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return found
