"""A programme with hostile text in every place where somebody may type, and what none of it may do to a file."""

import re
import zipfile
from base64 import b64encode
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from io import BytesIO
from itertools import count, cycle, islice
from typing import Any
from xml.etree import ElementTree

import attrs
import html5lib

from muniprog.model import Link, Programme, SourceDocument, Visibility
from muniprog.testing.report_backends.samples import DANGEROUS, HOSTILE
from muniprog.text import Text
from muniprog.timeframe import Calendar, Period, Timeframe
from tests.publication.planted import planted
from tests.publication.searching import layers

AS_IT_IS = (Calendar, Period, Timeframe)
TYPED = {"reported_by", "approved_by", "licence", "approver", "by", "aliases"}
"""Attributes that hold what somebody typed, in no particular language."""

MARK = re.compile(r"mrk\d+")
SAFE_ADDRESS = re.compile(r"https?:|mailto:|#|[\w.-]+$")


@cache
def hostile(first: int) -> Programme:
    """Return a programme in which every text is hostile, ends with a mark of its own, and is in Swedish alone.

    Args:
        first: Which of the hostile texts stands in the first place.
    """
    texts, numbers = islice(cycle(HOSTILE.values()), first, None), count(1)
    source = SourceDocument(title=Text.of("x"), publisher=Text.of("x"), address=DANGEROUS[0], licence="x")
    open_round = attrs.evolve(planted().follow_ups[1], extensions={})
    whole = attrs.evolve(planted(), follow_ups=(open_round,), source=source, summary=Text.of("x"))
    made = _changed(whole, "", lambda: f"{next(texts)} mrk{next(numbers)}")
    assert isinstance(made, Programme)
    return made


def _changed(value: Any, name: str, say: Callable[[], str]) -> object:
    """Return a value of the model with every text in it changed, and nothing internal."""
    if isinstance(value, Text):
        return Text.of({"sv": say(), "fi": "", "en": None})
    if isinstance(value, Link):
        return Link(url=DANGEROUS[1], title=Text.of(say(), "sv"))
    if isinstance(value, Visibility):
        return Visibility.PUBLIC
    if isinstance(value, str):
        return say() if type(value) is str and name in TYPED else value
    if isinstance(value, tuple):
        return tuple(_changed(each, name, say) for each in value)
    if isinstance(value, AS_IT_IS) or not attrs.has(type(value)):
        return value
    fields = (each.name for each in attrs.fields(type(value)) if each.name not in {"origin", "language"})
    return attrs.evolve(value, **{each: _changed(getattr(value, each), each, say) for each in fields})


def marks_in(file: bytes) -> set[str]:
    """Return the marks that can be found in a file."""
    return {mark for _, text in layers(file) for mark in MARK.findall(text)}


def harm_in(file: bytes) -> list[str]:
    """Return what would take effect when the file is opened, and what would not open: scripts, formulas, links.

    What a file is shows in its first bytes, so it does not matter which backend has printed it.
    """
    if zipfile.is_zipfile(BytesIO(file)):
        with zipfile.ZipFile(BytesIO(file)) as packed:
            return [harm for name in packed.namelist() for harm in _harm_in_part(name, packed.read(name))]
    if file.startswith(b"%PDF"):
        return [f"{key.decode()} in the PDF" for key in (b"/JavaScript", b"/JS", b"/Launch") if key in file]
    if file.lstrip().lower().startswith(b"<!doctype html"):
        return [*_harm_in_page(file.decode())]
    return []


def _harm_in_part(name: str, content: bytes) -> Iterator[str]:
    """Yield what is wrong with a part of an Office file; each that is XML must be whole."""
    if not name.endswith((".xml", ".rels")):
        return
    for element in ElementTree.fromstring(content).iter():
        tag = element.tag.rpartition("}")[2]
        if tag in {"f", "instrText"} and name.startswith("xl/"):
            yield f"a formula in {name}: {element.text}"
        if element.get("TargetMode") == "External" and not SAFE_ADDRESS.match(element.get("Target", "")):
            yield f"a link in {name}: {element.get('Target')}"


def _harm_in_page(page: str) -> Iterator[str]:
    """Yield what is wrong with a web page; the parser is strict, so a page that is not valid is refused."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    policies = [each.get("content", "") for each in tree.iter("meta") if each.get("http-equiv")]
    for element in tree.iter():
        if element.tag == "script" and element.get("type") != "application/json":
            digest = b64encode(sha256((element.text or "").encode()).digest()).decode()
            yield from [] if any(f"'sha256-{digest}'" in policy for policy in policies) else ["a script"]
        if element.tag in {"iframe", "object", "embed", "base"}:
            yield f"an element {element.tag}"
        yield from (f"{name} of {element.tag}" for name in element.attrib if name.startswith("on"))
        if element.tag == "a" and not SAFE_ADDRESS.match(element.get("href", "#")):
            yield f"a link to {element.get('href')}"
        if element.tag == "img" and not element.get("src", "").startswith("data:image/"):
            yield f"a picture from {element.get('src')}"
