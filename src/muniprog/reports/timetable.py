"""The goals by year, as on the last page of a printed programme, and as a chart in letters."""

from collections.abc import Iterator

import attrs

from muniprog.document import (
    Block,
    BulletList,
    Cell,
    Column,
    ColumnKind,
    Document,
    Heading,
    Paragraph,
    Prose,
    Row,
    Span,
    Table,
    cell,
    plain,
    prose,
)
from muniprog.figures.planned import items_of
from muniprog.figures.timetable import draw_theme, plan_of
from muniprog.interfaces import Report, ReportOptions
from muniprog.messages import message
from muniprog.model import Goal, Programme
from muniprog.progress import assess
from muniprog.reports import words
from muniprog.reports.anchors import former_anchors, settle_anchors
from muniprog.reports.facets import ItemFacets
from muniprog.reports.frame import facts
from muniprog.reports.pictures import pictured
from muniprog.reports.placing import Timing, Undated
from muniprog.reports.voice import Voice
from muniprog.timeframe import parse_day

PLANNED, GOES_ON = "●", "→"

_PLANNED_WORD = message("planned for this year")
_GOES_ON_WORD = message("continuous")
_UNDATED_WORDS = {Undated.CONTINUOUS: message("Continuous activity"), Undated.NO_TIME: message("No time given")}


class TimetableReport(Report):
    """Shows which goals come in which year, and which go on all the time."""

    name = "timetable"
    title = message("The timetable: goals by year, then what is continuous")

    def build(self, programme: Programme, options: ReportOptions) -> Document:
        """Return the document: the goals under the years of the programme's period, then goals × years as a grid."""
        voice = Voice(options.languages, programme.record)
        timing = Timing(programme, internal=options.internal)
        blocks = settle_anchors([*_by_year(timing, voice), *_grid(timing, voice), *_charts(programme, options, voice)])
        return Document(
            voice.say(message("Timetable of the goals")),
            voice.language,
            blocks,
            subtitle=voice.name(programme.title),
            metadata=facts(programme, voice),
            notice=voice.name(programme.notice),
            languages=voice.side_by_side,
            former=former_anchors(blocks, programme),
        )


def _by_year(timing: Timing, voice: Voice) -> Iterator[Block]:
    for place, goals in timing.placed().items():
        yield Heading(1, voice.say(_UNDATED_WORDS[place]) if isinstance(place, Undated) else str(place))
        if goals:
            yield BulletList(_entry(goal, voice) for goal in goals)
        else:
            yield Paragraph(voice.warn(message("no goal in this year")))


def _entry(goal: Goal, voice: Voice) -> Prose:
    """Return what the overview page calls a goal, leading to the goal's row in the grid."""
    title = goal.overview.title if goal.overview is not None and goal.overview.title else goal.title
    return tuple(attrs.evolve(span, link=f"#{goal.id}") for span in voice.name(title))


def _grid(timing: Timing, voice: Voice) -> Iterator[Block]:
    years = timing.years()
    goals = timing.programme.goals
    if not goals:
        return
    columns = [Column(voice.say(words.GOAL), share=4)]
    columns.extend(Column(str(year), kind=ColumnKind.SYMBOL) for year in years)
    found_by = ItemFacets.as_planned(timing.programme, voice)
    rows = [
        Row(
            [_goal_cell(goal, voice), *(_mark(timing, goal, year, voice) for year in years)],
            facets=[facet for item in timing.items(goal) for facet in found_by.of(item)],
        )
        for goal in goals
    ]
    title = voice.say(message("Goals and the years of their actions"))
    yield Heading(1, title)
    yield Table(title, columns, rows)
    yield Paragraph(prose(PLANNED, " ", voice.say(_PLANNED_WORD), "; ", GOES_ON, " ", voice.say(_GOES_ON_WORD)))


def _charts(programme: Programme, options: ReportOptions, voice: Voice) -> Iterator[Block]:
    """Yield the times of all actions as a picture for each theme; a day that is asked for is marked in it."""
    day = None if options.as_of is None else parse_day(options.as_of)
    figures = assess(programme, as_of=day) if day is not None and programme.follow_ups else None
    plans = {
        language: plan_of(programme, language=language, figures=figures, as_of=day, internal=options.internal)
        for language in voice.languages
    }
    themes = [theme for theme in programme.all_themes if any(True for _ in items_of(theme, internal=options.internal))]
    if themes:
        yield Heading(1, voice.say(message("Actions and their times")), anchor="chapter-actions")
    for theme in themes:
        yield Heading(2, voice.name(theme.title) or prose(theme.id), anchor=theme.id)
        drawn = {language: tuple(draw_theme(plan, theme, options.look)) for language, plan in plans.items()}
        yield from pictured(voice, drawn.__getitem__, shows=[goal.id for goal in theme.goals])


def _goal_cell(goal: Goal, voice: Voice) -> Cell:
    return cell(voice.text(goal.title), header=True, anchor=goal.id)


def _mark(timing: Timing, goal: Goal, year: int, voice: Voice) -> Cell:
    if timing.is_planned(goal, year):
        return cell(Span(PLANNED, meaning=plain(voice.say(_PLANNED_WORD))))
    if timing.goes_on(goal, year):
        return cell(Span(GOES_ON, meaning=plain(voice.say(_GOES_ON_WORD))))
    return cell()
