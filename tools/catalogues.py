"""Keep the translations of muniprog's own sentences in step with the source.

    python tools/catalogues.py extract > muniprog.pot    every sentence in the source, for a new language
    python tools/catalogues.py update                    bring new sentences into the .po files, take dead ones out
    python tools/catalogues.py compile                   write the .mo files that are read at run time
    python tools/catalogues.py check                     say what is missing, stale or untranslated

After a change of a sentence: `update`, translate in `src/muniprog/locale/*/LC_MESSAGES/muniprog.po`, `compile`.
"""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parents[1] / "src" / "muniprog"
LOCALE = SOURCE / "locale"
LANGUAGES = ("sv", "fi", "en")
KEYWORDS = {"message": None, "plural_message": (1, 2), "words": None, "plural_words": (1, 2)}
HEADER = """\
# muniprog's own sentences.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
# A date of now would make every run write other bytes.
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
PLACE = re.compile(r"\{(\w+)[^{}]*\}")


def extract() -> Catalog:
    """Return every sentence that the source can say, with the file where it stands."""
    found = Catalog(creation_date=NO_DATE, revision_date=NO_DATE)
    extracted = extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS, comment_tags=["Translators:"])
    for file, _line, msgid, comments, context in extracted:
        name = Path(file).as_posix()
        known = found.get(_texts(msgid)[0])
        locations = [] if known and (name, 0) in known.locations else [(name, 0)]
        found.add(msgid, locations=locations, auto_comments=comments, context=context)
    return found


def catalogue_file(language: str, suffix: str = ".po") -> Path:
    """Return the path of a language's catalogue."""
    return LOCALE / language / "LC_MESSAGES" / f"muniprog{suffix}"


def read(language: str) -> Catalog:
    """Return the catalogue of a language as it stands in its .po file; an empty one where there is no file."""
    path = catalogue_file(language)
    with BytesIO(path.read_bytes() if path.exists() else b"") as stream:
        catalogue = read_po(stream, locale=language, domain="muniprog")
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    return catalogue


def update(language: str, template: Catalog) -> None:
    """Bring the sentences of `template` into a language's .po file. English says what the source says."""
    catalogue = read(language)
    catalogue.update(template, no_fuzzy_matching=True)
    if language == "en":
        for entry in _entries(catalogue):
            entry.string = entry.id
    path = catalogue_file(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_po(catalogue, HEADER.format(language=language, plural_forms=catalogue.plural_forms)))


def as_po(catalogue: Catalog, header: str = "") -> bytes:
    """Return the text of a .po file, sorted so that two branches seldom write the same lines."""
    stream = BytesIO()
    write_po(
        stream, catalogue, width=110, omit_header=True, sort_output=True, ignore_obsolete=True, include_lineno=False
    )
    return header.encode() + stream.getvalue()


def compile_catalogue(language: str) -> bytes:
    """Return the .mo file that belongs to a language's .po file."""
    stream = BytesIO()
    write_mo(stream, read(language))
    return stream.getvalue()


def problems(language: str, template: Catalog) -> Iterator[str]:
    """Yield what is wrong with a language's catalogue, one sentence each."""
    catalogue = read(language)
    for entry in _entries(template):
        translation = catalogue.get(_key(entry))
        what = ["missing"] if translation is None else _faults(entry, translation)
        yield from (f"{language}: {fault}: {_key(entry)}" for fault in what)
    known = {_key(entry) for entry in _entries(template)}
    yield from (
        f"{language}: no longer said: {_key(entry)}" for entry in _entries(catalogue) if _key(entry) not in known
    )
    compiled = catalogue_file(language, ".mo")
    if not compiled.exists() or _strings(compiled.read_bytes()) != _strings(compile_catalogue(language)):
        yield f"{language}: the .mo file does not belong to the .po file"


def _entries(catalogue: Catalog) -> Iterator[Message]:
    return (entry for entry in catalogue if entry.id)  # the header has no id


def _faults(entry: Message, translation: Message) -> Iterator[str]:
    said = _texts(translation.string)
    # One and two of something may leave the number out: "an indicator", "both indicators".
    free = {"count"} if entry.pluralizable else set()
    places = [_places(text) | free for text in _texts(entry.id)]
    if translation.fuzzy:
        yield "fuzzy"
    if entry.pluralizable != translation.pluralizable:
        yield "has plural forms in one of the two only"
    elif not all(said):
        yield "untranslated"
    elif any(_places(text) | free not in places for text in said):
        yield "does not fill the same places"


def _texts(texts: object) -> tuple[str, ...]:
    return tuple(map(str, texts)) if isinstance(texts, (list, tuple)) else (str(texts or ""),)


def _key(entry: Message) -> str:
    return _texts(entry.id)[0]


def _places(text: str) -> set[str]:
    return set(PLACE.findall(text))


def _strings(compiled: bytes) -> dict[str, object]:
    with BytesIO(compiled) as stream:
        return {str(entry.id): entry.string for entry in read_mo(stream) if entry.id}


def main(command: str) -> int:
    """Do one of the four commands; return 1 if `check` found something."""
    template = extract()
    match command:
        case "extract":
            sys.stdout.buffer.write(as_po(template))
        case "update":
            for language in LANGUAGES:
                update(language, template)
        case "compile":
            for language in LANGUAGES:
                catalogue_file(language, ".mo").write_bytes(compile_catalogue(language))
        case "check":
            found = [problem for language in LANGUAGES for problem in problems(language, template)]
            sys.stdout.buffer.write("".join(f"{problem}\n" for problem in found).encode())
            return bool(found)
        case _:
            raise SystemExit(__doc__)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:2] or [""]))
