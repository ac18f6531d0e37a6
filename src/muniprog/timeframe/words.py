"""The words of timetables in Swedish, Finnish and English, and what kind of thing each of them is.

Every language is understood in every programme: an English phrase in a Swedish cell is no mistake. Where one word means
two things (“v.” is a week in Swedish and a year in Finnish) the programme's language decides. A phrase of several
words is written here with underscores.
"""

from collections.abc import Mapping
from enum import Enum, auto
from functools import cache

import attrs

from muniprog.language import primary
from muniprog.timeframe.remarks import Part, Remark


class Kind(Enum):
    """What a token is to the grammar."""

    MONTH = auto()
    SEASON = auto()
    TERM = auto()
    QUARTER = auto()  # “Q3”, its number told
    HALF = auto()
    QUARTER_WORD = auto()  # “kvartal”, its number beside it
    HALF_WORD = auto()
    HALF_OF = auto()  # “halvan av”: a half year before a year, a part before anything else
    WEEK_WORD = auto()
    ORDINAL = auto()
    SCHOOL = auto()
    FISCAL = auto()
    COUNCIL = auto()
    PART = auto()  # “slutet av”
    PART_AFTER = auto()  # “vuoden 2022 lopussa”
    UNTIL = auto()
    UNTIL_AFTER = auto()  # “2020 mennessä”
    BEFORE = auto()
    SINCE = auto()
    SINCE_AFTER = auto()  # “2020 alkaen”
    AFTER = auto()
    BETWEEN = auto()
    TO = auto()
    AND = auto()
    OPEN = auto()  # “2021 – tills vidare”
    START = auto()
    END = auto()
    CONTINUOUS = auto()
    ROUGHLY = auto()
    SAYS = auto()  # a remark
    FILLER = auto()
    # What the scanner makes itself:
    WHOLE = auto()  # a date or period that is complete: 2020-05-01, 2025-Q1
    DAY_MONTH = auto()  # 25.5.
    SLASHED = auto()  # 4/21 or 1/9: a day and month, or a month and year
    YEAR = auto()
    YEAR_PAIR = auto()  # 2020/21
    NUMBER = auto()
    DASH = auto()
    SLASH = auto()
    COMMA = auto()
    PLUS = auto()
    ARROW = auto()
    BRACKET = auto()


@attrs.frozen
class Meaning:
    """What a word means: its kind, and the number, part or remark that it stands for."""

    kind: Kind
    number: int = 0
    part: Part | None = None
    remark: Remark | None = None


_KUU = ("kuu", "kuun", "kuussa", "kuusta", "kuuhun", "kuulle", "kuuta")
FINNISH_STEMS = "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu".split()
"""Finnish months without “-kuu”, as in “syys-joulukuu”; “kesä” alone is the summer."""

_MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december",
    "jan feb mar apr maj jun jul aug sep okt nov dec",
    "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.",
    "january february march april may june july august september october november december",
    "jan febr mrs apr may jun jul aug sept oct nov dec",
    "jan. febr. mrs. apr. may jun. jul. aug. sept. oct. nov. dec.",
)
_SEASONS = (
    "vår sommar höst vinter",
    "våren sommaren hösten vintern",
    "vårens sommarens höstens vinterns",
    "kevät kesä syksy talvi",
    "kevään kesän syksyn talven",
    "keväällä kesällä syksyllä talvella",
    "keväästä kesästä syksystä talvesta",
    "kevääseen kesään syksyyn talveen",
    "spring summer autumn winter",
)
FINNISH_PARTS: Mapping[str, Part] = {"alku": Part.EARLY, "keski": Part.MIDDLE, "loppu": Part.LATE}
_YEAR_CASES = "vuosi vuoden vuonna vuodesta vuoteen vuotta vuodelle"
_ORDINALS = (
    "första andra tredje fjärde",
    "ensimmäinen toinen kolmas neljäs",
    "ensimmäisen toisen kolmannen neljännen",
    "ensimmäisellä toisella kolmannella neljännellä",
    "first second third fourth",
)

