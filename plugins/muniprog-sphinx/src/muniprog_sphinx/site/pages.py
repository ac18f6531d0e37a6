"""Which pages a site has. They are the same in every language, so that each has a counterpart in each."""

from collections.abc import Iterator

import attrs
from docutils.nodes import make_id

import muniprog
from muniprog_sphinx.words import PAGES

FRONT, DATA, ITEMS, SEARCH = "index", "data", "muniprog-items", "search"


@attrs.frozen(kw_only=True)
class Page:
    """A page of a site.

    Attributes:
        name: Its name: the path without the language and without `.html`.
        report: The report that it shows; empty for the front page and for the page about the data.
        theme: Identifier of the theme that it shows, where it is the page of one.
        period: The round that it is about, where it is about one.
    """

    name: str
    report: str = ""
    theme: str = ""
    period: str = ""

    def title(self, programme: muniprog.Programme, language: str) -> str:
        """Return what the page is called in a menu."""
        if self.theme:
            theme = programme[self.theme]
            return theme.title.wording(language, programme.record) or self.theme
        words = PAGES[self.report or self.name].spoken(language)
        return f"{words} {self.period}" if self.period else words


def pages_of(programme: muniprog.Programme) -> tuple[Page, ...]:
    """Return the pages of a programme's site, in the order of its menu."""
    return (
        Page(name=FRONT),
        *(Page(name=f"themes/{theme.id}", report="programme", theme=theme.id) for theme in programme.themes),
        Page(name="timetable", report="timetable"),
        Page(name="owners", report="owners"),
        Page(name="indicators", report="indicators"),
        *_rounds(programme),
        Page(name=DATA),
    )


def _rounds(programme: muniprog.Programme) -> Iterator[Page]:
    taken: set[str] = set()
    for follow_up in programme.follow_ups:
        period = follow_up.period.raw
        name = make_id(f"followup-{period}")
        name = next(each for each in (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3))) if each not in taken)
        taken.add(name)
        yield Page(name=name, report="followup", period=period)
    if taken:
        yield Page(name="evaluation", report="evaluation")


def day_of(programme: muniprog.Programme, asked: str | None) -> str | None:
    """Return the day on which owners and indicators stand.

    Where there are rounds the reports find it themselves. Where there are none it is the first day of the programme,
    on which nobody can have reported anything.
    """
    if asked is not None or programme.follow_ups:
        return asked
    return programme.period.start.isoformat()
