"""How one text, number or word is written on a line so that it is read back as the same.

Text stands as it is wherever no reader of YAML, old or new, could take it for anything else; so `no` and
`12:30` get quotes although this reader needs none. Nothing invisible is written raw.
"""

import re

from muniprog.errors import ValueProblem
from muniprog.messages import message
from muniprog.yaml12.scalars import Scalar

_RAW = "\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
# A text may begin with the dash of a word or number, but with no sign of YAML and nothing that looks like one.
_PLAIN_START = re.compile(r"[^-?:#&*!|>'\"%@`,\[\]{} =<.]|-(?![- ,\[\]{}.:]|\Z)|[=<.](?=[^=<.])")
_PLAIN_TEXT = re.compile(f"[{_RAW}]+")
_PLAIN_END = re.compile(r":(?= |\Z)| #| \Z")
_PLAIN_FLOW_END = re.compile(r":(?= |\Z)| #| \Z|[?,\[\]{}]")
_QUOTABLE = re.compile(f"[{_RAW}]*")
_TO_ESCAPE = re.compile(f'[^{_RAW}]|["\\\\]')

# What this format, YAML 1.1 or YAML 1.2 take for a number or a time, and for a word with a meaning.
_NUMBER = re.compile(
    r"[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?0[xob][0-9a-fA-F_]+"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[-+]?\.(?:inf|nan)",
    re.IGNORECASE,
)
_WORD = re.compile(r"~|null|true|false|yes|no|on|off", re.IGNORECASE)

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def scalar_text(value: Scalar, *, in_flow: bool) -> str:
    """Return `value` as it is written on one line.

    >>> [scalar_text(value, in_flow=False) for value in ("Boende", "no", "12", 12, None, True, "a: b", 1e22)]
    ['Boende', '"no"', '"12"', '12', 'null', 'true', '"a: b"', '1.0e+22']
    """
    if isinstance(value, str):
        return value if is_plain(value, in_flow=in_flow) and not _NUMBER.fullmatch(value) else quoted(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else _number(value)


def key_text(key: str, *, in_flow: bool) -> str:
    """Return `key` as it is written before its colon. A key is always text, so the year 2019 needs no quotes."""
    return key if is_plain(key, in_flow=in_flow) else quoted(key)


def is_plain(text: str, *, in_flow: bool) -> bool:
    """Return whether `text`, unless it looks like a number, can stand on a line without quotes."""
    ends = _PLAIN_FLOW_END if in_flow else _PLAIN_END
    return (
        _PLAIN_START.match(text) is not None
        and _PLAIN_TEXT.fullmatch(text) is not None
        and ends.search(text) is None
        and _WORD.fullmatch(text) is None
    )


def quoted(text: str) -> str:
    """Return `text` in quotes: in single ones where it holds double ones or backslashes and nothing invisible."""
    if ('"' in text or "\\" in text) and is_single_quotable(text):
        return single_quoted(text)
    return double_quoted(text)


def is_single_quotable(text: str) -> bool:
    """Return whether `text` can stand on one line in single quotes, in which nothing can be escaped."""
    return bool(_QUOTABLE.fullmatch(text))


def single_quoted(text: str) -> str:
    """Return `text`, which must be single-quotable, in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """Return `text` in double quotes, with escapes for all that is not plainly visible.

    Raises:
        ValueProblem: Half a character (a lone surrogate) is in it, which no file can hold.
    """
    return '"' + _TO_ESCAPE.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    code = ord(sign)
    if 0xD800 <= code <= 0xDFFF:
        raise ValueProblem(
            message("The text holds half a character (U+{code}) and cannot be saved.", code=f"{code:04X}")
        )
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"


def _number(value: float) -> str:
    text = repr(value)
    if "n" in text:
        raise ValueProblem(message("“{value}” is not a number that can be saved.", value=text))
    if "." not in text:
        mantissa, exponent = text.split("e")
        return f"{mantissa}.0e{exponent}"
    return text
