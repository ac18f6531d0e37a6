"""What to write instead of a value that does not fit, where one can see what was meant."""

import re

from muniprog.messages import Spoken, message
from muniprog.source import Plain

_MINUS_SIGNS = str.maketrans("−–", "--")
_WRITTEN = re.compile(r"(-?) ?(\d+(?:[ .,']\d+)*) ?[^\d\s.,]{0,12}")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ '.]\d{3})+|\d{1,3}(?:,\d{3}){2,}")
_LONGEST = 40
_EITHER = re.compile(r"\d{1,3},\d{3}")


def number_meant(text: str) -> Spoken | None:
    """Return how a number that was written for people is written here, or None where `text` is no such number.

    >>> print(number_meant("67 000,5 €"))
    If it is a number, write 67000.5: a full stop before the decimals, and neither spaces nor a unit.
    """
    meant = numbers_meant(text)
    if len(meant) == 2:
        return message(
            "If it is a number, write {one} or {other}: a full stop before the decimals, "
            "and neither spaces nor a unit.",
            one=meant[0],
            other=meant[1],
        )
    if meant:
        return message(
            "If it is a number, write {number}: a full stop before the decimals, and neither spaces nor a unit.",
            number=meant[0],
        )
    return None


def numbers_meant(text: str) -> tuple[str, ...]:
    """Return the numbers that `text` may stand for, as the file wants them: none, one or two.

    >>> numbers_meant("3,5"), numbers_meant("−5 %"), numbers_meant("3,500"), numbers_meant("about 3")
    (('3.5',), ('-5',), ('3.500', '3500'), ())
    """
    found = _WRITTEN.fullmatch(" ".join(text.split()).translate(_MINUS_SIGNS))
    if found is None or len(text) > _LONGEST:
        return ()
    sign, digits = found[1], found[2]
    if _EITHER.fullmatch(digits):
        return (f"{sign}{digits.replace(',', '.')}", f"{sign}{digits.replace(',', '')}")
    whole, comma, decimals = digits.rpartition(",")
    if not comma or _THOUSANDS.fullmatch(digits):
        whole, decimals = digits, ""
    if not (whole.isdigit() or _THOUSANDS.fullmatch(whole)):
        return ()
    return (sign + re.sub(r"\D", "", whole) + (f".{decimals}" if decimals else ""),)


def list_meant(value: Plain, *, bare: bool) -> Spoken | None:
    """Return how a list is written, for somebody who wrote `value` where one belongs.

    Args:
        value: What was written.
        bare: Whether an entry of the list may be a bare word.
    """
    if isinstance(value, dict):
        return message("Begin each entry of the list with “- ”, a hyphen and a space.")
    if isinstance(value, str) and bare:
        return message("Put it in square brackets: [{written}].", written=value)
    return None
