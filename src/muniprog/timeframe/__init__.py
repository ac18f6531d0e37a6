"""When: periods, timetables and days, as programmes write them and as dates.

“2021”, “2019–2022”, “hösten 2021”, “Kontinuerlig”, “vuoteen 2027 mennessä” and many more are read to dates by a
grammar that never guesses: what it does not understand in full is refused with the choices. The notations are
listed in the reference, under *Timeframes*.
"""

from muniprog.timeframe.calendar import Calendar, DateOrder, Precision
from muniprog.timeframe.days import as_day, parse_day, slash_order
from muniprog.timeframe.period import Period
from muniprog.timeframe.reading import Offset
from muniprog.timeframe.recurrence import Recurrence
from muniprog.timeframe.remarks import Part, Remark
from muniprog.timeframe.timeframe import Timeframe

__all__ = [
    "Calendar",
    "DateOrder",
    "Offset",
    "Part",
    "Period",
    "Precision",
    "Recurrence",
    "Remark",
    "Timeframe",
    "as_day",
    "parse_day",
    "slash_order",
]
