"""What every goal, action, owner and indicator has in common, and the small values that hang on them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from muniprog.model.shown import ShowsItself
from muniprog.source import EMPTY, Plain
from muniprog.text import Text
from muniprog.timeframe import Timeframe

if TYPE_CHECKING:
    from muniprog.document import Table

LAST = ("tags", "values", "former_ids", "extensions")


def bookkeeping_last(_: type, fields: list[attrs.Attribute]) -> list[attrs.Attribute]:  # type: ignore[type-arg]
    """Put the fields that are about the item's bookkeeping after those that a reader looks for."""
    return sorted(fields, key=lambda field: LAST.index(field.name) + 1 if field.name in LAST else 0)


@attrs.frozen(kw_only=True, repr=False)
class Item(ShowsItself):
    """Anything with an identifier.

    Attributes:
        id: Identifier: letters, digits, dot, underscore and hyphen; unique in the programme whatever the case,
            never reused.
        title: What it is called.
        description: What it means, in as many words as it takes.
        note: A remark for those who keep the programme; printed only when asked for.
        tags: Codes of the programme's classifications, such as `sdg:8`, or words of its own.
        values: Values of the custom fields that the programme declares, by the field's identifier.
        former_ids: Identifiers that it has had before; links and answers that use them still find it.
        extensions: Data of plug-ins, by plug-in name; kept as it is, also when the plug-in is not there.
    """

    id: str
    title: Text
    description: Text | None = None
    note: Text | None = None
    tags: tuple[str, ...] = ()
    values: Mapping[str, Plain] = attrs.field(default=EMPTY, hash=False)
    former_ids: tuple[str, ...] = ()
    extensions: Mapping[str, Plain] = attrs.field(default=EMPTY, hash=False)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}: {self.title}>"

    def _tables(self) -> "Iterable[Table]":
        from muniprog.model.notebook import item_tables

        return item_tables(self)


def counted(number: int, thing: str) -> str:
    """Return a number of things, for the reprs.

    >>> counted(1, "goal"), counted(27, "goal")
    ('1 goal', '27 goals')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


class Role(StrEnum):
    """What an owner is to an action, goal or indicator."""

    LEAD = "lead"
    PARTNER = "partner"
    CONTACT = "contact"


@attrs.frozen(kw_only=True)
class Responsibility:
    """That an owner answers for something; written as the owner's bare identifier when the owner leads.

    Attributes:
        owner: Identifier of the owner.
        role: `lead`, `partner` or `contact`.
        note: How the responsibility is shared, where that needs words.
    """

    owner: str
    role: Role = Role.LEAD
    note: Text | None = None


class OwnerKind(StrEnum):
    """What sort of body an owner is."""

    ORGANISATION = "organisation"
    UNIT = "unit"
    GROUP = "group"
    NETWORK = "network"
    ROLE = "role"


@attrs.frozen(kw_only=True, repr=False)
class Contact:
    """How to reach an owner. Private: nothing that is published carries it unless asked for by name.

    Attributes:
        name: Whom to ask for.
        email: Address for e-mail.
        phone: Telephone number.
    """

    name: str | None = None
    email: str | None = None
    phone: str | None = None

    def __repr__(self) -> str:
        return "<Contact: private>"


@attrs.frozen(kw_only=True)
class Link:
    """A page or file that belongs to an action.

    Attributes:
        url: Address; only `http`, `https` and `mailto` become links in reports.
        title: What the link is called.
    """

    url: str
    title: Text | None = None


@attrs.frozen(kw_only=True)
class BudgetLine:
    """Money for an action in one year.

    Attributes:
        year: Calendar or fiscal year.
        planned: Planned amount.
        actual: Amount spent.
        currency: ISO 4217 code.
        funder: Who pays.
    """

    year: int
    planned: Decimal | None = None
    actual: Decimal | None = None
    currency: str = "EUR"
    funder: Text | None = None


@attrs.frozen(kw_only=True)
class Step:
    """A dated part of an action.

    Attributes:
        title: What is done.
        timeframe: When.
        owners: Who answers for the step, where that is not the action's owners.
        note: A remark for those who keep the programme.
    """

    title: Text
    timeframe: Timeframe = Timeframe()
    owners: tuple[Responsibility, ...] = ()
    note: Text | None = None


class Visibility(StrEnum):
    """Whether something may be published."""

    PUBLIC = "public"
    INTERNAL = "internal"
