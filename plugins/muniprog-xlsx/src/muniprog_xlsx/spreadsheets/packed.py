"""The files inside a workbook, unpacked within limits and parsed without entities."""

import zlib
from collections.abc import Callable
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from muniprog_xlsx.spreadsheets.refusals import (
    BROKEN,
    ENTITIES,
    NO_WORKBOOK,
    OLD_EXCEL,
    PASSWORD,
    TOO_LARGE,
    Unreadable,
)

MOST_BYTES = 400_000_000
"""A million formatted rows, which spreadsheet programs are fond of, take 60 to 300 MB."""

_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 22

StartHandler = Callable[[str, dict[str, str]], object]


class Packed:
    """The files of a workbook.

    Args:
        data: The workbook.
        most: How many bytes may be unpacked altogether.

    Raises:
        Unreadable: It is no zip file.
    """

    def __init__(self, data: bytes, most: int = MOST_BYTES) -> None:
        if data.startswith(_OLD_CONTAINER):
            raise Unreadable(PASSWORD if _ENCRYPTED in data else OLD_EXCEL)
        if not data.startswith(b"PK"):
            raise Unreadable(NO_WORKBOOK)
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, NotImplementedError, ValueError) as error:
            raise Unreadable(BROKEN, reason=error) from error
        self._most = self._left = most

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            Unreadable: It is not there, is damaged, or is too large.
        """
        try:
            size = self._zip.getinfo(name).file_size
            self._left -= size
            if self._left < 0:
                raise Unreadable(TOO_LARGE, most=self._most // 1_000_000)
            return self._zip.read(name)  # never more than the size it declares
        except KeyError as error:
            raise Unreadable(BROKEN, reason=name) from error
        except RuntimeError as error:  # what zipfile says of an encrypted file
            raise Unreadable(PASSWORD) from error
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise Unreadable(BROKEN, reason=name) from error


def new_parser() -> expat.XMLParserType:
    """Return a parser that refuses a document type, and with it every entity."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.ordered_attributes = False

    def refuse(*_: object) -> None:
        raise Unreadable(ENTITIES)

    parser.StartDoctypeDeclHandler = refuse
    return parser


def parse(parser: expat.XMLParserType, data: bytes, name: str) -> None:
    """Parse a whole file.

    Raises:
        Unreadable: It is no XML, or says what no spreadsheet program writes.
    """
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Unreadable(BROKEN, reason=name) from error


def elements(data: bytes, name: str, handler: StartHandler) -> None:
    """Call `handler` with the name, without its prefix, and the attributes of each element."""
    parser = new_parser()

    def start(tag: str, attributes: dict[str, str]) -> None:
        handler(tag.rpartition(":")[2], attributes)

    parser.StartElementHandler = start
    parse(parser, data, name)
