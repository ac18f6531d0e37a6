"""The programme: the whole, for one period, of one municipality."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from muniprog.errors import UnknownNameError, ValueProblem
from muniprog.identifiers import shown
from muniprog.messages import message
from muniprog.model.followup import FollowUp, Status
from muniprog.model.goals import Action, Goal, Owner, Theme
from muniprog.model.header import (
    Adoption,
    Classification,
    Field,
    Lineage,
    Municipality,
    ProgressRules,
    Section,
    Silence,
    SourceDocument,
)
from muniprog.model.indicator import Indicator, Observation
from muniprog.model.items import Responsibility, counted
from muniprog.model.shown import ShowsItself
from muniprog.source import EMPTY, Plain, Source
from muniprog.text import Text
from muniprog.timeframe import Calendar, Period, Timeframe

if TYPE_CHECKING:
    from muniprog.document import Table

Entry = Theme | Goal | Action | Indicator | Owner
"""Whatever has an identifier of its own in a programme."""

FORMAT_VERSION = 1
"""The version of the file format that this muniprog writes."""


@attrs.frozen(kw_only=True)
class Origin:
    """Where a programme was loaded from. It is not part of the programme: two copies are equal whatever their origin.

    Attributes:
        address: Address that was loaded.
        revision: Revision that was found there; a save that starts from another one is a conflict.
        source: What was read, with the place of every value.
        loaded: The programme as it was loaded; what is still the same object in a changed copy has not changed.
    """

    address: str = attrs.field(repr=False)  # that of a server may hold a password
    revision: str
    source: Source
    loaded: "Programme"


@attrs.frozen(kw_only=True, repr=False)
class Programme(ShowsItself):
    """A municipality's programme. Any item is found by its identifier: `programme["boenderadgivning"]`.

    Attributes:
        muniprog: Version of the file format.
        id: Identifier of the programme.
        title: Title.
        period: The period that it is for.
        languages: The languages that it is kept in; the first is the language of record.
        subtitle: Second line of the title page.
        municipality: Whose it is.
        adopted: The decision by which it was adopted.
        source: The document that it was taken from.
        notice: A line that stands on every page that is printed, such as "Sample data".
        summary: What it is about, in a paragraph.
        contact: The contact line that is printed.
        sections: Running text before and after the tables.
        calendar: Which months seasons, school years, fiscal years and council terms have.
        statuses: The programme's own words for the six statuses.
        classifications: Lists of codes that items can be tagged with.
        fields: Custom fields.
        headline: Identifiers of the indicators that stand for the whole.
        progress: How progress is computed where there is more than one honest way.
        based_on: The programme that it was made from.
        retired: Identifiers of items that are gone; they are never used again.
        silenced: Findings that are left as they are, each with its reason.
        note: A remark for those who keep the programme.
        owners: Who answers for something.
        programme_indicators: Indicators of the whole programme; written under the key `indicators`.
        themes: Its chapters.
        follow_ups: The rounds of follow-up.
        extensions: Data of plug-ins, by plug-in name.
    """

    muniprog: int = FORMAT_VERSION
    id: str
    title: Text
    period: Period
    languages: tuple[str, ...]
    subtitle: Text | None = None
    municipality: Municipality | None = None
    adopted: Adoption | None = None
    source: SourceDocument | None = None
    notice: Text | None = None
    summary: Text | None = None
    contact: Text | None = None
    sections: tuple[Section, ...] = ()
    calendar: Calendar = Calendar()
    statuses: Mapping[str, Text] = attrs.field(default=EMPTY, hash=False)
    classifications: tuple[Classification, ...] = ()
    fields: tuple[Field, ...] = ()
    headline: tuple[str, ...] = ()
    progress: ProgressRules = ProgressRules()
    based_on: Lineage | None = None
    retired: tuple[str, ...] = ()
    silenced: tuple[Silence, ...] = ()
    note: Text | None = None
    owners: tuple[Owner, ...] = ()
    programme_indicators: tuple[Indicator, ...] = ()
    themes: tuple[Theme, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    extensions: Mapping[str, Plain] = attrs.field(default=EMPTY, hash=False)
    origin: Origin | None = attrs.field(default=None, eq=False)

    @property
    def record(self) -> str:
        """The language of record."""
        return self.languages[0]

    @cached_property
    def all_themes(self) -> tuple[Theme, ...]:
        """All themes at every depth, in the order of the file."""
        return tuple(theme for top in self.themes for theme in top.walk())

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """All goals, in the order of the file."""
        return tuple(goal for theme in self.all_themes for goal in theme.goals)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """All actions, in the order of the file."""
        return tuple(entry for entry in self.entries() if isinstance(entry, Action))

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators wherever they stand, in the order of the file."""
        return tuple(entry for entry in self.entries() if isinstance(entry, Indicator))

    def entries(self) -> Iterator[Entry]:
        """Yield everything that has an identifier, in the order of the file; parents come before their children."""
        for entry, _ in self._walk():
            yield entry

    def __getitem__(self, identifier: str) -> Entry:
        """Return the item with this identifier, whatever its case, or with this former identifier."""
        found = self._by_id.get(str(identifier).casefold())
        if found is None:
            known = [entry.id for entry in self.entries()]
            raise UnknownNameError(message("item"), str(identifier), known)
        return found

    __iter__ = None  # else Python would ask for the items 0, 1, 2 …

    def __contains__(self, identifier: object) -> bool:
        return isinstance(identifier, str) and identifier.casefold() in self._by_id

    def parent(self, identifier: str) -> Entry | None:
        """Return the item that this one stands under, or None for what stands directly in the programme."""
        return next(iter(self.above(identifier)), None)

    def above(self, identifier: str) -> tuple[Entry, ...]:
        """Return what an item stands under: the item right above it first, a theme of the programme last."""
        return self._above[self[identifier].id]

    def effective_owners(self, identifier: str) -> tuple[tuple[Responsibility, ...], Entry]:
        """Return who answers for an item, and the item that says so: itself, else the nearest one above it."""
        asked = self[identifier]
        for entry in (asked, *self._above[asked.id]):
            if not isinstance(entry, Owner) and entry.owners:
                return entry.owners, entry
        return (), asked

    def effective_timeframe(self, identifier: str) -> tuple[Timeframe, Entry]:
        """Return when an item takes place, and the item that says so: itself, else the nearest one above it."""
        asked = self[identifier]
        for entry in (asked, *self._above[asked.id]):
            if isinstance(entry, (Theme, Goal, Action)) and entry.timeframe:
                return entry.timeframe, entry
        return Timeframe(), asked

    def actions_of(self, owner: str) -> tuple[Action, ...]:
        """Return the actions that an owner answers for in any role, on their own or through their goal."""
        wanted = self[owner].id
        return tuple(
            action
            for action in self.actions
            if any(responsibility.owner == wanted for responsibility in self.effective_owners(action.id)[0])
        )

    def observations_of(self, indicator: str) -> tuple[Observation, ...]:
        """Return the observations of an indicator: those that stand under it, then those of the follow-up rounds."""
        found = self[indicator]
        if not isinstance(found, Indicator):
            raise UnknownNameError(message("indicator"), indicator, [known.id for known in self.indicators])
        names = {name.casefold() for name in (found.id, *found.former_ids)}
        reported = (
            observation
            for follow_up in self.follow_ups
            for observation in follow_up.observations
            if (observation.indicator or "").casefold() in names
        )
        return (*found.observations, *reported)

    def status_word(self, status: Status, language: str) -> str:
        """Return the programme's own word for a status, or muniprog's."""
        own = self.statuses.get(status)
        return own[language] if own else STATUS_WORDS[status].spoken(language)

    def _walk(self) -> Iterator[tuple[Entry, Entry | None]]:
        for owner in self.owners:
            yield owner, None
        for indicator in self.programme_indicators:
            yield indicator, None
        for theme in self.themes:
            yield from _walk_theme(theme, None)

    @cached_property
    def _above(self) -> dict[str, tuple[Entry, ...]]:
        """What each item stands under, gathered from the top: so it ends even where two items have one identifier."""
        above: dict[str, tuple[Entry, ...]] = {}
        for entry, parent in self._walk():
            above[entry.id] = (parent, *above[parent.id]) if parent else ()
        return above

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        former = {name.casefold(): entry for entry in self.entries() for name in entry.former_ids}
        return former | {entry.id.casefold(): entry for entry in self.entries()}

    def __repr__(self) -> str:
        parts = {
            "theme": self.all_themes,
            "goal": self.goals,
            "action": self.actions,
            "indicator": self.indicators,
        }
        return f"<Programme {self.id}: {', '.join(counted(len(part), thing) for thing, part in parts.items())}>"

    def _tables(self) -> "Iterable[Table]":
        from muniprog.model.notebook import programme_tables

        return programme_tables(self)


