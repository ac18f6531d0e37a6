"""What a page asks for, and what `conf.py` says where the page does not say it."""

from collections.abc import Sequence

from sphinx.config import Config

import muniprog


def languages_for(config: Config, programme: muniprog.Programme, asked: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the languages in which something of a programme is shown, the first of them foremost.

    What the page asks for comes first, then `muniprog_language`, then the language of the documentation, then the
    programme's own.

    Raises:
        UnknownNameError: The programme does not have a language that is asked for.
    """
    wanted = tuple(asked) or split(config.muniprog_language)
    for language in wanted:
        if language not in programme.languages:
            raise muniprog.UnknownNameError(muniprog.message("language"), language, programme.languages)
    if wanted:
        return wanted
    own = [language for language in programme.languages if language == page_language(config)]
    return (*own, programme.record)[:1]


def page_language(config: Config) -> str:
    """Return the language of the documentation, as a tag: Sphinx writes `pt_BR` for `pt-BR`."""
    return str(config.language).replace("_", "-")


def split(names: str | None) -> tuple[str, ...]:
    """Return names that are written with commas between them, each once.

    >>> split(" sv, fi,,sv ")
    ('sv', 'fi')
    """
    return tuple(dict.fromkeys(name.strip() for name in (names or "").split(",") if name.strip()))
