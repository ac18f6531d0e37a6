"""How a report of figures names things: items that lead to where they are told about, owners of their day, statuses."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TypeVar

import attrs

from muniprog.document import BulletList, Cell, Facet, Heading, Look, Mark, Prose, cell, prose
from muniprog.messages import Spoken, message
from muniprog.model import Action, Goal, Indicator, Item, Owner, Programme, Role, Status, Theme
from muniprog.progress import NOT_REPORTED, ActionFigures, Figures, IndicatorFigures, Money, status_word
from muniprog.reports import words
from muniprog.reports.facets import ItemFacets, status_facet, verdict_facet
from muniprog.reports.frame import joined
from muniprog.reports.joined import Joined
from muniprog.reports.occasion import Occasion
from muniprog.reports.owner_names import owner_name
from muniprog.reports.voice import BELOW, BETWEEN, Voice

Told = TypeVar("Told", ActionFigures, IndicatorFigures)

DASH = "–"
"""Stands where there is no value; a word beside it says why."""


@attrs.frozen
class Teller:
    """Puts what a report stands on into words.

    Attributes:
        occasion: What the report stands on.
        voice: The languages of the report.
        prefix: What stands before each anchor, where a report is about several programmes.
        look: The colours of pictures.
    """

    occasion: Occasion
    voice: Voice
    prefix: str = ""
    look: Look = Look()

    @property
    def programme(self) -> Programme:
        """The programme, as it was on the day."""
        return self.occasion.programme

    @property
    def figures(self) -> Figures:
        """The figures of the day."""
        return self.occasion.figures

    def title(self, item: Item | Owner, between: str = BETWEEN) -> Prose:
        """Return what an item is called; its identifier where it has no title."""
        return self.voice.text(item.title, between) or prose(item.id)

    def heading(self, level: int, title: Spoken, anchor: str) -> Heading:
        """Return the heading of a chapter."""
        return Heading(level, self.voice.say(title), anchor=f"{self.prefix}chapter-{anchor}")

    def theme(self, theme: Theme, level: int, chapter: str = "") -> Heading:
        """Return the heading of a theme; links to the theme lead to the one that names no chapter."""
        name = f"chapter-{chapter}-{theme.id}" if chapter else theme.id
        return Heading(level, self.title(theme), anchor=self.prefix + name)

    def linked(self, item: Theme | Goal | Action | Indicator) -> Prose:
        """Return the title of an item, leading to where the report tells about it."""
        return tuple(attrs.evolve(span, link=f"#{self.prefix}{item.id}") for span in self.title(item))

    def mention(self, name: str) -> Prose:
        """Return the title of an item by its identifier; an item that is not there is named as it is written."""
        if name not in self.programme:
            return prose(name)
        found = self.programme[name]
        return self.linked(found) if isinstance(found, (Theme, Goal, Action, Indicator)) else self.owner(found.id)

    def entry(self, item: Goal | Action | Indicator) -> Cell:
        """Return the cell of an item where the report tells about it; links to the item lead there."""
        return cell(self.title(item, BELOW), header=True, anchor=self.prefix + item.id)

    def facets(self, name: str) -> tuple[Facet, ...]:
        """Return by what readers find what is told about an item; nothing for what is not in the programme."""
        if name not in self.programme:
            return ()
        match item := self.programme[name]:
            case Owner():
                return (self._found_by.owner(item.id),)
            case Theme():
                return self._found_by.of(item)
            case Indicator():
                return (*self._found_by.of(item), verdict_facet(self.figures.indicator(item.id).verdict, self.voice))
            case Goal():
                status = self.figures.group(item.id).status
            case _:
                status = self.figures.action(item.id).status
        return (*self._found_by.of(item), status_facet(status, self.status(status)))

    @cached_property
    def _found_by(self) -> ItemFacets:
        return ItemFacets(self.programme, self.voice, self.occasion.owners.of, self.owner, self.prefix)

    def status(self, status: Status | None) -> Prose:
        """Return the word for a status; nothing reported is marked as something that is missing."""
        if status is None:
            return self.voice.warn(NOT_REPORTED)
        return self.voice.say(status_word(self.programme, status))

    def day(self, day: date | None) -> Prose:
        """Return a day, or a dash for none."""
        return prose(DASH) if day is None else self.voice.say(message("{day}", day=day))

    def owner(self, identifier: str) -> Prose:
        """Return what an owner is called; that it has ended only where that was so on the day."""
        return owner_name(self.programme, identifier, self.voice, on=self.occasion.owners_as_of)

    def owners(self, item: str) -> Prose:
        """Return who answers for an item on the day, each once, in one line."""
        return joined([self.owner(name) for name in self.occasion.owners.of(item)])

    def roles(self, item: str, owner: str) -> Prose:
        """Return what an owner is to an item on the day, also where it has taken over from another one."""
        standing = self.occasion.owners
        found = [each for each in self.programme.effective_owners(item)[0] if standing.standing_for([each]) == (owner,)]
        roles = {Role(each.role) for each in found}
        return joined([self.voice.say(words.LEAD_AND_OTHERS[role]) for role in Role if role in roles])

    def in_order(self, found: Iterable[Told]) -> list[Told]:
        """Return figures of items in the order in which the programme has the items."""
        return sorted(found, key=lambda figures: self.occasion.positions[figures.id])

    def marked(self, spoken: Spoken, mark: Mark) -> Prose:
        """Return words that stand out; they say all that the mark does."""
        return tuple(attrs.evolve(span, mark=mark) for span in self.voice.say(spoken))

    def line(self, parts: Iterable[Spoken | str]) -> Prose:
        """Return several words as one line; every language has the whole line."""
        return self.voice.say(Joined(parts), BELOW)

    def bullets(self, sentences: Iterable[Spoken]) -> BulletList:
        """Return sentences as a list; in several languages each sentence stands in one below the other."""
        return BulletList([self.voice.say(sentence, BELOW) for sentence in sentences])

    def money(self, money: Iterable[Money]) -> Cell:
        """Return planned and spent, one line for each currency."""
        return cell(*(self.voice.say(each, BELOW) for each in money))
