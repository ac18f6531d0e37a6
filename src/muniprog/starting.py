"""The first files of a programme: an empty one that says what goes where, or a copy of another programme."""

from collections.abc import Mapping
from pathlib import Path

import attrs

from muniprog.messages import Message, message
from muniprog.model import Lineage, Programme
from muniprog.source import Plain
from muniprog.text import Text
from muniprog.timeframe import Period


@attrs.frozen(kw_only=True)
class Start:
    """What is known about a programme before it is written.

    Attributes:
        id: Identifier.
        title: Title, in each of its languages.
        period: The period that it is for.
        languages: Its languages; the first is the language of record.
        municipality: Name of the municipality, or nothing.
    """

    id: str
    title: Text
    period: str
    languages: tuple[str, ...]
    municipality: str = ""


GUIDE: tuple[Message, ...] = (
    message("Who answers for something. Actions and goals name them by their identifier:"),
    message("The chapters of the programme, with their goals, actions and indicators:"),
    message("Check the programme with: muniprog check {folder}"),
    message("Print it with: muniprog report programme {folder}"),
)
_OWNERS, _THEMES, _CHECK, _REPORT = GUIDE

EXAMPLE_OWNER = """\
# - id: library
#   name: Library
#   kind: unit
"""
EXAMPLE_THEME = """\
# - id: reading
#   title: Reading
#   goals:
#   - id: reading-children
#     title: Every child reads
#     owners: [library]
#     actions:
#     - id: reading-hours
#       title: Reading hours in every school
#       timeframe: {year}
#     indicators:
#     - id: loans
#       title: Loans by children per year
#       measure: count
#       unit: loans
#       direction: increase
"""


def empty_programme(start: Start, folder: str, language: str) -> str:
    """Return the `programme.yaml` of an empty programme, with remarks in `language` on what goes where."""
    from muniprog.yaml12 import write

    head: dict[str, Plain] = {
        "muniprog": 1,
        "id": start.id,
        "title": _written(start.title),
        "period": _period(start.period),
    }
    head["languages"] = list(start.languages)
    if start.municipality:
        head["municipality"] = {"name": start.municipality}
    year = start.period[:4]
    remarks = [
        f"\n# {_OWNERS.spoken(language)}\nowners: []\n{EXAMPLE_OWNER}",
        f"\n# {_THEMES.spoken(language)}\nthemes: []\n{EXAMPLE_THEME.format(year=year)}",
        *(f"\n# {_with_folder(remark, folder).spoken(language)}" for remark in (_CHECK, _REPORT)),
    ]
    return f"{write(head)}{''.join(remarks)}\n"


def _with_folder(remark: Message, folder: str) -> Message:
    return attrs.evolve(remark, arguments={"folder": folder})


def _written(title: Text) -> Plain:
    return title.values[0][1] if len(title.values) == 1 else dict(title.values)


def _period(period: str) -> Plain:
    return int(period) if period.isascii() and period.isdigit() else period


def copied_contents(programme: Programme) -> Mapping[str, bytes] | None:
    """Return the files of a programme that was loaded from a folder, byte for byte, or None for any other."""
    source = programme.origin.source if programme.origin is not None else None
    contents: Mapping[str, bytes] | None = getattr(source, "contents", None)
    return contents


def renamed(programme: Programme, start: Start, period: Period) -> Programme:
    """Return a copied programme under its new name. What was adopted, printed or decided about the other is left out."""
    return attrs.evolve(
        programme,
        id=start.id,
        title=start.title,
        period=period,
        subtitle=None,
        adopted=None,
        source=None,
        note=None,
        contact=None,
        silenced=(),
        follow_ups=(),
        based_on=Lineage(programme=programme.id),
    )


def folder_is_free(folder: Path) -> bool:
    """Return whether a new programme may be made in a folder: it does not exist, or nothing is in it."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
