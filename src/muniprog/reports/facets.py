"""By what readers find an item in a report: its themes, its owners, its years, and how it stands."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Self

import attrs

from muniprog.document import Facet, FacetKind, Prose, prose
from muniprog.model import Action, Goal, Indicator, Programme, Status, Theme
from muniprog.progress import STANDING_WORDS, Standing
from muniprog.reports import words
from muniprog.reports.owner_names import owner_name
from muniprog.reports.voice import Voice

_AFTER_ALL_YEARS = 10_000
_NOT_REPORTED = "not_reported"


@attrs.frozen
class ItemFacets:
    """Tells by what the items of a programme are found.

    Attributes:
        programme: The programme.
        voice: The languages of the report.
        owners_of: The identifiers of those who answer for an item, by the item's identifier.
        owner_name: What an owner is called.
        prefix: What stands before each theme, where a report is about several programmes.
    """

    programme: Programme
    voice: Voice
    owners_of: Callable[[str], tuple[str, ...]]
    owner_name: Callable[[str], Prose]
    prefix: str = ""

    @classmethod
    def as_planned(cls, programme: Programme, voice: Voice) -> Self:
        """Return what tells by what items are found in the programme as it is written, on no special day."""

        def owners_of(item: str) -> tuple[str, ...]:
            named = dict.fromkeys(each.owner for each in programme.effective_owners(item)[0])
            return tuple(programme[name].id for name in named if name in programme)

        return cls(programme, voice, owners_of, lambda owner: owner_name(programme, owner, voice))

    def of(self, item: Theme | Goal | Action | Indicator) -> tuple[Facet, ...]:
        """Return the themes that an item stands in, who answers for it, and when it takes place."""
        return (*self._themes_of(item), *map(self.owner, self.owners_of(item.id)), *self._years_of(item))

    def owner(self, identifier: str) -> Facet:
        """Return what is found by an owner; the same in all programmes that a report is about."""
        known = self._owners.get(identifier)
        if known is None:
            former = self.programme[identifier].former_ids if identifier in self.programme else ()
            known = Facet(FacetKind.OWNER, identifier, self.owner_name(identifier), former=former)
            self._owners[identifier] = known
        return known

    def _themes_of(self, item: Theme | Goal | Action | Indicator) -> Iterator[Facet]:
        for each in (item, *self.programme.above(item.id)):
            if isinstance(each, Theme):
                yield self._themes[each.id]

    def _years_of(self, item: Theme | Goal | Action | Indicator) -> Iterator[Facet]:
        """Yield the years of the programme in which something takes place; what is continuous does so in all."""
        timeframe = self.programme.effective_timeframe(item.id)[0]
        yield from (self._years[year] for year in timeframe.years(self.programme.period))
        if timeframe.continuous:
            yield self._continuous

    @cached_property
    def _themes(self) -> dict[str, Facet]:
        return {
            theme.id: Facet(
                FacetKind.THEME,
                self.prefix + theme.id,
                self._title(theme),
                rank=rank,
                former=[self.prefix + before for before in theme.former_ids],
            )
            for rank, theme in enumerate(self.programme.all_themes)
        }

    def _title(self, theme: Theme) -> Prose:
        return self.voice.name(theme.title) or prose(theme.id)

    @cached_property
    def _owners(self) -> dict[str, Facet]:
        return {}

    @cached_property
    def _years(self) -> dict[int, Facet]:
        period = self.programme.period
        years = range(period.start.year, period.end.year + 1)
        return {year: Facet(FacetKind.YEAR, str(year), str(year), rank=year) for year in years}

    @cached_property
    def _continuous(self) -> Facet:
        return Facet(FacetKind.YEAR, "continuous", self.voice.say(words.CONTINUOUS), rank=_AFTER_ALL_YEARS)


def status_facet(status: Status | None, label: Prose) -> Facet:
    """Return what is found by a status; what nobody has reported comes last."""
    rank = len(Status) if status is None else list(Status).index(status)
    return Facet(FacetKind.STATUS, _NOT_REPORTED if status is None else status, label, rank=rank)


def verdict_facet(standing: Standing, voice: Voice) -> Facet:
    """Return what is found by a verdict."""
    return Facet(FacetKind.VERDICT, standing, voice.say(STANDING_WORDS[standing]), rank=list(Standing).index(standing))
