"""Every notation that was met in real programmes is read to its meaning, or refused with the choices."""

import csv
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from muniprog.errors import ValueProblem
from muniprog.timeframe import Calendar, Timeframe
from muniprog.timeframe.parsing import read
from muniprog.timeframe.reading import Reading
from muniprog.timeframe.texts import CONTINUOUS

FOUND_IN_PROGRAMMES = Path(__file__).resolve().parents[2] / "shared" / "cases" / "timeframes.tsv"
"""A collection that lies beside the repository; each of its lines has an entry in `MEANINGS`."""

MEANINGS: Mapping[str, str] = {
    "2023–2026": "2023-01-01..2026-12-31 year",
    "fram till år 2027": "..2027-12-31 year",
    "fram till år 2050": "..2050-12-31 year",
    "hösten 2020": "2020-09-01..2020-11-30 season",
    "maj – aug 2021": "2021-05-01..2021-08-31 month",
    "i slutet av år 2022": "2022-01-01..2022-12-31 year tentative part=late",
    "2023 – 2025": "2023-01-01..2025-12-31 year",
    "vintern 2024": "can be: vintern 2023/24 | vintern 2024/25",
    "höst/vinter 2025/2026": "2025-09-01..2026-02-28 season",
    "vinter/vår 2026": "2026-01-01..2026-05-31 month/season",
    "2026- ": "2026-01-01.. year",
    "augusti 2019": "2019-08-01..2019-08-31 month",
    "nov/dec 2019": "2019-11-01..2019-12-31 month",
    "2020/21": "2020-01-01..2021-12-31 year",
    "2025/26": "2025-01-01..2026-12-31 year",
    "2021 - 2025": "2021-01-01..2025-12-31 year",
    "före utgången av januari 2022": "..2022-01-31 month",
    "senast 2009": "..2009-12-31 year",
    "pågår kontinuerligt": "continuous",
    "löpande": "continuous",
    "uppdateras kontinuerligt": "continuous",
    "årligen": "recurring 1/1 year",
    "varje år": "recurring 1/1 year",
    "15 december 2025": "2025-12-15..2025-12-15 day",
    "perioden 2024-2027": "2024-01-01..2027-12-31 year",
    "läsåret: 2016/2017": "2016-08-01..2017-06-30 school_year",
    "läsåret 2012-2013": "2012-08-01..2013-06-30 school_year",
    "Läsåret 2014-2015": "2014-08-01..2015-06-30 school_year",
    "den 15/9-2024": "2024-09-15..2024-09-15 day",
    "Under andra halvan av hösten": "tentative part=late remark=no_year",
    "under senare delen av vårterminen": "tentative part=late remark=no_year",
    "mandatperioden 2022–2026": "2022-10-01..2026-10-31 council_term",
    "2026H2": "2026-07-01..2026-12-31 half_year",
    "Q1-Q2 2026": "2026-01-01..2026-06-30 quarter",
    "Q3+ 2027": "2027-07-01.. quarter",
    "Läsåret 2012/2013": "2012-08-01..2013-06-30 school_year",
    "HT 1988 - VT 2024": "1988-08-01..2024-06-30 term",
    "tavoite: 2024-2025": "2024-01-01..2025-12-31 year tentative remark=aim",
    "käynnissä (kaavaluonnos 2024)": "2024-01-01..2024-12-31 year remark=ongoing detail=kaavaluonnos",
    "25.5.-26.6.2023": "2023-05-25..2023-06-26 day",
    "20.1.-11.2.2011": "2011-01-20..2011-02-11 day",
    "19.4.2023": "2023-04-19..2023-04-19 day",
    "31.08.2019": "2019-08-31..2019-08-31 day",
    "kerran valtuustokaudessa (neljän vuoden välein)": "recurring 1/4 year",
    "Syys-joulukuun 2019 aikana": "2019-09-01..2019-12-31 month",
    "vuoden sisällä": "remark=relative offset=1 year",
    "Vuoden 2018 tilinpäätöksen yhteydessä": "2019-01-01..2019-06-30 half_year tentative remark=relative",
    "alkoi 11.1.2021 ja valmistuu kesäkuussa 2023": "2021-01-11..2023-06-30 day/month remark=started",
    "vuoteen 2020 mennessä": "..2020-12-31 year",
    "(4/21)": "2021-04-01..2021-04-30 month",
    "20162018": "2016-01-01..2018-12-31 year",
    "loppuvuodesta 2011": "2011-01-01..2011-12-31 year tentative part=late",
    "valtuustokausi 2021-2025": "2021-08-01..2025-05-31 council_term",
    "syksy 2021 - kevät 2022": "2021-09-01..2022-05-31 season",
    "heti": "remark=immediate",
    "2022–2029": "2022-01-01..2029-12-31 year",
    "Com- plete": "remark=done",
    "Timetable for implementation stated in Carbon Neutral Tampere 2030 Roadmap": (
        "remark=see_other_document detail=Carbon Neutral Tampere 2030 Roadmap"
    ),
    "2021 →": "2021-01-01.. year",
    "2020–2021": "2020-01-01..2021-12-31 year",
    "Started - 2030": "..2030-12-31 year remark=started",
    "2023 - 2030": "2023-01-01..2030-12-31 year",
    "Ongoing": "continuous",
    "Timeline: 2024–2030": "2024-01-01..2030-12-31 year",
    "2021- ongoing": "2021-01-01.. year remark=ongoing",
    "For some of the materials 2023": "2023-01-01..2023-12-31 year remark=partial detail=materials",
    "More than 1000 year.": "not understood",
    "(indicate start and end date of the activity)": "remark=template",
    "council term 2017–21": "2017-01-01..2021-12-31 council_term",
    "2022 - present day": "2022-01-01.. year",
    "2024-2025-ongoing": "2024-01-01.. year remark=ongoing",
    "by 2024": "..2024-12-31 year",
    "completed in 2022": "2022-01-01..2022-12-31 year remark=done",
    "Asp - 2026": "..2026-12-31 year remark=immediate",
    "M11": "remark=relative offset=11 month",
    "Q3 / 2024 – Q3 / 2025": "2024-07-01..2025-09-30 quarter",
    "Q1-Q2 / 2025": "2025-01-01..2025-06-30 quarter",
    "Jan 2021 – Dec 2023": "2021-01-01..2023-12-31 month",
    "Oct 2020 tot Oct 2024": "2020-10-01..2024-10-31 month",
    "Spring 2022 – spring 2024": "2022-03-01..2024-05-31 season",
    "Start 2023 End 2025": "2023-01-01..2025-12-31 year",
    "Year 2017": "2017-01-01..2017-12-31 year",
    "Recurrent event since 2021": "2021-01-01.. year recurring",
    "20223-2024": "can be: 2022–2024 | 2023–2024",
    "2023-20325": "can be: 2023–2025 | 2023–2032 | 2023–2035",
    "2024-2023": "reversed: 2023-12-31 is earlier than 2024-01-01",
    "TBD": "remark=not_given",
    "2025-Q1": "2025-01-01..2025-03-31 quarter",
    "2018-19": "2018-01-01..2019-12-31 year",
    "40/05/2017": "no such day",
}


