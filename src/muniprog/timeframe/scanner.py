"""From a text to tokens: what is a date, a year, a month's name, a dash, a word of the vocabulary.

Whatever is none of these is refused here: nothing in a cell is passed over in silence.
"""

import re
from collections.abc import Iterator
from functools import cache

import attrs

from muniprog.language import canonical
from muniprog.messages import message
from muniprog.timeframe.notations import Notations
from muniprog.timeframe.refusals import not_understood
from muniprog.timeframe.texts import DASHES
from muniprog.timeframe.tokens import Token
from muniprog.timeframe.words import FINNISH_PARTS, FINNISH_STEMS, Kind, Meaning, vocabulary

_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_ARROWS = "→⇒➔➜"
_SIGNS = str.maketrans({**dict.fromkeys(DASHES, "-"), **dict.fromkeys(_INVISIBLE, ""), **dict.fromkeys(_ARROWS, ">")})
_LONGEST_PHRASE = 5

# The order matters: the longest and most exact forms come first.
_FORMS = r"""
  (?P<ymd>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2} | [0-9]{4}/[0-9]{1,2}/[0-9]{1,2})(?!\w)
| (?P<week>[0-9]{4}-?w[0-9]{1,2}(?:-?[0-9])?)(?!\w)
| (?P<part>[0-9]{4}[-/ ]?[qh][0-9])(?!\w)
| (?P<month>[0-9]{4}-(?:m[0-9]{1,2}|[0-9]{2}) | [0-9]{4}m[0-9]{1,2})(?!\w)(?!-[0-9]{1,2}(?!\w))
| (?P<dmy>[0-9]{1,2}\.[ ]?[0-9]{1,2}\.[ ]?[0-9]{4})(?!\w)
| (?P<unsure>[0-9]{1,2}(?P<sep>[-/])[0-9]{1,2}(?P=sep)[0-9]{4} | [0-9]{1,2}/[0-9]{1,2}-[0-9]{4})(?!\w)
| (?P<pair>[0-9]{4}[ ]?/[ ]?(?:[0-9]{4}|[0-9]{2}))(?!\w)
| (?P<numbered>[0-9]{1,2}[./][0-9]{4})(?!\w)
| (?P<slashed>[0-9]{1,2}/[0-9]{1,2})(?![\w/])
| (?P<day_month>[0-9]{1,2}\.[ ]?[0-9]{1,2}\.(?!\w) | [0-9]{1,2}\.[0-9]{1,2}(?=[ ]?-))
| (?P<lost_dash>(?:19|20)[0-9]{2}(?:19|20)[0-9]{2})(?!\w)
| (?P<year>[0-9]{4}(?:\.(?=\Z))?)(?!\w)
| (?P<code>[qh][ ]?[0-9])(?!\w)
| (?P<count>[0-9]+)(?: :[ae](?!\w) | (?:st|nd|rd|th)(?!\w) | \.(?=[ ]?(?:[^\W\d_]|-)) )?
| (?P<arrow>->|=>|>)
| (?P<dash>-+)
| (?P<sign>[/+,;()&])
| (?P<word>(?:on-going|half-year)(?!\w) | [^\W\d_]+(?:[.'’][^\W\d_]+)*\.?)
| (?P<nothing>[ ]+ | (?<=[^\W\d_]):)
"""
_SIGN_KINDS = {
    "/": Kind.SLASH,
    "+": Kind.PLUS,
    ",": Kind.COMMA,
    ";": Kind.COMMA,
    "&": Kind.AND,
    "(": Kind.BRACKET,
    ")": Kind.BRACKET,
}


@cache
def _forms() -> re.Pattern[str]:
    return re.compile(_FORMS, re.VERBOSE)


def tidy(text: str) -> str:
    """Return the text with one kind of dash and of space.

    >>> tidy(" 2019 \u2014\u00a02022 ")
    '2019 - 2022'
    """
    return " ".join(canonical(text).translate(_SIGNS).split())


