"""The same programme as pydantic models: what the reading of JSON is compared with."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Text = str | dict[str, str]


class Strict(BaseModel):
    """A frozen model that refuses keys that it does not know, as muniprog's do."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Observation(Strict):
    period: int | str
    value: float


class Target(Strict):
    value: float
    by: int | str


class Indicator(Strict):
    id: str
    title: Text
    measure: Literal["count", "share", "ratio", "milestone", "text"]
    unit: Text
    direction: Literal["increase", "decrease", "keep"]
    baseline: float
    targets: list[Target]
    observations: list[Observation]


class Action(Strict):
    id: str
    title: Text
    description: Text
    timeframe: int | str
    indicators: list[Indicator]


class Goal(Strict):
    id: str
    title: Text
    owners: list[str]
    actions: list[Action]


class Theme(Strict):
    id: str
    title: Text
    goals: list[Goal]


class Owner(Strict):
    id: str
    name: Text
    kind: Literal["unit", "group"]


class Programme(Strict):
    muniprog: int
    id: str
    title: Text
    period: int | str
    languages: list[str]
    owners: list[Owner]
    themes: list[Theme]
