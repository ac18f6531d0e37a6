"""Progress: how far a programme has come on a given day, in figures that can explain themselves.

`assess` goes from a programme, its rounds of follow-up and a day to `Figures`. Nothing here reads the clock, nothing is
rounded before somebody reads it, and missing is never zero.

Modules: `assessing` (the way up), `figures` (all of them), `actions`, `indicators` and `groups` (those of an item),
`known` (what was known on the day), `answers` and `reservations` (what a round holds, and what to know about it),
`values`, `periods` and `totals` (values of an indicator), `targets` and `standing` (where it stands), `formulas`,
`trends`, `budgets`, `counts`, `shares`, `rollup`, `owners`, `tags`, `explanation`, `explaining`, `rows`, `numbers`,
`order`, `single`, `words`.
"""

from muniprog.progress.actions import ActionFigures
from muniprog.progress.assessing import assess
from muniprog.progress.budgets import Money
from muniprog.progress.counts import Completion, StatusCounts
from muniprog.progress.explanation import Explanation
from muniprog.progress.figures import AnyFigures, Figures
from muniprog.progress.groups import GroupFigures, OwnerFigures
from muniprog.progress.indicators import IndicatorFigures
from muniprog.progress.known import Reported
from muniprog.progress.numbers import Amount, Quantity, per_cent
from muniprog.progress.reservations import Reservation, ReservationKind
from muniprog.progress.rollup import Part, RolledUp
from muniprog.progress.rows import FIGURE_TABLES, figure_rows
from muniprog.progress.shares import ShareOf, shares
from muniprog.progress.single import one_figure
from muniprog.progress.standing import STANDING_WORDS, Judged, Standing
from muniprog.progress.tags import actions_by_tag
from muniprog.progress.targets import TargetInForce
from muniprog.progress.totals import Total
from muniprog.progress.trends import Trend
from muniprog.progress.values import AVAILABILITY_WORDS, Availability, PeriodValue
from muniprog.progress.words import NOT_REPORTED, status_word

__all__ = [
    "AVAILABILITY_WORDS",
    "FIGURE_TABLES",
    "NOT_REPORTED",
    "STANDING_WORDS",
    "ActionFigures",
    "Amount",
    "AnyFigures",
    "Availability",
    "Completion",
    "Explanation",
    "Figures",
    "GroupFigures",
    "IndicatorFigures",
    "Judged",
    "Money",
    "OwnerFigures",
    "Part",
    "PeriodValue",
    "Quantity",
    "Reported",
    "Reservation",
    "ReservationKind",
    "RolledUp",
    "ShareOf",
    "Standing",
    "StatusCounts",
    "TargetInForce",
    "Total",
    "Trend",
    "actions_by_tag",
    "assess",
    "figure_rows",
    "one_figure",
    "per_cent",
    "shares",
    "status_word",
]
