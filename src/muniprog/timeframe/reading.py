"""What was read out of a timetable's text, before it becomes a `Timeframe` or a `Period`."""

import attrs

from muniprog.timeframe.calendar import Precision
from muniprog.timeframe.recurrence import Recurrence
from muniprog.timeframe.remarks import Part, Remark
from muniprog.timeframe.units import Unit


@attrs.frozen
class Offset:
    """A length of time after a start that the text does not date: “M11” is eleven months into the project.

    Attributes:
        count: How many units.
        unit: month or year.
    """

    count: int
    unit: Precision


@attrs.frozen(kw_only=True)
class Reading:
    """The parts that a text's meaning is made of; see `Timeframe` for what each stands for."""

    start: Unit | None = None
    end: Unit | None = None
    continuous: bool = False
    recurring: Recurrence | None = None
    tentative: bool = False
    part: Part | None = None
    remark: Remark | None = None
    detail: str = ""
    offset: Offset | None = None

    @property
    def exact(self) -> bool:
        """Whether it says two dates and nothing else."""
        plain = attrs.evolve(self, start=None, end=None)
        return self.start is not None and self.end is not None and plain == Reading()
