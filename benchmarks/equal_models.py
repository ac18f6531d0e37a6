"""muniprog's model once more, in pydantic: what the reading of JSON is compared with.

Equal means: the same keys, the same optional ones among them, unknown keys refused, nothing cast, numbers as
decimals, periods and timeframes as dates (by muniprog's own reading of their notations), frozen.
`BareProgramme` is the same without all that: floats, and periods as they are written.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, InstanceOf

from muniprog.timeframe import Period, Timeframe

Text = str | dict[str, str | None]
Value = Decimal | bool | str
APeriod = Annotated[InstanceOf[Period], BeforeValidator(Period.parse)]
ATimeframe = Annotated[InstanceOf[Timeframe], BeforeValidator(Timeframe.parse)]


class Equal(BaseModel):
    """Frozen, strict, and closed to unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Item(Equal):
    """What has an identifier."""

    id: str
    title: Text
    description: Text | None = None
    note: Text | None = None
    tags: list[str] = []
    values: dict[str, object] = {}
    former_ids: list[str] = []
    extensions: dict[str, object] = {}


class Observation(Equal):
    """One measured value."""

    period: APeriod
    value: Value | None = None
    missing: Literal["not_available", "suppressed"] | None = None
    reason: Text | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    dimensions: dict[str, str] = {}
    note: Text | None = None
    source: Text | None = None
    reported_by: str | None = None
    reported_on: date | None = None
    indicator: str | None = None


class Target(Equal):
    """Where an indicator should go."""

    value: Value
    by: ATimeframe = Timeframe()
    comparison: Literal["at_least", "at_most", "exactly"] | None = None
    set_on: date | None = None
    set_by: Text | None = None
    reason: Text | None = None


class Indicator(Item):
    """How one knows."""

    measure: Literal["count", "share", "ratio", "money", "duration", "scale", "index", "milestone", "text"]
    unit: Text | None = None
    per: Literal["year", "half_year", "quarter", "month", "round"] | None = None
    series: Literal["snapshot", "per_period", "running_total"] | None = None
    direction: Literal["increase", "decrease", "keep"] | None = None
    scale: list[Decimal] = []
    baseline: Value | None = None
    targets: list[Target] = []
    affects: list[str] = []
    source: Text | None = None
    decimals: int | None = None
    owners: list[str] = []
    observations: list[Observation] = []


class Action(Item):
    """What will be done."""

    timeframe: ATimeframe = Timeframe()
    owners: list[str] = []
    indicators: list[Indicator] = []
    depends_on: list[str] = []
    supersedes: list[str] = []
    visibility: Literal["public", "internal"] = "public"


class Goal(Item):
    """What shall be true."""

    aliases: list[Text] = []
    owners: list[str] = []
    timeframe: ATimeframe = Timeframe()
    actions: list[Action] = []
    indicators: list[Indicator] = []


class Theme(Item):
    """A chapter."""

    owners: list[str] = []
    timeframe: ATimeframe = Timeframe()
    goals: list[Goal] = []


class Owner(Equal):
    """Who answers for it."""

    id: str
    name: Text
    kind: Literal["organisation", "unit", "group", "network", "role"] | None = None


class EqualProgramme(Equal):
    """The whole."""

    muniprog: int
    id: str
    title: Text
    period: APeriod
    languages: list[str]
    owners: list[Owner] = []
    themes: list[Theme] = []


class Bare(BaseModel):
    """Closed to unknown keys, and nothing more."""

    model_config = ConfigDict(extra="forbid")


class BareObservation(Bare):
    """One measured value, as written."""

    period: int | str
    value: float


class BareTarget(Bare):
    """Where an indicator should go, as written."""

    value: float
    by: int | str


class BareIndicator(Bare):
    """How one knows, as written."""

    id: str
    title: Text
    measure: str
    unit: Text
    direction: str
    baseline: float
    targets: list[BareTarget]
    observations: list[BareObservation]


class BareAction(Bare):
    """What will be done, as written."""

    id: str
    title: Text
    description: Text
    timeframe: int | str
    indicators: list[BareIndicator]


class BareGoal(Bare):
    """What shall be true, as written."""

    id: str
    title: Text
    owners: list[str]
    actions: list[BareAction]


class BareTheme(Bare):
    """A chapter, as written."""

    id: str
    title: Text
    goals: list[BareGoal]


class BareProgramme(Bare):
    """The whole, as written."""

    muniprog: int
    id: str
    title: Text
    period: int | str
    languages: list[str]
    owners: list[Owner]
    themes: list[BareTheme]
