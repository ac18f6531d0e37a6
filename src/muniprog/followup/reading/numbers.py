"""Numbers out of cells, as people write them in Sweden, Finland and elsewhere. What is ambiguous is refused."""

import re
from collections.abc import Iterable
from decimal import Decimal

from muniprog.errors import ValueProblem
from muniprog.followup.reading.texts import visible
from muniprog.identifiers import shown
from muniprog.messages import message

NOT_A_NUMBER, AMBIGUOUS = "Q202", "Q203"

_SPACES = " \u00a0\u202f\u2009\u2007"
_SOFT_HYPHEN = "\u00ad"  # it may be meant as a minus, so it is not left out as other invisible signs are
_MINUS = ("-", "\u2212", "\u2013", "\u2012")
_GROUPED = re.compile(rf"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+(?![0-9])")
_POINTED = re.compile(r"(?P<whole>[0-9]*)(?P<mark>[.,])(?P<rest>[0-9]+)")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+")
_BOTH = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:(?P<group>[.,])[0-9]{3})(?:(?P=group)[0-9]{3})*)(?P<mark>[.,])(?P<rest>[0-9]+)"
)
_WHOLE = re.compile(r"[0-9]+")
_GROUP = 3


def read_number(text: str, *, decimal_mark: str | None = None, unit: str = "") -> Decimal:
    """Return the number that stands in a text.

    Args:
        text: The text; `14 000,5`, `−1 234`, `45 %`.
        decimal_mark: What stands before the decimals in the other numbers of the form, `,` or `.`, if they tell.
        unit: The unit that was asked for, which may stand behind the number.

    Raises:
        ValueProblem: It is no number, or can be two.

    >>> read_number("14\u00a0000,5"), read_number("\u22121 234"), read_number("45 %", unit="%")
    (Decimal('14000.5'), Decimal('-1234'), Decimal('45'))
    >>> read_number("1,286", decimal_mark=",")
    Decimal('1.286')
    """
    bare, is_negative = _bare(text, unit)
    number = _positive(bare, decimal_mark, text)
    return number.copy_negate() if is_negative and number else number


def decimal_mark_of(texts: Iterable[str]) -> str | None:
    """Return the mark that stands before decimals in the numbers of a form; None where they do not tell one.

    >>> decimal_mark_of(["0,435", "1,286", "4"]), decimal_mark_of(["1.234"]), decimal_mark_of(["0,5", "0.5"])
    (',', None, None)
    """
    marks = {mark for text in texts if (mark := _certain_mark(text)) is not None}
    return marks.pop() if len(marks) == 1 else None


def _positive(bare: str, decimal_mark: str | None, text: str) -> Decimal:
    """Return a number without its sign; `text` is how all of it is written."""
    if grouped := _GROUPED.match(bare):
        return _after_groups("".join(filter(str.isdigit, grouped.group())), bare[grouped.end() :], text)
    if _WHOLE.fullmatch(bare):
        return Decimal(bare)
    if (both := _BOTH.fullmatch(bare)) and both["group"] != both["mark"]:
        return _decimal(both["whole"].replace(both["group"], ""), both["rest"])
    if pointed := _POINTED.fullmatch(bare):
        if _is_ambiguous(pointed) and pointed["mark"] != decimal_mark:
            raise _ambiguous(text, pointed)
        return _decimal(pointed["whole"], pointed["rest"])
    if _THOUSANDS.fullmatch(bare):
        return Decimal(bare.replace(".", "").replace(",", ""))
    raise _not_a_number(text)


def _certain_mark(text: str) -> str | None:
    bare, _ = _bare(text, "%")
    if grouped := _GROUPED.match(bare):
        rest = bare[grouped.end() :]
        return rest[0] if rest.startswith((",", ".")) and _WHOLE.fullmatch(rest[1:]) else None
    if (both := _BOTH.fullmatch(bare)) and both["group"] != both["mark"]:
        return both["mark"]
    pointed = _POINTED.fullmatch(bare)
    return pointed["mark"] if pointed is not None and not _is_ambiguous(pointed) else None


def _bare(text: str, unit: str) -> tuple[str, bool]:
    """Return the digits and marks of a number, and whether there is a minus before them."""
    bare = text.strip() if _SOFT_HYPHEN in text else visible(text)
    if unit and bare.casefold().endswith(unit.casefold()):
        bare = bare[: -len(unit)].rstrip()
    is_negative = bare.startswith(_MINUS)
    return (bare[1:] if is_negative else bare.removeprefix("+")).strip(), is_negative


def _is_ambiguous(pointed: re.Match[str]) -> bool:
    """Return whether a number with one mark can mean thousands as well as decimals: `1.234`, but not `0.234`."""
    whole = pointed["whole"]
    return len(pointed["rest"]) == _GROUP and 0 < len(whole) <= _GROUP and not whole.startswith("0")


def _after_groups(whole: str, rest: str, text: str) -> Decimal:
    """Return a number whose thousands were told apart by spaces, so that a mark can only stand before decimals."""
    if not rest:
        return Decimal(whole)
    if rest.startswith((",", ".")) and _WHOLE.fullmatch(rest[1:]):
        return _decimal(whole, rest[1:])
    raise _not_a_number(text)


def _decimal(whole: str, rest: str) -> Decimal:
    return Decimal(f"{whole or 0}.{rest}")


def _ambiguous(text: str, pointed: re.Match[str]) -> ValueProblem:
    thousands = Decimal(pointed["whole"] + pointed["rest"])
    decimals = _decimal(pointed["whole"], pointed["rest"])
    return ValueProblem(
        message(
            "“{found}” can be {thousands} or {decimals}. Write it without a mark for thousands, or with another number "
            "of decimals.",
            found=shown(text.strip()),
            thousands=thousands,
            decimals=decimals,
        ),
        code=AMBIGUOUS,
    )


def _not_a_number(text: str) -> ValueProblem:
    return ValueProblem(
        message(
            "“{found}” is not a number. Write digits only, such as {example}; put words into the field for remarks.",
            found=shown(text.strip()),
            example=Decimal("1250.5"),
        ),
        code=NOT_A_NUMBER,
    )
