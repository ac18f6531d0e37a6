"""The first files of a programme: an empty one that says what goes where, or a copy of another programme."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import attrs

from muniprog.messages import Message, message
from muniprog.model import Action, Goal, Indicator, Lineage, Municipality, Owner, Programme, Step, Theme
from muniprog.source import Plain
from muniprog.text import Text
from muniprog.timeframe import Period

Part = TypeVar("Part", Theme, Goal, Action, Step, Indicator, Owner)


@attrs.frozen(kw_only=True)
class Start:
    """What is known about a programme before it is written.

    Attributes:
        id: Identifier.
        title: Title, in each of its languages.
        period: The period that it is for.
        languages: Its languages; the first is the language of record.
        municipality: Name of the municipality, or nothing.
    """

    id: str
    title: Text
    period: Period
    languages: tuple[str, ...]
    municipality: Text | None = None


_OWNERS = message("Who answers for something. Actions and goals name them by their identifier:")
_THEMES = message("The chapters of the programme, with their goals, actions and indicators:")

EXAMPLE_OWNER = """\
# - id: library
#   name: {library}
#   kind: unit
"""
EXAMPLE_THEME = """\
# - id: reading
#   title: {reading}
#   goals:
#   - id: reading-children
#     title: {children}
#     owners: [library]
#     actions:
#     - id: reading-hours
#       title: {hours}
#       timeframe: {year}
#     indicators:
#     - id: loans
#       title: {loans}
#       measure: count
#       unit: {unit}
#       direction: increase
"""
EXAMPLE_WORDS = {
    "library": message("Library"),
    "reading": message("Reading"),
    "children": message("Every child reads"),
    "hours": message("Reading hours in every school"),
    "loans": message("Loans by children per year"),
    "unit": message("loans"),
}


def empty_programme(start: Start, folder: str, language: str) -> str:
    """Return the `programme.yaml` of an empty programme, with remarks in `language` on what goes where.

    Args:
        start: What is known about the programme.
        folder: Where it will be kept, for the commands that the remarks name.
        language: Language of the remarks.
    """
    from muniprog.yaml12 import write

    head: dict[str, Plain] = {"muniprog": 1, "id": start.id, "title": _written(start.title)}
    head["period"] = _period(start.period)
    head["languages"] = list(start.languages)
    if start.municipality:
        head["municipality"] = {"name": _written(start.municipality)}
    where = f'"{folder}"' if " " in folder else folder
    check = message("Check the programme with: muniprog check {folder}", folder=where)
    printing = message("Print it with: muniprog report programme {folder}", folder=where)
    example = {name: words.spoken(language) for name, words in EXAMPLE_WORDS.items()}
    example["year"] = str(start.period.start.year)
    remarks = [
        f"\n# {_OWNERS.spoken(language)}\nowners: []\n{EXAMPLE_OWNER.format_map(example)}",
        f"\n# {_THEMES.spoken(language)}\nthemes: []\n{EXAMPLE_THEME.format_map(example)}",
        f"\n# {check.spoken(language)}",
        f"\n# {printing.spoken(language)}",
    ]
    return f"{write(head)}{''.join(remarks)}\n"


def _written(text: Text) -> Plain:
    return text.values[0][1] if len(text.values) == 1 else dict(text.values)


def _period(period: Period) -> Plain:
    return int(period.raw) if period.raw.isascii() and period.raw.isdigit() else period.raw


def copied_contents(programme: Programme) -> Mapping[str, bytes] | None:
    """Return the files of a programme that was loaded from a folder, byte for byte, or None for any other."""
    source = programme.origin.source if programme.origin is not None else None
    contents: Mapping[str, bytes] | None = getattr(source, "contents", None)
    return contents


def renamed(programme: Programme, start: Start) -> Programme:
    """Return a copied programme under its new name, with what is the other municipality's own left out.

    What is planned stays: themes, goals, actions, owners and indicators, with their timetables and targets. `left_out`
    says what goes: the other one's document, its figures, its money and its people.
    """
    return attrs.evolve(
        programme,
        id=start.id,
        title=start.title,
        period=start.period,
        municipality=Municipality(name=start.municipality) if start.municipality else None,
        based_on=Lineage(programme=programme.id),
        subtitle=None,
        adopted=None,
        source=None,
        summary=None,
        contact=None,
        sections=(),
        note=None,
        silenced=(),
        follow_ups=(),
        owners=tuple(map(_owner, programme.owners)),
        programme_indicators=tuple(map(_indicator, programme.programme_indicators)),
        themes=tuple(map(_theme, programme.themes)),
    )


def left_out(programme: Programme) -> Iterator[Message]:
    """Yield what `renamed` leaves out of a programme, as far as there is any of it."""
    entries = tuple(programme.entries())
    indicators = programme.indicators
    parts: tuple[tuple[object, Message], ...] = (
        (programme.municipality, message("the municipality")),
        (programme.subtitle or programme.summary, message("the subtitle and the summary")),
        (programme.sections, message("the foreword and other running text")),
        (programme.adopted, message("the decision by which it was adopted")),
        (programme.source, message("the source")),
        (programme.contact or any(owner.contact for owner in programme.owners), message("all contact details")),
        (programme.note or any(entry.note for entry in entries), message("the notes")),
        (programme.silenced, message("the silenced findings")),
        (programme.follow_ups, message("the rounds of follow-up")),
        (any(each.baseline or each.observations for each in indicators), message("baselines and observations")),
        (any(action.budget for action in programme.actions), message("the budgets")),
    )
    return (what for there, what in parts if there)


def _theme(theme: Theme) -> Theme:
    return _changed(
        theme,
        note=None,
        goals=tuple(map(_goal, theme.goals)),
        actions=tuple(map(_action, theme.actions)),
        indicators=tuple(map(_indicator, theme.indicators)),
        themes=tuple(map(_theme, theme.themes)),
    )


def _goal(goal: Goal) -> Goal:
    return _changed(
        goal, note=None, actions=tuple(map(_action, goal.actions)), indicators=tuple(map(_indicator, goal.indicators))
    )


def _action(action: Action) -> Action:
    steps = tuple(_changed(step, note=None) for step in action.steps)
    return _changed(action, note=None, budget=(), steps=steps, indicators=tuple(map(_indicator, action.indicators)))


def _indicator(indicator: Indicator) -> Indicator:
    return _changed(indicator, note=None, baseline=None, observations=())


def _owner(owner: Owner) -> Owner:
    return _changed(owner, note=None, contact=None)


def _changed(value: Part, **changes: object) -> Part:
    """Return a part of a programme with changes; the same object where nothing differs, so that its lines stay."""
    differing = {name: new for name, new in changes.items() if getattr(value, name) != new}
    evolve: Callable[..., Part] = attrs.evolve
    return evolve(value, **differing) if differing else value