_COMMON: Mapping[Kind, str] = {
    Kind.QUARTER_WORD: (
        "kvartal kvartalet kvartalets neljännes neljänneksen neljänneksellä vuosineljännes vuosineljänneksen "
        "vuosineljänneksellä kvartaali kvartaalin kv quarter"
    ),
    Kind.HALF_WORD: (
        "halvår halvåret halvårets vuosipuolisko vuosipuoliskon vuosipuoliskolla puolivuosi half-year half_year half"
    ),
    Kind.HALF_OF: "halvan_av hälften_av half_of puolisko puoliskon puoliskolla",
    Kind.WEEK_WORD: "vecka veckan viikko viikon viikolla vk week",
    Kind.SCHOOL: (
        "läsår läsåret läsåren skolår skolåret lukuvuosi lukuvuoden lukuvuonna kouluvuosi kouluvuoden kouluvuonna "
        "school_year academic_year"
    ),
    Kind.FISCAL: (
        "räkenskapsår räkenskapsåret budgetår budgetåret tilikausi tilikauden tilikaudella tilivuosi tilivuoden "
        "fiscal_year financial_year budget_year fy"
    ),
    Kind.COUNCIL: (
        "mandatperiod mandatperioden fullmäktigeperiod fullmäktigeperioden valtuustokausi valtuustokauden "
        "valtuustokaudella council_term election_term"
    ),
    Kind.UNTIL: (
        "fram_till till_och_med t.o.m. tom senast före_utgången_av innan_utgången_av inom_utgången_av "
        "viimeistään enintään by until up_to no_later_than before_the_end_of before_end_of by_the_end_of by_end_of "
        "deadline vuoteen fram_till_slutet_av till_slutet_av"
    ),
    Kind.UNTIL_AFTER: "mennessä asti saakka loppuun_mennessä loppuun loppuun_saakka loppuun_asti",
    Kind.BEFORE: "före innan ennen before",
    Kind.SINCE: "sedan från från_och_med fr.o.m. from since starting_from starting as_of vuodesta",
    Kind.SINCE_AFTER: "alkaen lähtien alk. och_framåt framåt och_tills_vidare onwards onward eteenpäin and_onwards",
    Kind.AFTER: "efter after",
    Kind.BETWEEN: "mellan between",
    Kind.TO: "till to tot till_och_med t.o.m. through",
    Kind.AND: "och ja and &",
    Kind.OPEN: ("tills_vidare toistaiseksi until_further_notice present present_day the_present nykyhetki nykypäivä"),
    Kind.START: "start starts startar starting_date start_date börjar inleds begins alkaa alku käynnistyy",
    Kind.END: "end ends end_date slut slutar avslutas upphör finishes päättyy valmistuu",
    Kind.CONTINUOUS: (
        "kontinuerlig kontinuerligt löpande fortlöpande pågår_kontinuerligt uppdateras_kontinuerligt pågår_löpande "
        "ständigt hela_tiden jatkuva jatkuvaa jatkuvasti jatkuvana koko_ajan continuous continuously ongoing on-going "
        "continual continually updated_continuously permanent"
    ),
    Kind.ROUGHLY: "ca ca. cirka circa omkring ungefär preliminärt prel. noin n. arviolta about around approximately",
    Kind.FILLER: (
        "i under år året åren årets perioden period tiden den på av om kalenderåret tidtabell tidsplan tidsram "
        "vuosi vuoden vuonna vuosina vuosien vuotta vuodelle kausi kauden kaudella aikana aikavälillä aikataulu "
        "year years in on of during the calendar_year timeline timetable timeframe schedule"
    ),
}
_REMARKS: Mapping[Remark, str] = {
    Remark.DONE: (
        "klar klart färdig färdigt genomförd genomfört slutförd slutfört avslutad avslutat valmis valmistunut "
        "toteutettu toteutunut done complete completed finished"
    ),
    Remark.STARTED: "påbörjad påbörjat inledd inlett startad startat aloitettu alkanut alkoi started begun",
    Remark.ONGOING: "pågår pågående käynnissä meneillään in_progress under_way underway",
    Remark.PARTIAL: "delvis osittain partly partially in_part",
    Remark.AIM: "mål målsättning målet tavoite tavoitteena aim target goal",
    Remark.IMMEDIATE: (
        "genast omgående omedelbart snarast så_snart_som_möjligt heti välittömästi mahdollisimman_pian immediate "
        "immediately now nu asap asp a.s.a.p. as_soon_as_possible"
    ),
}
_PARTS: Mapping[Part, str] = {
    Part.EARLY: (
        "början_av början_på inledningen_av förra_delen_av första_delen_av tidigt early beginning_of start_of "
        "first_part_of"
    ),
    Part.MIDDLE: "mitten_av mitten_på mid middle_of",
    Part.LATE: "slutet_av slutet_på senare_delen_av sista_delen_av sent late end_of latter_part_of last_part_of",
}
_PARTS_AFTER: Mapping[Part, str] = {
    Part.EARLY: "alussa alkupuolella alkupuolen",
    Part.MIDDLE: "puolivälissä puoliväli",
    Part.LATE: "lopussa lopulla lopun loppupuolella loppupuolen",
}
_FINNISH_HALVES = "alkupuoli loppupuoli"  # “vuoden 2020 alkupuoli” is the first half year
_TERMS = (  # spring term, autumn term
    "vt ht",
    "vårterminen höstterminen",
    "vårtermin hösttermin",
    "vårterminens höstterminens",
    "kevätlukukausi syyslukukausi",
    "kevätlukukauden syyslukukauden",
    "kevätlukukaudella syyslukukaudella",
    "spring_term autumn_term",
    "spring_semester autumn_semester",
    "spring_semester fall_semester",
    "spring_term fall_term",
)
# What a word means in one language although it means something else, or nothing certain, in the others.
_OWN: Mapping[str, Mapping[str, Meaning]] = {
    "sv": {"v": Meaning(Kind.WEEK_WORD), "v.": Meaning(Kind.WEEK_WORD)},
    "fi": {"v": Meaning(Kind.FILLER), "v.": Meaning(Kind.FILLER), "vv.": Meaning(Kind.FILLER)},
    "en": {"fall": Meaning(Kind.SEASON, 3)},
}


