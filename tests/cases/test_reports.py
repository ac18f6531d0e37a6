"""Field cases about reports: what the council reads, and what it must never be led to believe."""

from datetime import date

import attrs
import pytest

from muniprog.backends.html import HtmlBackend
from muniprog.backends.markdown import MarkdownBackend
from muniprog.backends.text import TextBackend
from muniprog.document import plain
from muniprog.interfaces import ReportBackend
from muniprog.model import Baseline, Direction, Measure, Missing, Owner, Per, Programme, Series, Status, Target
from muniprog.reports.followup import FollowUpReport
from muniprog.reports.indicators import IndicatorsReport
from muniprog.reports.owners import OwnersReport
from tests.builders import (
    action,
    goal,
    indicator,
    leads,
    measured,
    observation,
    owner,
    period,
    programme,
    round_of,
    text,
    theme,
    update,
    value,
    when,
)
from tests.reported import built, captions, printed, sentences, table

FOLLOWUP, INDICATORS, OWNERS = FollowUpReport(), IndicatorsReport(), OwnersReport()
BACKENDS = [TextBackend(), MarkdownBackend(), HtmlBackend()]


def five_actions() -> Programme:
    """Two done, one cancelled, one postponed, one that nobody has reported."""
    answers = (
        update("a", Status.DONE),
        update("b", Status.DONE),
        update("c", Status.CANCELLED),
        update("d", Status.POSTPONED),
    )
    actions = (action(name, title=f"Åtgärd {name}") for name in "abcde")
    return programme(theme("t", goal("g", *actions)), follow_ups=(round_of("2020", *answers),))


@pytest.mark.parametrize("backend", BACKENDS, ids=lambda backend: str(backend.name))
def test_m04_the_same_completion_stands_in_every_output_and_names_what_is_left_out(backend: ReportBackend) -> None:
    page = backend.render(built(FOLLOWUP, five_actions(), "sv")).decode()
    assert "2 av 4 (50\u00a0%)" in page
    assert "1 inställd åtgärd räknas inte med: ”Åtgärd c”." in page
    assert "inte rapporterat" in page


def test_m04_not_reported_has_a_column_and_the_base_is_told() -> None:
    document = built(FOLLOWUP, five_actions())
    assert table(document, "Actions by theme and status")[-1] == ["The whole programme", "2", "1", "1", "1", "5"]
    assert table(document, "What is done and what is late, by theme")[1][1] == "2 of 4 (50%)"


def revised() -> Programme:
    k = indicator(
        "k",
        baseline=40,
        targets=(
            Target(value=value(60), by=when("2022"), set_on=date(2019, 2, 1)),
            Target(
                value=value(50),
                by=when("2022"),
                set_on=date(2021, 3, 15),
                set_by=text("Kommunstyrelsen"),
                reason=text("lagändring"),
            ),
        ),
        observations=(observation("2020", 45),),
    )
    rounds = (round_of("2020"), round_of("2022"))
    return programme(theme("t", goal("g", indicators=(k,))), follow_ups=rounds)


def test_m09_a_report_measures_against_the_target_of_its_day_and_shows_how_it_was_changed() -> None:
    before = table(built(FOLLOWUP, revised(), period="2020"), "t", "Indicator")[1][2]
    after = table(built(FOLLOWUP, revised(), period="2022"), "t", "Indicator")[1][2]
    assert before == "Start 40\nTarget 60, by 31 December 2022"
    assert after.splitlines()[1:] == [
        "Target 50, by 31 December 2022",
        "Changed: The target was changed from 60 to 50 on 15 March 2021. Decided by: Kommunstyrelsen. "
        "Reason: lagändring",
    ]


def merged() -> Programme:
    """EDU and KULT end with 2020, and BILD, which had an action of its own already, takes over."""
    owners: tuple[Owner, ...] = (
        owner("edu", "EDU", valid_until=date(2020, 12, 31), succeeded_by="bild"),
        owner("kult", "KULT", valid_until=date(2020, 12, 31), succeeded_by="bild"),
        owner("bild", "BILD"),
    )
    actions = (
        action("act-1", owners=("edu",)),
        action("act-2", owners=("edu", "kult")),
        action("act-3", owners=("bild",)),
    )
    return programme(theme("t", *actions), owners=owners, follow_ups=(round_of("2020"), round_of("2022")))


def test_m13_a_report_names_the_owners_of_its_day_and_lists_each_action_once() -> None:
    before, after = (built(OWNERS, merged(), period=year) for year in ("2020", "2022"))
    assert captions(before) == ["EDU – Actions", "KULT – Actions", "BILD – Actions"]
    assert [row[0] for row in table(before, "BILD – Actions")[1:]] == ["act-3"]
    assert captions(after) == ["BILD – Actions"]
    assert [row[0] for row in table(after, "BILD – Actions")[1:]] == ["act-1", "act-2", "act-3"]
    assert sentences(after, "BILD")[:2] == [
        "Formerly EDU, until 31 December 2020.",
        "Formerly KULT, until 31 December 2020.",
    ]


