"""Swedish and Finnish words lead to the keys and words of the file."""

from collections.abc import Iterator

import attrs

from muniprog import model
from muniprog.conversion.shapes import is_word, keys_of
from muniprog.conversion.vocabulary import MEANINGS, meant


def words_of_the_file() -> Iterator[str]:
    for cls in vars(model).values():
        if attrs.has(cls):
            yield from keys_of(cls)
        elif is_word(cls):
            yield from cls


def test_every_meaning_is_a_key_or_a_word_of_the_file() -> None:
    assert MEANINGS.keys() <= {str(word) for word in words_of_the_file()}


def test_word_means_only_what_is_known_where_it_stands() -> None:
    assert meant("namn", ["id", "title"]) == "title"
    assert meant("namn", ["id", "name"]) == "name"
    assert meant("namn", ["id"]) is None