@cache
def vocabulary(language: str) -> Mapping[str, Meaning]:
    """Return what each word and phrase means in a programme whose language is `language`."""
    return {**_common(), **_OWN.get(primary(language), {})}


@cache
def _common() -> dict[str, Meaning]:
    words: dict[str, Meaning] = {}

    def add(phrases: str, meaning: Meaning) -> None:
        words.update({phrase.replace("_", " "): meaning for phrase in phrases.split()})

    for kind, rows in ((Kind.MONTH, _MONTHS), (Kind.SEASON, _SEASONS), (Kind.ORDINAL, _ORDINALS), (Kind.TERM, _TERMS)):
        for row in rows:
            for number, name in enumerate(row.split(), 1):
                add(name, Meaning(kind, number))
    for number, stem in enumerate(FINNISH_STEMS, 1):
        bare = [] if stem == "kesä" else [stem]
        add(" ".join([*bare, *(stem + ending for ending in _KUU)]), Meaning(Kind.MONTH, number))
    for number, name in enumerate(_FINNISH_HALVES.split(), 1):
        add(name, Meaning(Kind.HALF, number))
    for kind, phrases in _COMMON.items():
        add(phrases, Meaning(kind))
    for remark, phrases in _REMARKS.items():
        add(phrases, Meaning(Kind.SAYS, remark=remark))
    for part, phrases in _PARTS.items():
        add(phrases, Meaning(Kind.PART, part=part))
    for part, phrases in _PARTS_AFTER.items():
        add(phrases, Meaning(Kind.PART_AFTER, part=part))
    for prefix, part in FINNISH_PARTS.items():
        add(" ".join(prefix + year for year in _YEAR_CASES.split()), Meaning(Kind.PART, part=part))
    return words
