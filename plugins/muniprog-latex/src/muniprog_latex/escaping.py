"""Text and addresses as LaTeX. Whatever somebody typed is printed; nothing of it is ever a command.

The backslash and the other characters with a meaning of their own become commands that print them. So do those
that mean something only in some places: brackets and the asterisk after a line break, quotes and hyphens in
front of each other.
"""

import re
from urllib.parse import quote

_PRINTED = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "`": r"\textasciigrave{}",
    "'": "{'}",
    "[": "{[}",
    "]": "{]}",
    "*": "{*}",
    "-": "{-}",
    ",": "{,}",
    "\u00a0": "~",
    "\u00ad": r"\-",
    "\u2009": r"\,",
    "\u202f": r"\,",
    "\u2011": r"\mbox{-}",
    "\u2190": r"\textleftarrow{}",
    "\u2192": r"\textrightarrow{}",
    "\u2212": r"\textminus{}",
    "\u2264": r"\ensuremath{\leq}",
    "\u2265": r"\ensuremath{\geq}",
    "\u25cf": r"\textbullet{}",
}
_LIGATURES = "-,"
_ALWAYS = [re.escape(character) for character in _PRINTED if character not in _LIGATURES]
_SPECIAL = re.compile("|".join((*_ALWAYS, *(f"{character}(?={character})" for character in _LIGATURES))))

_IN_ADDRESSES = "/:?&=@!+.;()*',#%"
_COMMAND_IN_ADDRESSES = re.compile("[#%&_]")


def escape(text: str, line_break: str = r"\newline{}") -> str:
    r"""Return text so that LaTeX prints it as it is.

    >>> print(escape("50 % of A&B, \\input{x}"))
    50 \% of A\&B, \textbackslash{}input\{x\}

    Args:
        text: What somebody typed.
        line_break: What stands for a line feed; a space where lines cannot be broken.
    """
    return line_break.join(_SPECIAL.sub(lambda found: _PRINTED[found[0]], line) for line in text.split("\n"))


def escape_address(address: str) -> str:
    r"""Return the address of a link so that it may stand in any argument of a command.

    >>> print(escape_address("https://example.org/a_b?c=50%25&d=ä"))
    https://example.org/a\_b?c=50\%25\&d=\%C3\%A4
    """
    encoded = quote(address, safe=_IN_ADDRESSES).replace("~", "%7E")
    return _COMMAND_IN_ADDRESSES.sub(lambda found: f"\\{found[0]}", encoded)
