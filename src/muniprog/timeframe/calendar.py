"""What a programme means by its seasons, school years, fiscal years, council terms and slash dates."""

from enum import StrEnum

import attrs

from muniprog.errors import ValueProblem
from muniprog.language import primary
from muniprog.messages import message

Months = tuple[int, int]
"""A first and a last month, both included; `(12, 2)` runs over the turn of the year."""

DECEMBER = 12
_MONTHS_OF_YEAR = range(1, DECEMBER + 1)


class Precision(StrEnum):
    """How exactly a date was told."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    TERM = "term"
    HALF_YEAR = "half_year"
    YEAR = "year"
    FISCAL_YEAR = "fiscal_year"
    SCHOOL_YEAR = "school_year"
    COUNCIL_TERM = "council_term"


class DateOrder(StrEnum):
    """What comes first in a date with slashes: the day (5/4/2020 is 5 April) or the month (it is 4 May)."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class Season(StrEnum):
    """The four seasons; the number of a season is its position here, from 1."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


SEASONS = tuple(Season)

SCHOOL_STARTS = 8
"""The month in which a school year starts where the programme does not say: in August, in Finland and in Sweden."""

# A council is elected for four years. In Finland it takes office in June, in Sweden on 15 October.
_COUNCIL_TERMS: dict[str, Months] = {"FI": (6, 5), "SE": (10, 10)}
# Finland's municipal elections of 2021 were postponed from April to June, and the new councils began in August.
_POSTPONED = 2021
_COUNTRY_OF_LANGUAGE = {"fi": "FI", "sv": "SE"}
_WHOLE_YEARS: Months = (1, DECEMBER)


def _not_a_month(setting: str, found: int) -> ValueProblem:
    return ValueProblem(
        message(
            "The calendar's {setting} is told in months from 1 (January) to 12 (December), found “{found}”.",
            setting=setting,
            found=found,
        )
    )


@attrs.frozen(kw_only=True, cache_hash=True)
class Calendar:
    """The calendar settings of a programme. All have a default.

    Attributes:
        spring: First and last month of spring.
        summer: First and last month of summer.
        autumn: First and last month of autumn.
        winter: First and last month of winter; it may run over the turn of the year.
        school_year: The month in which the school year starts. To set it *declares* the school year: “2019/20” is
            then the school year, while it is two calendar years where nothing is declared.
        fiscal_year: The month in which the fiscal year starts; quarters and half years follow it.
        council_term: First and last month of a council's term; left out, those of the country are used.
        country: The municipality's country (`FI`, `SE`), which decides the council term; left out, the country is
            the one that the language speaks of: Finland for `fi` and `sv-FI`, Sweden for `sv`.
        date_order: How dates with slashes are written; left out, an ambiguous one is refused.
    """

    spring: Months = (3, 5)
    summer: Months = (6, 8)
    autumn: Months = (9, 11)
    winter: Months = (12, 2)
    school_year: int | None = None
    fiscal_year: int = 1
    council_term: Months | None = None
    country: str | None = None
    date_order: DateOrder | None = attrs.field(default=None, converter=attrs.converters.optional(DateOrder))

    def __attrs_post_init__(self) -> None:
        single = {"school_year": (self.school_starts,), "fiscal_year": (self.fiscal_year,)}
        pairs = {season.value: self.season(number) for number, season in enumerate(SEASONS, 1)}
        for setting, months in {**single, **pairs, "council_term": self.council_term or ()}.items():
            for month in months:
                if month not in _MONTHS_OF_YEAR:
                    raise _not_a_month(setting, month)

    @property
    def school_starts(self) -> int:
        """The first month of the school year, declared or not."""
        return SCHOOL_STARTS if self.school_year is None else self.school_year

    def season(self, number: int) -> Months:
        """Return the months of a season: 1 spring, 2 summer, 3 autumn, 4 winter."""
        return (self.spring, self.summer, self.autumn, self.winter)[number - 1]

    def council_months(self, first_year: int, last_year: int, language: str) -> Months:
        """Return the month in which the council's term from `first_year` starts and the one in which it ends."""
        if self.council_term is not None:
            return self.council_term
        country = self.country or _country_of(language)
        first, last = _COUNCIL_TERMS.get(country, _WHOLE_YEARS)
        if country == "FI":
            return (8 if first_year == _POSTPONED else first), (7 if last_year == _POSTPONED else last)
        return first, last


def _country_of(language: str) -> str:
    tag = language.replace("_", "-").upper()
    if tag.endswith(("-FI", "-SE")):
        return tag[-2:]
    return _COUNTRY_OF_LANGUAGE.get(primary(language), "")
