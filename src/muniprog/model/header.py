"""What stands at the top of a programme: whose it is, who adopted it, where it was printed, its own words."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import attrs

from muniprog.source import EMPTY
from muniprog.text import Text


@attrs.frozen(kw_only=True)
class Municipality:
    """Whose programme it is.

    Attributes:
        name: Name of the municipality.
        country: ISO 3166-1 code of two letters.
        code: The country's own code for the municipality, as text.
        population: Inhabitants, by year.
    """

    name: Text
    country: str | None = None
    code: str | None = None
    population: Mapping[str, int] = attrs.field(default=EMPTY, hash=False)


@attrs.frozen(kw_only=True)
class Adoption:
    """The decision by which the programme was adopted.

    Attributes:
        on: Day of the decision.
        by: Who decided.
        decision: Reference to the decision.
    """

    on: date | None = None
    by: Text | None = None
    decision: str | None = None


@attrs.frozen(kw_only=True)
class SourceDocument:
    """The document that the programme was taken from.

    Attributes:
        title: Title of the document.
        publisher: Who published it.
        address: Where it is found.
        licence: Terms of use.
        note: A remark.
    """

    title: Text | None = None
    publisher: Text | None = None
    address: str | None = None
    licence: str | None = None
    note: Text | None = None


class Position(StrEnum):
    """Where a section of running text stands in a printed programme."""

    FRONT = "front"
    BACK = "back"


@attrs.frozen(kw_only=True)
class Section:
    """Running text before or after the programme's tables, such as a foreword.

    Attributes:
        id: Identifier of the section.
        title: Heading.
        text: The text; an empty line parts paragraphs.
        signed: Who signs it.
        place: `front` (before the themes) or `back` (after them).
    """

    id: str
    title: Text
    text: Text | None = None
    signed: Text | None = None
    place: Position = Position.FRONT


@attrs.frozen(kw_only=True)
class Code:
    """One code of a classification, or one choice of a field.

    Attributes:
        id: The code.
        title: What it means.
    """

    id: str
    title: Text


@attrs.frozen(kw_only=True)
class Classification:
    """A list of codes that items can be tagged with as `classification:code`, such as the SDGs.

    Attributes:
        id: Identifier, used before the colon of a tag.
        title: What the classification is called.
        codes: Its codes; when there are none, any code may be used.
    """

    id: str
    title: Text
    codes: tuple[Code, ...] = ()


class FieldKind(StrEnum):
    """What a custom field holds."""

    CHOICE = "choice"
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    YES_NO = "yes_no"


@attrs.frozen(kw_only=True)
class Field:
    """A custom field that the programme declares; items carry its values under `values`.

    Attributes:
        id: Identifier, used as the key under `values`.
        title: What the field is called.
        kind: `choice`, `number`, `text`, `date` or `yes_no`.
        unit: Unit of a number.
        choices: What may be chosen.
        applies_to: The kinds of item that may carry it (`theme`, `goal`, `action`, `indicator`); empty means all.
    """

    id: str
    title: Text
    kind: FieldKind
    unit: Text | None = None
    choices: tuple[Code, ...] = ()
    applies_to: tuple[str, ...] = ()


class RollUp(StrEnum):
    """How the attainment of several parts becomes one figure."""

    MEAN = "mean"
    WEIGHTED = "weighted"
    WORST = "worst"


class Unassessed(StrEnum):
    """What becomes of a part that has nothing to measure when its whole is computed."""

    LEAVE_OUT = "leave_out"
    AS_ZERO = "as_zero"


@attrs.frozen(kw_only=True)
class ProgressRules:
    """How the programme wants progress to be computed where there is more than one honest way.

    Attributes:
        roll_up: How goals, themes and the programme follow from their indicators: `mean` (all parts alike),
            `weighted` (by the `weight` of each part) or `worst` (the part that has come least far).
        unassessed: What a part without anything to measure does: `leave_out` (the figure is of those that could be
            assessed) or `as_zero` (it counts as not having come anywhere).
    """

    roll_up: RollUp = RollUp.MEAN
    unassessed: Unassessed = Unassessed.LEAVE_OUT


@attrs.frozen(kw_only=True)
class Silence:
    """A finding that has been looked at and is left as it is, with the reason.

    Attributes:
        check: Code of the check, such as `C102`.
        items: Identifiers of the items that it is silenced for; empty means the whole programme.
        reason: Why.
    """

    check: str
    reason: Text
    items: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Lineage:
    """The programme that this one was made from.

    Attributes:
        programme: Identifier of the earlier programme.
        note: What was taken over and what was changed.
    """

    programme: str
    note: Text | None = None
