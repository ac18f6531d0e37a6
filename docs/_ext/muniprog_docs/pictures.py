"""Pictures of Vasa, drawn when the documentation is built."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from html import escape

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

import muniprog
from muniprog import Figure, Figures, Programme

LANGUAGE = "en"


@cache
def _vasa() -> Programme:
    return muniprog.load("vasa_2019_2022")


@cache
def _followed() -> Figures:
    return muniprog.assess(muniprog.load("vasa_2019_2022_sample"), as_of="2020-12-31")


def _timetable() -> Figure:
    whole = _followed().source
    return muniprog.draw_timetable(whole, language=LANGUAGE, figures=_followed())[2]


def _series() -> Figure:
    figures = muniprog.assess(_followed().source, as_of="2021-12-31")
    drawn = (muniprog.draw_series(figures, name, language=LANGUAGE) for name in figures.source.headline)
    return next(figure for figure in drawn if figure is not None)


PICTURES: Mapping[str, Callable[[], Figure]] = {
    "goal-map": lambda: muniprog.draw_goal_map(_vasa(), language=LANGUAGE)[0],
    "series": _series,
    "statuses": lambda: muniprog.draw_statuses(_followed(), language=LANGUAGE)[0],
    "timetable": _timetable,
}


class Picture(SphinxDirective):
    """The picture that its argument names, with its text alternative and its caption."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the picture as an image inside the page."""
        figure = PICTURES[self.arguments[0]]()
        source = b64encode(figure.svg.encode()).decode()
        caption = muniprog.plain(figure.caption)
        image = scrolling(f"data:image/svg+xml;base64,{source}", figure.alternative, caption)
        return [nodes.raw("", f"<figure>{image}<figcaption>{escape(caption)}</figcaption></figure>", format="html")]


def scrolling(address: str, alternative: str, label: str, language: str = LANGUAGE) -> str:
    """Return an image in a frame of its own, which scrolls where the screen is narrow, so that it stays legible."""
    image = f'<img src="{address}" lang="{language}" alt="{escape(" ".join(alternative.split()))}">'
    return f'<div class="muniprog-picture" role="group" tabindex="0" aria-label="{escape(label)}">{image}</div>'
