"""The figures of the sample, each reckoned by hand from what the rounds say."""

from decimal import Decimal
from fractions import Fraction

import pytest

import muniprog
import vasa_2019_2022_sample
from muniprog.model import Indicator, Programme, Status

YEARS = ("2019", "2020", "2021", "2022")


@pytest.fixture(scope="module")
def sample() -> Programme:
    return muniprog.load(vasa_2019_2022_sample.FOLDER)


@pytest.fixture(scope="module")
def figures(sample: Programme) -> dict[str, muniprog.Figures]:
    """The figures at the end of each year."""
    return {year: muniprog.assess(sample, as_of=f"{year}-12-31") for year in YEARS}


DONE_2019 = {
    "boenderadgivning-utveckling", "anvisningar-i-bildformat", "erfarenhetssakkunniga-utbildningsmodell",
    "avgiftsfria-tjanster-sammanstallning", "yrkesovergripande-radgivning", "modeller-for-psykisk-jamvikt",
    "resurs-for-koordineringen",
}  # fmt: skip
DONE_2020 = {
    "studier-utokade-mojligheter", "boenderadgivning-inledning", "digivan-kartlaggning",
    "etniska-foreningar-utbildningsmodell", "halsokunskapsmodell", "organisationsbricka-plattform",
    "lokaler-kartlaggning", "utbildning-om-traumatiserade",
}  # fmt: skip
DONE_2021 = {
    "anstallda-kartlaggning", "digivan-utbildningsmodell", "kaikukortet", "halsogranskningar-informationsblad",
    "elektroniskt-bokningssystem", "familjeskola-utveckling", "former-av-tolkningstjanster",
    "modell-for-sakerhetsinformation",
}  # fmt: skip


def test_what_is_done_grows_year_by_year(figures: dict[str, muniprog.Figures]) -> None:
    done = {year: {action.id for action in figures[year].actions if action.status is Status.DONE} for year in YEARS[:3]}
    assert done["2019"] == DONE_2019
    assert done["2020"] == DONE_2019 | DONE_2020
    assert done["2021"] == DONE_2019 | DONE_2020 | DONE_2021


@pytest.mark.parametrize(
    ("year", "continuous", "cancelled", "completion"),
    [
        ("2019", 9, 0, "7 of 36 (19%)"),  # 45 − 9
        ("2020", 13, 1, "15 of 31 (48%)"),  # 45 − 13 − 1
        ("2021", 14, 1, "23 of 30 (77%)"),  # 45 − 14 − 1
        ("2022", 14, 1, "23 of 30 (77%)"),  # the one that was said to be done was sent back
    ],
)
def test_completion_leaves_out_what_is_cancelled_or_goes_on(
    figures: dict[str, muniprog.Figures], year: str, continuous: int, cancelled: int, completion: str
) -> None:
    """M04: cancelled stays outside, postponed and not reported stay inside."""
    whole = figures[year].programme
    counted = len(whole.completion.continuous), len(whole.completion.cancelled), str(whole.completion)
    assert counted == (continuous, cancelled, completion)


def test_each_action_is_counted_once_and_the_shares_make_a_hundred(figures: dict[str, muniprog.Figures]) -> None:
    """R02, and M04: each total is of all 45 actions."""
    for year in YEARS:
        counts = figures[year].programme.counts
        assert counts.total == 45
        assert sum(counts.shares.values()) == 100


def test_late_and_slip(figures: dict[str, muniprog.Figures]) -> None:
    late = {year: {each.id: each.late_by for each in figures[year].actions if each.is_late} for year in YEARS}
    assert late["2019"] == {}  # what was to be ready in 2019 has the whole day left
    assert late["2020"] == {"kaikukortet": 184}  # 30 June to 31 December
    assert late["2021"] == {}
    assert late["2022"] == {
        "resurs-for-inledande-kartlaggning": 365,
        "infofinland-anslutning": 275,  # since 31 March
        "familjeskola-ibruktagande": 122,  # since 31 August
    }
    slips = {name: figures["2021"].action(name).slip for name in ("kaikukortet", "halsokunskapsmodell")}
    assert slips == {"kaikukortet": 366 + 71, "halsokunskapsmodell": 150}


def test_what_nobody_has_reported_is_not_the_same_as_not_started(figures: dict[str, muniprog.Figures]) -> None:
    never = {action.id for action in figures["2022"].actions if action.never_reported}
    assert never == {"mangsidiga-boendeformer"}
    assert figures["2019"].action("infofinland-anslutning").status is Status.NOT_STARTED


@pytest.mark.parametrize(
    ("indicator", "attained"),
    [
        ("andel-anstallda-med-invandrarbakgrund", ("1/20", "3/10", "13/20")),  # 4.1, 4.6 and 5.3 on the way from 4 to 6
        ("anvandare-av-radgivningen", ("3/10", "-8/35", "3/5")),  # 210, −160 and 420 of 700
        ("exempel-vantetid", ("1/2", "-1/3", "7/6")),  # 3, −2 and 7 of 6 days less
        ("foretagsbesok", ("31/120", "46/120", "63/80")),  # 31, + 15, + 17; the target was revised in 2021
        ("skraddarsydda-utbildningar", ("1/5", "2/5", "4/5")),  # a running total
        ("forverkligade-mal", ("3/20", "8/20", "14/20")),
        ("aktorer-som-anvander-modellen", ("1/4", "3/4", "1")),
    ],
)
def test_attainment_year_by_year(
    figures: dict[str, muniprog.Figures], indicator: str, attained: tuple[str, str, str]
) -> None:
    """M02 and R03: less can be better, worse than the start is below zero, and past the target is above 100%."""
    found = [figures[year].indicator(indicator).attainment for year in YEARS[:3]]
    assert found == [Fraction(each) for each in attained]


