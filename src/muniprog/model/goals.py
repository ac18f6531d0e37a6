"""The programme's own tree: themes hold goals, goals hold actions; and the owners who answer for them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from muniprog.model.indicator import Indicator
from muniprog.model.items import (
    BudgetLine,
    Contact,
    Item,
    Link,
    OwnerKind,
    Responsibility,
    Step,
    Visibility,
    bookkeeping_last,
    counted,
)
from muniprog.model.shown import ShowsItself
from muniprog.source import EMPTY, Plain
from muniprog.text import Text
from muniprog.timeframe import Timeframe

if TYPE_CHECKING:
    from muniprog.document import Table


@attrs.frozen(kw_only=True, repr=False, field_transformer=bookkeeping_last)
class Owner(ShowsItself):
    """Who answers for something.

    Attributes:
        id: Identifier, unique in the programme whatever the case.
        name: What the owner is called.
        kind: `organisation`, `unit`, `group`, `network` or `role`.
        aliases: Other spellings of the name that are met in texts and forms.
        parent: Identifier of the owner that it belongs to.
        valid_from: The first day on which it exists, where it has not always existed.
        valid_until: The last day on which it exists, where it has ended.
        succeeded_by: Identifier of the owner that took over.
        external_ids: Identifiers in other registers, by register.
        language: The language in which it is asked and written to; the language of record where it is left out.
        contact: How to reach it; private.
        note: A remark for those who keep the programme.
        former_ids: Identifiers that it has had before.
        extensions: Data of plug-ins, by plug-in name.
    """

    id: str
    name: Text
    kind: OwnerKind | None = None
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    succeeded_by: str | None = None
    external_ids: Mapping[str, str] = attrs.field(default=EMPTY, hash=False)
    language: str | None = None
    contact: Contact | None = None
    note: Text | None = None
    former_ids: tuple[str, ...] = ()
    extensions: Mapping[str, Plain] = attrs.field(default=EMPTY, hash=False)

    @property
    def title(self) -> Text:
        """The name, under the word that every other item uses."""
        return self.name

    def __repr__(self) -> str:
        return f"<Owner {self.id}: {self.name}>"

    def _tables(self) -> "Iterable[Table]":
        from muniprog.model.notebook import item_tables

        return item_tables(self)


@attrs.frozen(kw_only=True, repr=False, field_transformer=bookkeeping_last)
class Action(Item):
    """What will be done.

    Attributes:
        timeframe: When; taken from the goal where the action does not say.
        owners: Who answers for it; taken from the goal where the action does not say.
        steps: Dated parts of it.
        indicators: How one knows that it is done.
        depends_on: Identifiers of actions that must come first.
        supersedes: Identifiers of actions that this one replaces.
        budget: Money, by year.
        links: Pages and files that belong to it.
        visibility: `public`, or `internal` for what is not published.
    """

    timeframe: Timeframe = Timeframe()
    owners: tuple[Responsibility, ...] = ()
    steps: tuple[Step, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    depends_on: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    links: tuple[Link, ...] = ()
    visibility: Visibility = Visibility.PUBLIC


@attrs.frozen(kw_only=True)
class Overview:
    """Where an overview page places a goal; written as a bare timeframe when the page uses the goal's own title.

    Attributes:
        timeframe: The heading that the goal stands under, such as `2020` or `Kontinuerlig`.
        title: The name that the page uses for the goal, where it is another.
    """

    timeframe: Timeframe
    title: Text | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=bookkeeping_last)
class Goal(Item):
    """What shall be true.

    Attributes:
        aliases: Other names used for it.
        owners: Who answers for it.
        timeframe: When.
        weight: How much the goal counts when the programme weighs its goals (`progress: {roll_up: weighted}`).
        overview: Where the programme's overview page places it, as printed.
        actions: What will be done to reach it.
        indicators: How one knows that it is reached.
    """

    aliases: tuple[Text, ...] = ()
    owners: tuple[Responsibility, ...] = ()
    timeframe: Timeframe = Timeframe()
    weight: Decimal | None = None
    overview: Overview | None = None
    actions: tuple[Action, ...] = ()
    indicators: tuple[Indicator, ...] = ()

    @property
    def all_indicators(self) -> tuple[Indicator, ...]:
        """Its own indicators and those of its actions."""
        return self.indicators + tuple(indicator for action in self.actions for indicator in action.indicators)

    def __repr__(self) -> str:
        parts = f"{counted(len(self.actions), 'action')}, {counted(len(self.all_indicators), 'indicator')}"
        return f"<Goal {self.id}: {self.title}; {parts}>"


@attrs.frozen(kw_only=True, repr=False, field_transformer=bookkeeping_last)
class Theme(Item):
    """A chapter of the programme.

    Attributes:
        owners: Who answers for the theme.
        timeframe: When.
        weight: How much the theme counts when the programme weighs its themes.
        goals: What shall be true.
        actions: What will be done, where a programme has actions without goals.
        indicators: How one knows.
        themes: Themes below it, to any depth.
    """

    owners: tuple[Responsibility, ...] = ()
    timeframe: Timeframe = Timeframe()
    weight: Decimal | None = None
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    themes: tuple["Theme", ...] = ()

    def walk(self) -> Iterator["Theme"]:
        """Yield the theme itself and then the themes below it, in the order of the file."""
        yield self
        for theme in self.themes:
            yield from theme.walk()

    def __repr__(self) -> str:
        return f"<Theme {self.id}: {self.title}; {counted(len(self.goals), 'goal')}>"


attrs.resolve_types(Theme)  # so that whoever reads the fields finds the class and not its name
