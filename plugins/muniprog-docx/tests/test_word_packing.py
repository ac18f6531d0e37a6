"""The file around a document: parts go in and out, and what is no such file is told."""

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_LZMA, BadZipFile, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog_docx.packing import packed, unpacked, unpacked_length

CONTENT = b"<x>" + bytes(range(256)) * 4 + b"</x>"
FILE = packed({"word/document.xml": CONTENT})


def test_what_is_packed_comes_out_again() -> None:
    assert unpacked(FILE) == {"word/document.xml": CONTENT}
    assert unpacked_length(FILE) == len(CONTENT)


def test_the_order_of_parts_leaves_no_trace() -> None:
    parts = {"b": b"1", "a": b"2"}
    assert packed(parts) == packed(dict(sorted(parts.items())))


@pytest.mark.parametrize("read", [unpacked, unpacked_length])
def test_what_is_no_file_of_this_kind_is_told(read: Callable[[bytes], object]) -> None:
    for content in (b"", b"ingen mall", FILE[:-30]):
        with pytest.raises(BadZipFile):
            read(content)


def test_a_file_with_a_password_is_told() -> None:
    central, local = FILE.index(b"PK\1\2") + 8, FILE.index(b"PK\3\4") + 6
    locked = bytearray(FILE)
    locked[central] |= 1
    locked[local] |= 1
    with pytest.raises(BadZipFile):
        unpacked(bytes(locked))


def test_a_file_for_a_newer_program_is_told() -> None:
    newer = bytearray(FILE)
    newer[FILE.index(b"PK\1\2") + 6] = 99
    for read in (unpacked, unpacked_length):
        with pytest.raises(BadZipFile):
            read(bytes(newer))


def test_a_file_that_is_packed_in_another_way_is_told() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", CONTENT)
    with pytest.raises(BadZipFile):
        unpacked(made.getvalue())


@given(place=st.integers(min_value=0, max_value=len(FILE) - 1), value=st.integers(min_value=0, max_value=255))
def test_a_damaged_byte_never_gives_another_document(place: int, value: int) -> None:
    damaged = FILE[:place] + bytes([value]) + FILE[place + 1 :]
    with suppress(BadZipFile):
        assert list(unpacked(damaged).values()) in ([CONTENT], [])