def meaning(text: str, language: str) -> str:
    """Return what a text is read to, in one line."""
    try:
        read = Timeframe.parse(text, language=language)
    except ValueProblem as problem:
        return refusal(problem)
    said: list[str] = []
    if read.start or read.end:
        precisions = [precision for precision in (read.start_precision, read.end_precision) if precision]
        said += [f"{read.start or ''}..{read.end or ''}", "/".join(dict.fromkeys(precisions))]
    said += [name for name in ("continuous", "tentative") if getattr(read, name)]
    if read.recurring is not None:
        each = read.recurring
        said.append(f"recurring {each.times}/{each.every} {each.unit}" if each.unit else "recurring")
    said += [f"{name}={getattr(read, name)}" for name in ("part", "remark", "detail") if getattr(read, name)]
    if read.offset is not None:
        said.append(f"offset={read.offset.count} {read.offset.unit}")
    return " ".join(said)


def refusal(problem: ValueProblem) -> str:
    """Return the point of a refusal in one line."""
    assert problem.code == "F007"
    sentence = str(problem)
    if "more than one thing" in sentence:
        return f"can be: {' | '.join(re.findall('“(.*?)”', sentence)[1:])}"
    if found := re.search("ends before it starts: (.*?)[.] ", sentence):
        return f"reversed: {found[1]}"
    assert "Write for example" in sentence
    return "no such day" if "The calendar has no" in sentence else "not understood"


@pytest.mark.skipif(not FOUND_IN_PROGRAMMES.exists(), reason="the collection of real notations is not here")
def test_every_notation_of_the_collection_has_its_meaning() -> None:
    with FOUND_IN_PROGRAMMES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {row["string"]: meaning(row["string"], row["lang"].split("/")[0]) for row in rows} == MEANINGS


