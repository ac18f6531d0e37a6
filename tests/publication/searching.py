"""Every byte of a file, looked through for what must not be in it: packed, encoded, hidden, or in plain sight."""

import html
import re
import shutil
import subprocess
import zipfile
import zlib
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from urllib.parse import unquote

_DATA_ADDRESS = re.compile(rb"data:[\w/+.;=-]*;base64,([A-Za-z0-9+/=\s]+)")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_PARTS_WORDS = re.compile("[\u00ad\u200b\u2060]")


def found_in(file: bytes, words: Mapping[str, str], numbers: Mapping[str, int | str]) -> list[str]:
    """Return what is found in a file, each with the layer that it stands in."""
    patterns = {what: (str(number)[-3:], _pattern(number)) for what, number in numbers.items()}
    found: set[str] = set()
    for layer, text in layers(file):
        found |= {f"{what} ({layer})" for what, word in words.items() if word in text}
        found |= {f"{what} ({layer})" for what, (end, each) in patterns.items() if end in text and each.search(text)}
    return sorted(found)


def layers(file: bytes, name: str = "the file") -> Iterator[tuple[str, str]]:
    """Yield the texts that a file holds, each with where it stands: as it is, decoded, unpacked."""
    for text in _readings(file):
        yield name, text
    if zipfile.is_zipfile(BytesIO(file)):
        with zipfile.ZipFile(BytesIO(file)) as packed:
            for member in packed.infolist():
                inside = f"{name}/{member.filename}"
                yield inside, f"{member.filename} {member.comment.decode('utf-8', 'replace')}".casefold()
                yield from layers(packed.read(member), inside)
    if file.startswith(b"%PDF"):
        yield from _layers_of_pdf(file, name)
    for number, coded in enumerate(_DATA_ADDRESS.findall(file)):
        with suppress(Error):
            yield from layers(b64decode(coded), f"{name}/data {number}")


def _readings(file: bytes) -> Iterator[str]:
    """Yield what the bytes say in the ways in which they may be read."""
    text = file.decode("utf-8", "replace").casefold()
    yield text
    plain = _PARTS_WORDS.sub("", unquote(html.unescape(text)))
    yield plain
    yield re.sub(r"<[^<>]*>", "", plain)  # a word whose letters stand in several elements
    if b"\0" in file:
        yield file.replace(b"\0", b"").decode("latin-1").casefold()  # letters of two bytes


def _layers_of_pdf(file: bytes, name: str) -> Iterator[tuple[str, str]]:
    for number, stream in enumerate(_STREAM.findall(file)):
        with suppress(zlib.error):
            yield from layers(zlib.decompressobj().decompress(stream), f"{name}/stream {number}")
    reader = shutil.which("pdftotext")
    if reader is not None:
        read = subprocess.run([reader, "-", "-"], input=file, capture_output=True, check=False)
        yield f"{name}/pages", read.stdout.decode("utf-8", "replace").casefold()
    with suppress(ImportError):
        yield f"{name}/strings", "\n".join(_strings_in(file)).casefold()


def _strings_in(file: bytes) -> Iterator[str]:
    import pikepdf

    with suppress(pikepdf.PdfError), pikepdf.open(BytesIO(file)) as document:
        for each in (document.trailer, *document.objects):
            yield from _strings_of(each)


def _strings_of(value: object) -> Iterator[str]:
    """Yield the strings of an object of a PDF: titles, alternatives, outlines, names of attached files.

    What the object only refers to is an object of its own.
    """
    import pikepdf

    if isinstance(value, pikepdf.String):
        yield str(value)
    inside: list[object] = []
    if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        inside = [part for _, part in value.items()]  # noqa: PERF102 - pikepdf 10.0 has no values()
    elif isinstance(value, pikepdf.Array):
        inside = list(value)
    for each in inside:
        if not getattr(each, "is_indirect", False):
            yield from _strings_of(each)


def _pattern(number: int | str) -> re.Pattern[str]:
    """Return what a number looks like however its digits are grouped."""
    digits, _, decimals = str(number).partition(".")
    grouped = r"[\s\u2009\u202f.,'’]?".join([digits[:-3], digits[-3:]]) if len(digits) > 3 else digits
    end = f"[.,]{decimals}" if decimals else r"(?!\d)"
    # What may not stand before it is asked after its first digit, so that this digit is what is looked for.
    return re.compile(rf"{digits[0]}(?<![\d.,]{digits[0]}){grouped[1:]}{end}")
