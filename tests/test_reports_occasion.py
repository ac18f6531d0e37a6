"""What a report stands on: the round, the day, the programme of that day, and what may be shown of it."""

from datetime import date

import attrs
import pytest

from muniprog.errors import UnknownNameError, ValueProblem
from muniprog.followup.closing import close_round
from muniprog.interfaces import ReportOptions
from muniprog.model import FollowUp, Formula, Missing, Programme, Request, Rule, Status, Verdict, Visibility
from muniprog.reports.occasion import Occasion, RoundOccasion, occasion_of, occasion_of_round, occasions_of_rounds
from muniprog.reports.published import published
from muniprog.text import Text
from tests.builders import (
    action,
    decided,
    goal,
    indicator,
    measured,
    observation,
    owner,
    period,
    programme,
    round_of,
    sent_back,
    text,
    theme,
    update,
)


def plan(*rounds: FollowUp) -> Programme:
    return programme(theme("t", goal("g", action("a", "2020"))), follow_ups=rounds)


def asked(when: str | None = None, as_of: str | None = None, *, internal: bool = False) -> ReportOptions:
    about = None if when is None else period(when)
    return ReportOptions(languages=("en",), period=about, as_of=as_of, internal=internal)


# --- Which round, and which day -------------------------------------------------------------------------


def test_the_latest_round_is_reported_about_unless_a_period_names_another() -> None:
    whole = plan(round_of("2021"), round_of("2019"), round_of("2020"))
    assert occasion_of_round(whole, asked()).round.period.raw == "2021"
    assert occasion_of_round(whole, asked("2019")).round.period.raw == "2019"
    assert occasion_of_round(whole, asked(as_of="2020-06-30")).round.period.raw == "2020"


def test_a_whole_year_is_later_than_its_last_quarter() -> None:
    whole = plan(round_of("2020"), round_of("2020-Q4"))
    assert occasion_of_round(whole, asked()).round.period.raw == "2020"


def test_a_round_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UnknownNameError, match="2020"):
        occasion_of_round(plan(round_of("2020")), asked("2021"))


@pytest.mark.parametrize("options", [asked(), asked(as_of="2020-12-31")])
def test_a_programme_without_rounds_has_no_round_to_report_about(options: ReportOptions) -> None:
    with pytest.raises(ValueProblem, match="muniprog followup open"):
        occasion_of_round(plan(), options)


def test_an_open_round_stands_on_the_last_day_of_its_period() -> None:
    assert occasion_of_round(plan(round_of("2020")), asked()).as_of == date(2020, 12, 31)


def test_an_open_round_stands_on_the_day_of_its_last_answer_where_that_is_later() -> None:
    late = round_of("2020", update("a", reported_on="2021-01-20"), update("a", reported_on="2020-05-01"))
    assert occasion_of_round(plan(late), asked()).as_of == date(2021, 1, 20)


def test_an_open_round_stands_on_the_day_that_is_asked_for() -> None:
    assert occasion_of_round(plan(round_of("2020")), asked(as_of="2020-07-01")).as_of == date(2020, 7, 1)


def test_a_closed_round_stands_on_the_day_of_its_record_and_on_no_other() -> None:
    closed = close_round(plan(round_of("2020")), 2020, on=date(2021, 2, 1), despite_unanswered=True)
    assert occasion_of_round(closed, asked(as_of="2021-02-01")).as_of == date(2021, 2, 1)
    with pytest.raises(ValueProblem, match="stands on 1 February 2021 for good"):
        occasion_of_round(closed, asked(as_of="2021-03-01"))


def test_a_closed_round_brings_the_programme_of_its_day() -> None:
    closed = close_round(plan(round_of("2020")), 2020, on=date(2021, 2, 1), despite_unanswered=True)
    later = attrs.evolve(closed, themes=(theme("t", goal("g", action("a", "2020"), action("b"))),))
    found = occasion_of_round(later, asked())
    assert [each.id for each in found.programme.actions] == ["a"]
    assert (found.closed, found.intact) == (True, True)


def test_a_round_that_was_closed_by_hand_is_not_intact() -> None:
    found = occasion_of_round(plan(round_of("2020", closed_on="2021-02-01")), asked())
    assert (found.closed, found.intact, found.as_of) == (True, False, date(2021, 2, 1))


@pytest.mark.parametrize(
    ("options", "day", "of_round"),
    [
        (asked(as_of="2021-05-01"), "2021-05-01", None),
        (asked("2019"), "2019-12-31", None),
        (asked("2020"), "2020-12-31", "2020"),
        (asked(), "2020-12-31", "2020"),
    ],
    ids=["a day", "a period without a round", "a round", "the latest round"],
)
def test_a_report_about_a_day_or_a_round(options: ReportOptions, day: str, of_round: str | None) -> None:
    found = occasion_of(plan(round_of("2020")), options)
    assert found.as_of == date.fromisoformat(day)
    assert (found.round.period.raw if isinstance(found, RoundOccasion) else None) == of_round


def test_where_nothing_tells_the_day_it_is_asked_for() -> None:
    with pytest.raises(ValueProblem, match="--as-of"):
        occasion_of(plan(), asked())


def test_the_rounds_up_to_the_one_that_is_named_come_in_the_order_of_time() -> None:
    whole = plan(round_of("2021"), round_of("2019"), round_of("2020"))
    assert [each.round.period.raw for each in occasions_of_rounds(whole, asked("2020"))] == ["2019", "2020"]


