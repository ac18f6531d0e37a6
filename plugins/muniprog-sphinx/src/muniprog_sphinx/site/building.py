"""Builds a site with Sphinx, once for each language, beside the folder that it is for; then it takes its place."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import attrs

import muniprog
from muniprog_sphinx.domain import domain_of
from muniprog_sphinx.site.directive import SHELF
from muniprog_sphinx.site.doorstep import doorstep
from muniprog_sphinx.site.extension import THEME
from muniprog_sphinx.site.look import logo_name, style_of
from muniprog_sphinx.site.pages import pages_of
from muniprog_sphinx.site.placing import refuse_other_content, take_place
from muniprog_sphinx.site.published_data import published_data
from muniprog_sphinx.site.search_words import search_words

_SETTINGS: Mapping[str, object] = {
    "extensions": ["muniprog_sphinx", "muniprog_sphinx.site.extension"],
    "html_copy_source": False,
    "html_permalinks": False,
    "html_show_search_summary": False,  # it would ask for pages, which no browser allows for files on a disk
    "html_theme": THEME,
    "html_use_index": False,
    "nitpicky": True,
    "smartquotes": False,
}
"""How Sphinx builds: nothing of the day, the machine or the sources comes into the pages."""


@attrs.frozen(kw_only=True)
class Built:
    """A site that was built.

    Attributes:
        folder: Its folder.
        languages: Its languages.
        pages: How many pages of the programme there are in each language.
        warnings: What Sphinx said that somebody should look at; normally nothing.
    """

    folder: Path
    languages: tuple[str, ...]
    pages: int
    warnings: str = ""


def build_site(
    programme: muniprog.Programme,
    folder: Path,
    *,
    languages: Sequence[str] = (),
    as_of: str | None = None,
    look: str = "",
) -> Built:
    """Build the site of a programme in a folder: the whole of it, or nothing.

    Args:
        programme: The programme.
        folder: The folder; it is not there yet, is empty, or holds an earlier site, which is replaced.
        languages: The languages, the first one foremost; those of the programme when not said.
        as_of: The day on which owners and indicators stand; it follows from the rounds when not said.
        look: The path of a look file, when not the programme's own look is wanted.

    Raises:
        UnknownNameError: The programme does not have one of the languages.
        ValueProblem: The day is none.
        StorageError: The folder holds something else, or cannot be written.
    """
    chosen = tuple(languages) or programme.languages
    for language in chosen:
        if language not in programme.languages:
            raise muniprog.UnknownNameError(muniprog.message("language"), language, programme.languages)
    refuse_other_content(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(mkdtemp(prefix=".muniprog-site-", dir=folder.parent))
    try:
        site = work / "site"
        warnings = "".join(_build(programme, work, language, chosen, as_of, look) for language in chosen)
        _write(site, {f"data/{path}": data for path, data in published_data(programme, chosen).items()})
        _write(site, {"index.html": doorstep(programme, chosen)})
        take_place(site, folder)
    finally:
        rmtree(work, ignore_errors=True)
    return Built(folder=folder, languages=chosen, pages=len(pages_of(programme)), warnings=warnings)


def _build(
    programme: muniprog.Programme,
    work: Path,
    language: str,
    languages: Sequence[str],
    as_of: str | None,
    look_file: str,
) -> str:
    """Build the pages in one language, and return what Sphinx warns of."""
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace

    look = muniprog.report("programme", programme, languages=language, look=look_file or None).document.look
    source, target = work / "source" / language, work / "site" / language
    _write(source, {f"{page.name}.rst": _page(page.name) for page in pages_of(programme)})
    settings = {
        **_SETTINGS,
        "project": str(programme.title.wording(language, programme.record)) or programme.id,
        "language": language.replace("-", "_"),
        "muniprog_as_of": as_of,
        "muniprog_language": language,
        "muniprog_look": look_file,
        "muniprog_site": {
            "footer": muniprog.plain(look.footer),
            "languages": list(languages),
            "logo": logo_name(look),
            "logo_alternative": look.logo.alternative if look.logo is not None else "",
        },
    }
    said = StringIO()
    with docutils_namespace(), _words_of_one_language():
        app = Sphinx(
            source, None, target, work / "doctrees" / language, "html", settings, status=None, warning=said,
            freshenv=True,
        )  # fmt: skip
        domain_of(app.env).shelf.put(SHELF, programme)
        app.build()
    _write(target, {"_static/look.css": style_of(look), "_static/search_words.js": search_words(language)})
    if look.logo is not None:
        _write(target, {logo_name(look): look.logo.content})
    rmtree(target / "_sources", ignore_errors=True)  # some versions make it, though no sources are published
    (target / ".buildinfo").unlink()
    return said.getvalue()


@contextmanager
def _words_of_one_language() -> Iterator[None]:
    """Let Sphinx forget the words of what it has built before in this process; it would go on using them."""
    from sphinx.locale import translators

    earlier = dict(translators)
    translators.clear()
    try:
        yield
    finally:
        translators.clear()
        translators.update(earlier)


def _page(name: str) -> bytes:
    return f":orphan:\n\n.. muniprog:site:: {name}\n".encode()


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
