"""The gallery: every report printed by every installed backend, made of Vasa when the documentation is built.

The page is Markdown as other lists are. The files that it links to are written beside it when a web site is built, and
kept with Sphinx's own notes, so that the next build writes only what may have changed.
"""

import shutil
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

import attrs
from sphinx.application import Sphinx

import muniprog
from muniprog import Document, Figure, MuniprogError, Programme, Report, ReportBackend
from muniprog.backends.text import TextBackend
from muniprog.plugins.known import package_for
from muniprog.workspace import plugins
from muniprog_docs.pictures import scrolling

PROGRAMMES = ("vasa_2019_2022", "vasa_2019_2022_sample")
"""What reports are made of: the first of these that they can be made of."""

WELL_KNOWN = ("docx", "latex", "pdf", "xlsx")
"""Backends that are packages of their own; the page says which of them are not installed."""

LANGUAGES = {"sv": ("sv",), "sv-fi": ("sv", "fi")}
"""The languages of the files: the name that stands in the file's name, and what is asked for."""

WORDS = {"sv": "in Swedish", "sv-fi": "in Swedish and Finnish side by side"}
"""What the links to them are called."""

INVENTED = "```{admonition} Sample data – invented\nStatuses, values and decisions are made up.\n```"

FOLDER = "gallery"
FILES = "files"
EXCERPT = TextBackend(columns=88)
LINES = 20

ROOT = Path(__file__).parents[3]
SOURCES = ("src", "plugins", "examples")


@attrs.frozen
class Exhibit:
    """A report of the gallery.

    Attributes:
        report: The report.
        programme: What it is made of.
    """

    report: Report
    programme: Programme

    @property
    def is_invented(self) -> bool:
        """Whether some of what it tells is made up."""
        return self.programme.notice is not None

    def document(self, languages: tuple[str, ...]) -> Document:
        """Return the report in these languages."""
        return muniprog.report(self.report.name, self.programme, languages=languages).document


def exhibits() -> Iterator[Exhibit]:
    """Yield every report that can be made of Vasa."""
    for report in plugins().reports.values():
        for name in PROGRAMMES:
            exhibit = Exhibit(report, _loaded(name))
            try:
                exhibit.document(LANGUAGES["sv"])
            except MuniprogError:  # it needs rounds of follow-up, which this one does not have
                continue
            yield exhibit
            break


@cache
def _loaded(name: str) -> Programme:
    return muniprog.load(name)


def gallery() -> str:
    """Return a section for each report: a picture, how it begins, and links to its files."""
    sections = "\n\n".join(map(_section, exhibits()))
    missing = [package_for(name) or name for name in WELL_KNOWN if name not in plugins().backends]
    if not missing:
        return sections
    names = ", ".join(f"`{name}`" for name in missing)
    return f"{sections}\n\n## What is not here\n\nNot installed where this page was built: {names}.\n"


def _section(exhibit: Exhibit) -> str:
    document = exhibit.document(LANGUAGES["sv"])
    heading, _, about = exhibit.report.title.spoken("en").partition(": ")
    links = [f"- {backend.title.spoken('en')}: {_links(exhibit, backend)}" for backend in plugins().backends.values()]
    parts = [
        f"## {heading}",
        *([f"{about[:1].upper()}{about[1:]}."] if about else []),
        *([INVENTED] if exhibit.is_invented else []),
        "\n".join(links),
        *_picture(exhibit, document),
        "\n".join(['<div lang="sv">', "", "```text", *excerpt(document), "…", "```", "", "</div>"]),
    ]
    return "\n\n".join(parts)


def excerpt(document: Document) -> list[str]:
    """Return some lines of a report as text: its first table, or how it begins."""
    lines = EXCERPT.render(document).decode().splitlines()
    first = next((number for number, line in enumerate(lines) if line.startswith("┌")), 0)
    return lines[first : first + LINES]


def _picture(exhibit: Exhibit, document: Document) -> Iterator[str]:
    """Yield the first picture of a report, if it has any."""
    figure = first_figure(document)
    if figure is not None:
        address = f"{FILES}/{exhibit.report.name}.svg"
        heading = exhibit.report.title.spoken("en").partition(": ")[0]
        yield scrolling(address, figure.alternative, f"{heading}, a picture", "sv")


def first_figure(document: Document) -> Figure | None:
    """Return the first picture of a document."""
    return next((block for block in document.walk() if isinstance(block, Figure)), None)


def _links(exhibit: Exhibit, backend: ReportBackend) -> str:
    about = f"{exhibit.report.title.spoken('en').partition(': ')[0]}, {backend.title.spoken('en')}"
    return ", ".join(
        f'<a href="{file_name(exhibit, backend, name)}" aria-label="{escape(about)}, {words}">{words}</a>'
        for name, words in WORDS.items()
    )


def file_name(exhibit: Exhibit, backend: ReportBackend, languages: str) -> str:
    """Return where the file of a report stands, seen from the page."""
    return f"{FILES}/{backend.name}/{exhibit.report.name}.{languages}{backend.suffixes[0]}"


def write_files(app: Sphinx, problem: Exception | None) -> None:
    """Write the files of the gallery into a web site; those of the last build where nothing has changed since."""
    if problem is None and app.builder.format == "html":
        kept = Path(app.doctreedir) / FOLDER
        if not (kept / state()).exists():
            shutil.rmtree(kept, ignore_errors=True)
            make_files(kept / FILES)
            (kept / state()).touch()
        shutil.copytree(kept / FILES, Path(app.outdir) / FOLDER / FILES, dirs_exist_ok=True)


def make_files(folder: Path) -> None:
    """Print every report with every backend in every language, and write its first picture."""
    for exhibit in exhibits():
        for name, languages in LANGUAGES.items():
            document = exhibit.document(languages)
            for backend in plugins().backends.values():
                path = folder.parent / file_name(exhibit, backend, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(backend.render(document))
        figure = first_figure(exhibit.document(LANGUAGES["sv"]))
        if figure is not None:
            (folder / f"{exhibit.report.name}.svg").write_text(figure.svg, encoding="utf-8")


def state() -> str:
    """Return what tells whether anything has changed that the files are made with."""
    sources = (path for name in SOURCES for path in sorted((ROOT / name).rglob("*")) if _counts(path))
    digest = sha256()
    for path in sources:
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    digest.update(" ".join(plugins().backends).encode())
    return digest.hexdigest()


def _counts(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts and "tests" not in path.parts