def test_the_owners_of_a_round_are_those_of_the_end_of_its_period() -> None:
    closed = close_round(plan(round_of("2020")), 2020, on=date(2021, 2, 1), despite_unanswered=True)
    assert occasion_of_round(closed, asked()).owners_as_of == date(2020, 12, 31)
    assert occasion_of_round(plan(round_of("2020")), asked(as_of="2020-07-01")).owners_as_of == date(2020, 7, 1)


def test_the_round_before_stands_as_it_was_known_then() -> None:
    first = round_of("2019", update("a", Status.IN_PROGRESS, reported_on="2020-01-15"), closed_on="2020-01-20")
    second = round_of("2020", update("a", Status.DONE))
    found = occasion_of_round(plan(second, first), asked())
    assert found.before is not None
    assert (found.before.as_of, found.before.action("a").status) == (date(2020, 1, 20), Status.IN_PROGRESS)
    assert occasion_of_round(plan(first, second), asked("2019")).before is None


# --- What may be shown ----------------------------------------------------------------------------------


def with_something_hidden() -> Programme:
    hidden = action("dold", visibility=Visibility.INTERNAL, indicators=(indicator("k-dold"),))
    sum_of_all = indicator("summa", formula=Formula(rule=Rule.SUM, of=("k-dold",)))
    answers = (update("dold", Status.DONE), update("a", Status.DONE), measured("k-dold", "2020", 1))
    decisions = (decided("dold", Verdict.END), decided("g", Verdict.CONTINUE))
    return programme(
        theme(
            "t",
            goal("g", action("a"), hidden, indicators=(sum_of_all,)),
            action("loss", visibility=Visibility.INTERNAL),
            theme("u", goal("h", action("djup", visibility=Visibility.INTERNAL))),
        ),
        owners=(owner("o"),),
        follow_ups=(
            round_of("2020", *answers, *decisions, asked=(Request(owner="o", items=("a", "dold", "k-dold")),)),
        ),
    )


def test_internal_actions_and_all_about_them_are_left_out() -> None:
    shown = published(with_something_hidden())
    assert [each.id for each in shown.entries()] == ["o", "t", "g", "a", "summa", "u", "h"]
    (follow_up,) = shown.follow_ups
    assert [each.item for each in follow_up.updates] == ["a"]
    assert follow_up.observations == ()
    assert [each.item for each in follow_up.decisions] == ["g"]
    assert follow_up.asked == (Request(owner="o", items=("a",)),)


def test_owners_that_are_named_for_internal_actions_alone_are_left_out() -> None:
    hidden = action("dold", visibility=Visibility.INTERNAL, owners=("dold-agare", "o"))
    whole = programme(
        theme("t", goal("g", action("a", owners=("o",)), hidden)),
        owners=(owner("o", parent="staden"), owner("staden"), owner("ledig"), owner("dold-agare"), owner("svarar")),
        follow_ups=(
            round_of(
                "2020",
                update("a", owner="svarar"),
                asked=(Request(owner="dold-agare", items=("dold",)), Request(owner="o", items=("a",))),
            ),
        ),
    )
    shown = published(whole)
    assert [each.id for each in shown.owners] == ["o", "staden", "ledig", "svarar"]
    assert [request.owner for request in shown.follow_ups[0].asked] == ["o"]


def test_of_a_suppressed_number_the_reason_alone_is_told() -> None:
    found = observation(
        "2020", 3, missing=Missing.SUPPRESSED, numerator=3, denominator=9, note=text("tre"), reason=text("för få")
    )
    (seen,) = (
        published(programme(theme("t", indicators=(indicator("k", observations=(found,)),)))).indicators[0].observations
    )
    assert seen == observation("2020", missing=Missing.SUPPRESSED, reason=text("för få"))


def test_of_an_answer_that_was_sent_back_only_the_day_is_told() -> None:
    back = sent_back("2020-12-10", "Är det säkert?", by="chefen")
    answers = (update("a", Status.DONE, note="Ja.", sent_back=back), measured("k", "2020", 3, sent_back=back))
    whole = programme(theme("t", goal("g", action("a")), action("b", indicators=(indicator("k"),)), theme("u")))
    (shown,) = published(attrs.evolve(whole, follow_ups=(round_of("2020", *answers),))).follow_ups
    only_when = sent_back("2020-12-10", "")
    assert shown.updates == (update("a", sent_back=attrs.evolve(only_when, reason=Text())),)
    assert shown.observations == (measured("k", "2020", sent_back=attrs.evolve(only_when, reason=Text())),)


def test_a_programme_without_internal_actions_is_shown_as_it_is() -> None:
    whole = plan(round_of("2020", update("gone")))
    assert published(whole) is whole


def test_what_is_left_out_is_told_and_what_is_asked_for_is_there() -> None:
    whole = with_something_hidden()
    assert occasion_of(whole, asked()).left_out == 3
    everything = occasion_of(whole, asked(internal=True))
    assert (everything.left_out, len(everything.figures.actions)) == (0, 4)
    assert occasion_of(whole, asked(as_of="2020-12-31")) == Occasion(
        programme=published(whole), as_of=date(2020, 12, 31), left_out=3
    )
