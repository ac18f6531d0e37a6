"""A programme looked over once, for all the checks to share."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import attrs

from muniprog.checks.places import paths_in
from muniprog.checks.spelling import Dictionary
from muniprog.model import Action, Entry, Goal, Indicator, Observation, Owner, Programme, Responsibility, Theme
from muniprog.paths import paths_of
from muniprog.source import Path
from muniprog.text import Text


class Sighting(NamedTuple):
    """An observation with the indicator that it belongs to and where it stands.

    Attributes:
        indicator: The indicator.
        observation: What was observed.
        round: Position of the follow-up that it stands in, or None where it stands under its indicator.
        position: Position in the list of observations.
    """

    indicator: Indicator
    observation: Observation
    round: int | None
    position: int


class Assignment(NamedTuple):
    """The owners that an item, or a step of it, names.

    Attributes:
        entry: The item.
        at: The path of the list inside the item.
        owners: The owners.
    """

    entry: Theme | Goal | Action | Indicator
    at: Path
    owners: tuple[Responsibility, ...]


@attrs.frozen(eq=False)
class Survey:
    """What several checks want to know of a programme; each view is made when it is first asked for."""

    programme: Programme

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that has an identifier, in the order of the file."""
        return tuple(self.programme.entries())

    @cached_property
    def items(self) -> tuple[Theme | Goal | Action | Indicator, ...]:
        """Everything but the owners, in the order of the file."""
        return tuple(entry for entry in self.entries if not isinstance(entry, Owner))

    @cached_property
    def live(self) -> dict[str, Entry]:
        """The items by their identifiers of today, in lower case."""
        return {entry.id.casefold(): entry for entry in self.entries}

    @cached_property
    def former(self) -> dict[str, Entry]:
        """The items by the identifiers that they had before, in lower case."""
        return {name.casefold(): entry for entry in reversed(self.entries) for name in entry.former_ids}

    def find(self, name: str) -> Entry | None:
        """Return the item with this identifier, whatever its case, or with this former identifier."""
        folded = name.casefold()
        return self.live.get(folded) or self.former.get(folded)

    def owner(self, name: str) -> Owner | None:
        """Return the owner with this identifier, or None where there is none."""
        found = self.find(name)
        return found if isinstance(found, Owner) else None

    def action(self, name: str) -> Action | None:
        """Return the action with this identifier, or None where there is none."""
        found = self.find(name)
        return found if isinstance(found, Action) else None

    @cached_property
    def identifiers(self) -> Dictionary:
        """All identifiers, to find the one that was meant."""
        return Dictionary.of(entry.id for entry in self.entries)

    @cached_property
    def owner_words(self) -> Dictionary:
        """All identifiers, names and aliases of owners, each standing for the owner's identifier."""
        words: dict[str, str] = {}
        for owner in self.programme.owners:
            names = (words for _, words in owner.name.values if words)
            for word in (owner.id, *names, *owner.aliases):
                words.setdefault(word, owner.id)
        return Dictionary(words)

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """All lists of owners, on items and on their steps."""
        return tuple(self._assignments())

    def _assignments(self) -> Iterator[Assignment]:
        for entry in self.items:
            if entry.owners:
                yield Assignment(entry, ("owners",), entry.owners)
            if isinstance(entry, Action):
                for position, step in enumerate(entry.steps):
                    if step.owners:
                        yield Assignment(entry, ("steps", position, "owners"), step.owners)

    @cached_property
    def sightings(self) -> dict[str, list[Sighting]]:
        """All observations by the identifier of their indicator; those of unknown indicators are left out."""
        found = {
            indicator.id: [
                Sighting(indicator, observation, None, position)
                for position, observation in enumerate(indicator.observations)
            ]
            for indicator in self.programme.indicators
        }
        for number, follow_up in enumerate(self.programme.follow_ups):
            for position, observation in enumerate(follow_up.observations):
                indicator = self.find(observation.indicator or "")
                if isinstance(indicator, Indicator):
                    found[indicator.id].append(Sighting(indicator, observation, number, position))
        return found

    @cached_property
    def paths(self) -> dict[str, Path]:
        """The path of every item: in what was loaded, or else in what would be written."""
        origin = self.programme.origin
        return paths_of(origin.source.mapping) if origin is not None else paths_in(self.programme)

    def path(self, entry: Entry, *inside: str | int) -> Path:
        """Return the path of an item, or of something inside it; empty for an item that is newer than the file."""
        own = self.paths.get(entry.id)
        return () if own is None else (*own, *inside)

    def sighting_path(self, sighting: Sighting, *inside: str | int) -> Path:
        """Return the path of an observation, or of something inside it."""
        if sighting.round is None:
            return self.path(sighting.indicator, "observations", sighting.position, *inside)
        return ("follow_ups", sighting.round, "observations", sighting.position, *inside)


def label(entry: Entry) -> Text | str:
    """Return what to call an item in a sentence: its title, or its identifier where it has none."""
    return entry.title or entry.id
