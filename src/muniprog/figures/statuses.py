"""How far things have come, as bars: each is a whole, parted by the statuses of its actions."""

from collections.abc import Callable, Iterator, Sequence

import attrs

from muniprog.document import Cell, Column, ColumnKind, Figure, Look, Row, Table, cell, prose
from muniprog.figures.drawing import LINE, SIZE, SMALL, WIDTH, Drawing
from muniprog.figures.finishing import Frame, finished, name_of, numbered, page_anchor, pages, rows_of
from muniprog.figures.ink import INK, LINE_INK, PAPER, QUIET, filling
from muniprog.figures.legend import SWATCH, Sign, draw_legend
from muniprog.figures.letters import width, wrap
from muniprog.figures.speech import Speech
from muniprog.messages import Spoken, message, plural_message
from muniprog.model import Programme, Status
from muniprog.progress import Figures, StatusCounts, status_word
from muniprog.text import Wording

MOST_BARS = 24
"""How many bars one picture has."""

THE_WHOLE = message("The whole programme")

_EDGE, _LABEL, _LEFT = 12, 226, 250.0
_RIGHT = WIDTH - 140.0  # “9 999 toimenpidettä” has room beside a bar
_HEIGHT, _PADDING, _LEAST = 20, 12, 32
_TOP = 8


@attrs.frozen
class StatusBar:
    """A bar: what it is about, and its counts.

    Attributes:
        title: What it is about.
        counts: How many actions have each status.
    """

    title: Wording
    counts: StatusCounts


def draw_statuses(figures: Figures, *, language: str, look: Look = Look()) -> tuple[Figure, ...]:
    """Return the actions of each theme and of the whole by status, as one picture or, for many themes, as several.

    A theme counts the actions of the themes below it. Statuses differ by pattern, and parts with room say their number.

    Args:
        figures: Figures of a day.
        language: The language of the words.
        look: The colours.
    """
    programme = figures.source
    speech = Speech(language, programme.record)
    bars = [StatusBar(speech.title(theme), figures.group(theme.id).counts) for theme in programme.all_themes]
    bars.append(StatusBar(Wording(speech.say(THE_WHOLE), speech.spoken), figures.programme.counts))
    caption = message("Actions by theme and status on {day}", day=figures.as_of)
    return draw_status_bars(programme, bars, caption, speech=speech, look=look, of=message("Theme"))


def draw_status_bars(
    programme: Programme,
    bars: Sequence[StatusBar],
    caption: Spoken,
    *,
    speech: Speech,
    look: Look,
    of: Spoken,
    name: str = "statuses",
) -> tuple[Figure, ...]:
    """Return bars of any groups of actions; a group without actions has an empty one.

    Args:
        programme: The programme, whose own words for statuses are used.
        bars: The bars, from top to bottom.
        caption: What the picture is called.
        speech: The language of the words.
        look: The colours.
        of: What the bars are about, for the table.
        name: What the anchor of the picture is made of.
    """
    parts = pages(bars, MOST_BARS)
    return tuple(
        _Picture(programme, tuple(part), speech, of).figure(
            speech.say(numbered(caption, number, len(parts))), page_anchor(name, number), look
        )
        for number, part in enumerate(parts, start=1)
    )


@attrs.frozen
class _Picture:
    programme: Programme
    bars: tuple[StatusBar, ...]
    speech: Speech
    of: Spoken

    @property
    def used(self) -> list[Status | None]:
        """The statuses that occur."""
        return [status for status in (*Status, None) if any(bar.counts[status] for bar in self.bars)]

    def word(self, status: Status | None) -> str:
        return self.speech.say(status_word(self.programme, status))

    def figure(self, caption: str, anchor: str, look: Look) -> Figure:
        drawing = Drawing(name_of(anchor, self.speech), look)
        y = float(_TOP)
        for bar in self.bars:
            y = self._draw(drawing, bar, y)
        drawing.line(0, y + 4, WIDTH, y + 4, stroke=LINE_INK)
        height = draw_legend(drawing, list(self._signs(drawing)), y + 12) + 10
        alternative = " ".join(self.speech.say(sentence) for sentence in self._sentences())
        frame = Frame(caption=prose(caption), alternative=alternative, anchor=anchor, table=self._table(caption))
        return finished(drawing, height, frame, self.speech)

    def _draw(self, drawing: Drawing, bar: StatusBar, top: float) -> float:
        """Draw one bar; return where it ends."""
        lines = wrap(bar.title, _LABEL, SIZE, most=3)
        drawing.text(_EDGE, top + LINE, *lines, language=self.speech.tag(bar.title))
        total = bar.counts.total
        said = plural_message("{count} action", "{count} actions", total)
        drawing.text(_RIGHT + 8, top + LINE, self.speech.say(said), size=SMALL, fill=QUIET)
        before = 0
        for status in self.used:
            count = bar.counts[status]
            if count:
                left, right = _place(before, total), _place(before + count, total)
                _draw_part(drawing, status, left, right, top + 2)
                _draw_count(drawing, status, count, left, right, top + 2)
            before += count
        return top + max(len(lines) * LINE + _PADDING, _LEAST)

    def _signs(self, drawing: Drawing) -> Iterator[Sign]:
        for status in self.used:
            yield Sign(_sample(drawing, status), self.word(status))

    def _sentences(self) -> Iterator[Spoken]:
        yield message("Bars that are parted by status.")
        for bar in self.bars:
            if bar.counts.total:
                parts = [f"{bar.counts[status]} {self.word(status)}" for status in self.used if bar.counts[status]]
                yield message("{title}: {parts}.", title=bar.title, parts=self.speech.listed(parts))
            else:
                yield message("{title}: no actions.", title=bar.title)

    def _table(self, caption: str) -> Table:
        say = self.speech.say
        titles = [*map(self.word, self.used), say(message("All"))]
        return Table(
            rows_of(caption, self.speech),
            [Column(say(self.of), share=3), *(Column(title, kind=ColumnKind.NUMBER, share=0.9) for title in titles)],
            [
                Row(
                    [
                        cell(self.speech.prose(bar.title), header=True),
                        *(_number(bar.counts[status]) for status in self.used),
                        _number(bar.counts.total),
                    ]
                )
                for bar in self.bars
            ],
        )


def _sample(drawing: Drawing, status: Status | None) -> Callable[[float, float], None]:
    return lambda x, y: _draw_part(drawing, status, x, x + SWATCH, y - _HEIGHT / 2)


def _number(count: int) -> Cell:
    return cell(str(count), value=count)


def _place(count: int, total: int) -> float:
    return _LEFT + (_RIGHT - _LEFT) * count / total


def _draw_part(drawing: Drawing, status: Status | None, left: float, right: float, top: float) -> None:
    dashes = {"stroke_dasharray": "3 2"} if status is None else {}
    drawing.rect(left, top, right - left, _HEIGHT, fill=filling(drawing, status), stroke=INK, stroke_width=1, **dashes)


def _draw_count(drawing: Drawing, status: Status | None, count: int, left: float, right: float, top: float) -> None:
    """Write the number into a part that has room for it; what stands on a pattern gets a ground of its own."""
    words = str(count)
    wide = width(words, SMALL, bold=True) + 8
    if wide > right - left - 2:
        return
    middle = (left + right) / 2
    is_full = status is Status.DONE
    if not is_full:
        drawing.rect(middle - wide / 2, top + 3, wide, _HEIGHT - 6, fill=PAPER)
    drawing.text(middle, top + 15, words, size=SMALL, bold=True, fill=PAPER if is_full else INK, anchor="middle")
