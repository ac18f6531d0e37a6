"""The programme as it is printed: title page, running text, and the table of goals theme by theme."""

from collections.abc import Iterator

import attrs

from muniprog.document import Block, BulletList, Document, Heading, Note, NoteKind, prose
from muniprog.figures import draw_goal_map
from muniprog.interfaces import Report, ReportOptions
from muniprog.messages import message
from muniprog.model import Action, Indicator, Item, Position, Programme, Theme
from muniprog.reports.anchors import former_anchors, settle_anchors
from muniprog.reports.frame import closing, facts, sections
from muniprog.reports.goal_table import GoalTable, shown
from muniprog.reports.pictures import pictured
from muniprog.reports.voice import BELOW, Voice

_THEMES, _MOST_GOALS = 2, 150
"""From how many themes on, and up to how many goals, a map of them is drawn."""


class ProgrammeReport(Report):
    """Prints the whole programme, as far as it is public, in the form of the printed document."""

    name = "programme"
    title = message("The programme: goals, actions, timetable, owners and indicators, theme by theme")

    def build(self, programme: Programme, options: ReportOptions) -> Document:
        """Return the document; internal actions and the notes of those who keep it only where they are asked for."""
        voice = Voice(options.languages, programme.record)
        blocks = settle_anchors(_Chapters(programme, options, voice).blocks())
        return Document(
            voice.name(programme.title),
            voice.language,
            blocks,
            subtitle=voice.name(programme.subtitle),
            metadata=facts(programme, voice),
            notice=voice.name(programme.notice),
            contents=True,
            languages=voice.side_by_side,
            former=former_anchors(blocks, programme),
        )


class _Chapters:
    def __init__(self, programme: Programme, options: ReportOptions, voice: Voice) -> None:
        self._programme, self._options, self._voice = programme, options, voice
        self._table = GoalTable(programme, voice, internal=options.internal)

    def blocks(self) -> Iterator[Block]:
        programme, voice = self._programme, self._voice
        yield from voice.paragraphs(programme.summary)
        yield from sections(programme, voice, Position.FRONT)
        yield from self._map()
        for theme in programme.themes:
            yield from self._theme(theme, 1)
        if programme.programme_indicators:
            yield Heading(1, voice.say(message("Indicators of the whole programme")))
            yield self._indicators(programme.programme_indicators)
        yield from sections(programme, voice, Position.BACK)
        yield from closing(programme, voice)
        if self._options.notes and programme.note:
            yield Note(NoteKind.NOTE, voice.text(programme.note))

    def _map(self) -> Iterator[Block]:
        """Yield the goal map, where there is something to see at a glance; its rows are those of the chapters."""
        programme, options, voice = self._programme, self._options, self._voice
        goals = len(programme.goals)
        if sum(bool(theme.goals) for theme in programme.all_themes) < _THEMES:
            return
        yield Heading(1, voice.say(message("Goal map")), anchor="chapter-goal-map")
        if goals > _MOST_GOALS:
            too_many = message(
                "There is no goal map here, since {count} goals are more than the {most} that a report draws. "
                "The chapters below tell the same theme by theme.",
                count=goals,
                most=_MOST_GOALS,
            )
            yield Note(NoteKind.NOTE, voice.say(too_many, BELOW))
            return
        yield from pictured(
            voice,
            lambda language: draw_goal_map(programme, language=language, internal=options.internal, look=options.look),
            told_at=programme.themes[0].id,
        )

    def _theme(self, theme: Theme, level: int) -> Iterator[Block]:
        yield Heading(level, self._voice.name(theme.title), anchor=theme.id)
        yield from self._voice.paragraphs(theme.description)
        table = self._table.of(theme)
        if table is not None:
            yield table
        if theme.indicators:
            yield self._indicators(theme.indicators)
        if self._options.notes:
            yield from self._notes(theme)
        for below in theme.themes:
            yield from self._theme(below, level + 1)

    def _indicators(self, indicators: tuple[Indicator, ...]) -> BulletList:
        return BulletList(self._voice.name(indicator.title) for indicator in indicators)

    def _notes(self, theme: Theme) -> Iterator[Block]:
        for item in (theme, *self._items(theme)):
            if item.note:
                title = (attrs.evolve(span, emphasis=True) for span in self._voice.name(item.title))
                yield Note(NoteKind.NOTE, prose(title, ": ", self._voice.text(item.note)))

    def _items(self, theme: Theme) -> Iterator[Item]:
        for goal in theme.goals:
            yield goal
            yield from self._with_indicators(goal.actions)
            yield from goal.indicators
        yield from self._with_indicators(theme.actions)
        yield from theme.indicators

    def _with_indicators(self, actions: tuple[Action, ...]) -> Iterator[Item]:
        for action in shown(actions, internal=self._options.internal):
            yield action
            yield from action.indicators
