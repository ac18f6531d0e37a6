"""What a programme and its items show of themselves in a notebook.

A value knows nothing of what surrounds it, so an action shows no owner that it has from its goal; ask the programme.
How to reach an owner is never shown.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from muniprog.document import Column, ColumnKind, Prose, Row, Span, Table, Words, cell
from muniprog.language import number_text
from muniprog.model.goals import Action, Goal, Owner, Theme
from muniprog.model.indicator import Indicator, Observation, Value
from muniprog.model.items import Item, Responsibility
from muniprog.model.programme import Programme
from muniprog.text import Text
from muniprog.timeframe import Timeframe

Facts = Iterator[tuple[str, Words]]


def programme_tables(programme: Programme) -> Iterator[Table]:
    """Yield what a programme shows of itself: what it is, and its themes."""
    yield _facts(f"Programme {programme.id}", _of_programme(programme))
    if programme.themes:
        rows = [
            _row(
                theme,
                len(theme.goals),
                len(theme.actions) + sum(len(goal.actions) for goal in theme.goals),
                len(_indicators_of(theme)),
            )
            for theme in programme.all_themes
        ]
        yield Table("Themes", _columns("Theme", "Title", numbers=("Goals", "Actions", "Indicators")), rows)


def item_tables(item: Item | Owner) -> Iterator[Table]:
    """Yield what an item shows of itself: what it is, and what hangs on it."""
    yield _facts(f"{type(item).__name__} {item.id}", _titles(item.title), _of(item))
    match item:
        case Theme():
            yield from _named("Themes", item.themes)
            yield from _named("Goals", item.goals)
            yield from _actions(item.actions)
            yield from _named("Indicators", item.indicators)
        case Goal():
            yield from _actions(item.actions)
            yield from _named("Indicators", item.indicators)
        case Action():
            yield from _named("Indicators", item.indicators)
        case Indicator():
            yield from _targets(item)
            yield from _observations(item.observations)
        case _:
            pass  # an owner has nothing hanging on it


def _indicators_of(theme: Theme) -> tuple[Indicator, ...]:
    own = theme.indicators + tuple(indicator for action in theme.actions for indicator in action.indicators)
    return own + tuple(indicator for goal in theme.goals for indicator in goal.all_indicators)


# --- Facts about one thing ----------------------------------------------------------------------------------


def _facts(caption: str, *facts: Facts) -> Table:
    """Return what is said about one thing, without what is not said."""
    rows = [Row([cell(name, header=True), cell(words)]) for several in facts for name, words in several if words]
    return Table(caption, [Column(""), Column("")], rows)


def _titles(title: Text) -> Facts:
    for language in title.languages:
        yield f"Title ({language})", Span(title[language], language=language)


def _of_programme(programme: Programme) -> Facts:
    yield from _titles(programme.title)
    if programme.municipality is not None:
        yield "Municipality", _said(programme.municipality.name)
    yield "Period", programme.period.raw
    yield "Languages", ", ".join(programme.languages)
    yield "Themes", str(len(programme.all_themes))
    yield "Goals", str(len(programme.goals))
    yield "Actions", str(len(programme.actions))
    yield "Indicators", str(len(programme.indicators))
    yield "Owners", str(len(programme.owners))


def _of(item: Item | Owner) -> Facts:
    """Yield what is said about an item besides its title."""
    if isinstance(item, Item):
        yield "Description", _said(item.description)
        yield "Tags", ", ".join(item.tags)
    match item:
        case Theme() | Goal():
            yield from _when_and_who(item.timeframe, item.owners)
        case Action():
            yield from _when_and_who(item.timeframe, item.owners)
            yield "Depends on", ", ".join(item.depends_on)
            yield "Visibility", item.visibility
        case Indicator():
            yield "Measure", item.measure
            yield "Unit", _said(item.unit)
            yield "Per", item.per or ""
            yield "Direction", item.direction or ""
            yield "Baseline", "" if item.baseline is None else _value(item.baseline.value)
        case Owner():
            yield "Kind", item.kind or ""
            yield "Also called", ", ".join(item.aliases)
            yield "From", _day(item.valid_from)
            yield "Until", _day(item.valid_until)
            yield "Succeeded by", item.succeeded_by or ""
        case _:
            pass


def _when_and_who(timeframe: Timeframe, owners: Sequence[Responsibility]) -> Facts:
    yield "Timeframe", timeframe.raw
    yield "Owners", _names(owners)


# --- What hangs on it ---------------------------------------------------------------------------------------


def _named(caption: str, items: Sequence[Item]) -> Iterator[Table]:
    if items:
        yield Table(caption, _columns("Identifier", "Title"), [_row(item) for item in items])


def _actions(actions: Sequence[Action]) -> Iterator[Table]:
    if actions:
        rows = [_row(action, action.timeframe.raw, _names(action.owners)) for action in actions]
        yield Table("Actions", _columns("Identifier", "Title", "Timeframe", "Owners"), rows)


def _targets(indicator: Indicator) -> Iterator[Table]:
    if indicator.targets:
        rows = [
            Row([cell(target.by.raw, header=True), cell(_day(target.set_on)), cell(_value(target.value))])
            for target in indicator.targets
        ]
        yield Table("Targets", _columns("By", "Set on", numbers=("Value",)), rows)


def _observations(observations: Sequence[Observation]) -> Iterator[Table]:
    if observations:
        columns = _columns("Period", "Part of the whole", numbers=("Value",))
        yield Table("Observations", columns, [_observed(each) for each in observations])


def _observed(observation: Observation) -> Row:
    part = ", ".join(f"{name}: {value}" for name, value in observation.dimensions.items())
    value = observation.missing or "" if observation.value is None else _value(observation.value)
    return Row([cell(observation.period.raw, header=True), cell(part), cell(value)])


def _columns(*titles: str, numbers: Sequence[str] = ()) -> list[Column]:
    return [*map(Column, titles), *(Column(title, kind=ColumnKind.NUMBER) for title in numbers)]


def _row(item: Item, *more: str | int) -> Row:
    return Row([cell(item.id, header=True), cell(_said(item.title)), *(cell(str(each)) for each in more)])


# --- Words --------------------------------------------------------------------------------------------------


def _said(text: Text | None) -> Prose:
    """Return a text in English like what stands around it, or in the language that it has, tagged."""
    if text is None or not text:
        return ()
    wording = text["en"]
    return (Span(wording, language=wording.language),)


def _names(owners: Sequence[Responsibility]) -> str:
    return ", ".join(responsibility.owner for responsibility in owners)


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else number_text(value, "en")


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
