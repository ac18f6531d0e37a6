"""All figures of a programme on a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import attrs

from muniprog.errors import UnknownNameError
from muniprog.messages import Message, message
from muniprog.model import Programme, ProgressRules
from muniprog.model.shown import ShowsItself
from muniprog.progress.actions import ActionFigures
from muniprog.progress.groups import GroupFigures, OwnerFigures
from muniprog.progress.indicators import IndicatorFigures

if TYPE_CHECKING:
    from muniprog.document import Table

AnyFigures = ActionFigures | IndicatorFigures | GroupFigures
"""The figures of one item."""

Kind = TypeVar("Kind", ActionFigures, IndicatorFigures, GroupFigures)


@attrs.frozen(kw_only=True, repr=False)
class Figures(Mapping[str, AnyFigures], ShowsItself):
    """The figures of a programme on a day; those of an item are found by its identifier: `figures["boende"]`.

    Attributes:
        source: The programme that they are of.
        as_of: The day.
        rules: The rules by which they were computed.
        programme: The figures of the whole.
        themes: Those of each theme at every depth, in the order of the file.
        goals: Those of each goal.
        actions: Those of each action.
        indicators: Those of each indicator.
        owners: Those of each owner, as they are on that day.
    """

    source: Programme
    as_of: date
    rules: ProgressRules
    programme: GroupFigures
    themes: tuple[GroupFigures, ...]
    goals: tuple[GroupFigures, ...]
    actions: tuple[ActionFigures, ...]
    indicators: tuple[IndicatorFigures, ...]
    owners: tuple[OwnerFigures, ...]
    _by_id: Mapping[str, AnyFigures] = attrs.field(eq=False)

    def action(self, identifier: str) -> ActionFigures:
        """Return the figures of an action."""
        return self._of_kind(ActionFigures, message("action"), identifier)

    def indicator(self, identifier: str) -> IndicatorFigures:
        """Return the figures of an indicator."""
        return self._of_kind(IndicatorFigures, message("indicator"), identifier)

    def group(self, identifier: str) -> GroupFigures:
        """Return the figures of a goal, a theme or an owner."""
        return self._of_kind(GroupFigures, message("goal, theme or owner"), identifier)

    def __getitem__(self, identifier: str) -> AnyFigures:
        """Return the figures of the item with this identifier, whatever its case, or with this former one."""
        return self._by_id[self.source[identifier].id]

    def _of_kind(self, kind: type[Kind], word: Message, identifier: str) -> Kind:
        found = self[identifier]
        if not isinstance(found, kind):
            known = [name for name, figures in self._by_id.items() if isinstance(figures, kind)]
            raise UnknownNameError(word, identifier, known)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, identifier: object) -> bool:
        return identifier in self.source

    def _tables(self) -> "Iterable[Table]":
        from muniprog.progress.notebook import all_tables

        return all_tables(self)

    def __repr__(self) -> str:
        return f"<Figures of {self.source.id} on {self.as_of}: {self.programme.completion} done>"
