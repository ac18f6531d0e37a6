"""The report `indicators`: each indicator with everything that is known about it."""

import attrs

from muniprog.document import Document, Table, plain
from muniprog.model import Formula, Measure, Missing, Observation, Per, Programme, Rule, Series, Target
from muniprog.reports.indicators import IndicatorsReport
from tests.builders import (
    action,
    goal,
    indicator,
    leads,
    measured,
    observation,
    owner,
    programme,
    round_of,
    text,
    theme,
    value,
    when,
)
from tests.reported import built, sentences, table, three_rounds

REPORT = IndicatorsReport()
DAY = "2020-12-31"


def of_goal(*indicators: object, **more: object) -> Programme:
    return programme(theme("t", goal("g", indicators=indicators)), **more)


def headings(document: Document) -> list[tuple[int, str]]:
    return [(each.level, plain(each.content)) for each in document.headings()]


def test_indicators_stand_under_their_theme_and_goal() -> None:
    loose = action("a", indicators=(indicator("k3"),))
    inner = theme("inre", goal("h", action("b", indicators=(indicator("k2"),))))
    whole = programme(
        theme("t", goal("g", indicators=(indicator("k1"),)), goal("utan"), loose, inner, indicators=(indicator("k4"),)),
        theme("tom", goal("ingen")),
        programme_indicators=(indicator("k5"),),
    )
    document = built(REPORT, whole, as_of=DAY)
    assert headings(document) == [
        (1, "t"),
        (2, "g"),
        (3, "k1"),
        (2, "k3"),
        (2, "k4"),
        (2, "inre"),
        (3, "h"),
        (4, "k2"),
        (1, "Indicators of the whole programme"),
        (2, "k5"),
        (1, "Goals without an indicator"),
    ]
    assert sentences(document, "Goals without an indicator") == ["utan", "ingen"]
    assert sentences(document, "k2")[0] == "Action: b"


def test_everything_that_is_known_stands_in_a_list() -> None:
    k = indicator(
        "k",
        description=text({"en": "Counted in December."}),
        unit="personer",
        per=Per.YEAR,
        source=text("Registret"),
        owners=leads("o"),
        baseline=10,
        targets=[Target(value=value(30), by=when("2022"))],
        observations=(observation("2019", 15), observation("2020", 20)),
    )
    assert sentences(built(REPORT, of_goal(k, owners=(owner("o", "Skolan"),)), as_of=DAY), "k") == [
        "Counted in December.",
        "Measured: a number, personer, per year",
        "Owner: Skolan",
        "Source: Registret",
        "Start 10 personer",
        "Target 30 personer, by 31 December 2022",
        "Verdict: ▲ on the way",
        "50% of the way",
        "Trend: ↑ 2019→2020: from 15 personer to 20 personer, better",
        "All periods together: 35 personer.",
        "The values of the periods are added up.",
    ]


def test_what_is_not_known_is_not_filled_in() -> None:
    assert sentences(built(REPORT, of_goal(indicator("k", Measure.INDEX)), as_of=DAY), "k") == [
        "Measured: an index number",
        "no target",
        "Verdict: ○ cannot be assessed",
        "No value is known.",
        "Trend: –",
        "No total: No value is known.",
    ]


def test_all_periods_are_listed_and_absences_are_kept_apart_with_their_reasons() -> None:
    k = indicator(
        "k",
        series=Series.SNAPSHOT,
        observations=(
            observation("2019", missing=Missing.SUPPRESSED, reason=text("Färre än fem.")),
            observation("2020", missing=Missing.NOT_AVAILABLE),
        ),
    )
    document = built(REPORT, of_goal(k), as_of="2021-12-31")
    assert table(document, "k – all periods") == [
        ["Period", "Value", "Remark"],
        ["2019", "– (suppressed)", "Färre än fem."],
        ["2020", "– (not available)", ""],
        ["2021", "– (not reported)", ""],
        ["2022", "– (not yet due)", ""],
    ]


def test_shares_tell_their_two_parts_and_parts_of_the_whole_follow_it() -> None:
    seen: tuple[Observation, ...] = (
        observation("2019", numerator=value(30), denominator=value(60)),
        observation("2019", 40, dimensions={"sex": "f"}),
    )
    k = indicator("k", Measure.SHARE, unit="%", observations=seen)
    document = built(REPORT, of_goal(k), as_of="2019-12-31")
    assert table(document, "k – all periods")[1:3] == [["2019", "50%", "30 of 60"], ["2020", "– (not yet due)", ""]]
    assert table(document, "k – all periods")[-1] == ["2019, sex: f", "40%", ""]
    assert "Values of parts are shown apart and are not added to the whole." in sentences(document, "k")


def test_numbers_stand_behind_their_text_for_spreadsheets() -> None:
    third = observation("2019", numerator=value(1), denominator=value(3))
    k = indicator("k", Measure.SHARE, unit="%", observations=(third,))
    document = built(REPORT, of_goal(k), as_of="2019-12-31")
    last = [each for each in document.walk() if isinstance(each, Table)][-1]
    assert last.rows[0].cells[1].value == 100 / 3


def test_a_formula_and_what_waits_for_approval_are_told() -> None:
    parts = indicator("k1", observations=(observation("2019", 2),))
    whole = of_goal(
        parts,
        indicator("k2", formula=Formula(rule=Rule.SUM, of=("k1",))),
        follow_ups=(round_of("2020", measured("k1", "2020", 3), approver="samordnaren"),),
    )
    document = built(REPORT, whole)
    assert "The answer in the round 2020 has not been approved yet." in sentences(document, "k1")
    assert len(sentences(document, "k2")) == 7


def test_a_programme_without_indicators_says_so() -> None:
    document = built(REPORT, programme(theme("t", action("a"))), as_of=DAY)
    assert [plain(line) for block in document.blocks for line in [block.content]] == ["There are no indicators."]  # type: ignore[union-attr]


def test_a_closed_round_brings_its_own_indicators() -> None:
    whole = three_rounds()
    later = attrs.evolve(whole, themes=whole.themes[:1])
    assert (3, "Små grupper") in headings(built(REPORT, later, period="2020"))
    assert (3, "Små grupper") not in headings(built(REPORT, later))
