"""The words of a look file: one wording for all languages, or one for each."""

import re
from collections.abc import Sequence

from muniprog.conversion.refusals import Inside, WrongType
from muniprog.conversion.values import TEXT, TEXT_SHAPE
from muniprog.document import Prose, Span
from muniprog.errors import ValueProblem
from muniprog.language import LANGUAGE_TAG, primary
from muniprog.messages import message
from muniprog.source import Plain
from muniprog.text import Text

_IN_ANY = ""  # the language of a name or an address that is the same in all of them
_BETWEEN = " / "


def read_words(value: Plain) -> Text:
    """Return a text that is the same in all languages, or a mapping from language to text.

    Raises:
        Inside, WrongType: It is something else.
    """
    if isinstance(value, str):
        return Text.of(_on_one_line(value), _IN_ANY)
    if not isinstance(value, dict):
        raise WrongType(TEXT_SHAPE)
    problems: list[tuple[str | int, Exception]] = []
    words: dict[str, str | None] = {}
    for language, said in value.items():
        if re.fullmatch(LANGUAGE_TAG, language) is None:
            wrong = message("“{tag}” is not the code of a language, such as sv, fi or en.", tag=language)
            problems.append((language, ValueProblem(wrong, code="F003")))
        elif isinstance(said, str):
            words[language] = _on_one_line(said)
        else:
            problems.append((language, WrongType(TEXT)))
    if problems:
        raise Inside(problems)
    return Text.of(words)


def line_in(text: Text, languages: Sequence[str]) -> Prose:
    """Return a text on one line in all of `languages`, each wording once and tagged where it is not in the first."""
    wanted = tuple(languages) or text.languages
    spans: list[Span] = []
    for wording in dict.fromkeys(text.wording(language) for language in wanted):
        if spans:
            spans.append(Span(_BETWEEN))
        is_ours = wording.language == _IN_ANY or primary(wording.language) == primary(wanted[0])
        spans.append(Span(wording, language=None if is_ours else wording.language))
    return tuple(spans)


def name_in(text: Text, languages: Sequence[str]) -> str:
    """Return a text in the first of `languages`, where it can stand in one language only."""
    return text.wording(languages[0]) if languages else str(text)


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
