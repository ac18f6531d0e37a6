"""A programme as one JSON text: how the storages keep it that are not folders of files.

A text cannot be changed behind a storage's back, takes one write, and gives back exactly what it was made of: the
order of keys, whole numbers as whole numbers, every letter and control character.
"""

import json
from functools import cached_property

import attrs

from muniprog.collector import paused
from muniprog.errors import StorageError
from muniprog.messages import message
from muniprog.source import Path, Place, Plain

# A circle is found by its endless depth, so there is no need to look out for one in every mapping that has none.
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":"))


@attrs.frozen(eq=False)
class KeptSource:
    """A mapping that is kept as JSON text. It fulfils `muniprog.source.Source` and knows no places.

    Attributes:
        text: The text.
    """

    text: str = attrs.field(repr=False)

    @cached_property
    def mapping(self) -> dict[str, Plain]:
        """The mapping, read from the text when somebody asks for it.

        Raises:
            StorageError: The text does not hold a mapping, because something else has written there.
        """
        try:
            with paused():
                mapping = json.loads(self.text)
        except (ValueError, RecursionError):
            mapping = None
        if not isinstance(mapping, dict):
            raise StorageError(message("What is kept here is not the text of a programme; something has damaged it."))
        return mapping

    def where(self, path: Path) -> Place | None:
        """Return None: a text in a database has no lines that anybody could look at."""
        return None

    def where_key(self, path: Path) -> Place | None:
        """Return None, as `where` does."""
        return None

    def written(self, path: Path) -> str | None:
        """Return None: nobody wrote the text by hand."""
        return None


def kept_text(mapping: dict[str, Plain]) -> str:
    """Return the text that a mapping is kept as.

    >>> kept_text({"id": "vasa", "value": 1.0})
    '{"id":"vasa","value":1.0}'

    Raises:
        StorageError: It holds what no JSON text can give back: half a character, an infinite number, no end.
    """
    try:
        text = _ENCODER.encode(mapping)
        text.encode()
    except UnicodeEncodeError as error:
        raise half_character(error) from None
    except ValueError:
        raise StorageError(message("An infinite number or “not a number” cannot be saved.")) from None
    except RecursionError:
        raise StorageError(message("The values stand too deep inside one another.")) from None
    return text


def half_character(error: UnicodeEncodeError) -> StorageError:
    """Return the error for a text that ends in the middle of a character."""
    code = f"{ord(error.object[error.start]):04X}"
    return StorageError(message("The text holds half a character (U+{code}) and cannot be saved.", code=code))


def identifier_of(mapping: dict[str, Plain]) -> str:
    """Return the identifier that a programme is kept under.

    Raises:
        StorageError: It has none.
    """
    identifier = mapping.get("id")
    if not isinstance(identifier, str) or not identifier:
        raise StorageError(message("A programme without an identifier (`id`) cannot be kept."))
    return identifier


def title_of(mapping: dict[str, Plain]) -> str:
    """Return the title of a programme in the language of record, or in the first language that has one.

    >>> title_of({"languages": ["fi", "sv"], "title": {"sv": "Boende", "fi": {"text": "Asuminen"}}})
    'Asuminen'
    """
    title, languages = mapping.get("title"), mapping.get("languages")
    if not isinstance(title, dict):
        return title if isinstance(title, str) else ""
    record = languages[0] if isinstance(languages, list) and languages else None
    said = {language: words.get("text") if isinstance(words, dict) else words for language, words in title.items()}
    first = said.get(record) if isinstance(record, str) else None
    return str(first or next((words for words in said.values() if words), ""))
