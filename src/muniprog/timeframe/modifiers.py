"""The words at the edges of a cell that say something about its dates, or instead of them.

“Kontinuerligt 2019–2022”, “påbörjad”, “ca 2022”, “2021 – ongoing”, “tavoite: 2024”.
"""

from muniprog.timeframe.notations import Notations
from muniprog.timeframe.refusals import not_understood
from muniprog.timeframe.remarks import Remark
from muniprog.timeframe.tokens import Token
from muniprog.timeframe.words import Kind

DASHES = (Kind.DASH, Kind.TO, Kind.ARROW)
_EDGES = (Kind.CONTINUOUS, Kind.OPEN, Kind.SAYS, Kind.ROUGHLY, Kind.COMMA, Kind.BRACKET)


class Modifiers:
    """What the words around the dates of one cell say."""

    def __init__(self, notations: Notations) -> None:
        self.notations = notations
        self.continuous = False
        self.tentative = False
        self.open_end = False
        self.remark: Remark | None = None

    @property
    def say_something(self) -> bool:
        """Whether they are a timetable of their own, without dates."""
        return self.continuous or self.remark is not None

    def strip(self, tokens: list[Token]) -> list[Token]:
        """Return the tokens between the modifiers at both ends, which are noted."""
        while tokens and tokens[0].kind in _EDGES:
            self._note(tokens[0])
            tokens = tokens[1:]
        while tokens and tokens[-1].kind in _EDGES:
            last, tokens = tokens[-1], tokens[:-1]
            if tokens and tokens[-1].kind in DASHES and self._still_going(last):
                self.open_end, tokens = True, tokens[:-1]
            elif tokens and last.kind is Kind.OPEN:
                self.open_end = True
            else:
                self._note(last)
        return tokens

    def _still_going(self, token: Token) -> bool:
        """Note “2021 – ongoing” and “2021 – present day”; return whether the word says so."""
        if token.kind is Kind.CONTINUOUS or token.remark is Remark.ONGOING:
            self._say(Remark.ONGOING)
            return True
        return token.kind is Kind.OPEN or token.remark is Remark.IMMEDIATE  # “2021 – now”

    def _note(self, token: Token) -> None:
        if token.kind in (Kind.CONTINUOUS, Kind.OPEN):
            self.continuous = True
        elif token.kind is Kind.ROUGHLY:
            self.tentative = True
        elif token.remark is not None:
            self._say(token.remark)

    def _say(self, remark: Remark) -> None:
        if self.remark not in (None, remark):
            raise not_understood(self.notations.raw, self.notations.language)
        self.remark = remark
        self.tentative = self.tentative or remark is Remark.AIM
