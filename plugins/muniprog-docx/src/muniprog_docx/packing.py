"""The file around the document: what it begins as, and how it becomes the same bytes each time."""

from functools import cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

CONTENT_TYPES = "[Content_Types].xml"
_PARTS = {
    CONTENT_TYPES: "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/document.xml": "document.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
}
_STYLES = "word/styles.xml"
_NO_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can name


@cache
def skeleton(name: str) -> bytes:
    """Return one of the files that an empty document of our own consists of."""
    return files("muniprog_docx").joinpath("skeleton", name).read_bytes()


def empty_file(styles: bytes) -> bytes:
    """Return an empty document of our own with these styles."""
    return packed({part: skeleton(name) for part, name in _PARTS.items()} | {_STYLES: styles})


def packed(parts: dict[str, bytes]) -> bytes:
    """Return the parts as one file, in an order and with a date of their own that are always the same."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = ZipInfo(name, _NO_DAY)
            entry.create_system = 0  # whatever system it is written on
            archive.writestr(entry, parts[name], ZIP_DEFLATED, 9)
    return file.getvalue()


def unpacked(file: bytes) -> dict[str, bytes]:
    """Return the parts of a file.

    Raises:
        BadZipFile: It is no file of this kind.
    """
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