@attrs.frozen
class Scanner:
    """Reads the tokens of one text; `notations` knows the programme's language and calendar."""

    notations: Notations

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of a tidied text in lower case, without words that add nothing (“under”, “aikana”)."""
        pieces = list(self._pieces(text))
        found: list[Token] = []
        while pieces:
            form, piece = pieces[0]
            if form == "word":
                words = _leading_words(pieces)
                taken, tokens = self._phrase(words)
                del pieces[: 2 * taken - 1]
                found += [token for token in tokens if token.kind is not Kind.FILLER]
            else:
                del pieces[0]
                found += self._token(form, piece, text)
        return _with_stems_as_months(found)

    def _pieces(self, text: str) -> Iterator[tuple[str, str]]:
        position = 0
        for match in _forms().finditer(text):
            if match.start() != position:
                break
            position = match.end()
            # `sep` is inside `unsure`, which closes after it; lastgroup names the one that closed last.
            yield match.lastgroup or "", match.group(match.lastgroup or 0)
        if position != len(text):
            why = message("“{part}” has no place in a time.", part=text[position])
            raise not_understood(self.notations.raw, self.notations.language, why)

    def _phrase(self, words: list[str]) -> tuple[int, list[Token]]:
        """Return how many of the words the longest known phrase takes, and its tokens."""
        known = vocabulary(self.notations.language)
        for count in range(min(len(words), _LONGEST_PHRASE), 0, -1):
            phrase = " ".join(words[:count])
            meaning = known.get(phrase) or known.get(phrase.rstrip("."))
            if meaning is not None:
                return count, [_meant(meaning, phrase)]
        for prefix, part in FINNISH_PARTS.items():
            meaning = known.get(words[0].removeprefix(prefix))
            if words[0].startswith(prefix) and meaning is not None and meaning.kind is Kind.SEASON:
                return 1, [Token(kind=Kind.PART, text=prefix, part=part), _meant(meaning, words[0])]
        raise not_understood(
            self.notations.raw, self.notations.language, message("The word “{word}” is not known here.", word=words[0])
        )

    def _token(self, form: str, piece: str, text: str) -> list[Token]:
        numbers = [int(number) for number in re.findall("[0-9]+", piece)]
        match form:
            case "nothing":
                return []
            case "dash":
                return [Token(kind=Kind.DASH, text=piece)]
            case "arrow":
                return [Token(kind=Kind.ARROW, text=piece)]
            case "sign":
                return [Token(kind=_SIGN_KINDS[piece], text=piece)]
            case "day_month" | "slashed":
                kind = Kind.DAY_MONTH if form == "day_month" else Kind.SLASHED
                return [Token(kind=kind, text=piece, number=numbers[0], second=numbers[1])]
            case _:
                return self.notations.tokens(form, piece, numbers, text)


def _leading_words(pieces: list[tuple[str, str]]) -> list[str]:
    """Return the words at the start of `pieces` that have one space between them."""
    words = [pieces[0][1]]
    for space, word in zip(pieces[1::2], pieces[2::2], strict=False):
        if space[1] != " " or word[0] != "word":
            break
        words.append(word[1])
    return words


def _meant(meaning: Meaning, text: str) -> Token:
    return Token(kind=meaning.kind, text=text, number=meaning.number, part=meaning.part, remark=meaning.remark)


def _with_stems_as_months(tokens: list[Token]) -> list[Token]:
    """Return the tokens with “kesä” read as June before a dash and a month: “kesä–elokuu 2023”."""
    for position in range(len(tokens) - 2):
        stem, dash, month = tokens[position : position + 3]
        if stem.text == "kesä" and dash.kind in (Kind.DASH, Kind.SLASH) and "kuu" in month.text:
            tokens[position] = Token(kind=Kind.MONTH, text=stem.text, number=FINNISH_STEMS.index("kesä") + 1)
    return tokens
