"""The words that click itself says, in the reader's language.

click looks its words up with gettext when it says them. While a command runs, gettext is led to muniprog's own
catalogues; before and after it is as it was. The words are marked here so that they stand in the catalogues.
"""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from muniprog.cli.speech import named_languages, plural_words, words

DOMAIN = "muniprog"
LOCALE = Path(__file__).parents[1] / "locale"

CLICK_WORDS = (
    words("Usage:"),
    words("Options"),
    words("required"),
    words("default: {default}"),
    words("Error: {message}"),
    words("Try '{command} {option}' for help."),
    words("Missing command."),
    words("Missing argument"),
    words("Missing option"),
    words("Missing parameter"),
    words("No such option {name!r}."),
    words("No such option: {name}"),
    words("Invalid value: {message}"),
    words("Invalid value for {param_hint}: {message}"),
    words("Option {name!r} does not take a value."),
    words("Choose from:\n\t{choices}"),
    words("{name} {filename!r} is a file."),
    words("{name} {filename!r} is a directory."),
    words("{name} {filename!r} is not readable."),
    words("file"),
    words("directory"),
    words("Aborted!"),
    *plural_words("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    *plural_words("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    *plural_words("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    *plural_words("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
)
"""What click says to the users of muniprog's own commands."""


@contextmanager
def click_speaks() -> Iterator[None]:
    """Let click speak the reader's language for as long as the block runs."""
    domain, language = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = ":".join(named_languages())
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if language is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = language
