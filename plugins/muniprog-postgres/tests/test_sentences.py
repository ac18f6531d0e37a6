"""What this package says, in three languages."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import muniprog_postgres
from muniprog_postgres.sentences import Sentence

SOURCES = sorted(Path(muniprog_postgres.__file__).parent.glob("*.py"))


def places(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def sentences(path: Path) -> Iterator[list[str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Sentence":
            yield [str(ast.literal_eval(argument)) for argument in node.args[:3]]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_sentence_has_the_same_values_in_each_language(path: Path) -> None:
    for sv, fi, en in sentences(path):
        assert places(sv) == places(fi) == places(en)
        assert len({sv, fi, en}) == 3


def test_a_sentence_speaks_the_reader_s_language_or_english() -> None:
    sentence = Sentence("{n} mål", "{n} tavoitetta", "{n} goals", {"n": 3})
    assert [sentence.spoken(language) for language in ("sv-FI", "FI", "en", "de")] == [
        "3 mål",
        "3 tavoitetta",
        "3 goals",
        "3 goals",
    ]
    assert str(sentence) == "3 goals"
