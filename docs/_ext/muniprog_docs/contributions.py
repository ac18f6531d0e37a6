"""What muniprog and the installed plug-ins bring: storages, formats, reports, report backends, form files."""

from collections.abc import Iterable

from muniprog.interfaces import Contribution
from muniprog.workspace import plugins
from muniprog_docs.markdown import choices, code, table


def contributions() -> str:
    """Return a table for each kind of contribution."""
    found = plugins()
    return "\n".join(
        [
            _section("Storages", "Answers to", found.storages.values(), "schemes"),
            _section("Formats", "File endings", found.formats.values(), "suffixes"),
            _section("Report backends", "File endings", found.backends.values(), "suffixes"),
            _section("Form files", "File endings", found.form_files.values(), "suffixes"),
            _section("Reports", None, found.reports.values(), None),
        ]
    )


def _section(heading: str, marks: str | None, things: Iterable[Contribution], attribute: str | None) -> str:
    header = ["Name", "What it is", *([marks] if marks else [])]
    rows = [
        [code(thing.name), thing.title.spoken("en"), *([choices(getattr(thing, attribute))] if attribute else [])]
        for thing in sorted(things, key=lambda thing: thing.name)
    ]
    return f"## {heading}\n\n{table(header, rows)}"
