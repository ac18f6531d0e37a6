"""Actions counted by status: for the whole programme with shares, and theme by theme."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from muniprog.document import Block, Column, ColumnKind, Figure, Paragraph, Prose, Row, Table, cell
from muniprog.figures import draw_statuses
from muniprog.messages import message
from muniprog.progress import GroupFigures, status_word
from muniprog.progress.shares import WHOLE
from muniprog.reports import words
from muniprog.reports.indicator_words import verdict
from muniprog.reports.pictures import told_by
from muniprog.reports.teller import Teller
from muniprog.reports.voice import BELOW

ALL_ACTIONS = message("All actions")
WHOLE_PROGRAMME = message("The whole programme")
NO_ACTIONS = message("There are no actions.")
COMPLETED = message("Done of those that can be completed")

_STATUSES = "statuses-by-theme"


def statuses(teller: Teller) -> Iterator[Block]:
    """Yield the actions by status: counts beside shares that add up to 100, and the base under them."""
    counts = teller.figures.programme.counts
    if not counts.total:
        yield Paragraph(teller.voice.say(NO_ACTIONS))
        return
    shares = counts.shares
    rows = [
        _counted(teller, teller.status(status), count, shares[status])
        for status, count in counts.by_status.items()
        if count or status is None
    ]
    rows.append(_counted(teller, teller.voice.say(ALL_ACTIONS), counts.total, WHOLE))
    yield Table(
        teller.voice.say(message("Actions by status")),
        [
            Column(teller.voice.say(words.STATUS), share=2),
            Column(teller.voice.say(message("Actions")), kind=ColumnKind.NUMBER),
            Column(teller.voice.say(message("Share")), kind=ColumnKind.NUMBER),
        ],
        rows,
    )


def verdicts(teller: Teller) -> Iterator[Block]:
    """Yield the indicators by verdict."""
    found = teller.figures.programme.verdicts
    total = sum(found.values())
    if not total:
        yield Paragraph(teller.voice.say(message("There are no indicators.")))
        return
    rows = [
        Row([cell(verdict(teller, standing), header=True), cell(str(count), value=count)])
        for standing, count in found.items()
    ]
    rows.append(Row([cell(teller.voice.say(message("All indicators")), header=True), cell(str(total), value=total)]))
    yield Table(
        teller.voice.say(message("Indicators by verdict")),
        [
            Column(teller.voice.say(words.VERDICT), share=2),
            Column(teller.voice.say(message("Indicators")), kind=ColumnKind.NUMBER),
        ],
        rows,
    )


def by_theme(teller: Teller) -> Iterator[Block]:
    """Yield themes and statuses, then what is done and late in each theme. The base of every share is told."""
    whole = teller.figures.programme
    if not whole.counts.total:
        yield Paragraph(teller.voice.say(NO_ACTIONS))
        return
    groups = [(teller.linked(theme), teller.figures.group(theme.id)) for theme in teller.programme.all_themes]
    groups.append((teller.voice.say(WHOLE_PROGRAMME), whole))
    yield from told_by(teller, lambda language: _bars(teller, language), told_at=teller.prefix + _STATUSES)
    yield _counts(teller, groups)
    yield _done_and_late(teller, groups)
    if any(theme.themes for theme in teller.programme.themes):
        below = message("A theme counts the actions of the themes below it as well.")
        yield Paragraph(teller.voice.say(below, BELOW))
    if notes := whole.completion.footnotes:
        yield teller.bullets(notes)


def completion(teller: Teller, group: GroupFigures) -> Prose:
    """Return the completion of a group with its base; in words where there is nothing to complete."""
    if group.counts.total and not group.completion.base:
        return teller.voice.say(message("nothing to complete"), BELOW)
    return teller.voice.say(group.completion, BELOW)


def _counts(teller: Teller, groups: Sequence[tuple[Prose, GroupFigures]]) -> Table:
    used = [status for status, count in teller.figures.programme.counts.by_status.items() if count or status is None]
    titles = [*(status_word(teller.programme, status) for status in used), message("All")]
    numbers = [[*(group.counts[status] for status in used), group.counts.total] for _, group in groups]
    return Table(
        teller.voice.say(message("Actions by theme and status")),
        [
            Column(teller.voice.say(words.THEME), share=3),
            *(Column(teller.voice.say(title, BELOW), kind=ColumnKind.NUMBER, share=0.9) for title in titles),
        ],
        [
            Row([cell(title, header=True), *(cell(str(number), value=number) for number in row)])
            for (title, _), row in zip(groups, numbers, strict=True)
        ],
        anchor=teller.prefix + _STATUSES,
    )


def _bars(teller: Teller, language: str) -> tuple[Figure, ...]:
    return draw_statuses(teller.figures, language=language, look=teller.look)


def _done_and_late(teller: Teller, groups: Sequence[tuple[Prose, GroupFigures]]) -> Table:
    voice = teller.voice
    return Table(
        voice.say(message("What is done and what is late, by theme")),
        [
            Column(voice.say(words.THEME), share=2),
            Column(voice.say(COMPLETED, BELOW), share=1.2),
            Column(voice.say(message("Late"), BELOW), kind=ColumnKind.NUMBER, share=0.6),
            Column(voice.say(message("Way to the targets"), BELOW), share=1.6),
        ],
        [
            Row(
                [
                    cell(title, header=True),
                    cell(completion(teller, group)),
                    cell(str(len(group.late)), value=len(group.late)),
                    cell(*(voice.say(sentence, BELOW) for sentence in group.rolled_up.results)),
                ]
            )
            for title, group in groups
        ],
    )


def _counted(teller: Teller, title: Prose, count: int, share: int) -> Row:
    said = teller.voice.say(message("{number}%", number=Decimal(share)))
    return Row([cell(title, header=True), cell(str(count), value=count), cell(said, value=share)])