@pytest.mark.parametrize(("text", "expected"), MEANINGS.items(), ids=MEANINGS)
def test_a_notation_from_a_programme(text: str, expected: str) -> None:
    # A council's term depends on the country; the others mean the same in all three languages.
    language = "en" if "council" in text else "sv"
    assert meaning(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sv", "från 2020 till 2022", "2020-01-01..2022-12-31 year"),
        ("sv", "mellan 2019 och 2022", "2019-01-01..2022-12-31 year"),
        ("sv", "2019, 2020 och 2021", "2019-01-01..2021-12-31 year"),
        ("sv", "2019 och 2022", "not understood"),
        ("fi", "vuodesta 2020 vuoteen 2022", "2020-01-01..2022-12-31 year"),
        ("fi", "vuodesta 2020 alkaen", "2020-01-01.. year"),
        ("fi", "vuosina 2020–2022", "2020-01-01..2022-12-31 year"),
        ("fi", "1.-6.5.2021", "2021-05-01..2021-05-06 day"),
        ("fi", "1-6/2021", "2021-01-01..2021-06-30 month"),
        ("fi", "1.5.–30.6.2021", "2021-05-01..2021-06-30 day"),
        ("sv", "1/9–30/9 2024", "2024-09-01..2024-09-30 day"),
        ("sv", "vecka 36 2026", "2026-08-31..2026-09-06 week"),
        ("sv", "v. 36 2026", "2026-08-31..2026-09-06 week"),
        ("fi", "v. 2020", "2020-01-01..2020-12-31 year"),
        ("sv", "Q1 2020/21", "not understood"),
        ("sv", "2010-11", "can be: 2010-M11 | 2010–2011"),
        ("sv", "2010-M11", "2010-11-01..2010-11-30 month"),
        ("en", "2010–11", "can be: 2010-M11 | 2010–2011"),
        ("en", "May 5, 2021", "2021-05-05..2021-05-05 day"),
        ("en", "mid-2022", "2022-01-01..2022-12-31 year tentative part=middle"),
        ("en", "by the end of 2022", "..2022-12-31 year"),
        ("fi", "vuoden 2022 loppuun mennessä", "..2022-12-31 year"),
        ("fi", "vuoden 2022 lopussa", "2022-01-01..2022-12-31 year tentative part=late"),
        ("fi", "loppusyksyllä 2021", "2021-09-01..2021-11-30 season tentative part=late"),
        ("sv", "början av hösten 2021", "2021-09-01..2021-11-30 season tentative part=early"),
        ("sv", "andra halvan av 2022", "2022-07-01..2022-12-31 half_year"),
        ("sv", "första halvåret 2022", "2022-01-01..2022-06-30 half_year"),
        ("sv", "3:e kvartalet 2024", "2024-07-01..2024-09-30 quarter"),
        ("sv", "2025 Q1–Q2", "2025-01-01..2025-06-30 quarter"),
        ("sv", "2025 höst–vinter", "2025-09-01..2025-12-31 season/month"),
        ("sv", "Kontinuerligt fr.o.m. 2020", "2020-01-01.. year continuous"),
        ("sv", "kontinuerlig 2019-2022", "2019-01-01..2022-12-31 year continuous"),
        ("sv", "2 gånger per år", "recurring 2/1 year"),
        ("sv", "vart fjärde år", "recurring 1/4 year"),
        ("fi", "joka toinen vuosi", "recurring 1/2 year"),
        ("sv", "två gånger om året 2019–2022", "2019-01-01..2022-12-31 year recurring 2/1 year"),
        ("en", "twice a year", "recurring 2/1 year"),
        ("en", "every 4 years", "recurring 1/4 year"),
        ("sv", "årligen i maj", "recurring 1/1 year remark=no_year"),
        ("sv", "hösten 2024/25", "not understood"),
        ("sv", "vintern 2024–25", "2024-12-01..2025-02-28 season"),
        ("sv", "läsåret 2019", "can be: läsåret 2018/19 | läsåret 2019/20"),
        ("sv", "läsåret 2014/15–2016/17", "2014-08-01..2017-06-30 school_year"),
        ("sv", "räkenskapsåret 2020", "2020-01-01..2020-12-31 year"),
        ("sv", "4/11", "can be: 4/2011 | 4.11."),
        ("en", "4/21", "can be: 4/2021 | 21.4."),
        ("sv", "21/4", "remark=no_year"),
        ("sv", "05/04/2020", "can be: 5.4.2020 | 4.5.2020"),
        ("en", "5/5/2020", "2020-05-05..2020-05-05 day"),
        ("sv", "26-07-2019", "2019-07-26..2019-07-26 day"),
        ("sv", "2018-1-1", "2018-01-01..2018-01-01 day"),
        ("sv", "2020-W53-5", "2021-01-01..2021-01-01 day"),
        ("sv", "2021-W53", "no such day"),
        ("sv", "2020-02-30", "no such day"),
        ("sv", "2020-05-10T22:00:00Z", "not understood"),
        ("en", "aug-21", "not understood"),
        ("en", "Jan 2021 – Dec", "not understood"),
        ("en", "nov – feb 2021", "reversed: 2021-02-28 is earlier than 2021-11-01"),
        ("sv", "2020/2023", "not understood"),
        ("sv", "före 2022", "..2021-12-31 year"),
        ("en", "before May 2022", "..2022-04-30 day"),
        ("sv", "efter 2022", "2023-01-01.. day"),
        ("sv", "tills vidare", "continuous"),
        ("sv", "2021 tills vidare", "2021-01-01.. year"),
        ("sv", "senast 2022 tills vidare", "not understood"),
        ("sv", "delvis", "remark=partial"),
        ("sv", "(kontinuerligt)", "continuous"),
        ("sv", "2020 (kontinuerligt)", "2020-01-01..2020-12-31 year continuous"),
        ("sv", "2020)", "not understood"),
        ("sv", "se bilaga 3", "remark=see_other_document detail=bilaga 3"),
        ("sv", "Start hösten 2021", "2021-09-01.. season"),
        ("sv", "2022.", "2022-01-01..2022-12-31 year"),
        ("sv", "2020–", "2020-01-01.. year"),
        ("sv", "–2020", "..2020-12-31 year"),
        ("sv", "0", "not understood"),
        ("fi", "1.6.2020 alkaen 31.5.2021 asti", "2020-06-01..2021-05-31 day"),
        ("fi", "noin 2022", "2022-01-01..2022-12-31 year tentative"),
        ("sv", "ht 2019/20", "2019-08-01..2019-12-31 term"),
        ("fi", "kesä–syksy 2023", "2023-06-01..2023-11-30 season"),
        ("fi", "kesä-elokuu 2023", "2023-06-01..2023-08-31 month"),
        ("sv", "påbörjad 2021", "2021-01-01.. year remark=started"),
        ("fi", "valmis 2022", "2022-01-01..2022-12-31 year remark=done"),
        ("sv", "hösten", "remark=no_year"),
        ("sv", "2019 2020", "not understood"),
        ("fi", "kerran vuodessa", "recurring 1/1 year"),
        ("en", "2020-10/2020-12", "2020-10-01..2020-12-31 month"),
        ("en", "2020-10–2020-12", "2020-10-01..2020-12-31 month"),
        ("en", "2020-01-01/2020-12-31", "2020-01-01..2020-12-31 day"),
        ("en", "2020-01-01--2020-12-31", "2020-01-01..2020-12-31 day"),
        ("sv", "99999", "not understood"),
        ("sv", "123456", "not understood"),
        ("fi", "5/2020", "2020-05-01..2020-05-31 month"),
        ("fi", "15/2020", "not understood"),
        ("fi", "elo 2021", "2021-08-01..2021-08-31 month"),
        ("sv", "januari–mars 2020, april 2020", "not understood"),
        ("sv", "i år", "not understood"),
        ("sv", "2019 - 05", "reversed: 2005-12-31 is earlier than 2019-01-01"),
        ("en", "asap", "remark=immediate"),
        ("sv", "nu", "remark=immediate"),
        ("en", "2021–now", "2021-01-01.. year"),
        ("fi", "valtuustokausi 2021", "not understood"),
        ("en", "FY 2020", "2020-01-01..2020-12-31 year"),
        ("sv", "maj–augusti", "remark=no_year"),
        ("sv", "1–5 juni 2021", "2021-06-01..2021-06-05 day"),
        ("sv", "från ca 2020", "2020-01-01.. year tentative"),
        ("sv", "1700-W05", "not understood"),
        ("sv", "kvartal 3 2024", "2024-07-01..2024-09-30 quarter"),
        ("sv", "start 2023, slut 2025", "2023-01-01..2025-12-31 year"),
        ("sv", "början av 2021 – slutet av 2022", "2021-01-01..2022-12-31 year tentative"),
        ("sv", "maj – 2021", "not understood"),
        ("sv", "läsåren 2014/15 och 2015/16", "2014-08-01..2016-06-30 school_year"),
        ("sv", "läsåren 2014/15 och 2016/17", "not understood"),
        ("sv", "VT 2021 och HT 2021", "2021-01-01..2021-12-31 term"),
        ("sv", "läsåret", "remark=no_year"),
        ("sv", "2020 – från 2021", "not understood"),
        ("fi", "kevätlukukausi 2021", "2021-01-01..2021-06-30 term"),
    ],
)
def test_the_grammar_joins_words_that_no_list_holds(language: str, text: str, expected: str) -> None:
    assert meaning(text, language) == expected


@pytest.mark.parametrize("word", sorted(CONTINUOUS))
def test_quick_road_for_what_is_continuous_leads_where_the_grammar_does(word: str) -> None:
    assert read(word, "sv", Calendar()) == Reading(continuous=True)