def test_m16_several_reports_in_one_period_are_all_told_and_counted_by_their_kind() -> None:
    share = indicator("andel", Measure.SHARE, unit="%", series=Series.SNAPSHOT)
    count = indicator("antal", per=Per.YEAR)
    answers = (
        measured("andel", "2020", 42, reported_on="2020-06-30", reported_by="planerare"),
        measured("andel", "2020", 55, reported_on="2020-12-15"),
        measured("antal", "2020", 10, reported_on="2020-06-30"),
        measured("antal", "2020", 12, reported_on="2020-12-15"),
    )
    whole = programme(theme("t", goal("g", indicators=(share, count))), follow_ups=(round_of("2020", *answers),))
    document = built(FOLLOWUP, whole)
    shown = [row[1].splitlines()[0] for row in table(document, "t", "Indicator")[1:]]
    assert shown == ["2019: – (not reported) · 2020: 55%", "2019: – (not reported) · 2020: 22"]
    answered = [row[-3] for row in table(document, "t", "About what")[2:]]
    assert answered == ["2020: 42%", "2020: 55%", "2020: 10", "2020: 12"]
    assert "97" not in printed(FOLLOWUP, whole)


def test_r01_years_without_data_are_listed_and_the_trend_names_its_years() -> None:
    k = indicator("k", observations=(observation("2018", 40), observation("2021", 55)))
    whole = programme(theme("t", goal("g", indicators=(k,))), period="2018–2022")
    document = built(INDICATORS, whole, as_of="2021-12-31")
    assert [row[:2] for row in table(document, "k – all periods")[1:]] == [
        ["2018", "40"],
        ["2019", "– (not reported)"],
        ["2020", "– (not reported)"],
        ["2021", "55"],
        ["2022", "– (not yet due)"],
    ]
    assert "Trend: ↑ 2018→2021: from 40 to 55" in sentences(document, "k")


@pytest.mark.parametrize("statuses", ["dpn", "dddppnn"])
def test_r02_shares_add_up_to_100_and_counts_stand_beside_them(statuses: str) -> None:
    reported = {"d": Status.DONE, "p": Status.IN_PROGRESS, "n": Status.NOT_STARTED}
    answers = [update(f"a{number}", reported[each]) for number, each in enumerate(statuses)]
    actions = [action(f"a{number}") for number in range(len(statuses))]
    whole = programme(theme("t", *actions), follow_ups=(round_of("2020", *answers),))
    shown = [row[1:] for row in table(built(FOLLOWUP, whole), "Actions by status")[1:]]
    assert sum(int(share.rstrip("%")) for _, share in shown[:-1]) == 100
    assert sum(int(count) for count, _ in shown[:-1]) == int(shown[-1][0]) == len(statuses)


def test_r02_where_there_are_no_actions_it_is_said_and_nothing_is_divided() -> None:
    whole = programme(theme("t", goal("g")), follow_ups=(round_of("2020"),))
    document = built(FOLLOWUP, whole)
    assert sentences(document, "Summary")[0] == "There are no actions."
    assert "%" not in " ".join(sentences(document, "Summary"))


@pytest.mark.parametrize(("baseline", "observed", "said"), [(0, 137, "137% of the way"), (50, 40, "-20% of the way")])
def test_r03_above_the_target_and_below_the_start_are_told_as_they_are(baseline: int, observed: int, said: str) -> None:
    k = indicator("k", baseline=baseline, targets=[100], observations=(observation("2020", observed),))
    whole = programme(theme("t", goal("g", indicators=(k,))), follow_ups=(round_of("2020"),))
    assert said in table(built(FOLLOWUP, whole), "t", "Indicator")[1][3].splitlines()
    assert said in sentences(built(INDICATORS, whole), "k")


def test_r03_where_there_is_no_percentage_there_is_none_and_the_reason_is_told() -> None:
    k = indicator("k", targets=[100], observations=(observation("2020", 40),), direction=Direction.INCREASE)
    whole = programme(theme("t", goal("g", indicators=(k,))), follow_ups=(round_of("2020"),))
    shown = table(built(FOLLOWUP, whole), "t", "Indicator")[1][3]
    assert shown.endswith("There is no baseline.")
    assert "%" not in shown


def test_r05_every_share_tells_its_base() -> None:
    document = built(FOLLOWUP, five_actions())
    assert {"Late: 0 of 5 (0%).", "Never reported: 1 of 5 (20%)."} <= set(sentences(document, "Summary"))


def test_r01_a_suppressed_number_is_told_as_such_in_every_report() -> None:
    answers = (measured("k", "2020", missing=Missing.SUPPRESSED, reason=text("Färre än fem.")),)
    k = indicator("k", baseline=Baseline(value=value(3), period=period("2018")))
    answered_for = theme("t", goal("g", indicators=(k,), owners=leads("o")))
    whole = programme(answered_for, owners=(owner("o"),), follow_ups=(round_of("2020", *answers),))
    for report in (FOLLOWUP, INDICATORS, OWNERS):
        assert "– (suppressed)" in printed(report, whole)


def test_r04_links_of_a_report_arrive_though_an_item_stands_in_many_places() -> None:
    whole = attrs.evolve(five_actions(), headline=())
    page = HtmlBackend().render(built(FOLLOWUP, whole)).decode()
    assert page.count('id="c"') == 1
    assert page.count('href="#c"') >= 1
    assert plain(built(FOLLOWUP, whole).title) == "Follow-up 2020"
