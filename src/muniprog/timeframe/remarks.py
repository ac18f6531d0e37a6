"""What a timetable's cell says besides its dates."""

from enum import StrEnum


class Part(StrEnum):
    """Which part of a stretch a fuzzy text means; nobody can say on which day it starts."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"


class Remark(StrEnum):
    """What a timetable's cell says besides dates, or instead of them."""

    DONE = "done"
    STARTED = "started"
    ONGOING = "ongoing"
    PARTIAL = "partial"
    AIM = "aim"
    IMMEDIATE = "immediate"
    RELATIVE = "relative"  # to a start or an event that the cell does not date
    NO_YEAR = "no_year"
    SEE_OTHER_DOCUMENT = "see_other_document"
    NOT_GIVEN = "not_given"
    TEMPLATE = "template"  # “(indicate start and end date)” was left in
    WORDS = "words"  # a text that was told to have no dates