def test_the_whole_is_rolled_up_by_weight(figures: dict[str, muniprog.Figures]) -> None:
    """M05: what cannot be assessed is left out, and the figure says of how many parts it is."""
    assessed = {
        "sysselsattning": (Fraction(1, 20) + 0 + Fraction(31, 120)) / 3,
        "boende": Fraction(0 * 2 + 1 * 1, 2 + 1),  # the housing advice weighs twice
        "kompetens": None,
        "halsa": Fraction(1, 4),
        "sociala-kontakter": None,
        "radgivning": (Fraction(3, 10) + Fraction(1, 2)) / 2,
        "sakerhet": Fraction(1, 5),
        "grunden": Fraction(1),
        "uppfoljning": Fraction(3, 20),
    }
    assert {name: figures["2019"].group(name).attainment for name in assessed} == assessed
    known = [value for value in assessed.values() if value is not None]
    twice = assessed["sysselsattning"]
    assert twice is not None
    assert figures["2019"].programme.attainment == (sum(known) + twice) / 8
    assert str(figures["2019"].programme.rolled_up.coverage) == "7 of 9 themes assessed."


def test_a_target_that_was_revised_counts_from_its_day(sample: Programme, figures: dict[str, muniprog.Figures]) -> None:
    """M09: the earlier target stays in the footnotes, with the day, the role and the reason."""
    visits = sample["foretagsbesok"]
    assert isinstance(visits, Indicator)
    before, after = figures["2020"].indicator("foretagsbesok").target, figures["2021"].indicator("foretagsbesok").target
    assert before is not None
    assert after is not None
    assert (before.target.value, after.target.value) == (Decimal(120), Decimal(80))
    (said,) = (revision.spoken("sv") for revision in after.revisions(visits))
    assert "15.3.2021" in said
    assert "Invandrarrådet (påhittat beslut)" in said


def test_zero_is_a_result_and_missing_is_none(figures: dict[str, muniprog.Figures]) -> None:
    """M08 and R01: every year stands in the series, with a value or with the reason why there is none."""
    told = {
        name: [(each.period.raw, each.spoken("en")) for each in figures["2021"].indicator(name).timeline]
        for name in ("balanstraning", "s2-studenter", "erfarenhetssakkunniga-i-arbete", "initialkartlaggningar")
    }
    values = {name: [value.partition(" ")[0] for _, value in series] for name, series in told.items()}
    assert values["balanstraning"] == ["1", "0", "1", "not"]
    assert told["s2-studenter"][1] == ("2020", "not available")
    assert told["erfarenhetssakkunniga-i-arbete"][0] == ("2019", "suppressed")
    assert told["initialkartlaggningar"][1] == ("2020", "not reported")
    assert told["initialkartlaggningar"][3] == ("2022", "not yet due")


def test_several_reports_in_one_period_are_added_up_or_the_last_one_counts(
    figures: dict[str, muniprog.Figures], sample: Programme
) -> None:
    """M16: what counts per period adds up, and of several statuses the last one counts."""
    summer = muniprog.assess(sample, as_of="2020-06-30")
    latest = [each.indicator("utbildningstillfallen").latest for each in (summer, figures["2020"])]
    assert [each.value for each in latest if each is not None] == [2, 3]
    statuses = [each.action("studier-utokade-mojligheter").status for each in (summer, figures["2020"])]
    assert statuses == [Status.IN_PROGRESS, Status.DONE]


def test_shares_are_added_up_by_their_parts(figures: dict[str, muniprog.Figures]) -> None:
    """M03: a snapshot is not added up at all; the parts by sex stand beside the whole."""
    share = figures["2021"].indicator("andel-anstallda-med-invandrarbakgrund")
    assert share.latest is not None
    assert share.latest.value == Fraction(53, 10)
    parts = {190: 3900, 128: 2100}
    assert (sum(parts), sum(parts.values())) == (318, 6000)


def test_money_says_by_how_much_the_plan_was_exceeded(figures: dict[str, muniprog.Figures]) -> None:
    """45,000 and 46,000 were planned; 52,300 and 44,100 were spent."""
    (housing,) = figures["2021"].action("boenderadgivning-inledning").money
    assert (housing.planned, housing.actual) == (Decimal(91000), Decimal(96400))
    (booking,) = figures["2021"].action("elektroniskt-bokningssystem").money
    assert (booking.planned, booking.actual) == (Decimal(30000), Decimal(38500))


def test_merged_owners_hand_over_what_they_answer_for(figures: dict[str, muniprog.Figures]) -> None:
    """M13: before the merger both units answer for two actions, after it the new one answers once for each."""
    merged = ("hussektorn", "boendeservicen", "exempel-boendesektorn")
    counts = {
        year: {each.id: each.counts.total for each in figures[year].owners if each.id in merged} for year in YEARS
    }
    assert counts["2020"] == {"hussektorn": 2, "boendeservicen": 2, "exempel-boendesektorn": 1}  # its own new action
    assert counts["2021"] == {"hussektorn": 0, "boendeservicen": 0, "exempel-boendesektorn": 3}
