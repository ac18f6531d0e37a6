"""Where a word that is wider than its column may be broken.

Swedish and Finnish part a word before the last consonant that stands before a vowel: bo-en-de-råd-giv-ning,
maa-han-muut-ta-ja. That rule knows no compounds and is no dictionary, but it breaks a long word where a reader
stumbles least, which is what a narrow column of a terminal or a picture needs. Whatever is not made of letters only
(addresses, codes, numbers) gets no hyphen, since there a hyphen would say something else.
"""

import re

_WORD = re.compile(r"[^\W\d_]+[-–.,;:!?)”»]*")
_VOWELS = "aeiouyåäöéüæøœ"
# The consonants that begin a syllable: one, or one and the r that leans on it (in-te-gra-tion).
_ONSET = re.compile(rf"(?:[bdfgkpt]r|[^\W\d_])(?<![{_VOWELS}])(?=[{_VOWELS}])", re.IGNORECASE)
_KEPT_TOGETHER = 3  # letters before and after a break


def break_before(word: str, most: int) -> int | None:
    """Return where to break a word so that at most `most` characters stand before the break, or None.

    >>> word = "utvecklingsarbetsgruppen"
    >>> word[: break_before(word, 18)], break_before("ABC-2019/4711", 8)
    ('utvecklingsarbets', None)
    """
    if not _WORD.fullmatch(word):
        return None
    breaks = [
        onset.start()
        for onset in _ONSET.finditer(word)
        if _KEPT_TOGETHER <= onset.start() <= min(most, len(word) - _KEPT_TOGETHER)
    ]
    return max(breaks, default=None)