def expect_programme(value: object) -> Programme:
    """Return a value that is a programme.

    Raises:
        ValueProblem: It is something else, such as the address of one.
    """
    if not isinstance(value, Programme):
        found = shown(repr(value))
        raise ValueProblem(message("Expected a programme, found {found}. Load it first: load(…).", found=found))
    return value


STATUS_WORDS = {
    Status.NOT_STARTED: message("not started"),
    Status.IN_PROGRESS: message("in progress"),
    Status.DONE: message("done"),
    Status.CONTINUOUS: message("continuous"),
    Status.POSTPONED: message("postponed"),
    Status.CANCELLED: message("cancelled"),
}


def _walk_theme(theme: Theme, parent: Entry | None) -> Iterator[tuple[Entry, Entry | None]]:
    yield theme, parent
    for goal in theme.goals:
        yield goal, theme
        for action in goal.actions:
            yield from _walk_action(action, goal)
        for indicator in goal.indicators:
            yield indicator, goal
    for action in theme.actions:
        yield from _walk_action(action, theme)
    for indicator in theme.indicators:
        yield indicator, theme
    for below in theme.themes:
        yield from _walk_theme(below, theme)


def _walk_action(action: Action, parent: Entry) -> Iterator[tuple[Entry, Entry | None]]:
    yield action, parent
    for indicator in action.indicators:
        yield indicator, action
