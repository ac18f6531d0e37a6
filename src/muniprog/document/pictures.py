"""Pictures that somebody brings along: what they are is told by their content, and they must be harmless everywhere."""

from functools import lru_cache
from struct import unpack

from muniprog.document.vector import check_vector
from muniprog.errors import ValueProblem
from muniprog.messages import message

LARGEST = 1_000_000
"""How many bytes a picture may have; it is put into every file that is made."""

MOST_PIXELS = 5000
"""How many pixels it may be wide, and how many high."""

_PNG, _PNG_HEAD = b"\x89PNG\r\n\x1a\n", slice(12, 16)
_JPEG = b"\xff\xd8\xff"
_VECTOR = (b"<", b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")  # XML, also behind the mark of an encoding
# Start of frame, where a JPEG tells its size. Between these codes stand those of tables, which do not.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def check_length(length: int) -> None:
    """Do nothing if a picture may have so many bytes.

    Raises:
        ValueProblem: It is too large.
    """
    if length > LARGEST:
        raise ValueProblem(
            message("The picture has {length} bytes; at most {most} are wanted.", length=length, most=LARGEST)
        )


@lru_cache(maxsize=4)
def picture_type(content: bytes) -> str:
    """Return the media type of a picture that every kind of file can hold: SVG, PNG or JPEG.

    Raises:
        ValueProblem: It is none of them, too large, damaged, or an SVG that is more than a picture.
    """
    check_length(len(content))
    if content.startswith(_PNG):
        _check_size(unpack(">II", content[16:24]) if content[_PNG_HEAD] == b"IHDR" and len(content) > 24 else None)
        return "image/png"
    if content.startswith(_JPEG):
        _check_size(_size_of_jpeg(content))
        return "image/jpeg"
    if content.lstrip().startswith(_VECTOR):
        check_vector(content)
        return "image/svg+xml"
    raise ValueProblem(message("This is no picture that every file can hold. Use an SVG, PNG or JPEG file."))


def _check_size(size: tuple[int, ...] | None) -> None:
    if size is None or 0 in size:
        raise ValueProblem(message("The picture is damaged: it does not tell how large it is."))
    if max(size) > MOST_PIXELS:
        raise ValueProblem(
            message(
                "The picture has {width} × {height} pixels; at most {most} × {most} are wanted.",
                width=size[0],
                height=size[1],
                most=MOST_PIXELS,
            )
        )


def _size_of_jpeg(content: bytes) -> tuple[int, int] | None:
    """Return the width and the height of a JPEG, or None where it ends before it tells them."""
    start = 2
    while start + 9 <= len(content) and content[start] == 0xFF:
        if content[start + 1] in _FRAMES:
            height, width = unpack(">HH", content[start + 5 : start + 9])
            return width, height
        start += 2 + int.from_bytes(content[start + 2 : start + 4], "big")
    return None
