"""How items show themselves in a notebook: a small table, escaped, without style of its own."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from muniprog.model.goals import Owner
    from muniprog.model.items import Item
    from muniprog.model.programme import Programme
    from muniprog.text import Text


def item_html(item: "Item | Owner") -> str:
    """Return an item's title in all its languages as an HTML table."""
    return _table(f"{type(item).__name__} {item.id}", _title_rows(item.title))


def programme_html(programme: "Programme") -> str:
    """Return a programme's title and how much there is in it as an HTML table."""
    counts = (
        ("Period", programme.period.raw),
        ("Themes", str(len(programme.all_themes))),
        ("Goals", str(len(programme.goals))),
        ("Actions", str(len(programme.actions))),
        ("Indicators", str(len(programme.indicators))),
        ("Owners", str(len(programme.owners))),
    )
    rows = [f"<tr><th scope='row'>{name}</th><td>{escape(value)}</td></tr>" for name, value in counts]
    return _table(f"Programme {programme.id}", [*_title_rows(programme.title), *rows])


def _title_rows(title: "Text") -> list[str]:
    return [
        f"<tr><th scope='row'>{escape(language)}</th><td lang='{escape(language)}'>{escape(title[language])}</td></tr>"
        for language in title.languages
    ]


def _table(caption: str, rows: Iterable[str]) -> str:
    return f"<table><caption>{escape(caption)}</caption><tbody>{''.join(rows)}</tbody></table>"
