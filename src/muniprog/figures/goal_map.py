"""The goal map: the themes of a programme, the goals under each, and who answers for them."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile

import attrs

from muniprog.document import Column, Figure, Look, Row, Table, cell, prose
from muniprog.figures.drawing import LINE, SIZE, SMALL, Drawing
from muniprog.figures.finishing import Frame, finished, name_of, numbered, page_anchor, rows_of
from muniprog.figures.ink import BAND, LINE_INK, PAPER, QUIET
from muniprog.figures.letters import wrap
from muniprog.figures.speech import Speech
from muniprog.messages import Spoken, message, plural_message
from muniprog.model import Goal, Programme, Theme, Visibility
from muniprog.text import Wording

MOST_HEIGHT = 1060
"""How high a picture becomes before what follows stands on the next one; then it fills an upright A4 page."""

_THEME, _GOAL, _OWNERS = (12.0, 178.0), (216.0, 256.0), (490.0, 218.0)
"""Where each column begins, and how wide it is."""

_PADDING, _GAP, _BETWEEN = 12, 8, 18
_MOST_OWNERS = 6
_HEAD = 30
_LOWER = 20  # by how much lower pictures are tried at a time


def draw_goal_map(
    programme: Programme, *, language: str, internal: bool = False, look: Look = Look()
) -> tuple[Figure, ...]:
    """Return the goal map of a programme, on as many pictures as it needs; none where there are no goals.

    Themes stand on the left, their goals in the middle, and beside each goal those who answer for it.

    Args:
        programme: The programme.
        language: The language of the words.
        internal: Whether internal actions are counted.
        look: The colours.
    """
    speech = Speech(language, programme.record)
    branches = [
        _Branch(programme, speech, theme, theme.goals, internal) for theme in programme.all_themes if theme.goals
    ]
    sheets = _sheets([piece for branch in branches for piece in branch.pieces()])
    return tuple(
        _figure(sheet, speech, numbered(_caption(programme, speech), number, len(sheets)), number, look)
        for number, sheet in enumerate(sheets, start=1)
    )


@attrs.frozen
class _Twig:
    """A goal and those who answer for it, as they are written.

    Attributes:
        goal: The goal.
        title: What it is called.
        size: How many actions and indicators it has.
        owners: Those who answer for it.
    """

    goal: Goal
    title: Wording
    size: str
    owners: tuple[Wording, ...]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return wrap(self.title, _GOAL[1] - 20, SIZE, most=4)

    @cached_property
    def shown_owners(self) -> tuple[tuple[Wording, tuple[str, ...]], ...]:
        """The first owners with their lines."""
        return tuple((owner, wrap(owner, _OWNERS[1] - 14, SMALL, most=3)) for owner in self.owners[:_MOST_OWNERS])

    @property
    def left_out(self) -> int:
        """How many owners have no room."""
        return len(self.owners) - _MOST_OWNERS if len(self.owners) > _MOST_OWNERS else 0

    @cached_property
    def height(self) -> int:
        owners = sum(len(lines) for _, lines in self.shown_owners) + (1 if self.left_out else 0)
        return max(len(self.lines) + 1, owners) * LINE + _PADDING


@attrs.frozen
class _Branch:
    """A theme with some of its goals."""

    programme: Programme
    speech: Speech
    theme: Theme
    goals: Sequence[Goal]
    internal: bool

    @property
    def title(self) -> Wording:
        """What the theme is called, after the theme that it stands under."""
        own, above = self.speech.title(self.theme), self.programme.parent(self.theme.id)
        if not isinstance(above, Theme):
            return own
        return Wording(f"{self.speech.title(above)} – {own}", own.language)

    @property
    def lines(self) -> tuple[str, ...]:
        return wrap(self.title, _THEME[1] - 20, SIZE, most=7, bold=True)

    @cached_property
    def twigs(self) -> tuple[_Twig, ...]:
        return tuple(map(self._twig, self.goals))

    @cached_property
    def height(self) -> int:
        twigs = [twig.height for twig in self.twigs]
        return max(sum(twigs) + _GAP * (len(twigs) - 1), len(self.lines) * LINE + _PADDING)

    def pieces(self) -> Iterator["_Branch"]:
        """Yield the branch in parts that have room on a picture of their own."""
        goals: list[Goal] = []
        height = 0
        for goal, twig in zip(self.goals, self.twigs, strict=True):
            more = twig.height + _GAP
            if goals and height + more > MOST_HEIGHT - _HEAD - _BETWEEN:
                yield attrs.evolve(self, goals=goals)
                goals, height = [], 0
            goals.append(goal)
            height += more
        yield attrs.evolve(self, goals=goals)

    def _twig(self, goal: Goal) -> _Twig:
        actions = [each for each in goal.actions if self.internal or each.visibility is Visibility.PUBLIC]
        indicators = len(goal.indicators) + sum(len(action.indicators) for action in actions)
        parts = (
            plural_message("{count} action", "{count} actions", len(actions)),
            plural_message("{count} indicator", "{count} indicators", indicators),
        )
        names = dict.fromkeys(each.owner for each in self.programme.effective_owners(goal.id)[0])
        for action in actions:
            names |= dict.fromkeys(each.owner for each in self.programme.effective_owners(action.id)[0])
        return _Twig(
            goal,
            self.speech.title(goal),
            ", ".join(self.speech.say(part) for part in parts),
            tuple(self.speech.owner(self.programme, name) for name in names),
        )


def _sheets(branches: Sequence[_Branch]) -> list[list[_Branch]]:
    """Return the branches picture by picture: on no more pictures than it takes, and those of about one height."""
    fewest = _filled(branches, MOST_HEIGHT)
    lower = (_filled(branches, height) for height in range(MOST_HEIGHT - _LOWER, _HEAD, -_LOWER))
    *_, even = [fewest, *takewhile(lambda sheets: len(sheets) == len(fewest), lower)]
    return even


def _filled(branches: Sequence[_Branch], most: int) -> list[list[_Branch]]:
    """Return the branches on pictures that are filled up to a height one after the other."""
    sheets: list[list[_Branch]] = []
    height = most
    for branch in branches:
        if height + branch.height + _BETWEEN > most:
            sheets.append([])
            height = _HEAD
        sheets[-1].append(branch)
        height += branch.height + _BETWEEN
    return sheets


def _caption(programme: Programme, speech: Speech) -> Spoken:
    return message("Goal map: {programme}", programme=speech.title(programme))


def _figure(sheet: Sequence[_Branch], speech: Speech, caption: Spoken, number: int, look: Look) -> Figure:
    anchor = page_anchor("goals", number)
    drawing = Drawing(name_of(anchor, speech), look)
    for (left, _), title in zip((_THEME, _GOAL, _OWNERS), _titles(), strict=True):
        drawing.text(left, LINE + 1, speech.say(title), size=SMALL, bold=True, fill=QUIET)
    y = float(_HEAD)
    for branch in sheet:
        _draw_branch(drawing, branch, y)
        y += branch.height + _BETWEEN
    said = speech.say(caption)
    frame = Frame(
        caption=prose(said),
        alternative=" ".join(speech.say(sentence) for sentence in _sentences(sheet)),
        anchor=anchor,
        table=_table(sheet, speech, said),
    )
    return finished(drawing, y, frame, speech)


def _titles() -> tuple[Spoken, Spoken, Spoken]:
    return message("Theme"), message("Goal"), message("Owner")


def _draw_branch(drawing: Drawing, branch: _Branch, top: float) -> None:
    (left, wide), accent = _THEME, drawing.look.accent
    trunk = (left + wide + _GOAL[0]) / 2
    drawing.rect(left, top, wide, branch.height, fill=accent, rx=4)
    middle = top + branch.height / 2 - (len(branch.lines) - 1) * LINE / 2 + 4
    language = branch.speech.tag(branch.title)
    drawing.text(left + 10, middle, *branch.lines, bold=True, fill=PAPER, language=language)
    y, knots = top, []
    for twig in branch.twigs:
        _draw_twig(drawing, branch.speech, twig, y)
        knots.append(y + twig.height / 2)
        drawing.line(trunk, knots[-1], _GOAL[0], knots[-1], stroke=LINE_INK, stroke_width=1.5)
        y += twig.height + _GAP
    root = min(max(top + branch.height / 2, knots[0]), knots[-1])
    drawing.line(left + wide, root, trunk, root, stroke=LINE_INK, stroke_width=1.5)
    drawing.line(trunk, knots[0], trunk, knots[-1], stroke=LINE_INK, stroke_width=1.5)


def _draw_twig(drawing: Drawing, speech: Speech, twig: _Twig, top: float) -> None:
    left, wide = _GOAL
    drawing.rect(left, top, wide, twig.height, fill=PAPER, stroke=drawing.look.accent, stroke_width=1.5, rx=4)
    drawing.text(left + 10, top + LINE + 3, *twig.lines, language=speech.tag(twig.title))
    foot = top + (len(twig.lines) + 1) * LINE + 3
    drawing.text(left + 10, foot, twig.size, size=SMALL, fill=QUIET)
    left, wide = _OWNERS
    middle = top + twig.height / 2
    drawing.line(_GOAL[0] + _GOAL[1], middle, left, middle, stroke=LINE_INK, stroke_width=1.5, stroke_dasharray="3 2")
    drawing.rect(left, top, wide, twig.height, fill=BAND, rx=4)
    y = top + LINE + 2
    for owner, lines in twig.shown_owners:
        drawing.text(left + 8, y, *lines, size=SMALL, language=speech.tag(owner))
        y += LINE * len(lines)
    if twig.left_out:
        drawing.text(left + 8, y, speech.say(_others(twig.left_out)), size=SMALL, fill=QUIET)


def _others(count: int) -> Spoken:
    return plural_message("and {count} more", "and {count} more", count)


def _sentences(sheet: Sequence[_Branch]) -> Iterator[Spoken]:
    goals = sum(len(branch.goals) for branch in sheet)
    yield message(
        "Themes on the left, {goals} goals in the middle, and beside each goal those who answer for it.",
        goals=goals,
    )
    for branch in sheet:
        yield message("{theme}: {goals}.", theme=branch.title, goals="; ".join(twig.title for twig in branch.twigs))


def _table(sheet: Sequence[_Branch], speech: Speech, caption: str) -> Table:
    columns = [Column(speech.say(title), share=share) for title, share in zip(_titles(), (1, 1.5, 1.5), strict=True)]
    rows = []
    for branch in sheet:
        for number, twig in enumerate(branch.twigs):
            title = cell(speech.prose(branch.title), header=True, rows=len(branch.twigs))
            owners = cell(*map(speech.prose, twig.owners), bullets=len(twig.owners) > 1)
            goal = cell(speech.prose(twig.title), header=True)
            rows.append(Row([title, goal, owners] if number == 0 else [goal, owners]))
    return Table(rows_of(caption, speech), columns, rows)
