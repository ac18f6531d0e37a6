"""Pictures of a programme, drawn as SVG: its timetable, statuses and indicators, and how everything hangs together.

Each is a `Figure` of a document: with its text alternative and the rows that it was drawn from. They are legible in
grey and without seeing colours, and the same on every machine.

Modules: `timetable` (with `planned`, `axis`, `bars`, `gantt`, `timetable_words`), `statuses`, `series` (with `curve`,
`scale`, `plot`) and `goal_map`; and what all have in common: `drawing` (shapes and text as SVG), `letters` (how wide
text is), `ink` (colours and patterns), `legend`, `speech` (words in one language), `finishing` (drawing to figure).
"""

from muniprog.figures.goal_map import draw_goal_map
from muniprog.figures.series import draw_series
from muniprog.figures.speech import Speech
from muniprog.figures.statuses import StatusBar, draw_status_bars, draw_statuses
from muniprog.figures.timetable import draw_timetable

__all__ = [
    "Speech",
    "StatusBar",
    "draw_goal_map",
    "draw_series",
    "draw_status_bars",
    "draw_statuses",
    "draw_timetable",
]
