"""The timetable of a programme as pictures: a bar for every action, under the years."""

from collections.abc import Iterator, Sequence
from datetime import date

from muniprog.document import Figure, Look, prose
from muniprog.figures.axis import TimeAxis
from muniprog.figures.drawing import Drawing
from muniprog.figures.finishing import Frame, finished, name_of, numbered, page_anchor, pages, rows_of
from muniprog.figures.gantt import LEFT, RIGHT, draw_rows
from muniprog.figures.planned import Plan, Planned, days_of
from muniprog.figures.speech import Speech
from muniprog.figures.timetable_words import alternative, table
from muniprog.messages import message
from muniprog.model import Programme, Theme
from muniprog.progress import Figures

MOST_ROWS = 36
"""How many rows one picture has; a theme with more of them gets several."""


def draw_timetable(
    programme: Programme,
    *,
    language: str,
    figures: Figures | None = None,
    as_of: date | None = None,
    internal: bool = False,
    look: Look = Look(),
) -> tuple[Figure, ...]:
    """Return the timetable of a programme as pictures, one for each theme and several for a large one.

    All have the same years. What goes on all the time, comes back, or is only about some time looks different from
    what is planned for a time, without any colour.

    Args:
        programme: The programme.
        language: The language of the words.
        figures: Figures of a day: then statuses stand beside the actions, and what is late is marked.
        as_of: The day that is marked by a line; that of the figures where it is left out.
        internal: Whether internal actions are drawn.
        look: The colours.
    """
    plan = plan_of(programme, language=language, figures=figures, as_of=as_of, internal=internal)
    return tuple(figure for theme in programme.all_themes for figure in draw_theme(plan, theme, look))


def plan_of(
    programme: Programme, *, language: str, figures: Figures | None, as_of: date | None, internal: bool
) -> Plan:
    """Return what the pictures of a timetable have in common."""
    return Plan(
        programme=programme,
        speech=Speech(language, programme.record),
        axis=TimeAxis.around(programme.period, days_of(programme, internal=internal), LEFT, RIGHT),
        figures=figures,
        marked=figures.as_of if figures is not None and as_of is None else as_of,
        internal=internal,
    )


def draw_theme(plan: Plan, theme: Theme, look: Look) -> Iterator[Figure]:
    """Yield the pictures of a theme without the themes below it."""
    parts = pages(list(plan.of(theme)), MOST_ROWS)
    for number, rows in enumerate(parts, start=1):
        caption = numbered(message("Timetable: {theme}", theme=plan.speech.title(theme)), number, len(parts))
        anchor = page_anchor("timetable", number, theme.id)
        yield _picture(plan, rows, plan.speech.say(caption), anchor, look)


def _picture(plan: Plan, rows: Sequence[Planned], caption: str, anchor: str, look: Look) -> Figure:
    drawing = Drawing(name_of(anchor, plan.speech), look)
    height = draw_rows(drawing, plan, rows)
    frame = Frame(
        caption=prose(caption),
        alternative=alternative(plan, rows),
        anchor=anchor,
        table=table(plan, rows, rows_of(caption, plan.speech)),
    )
    return finished(drawing, height, frame, plan.speech)
