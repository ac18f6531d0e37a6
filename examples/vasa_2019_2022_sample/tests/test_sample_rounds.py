"""The rounds of the sample: three are closed with a record of their day, one is open and lacks answers."""

from datetime import date

import pytest

import muniprog
import vasa_2019_2022_sample
from muniprog.model import FollowUp, Owner, Programme, Verdict

CLOSED = ("2019", "2020", "2021")
APPROVER = "ansvarspersonen för koordinationen av integration"


@pytest.fixture(scope="module")
def sample() -> Programme:
    return muniprog.load(vasa_2019_2022_sample.FOLDER)


@pytest.fixture(scope="module")
def rounds(sample: Programme) -> dict[str, FollowUp]:
    return {follow_up.period.raw: follow_up for follow_up in sample.follow_ups}


def asked(follow_up: FollowUp) -> dict[str, tuple[str, ...]]:
    return {request.owner: request.items for request in follow_up.asked}


def test_three_rounds_are_closed_and_say_what_they_said_then(sample: Programme) -> None:
    standings = {period: muniprog.standing_of(sample, period) for period in (*CLOSED, "2022")}
    assert {period: standing.closed for period, standing in standings.items()} == {
        "2019": True,
        "2020": True,
        "2021": True,
        "2022": False,
    }
    assert all(standing.intact for standing in standings.values())


@pytest.mark.parametrize(
    ("period", "closed_on", "actions", "completion"),
    [
        ("2019", date(2020, 2, 14), 44, "7 of 35 (20%)"),  # without the action that was begun in 2021
        ("2020", date(2021, 2, 12), 44, "15 of 30 (50%)"),
        ("2021", date(2022, 2, 11), 45, "23 of 30 (77%)"),
    ],
)
def test_a_record_holds_the_programme_and_the_figures_of_its_day(
    sample: Programme, period: str, closed_on: date, actions: int, completion: str
) -> None:
    standing = muniprog.standing_of(sample, period)
    of_its_day = muniprog.recorded(sample, period)
    assert standing.as_of == closed_on
    assert len(of_its_day.actions) == actions
    assert str(muniprog.assess(of_its_day, as_of=closed_on.isoformat()).programme.completion) == completion


def test_a_record_names_the_owners_of_its_day(sample: Programme) -> None:
    """M13: the report of 2020 knows two units, that of 2021 the one that they became."""
    before, after = muniprog.recorded(sample, "2020"), muniprog.recorded(sample, "2021")
    assert "exempel-boendesektorn" not in before
    ended = after["hussektorn"]
    assert isinstance(ended, Owner)
    assert (ended.valid_until, ended.succeeded_by) == (date(2021, 6, 30), "exempel-boendesektorn")


def test_a_record_measures_against_the_target_of_its_day(sample: Programme) -> None:
    """M09: the target of 120 visits stands in the record of 2020, though it was revised since."""
    targets = {
        period: muniprog.assess(muniprog.recorded(sample, period), as_of="2022-12-31").indicator("foretagsbesok").target
        for period in ("2020", "2021")
    }
    assert {period: target and target.target.value for period, target in targets.items()} == {"2020": 120, "2021": 80}


def test_those_are_asked_who_answer_for_something_on_that_day(rounds: dict[str, FollowUp]) -> None:
    before, after = asked(rounds["2020"]), asked(rounds["2021"])
    assert {"hussektorn", "boendeservicen"} <= set(before)
    assert {"hussektorn", "boendeservicen"}.isdisjoint(after)
    assert "exempel-boendekvallar" in after["exempel-boendesektorn"]
    assert "mangsidiga-boendeformer" in after["tekniska-verket"]  # which never answers


def test_what_is_done_or_cancelled_is_not_asked_again(rounds: dict[str, FollowUp]) -> None:
    items = {item for items in asked(rounds["2021"]).values() for item in items}
    assert items.isdisjoint({"yrkesovergripande-radgivning", "halsogranskningar-verksamhetspraxis"})


def test_answers_are_approved_from_the_second_round_on(rounds: dict[str, FollowUp]) -> None:
    assert {period: follow_up.approver for period, follow_up in rounds.items()} == {
        "2019": None,
        "2020": APPROVER,
        "2021": APPROVER,
        "2022": APPROVER,
    }
    waiting = [each.item for each in rounds["2021"].updates if each.approved_on is None]
    assert waiting == ["halsogranskningar-informationsblad"]


def test_one_answer_was_sent_back_and_given_anew_and_one_is_still_missing(rounds: dict[str, FollowUp]) -> None:
    sent_back = {
        period: [update.item for update in rounds[period].updates if update.sent_back] for period in ("2020", "2022")
    }
    assert sent_back == {"2020": ["familjeskola-utveckling"], "2022": ["chat-och-handledningsmetoder"]}
    again = [update.sent_back for update in rounds["2020"].updates if update.item == "familjeskola-utveckling"]
    assert again[-1] is None


def test_the_open_round_lacks_answers(sample: Programme) -> None:
    left = muniprog.open_questions(sample, "2022", on=date(2022, 12, 31))
    silent = {finding.item for finding in left}
    assert "tekniska-verket" in silent
    assert "utvecklingsgruppen-erfarenhetssakkunniga" not in silent


def test_every_kind_of_decision_was_made(sample: Programme) -> None:
    made = {decision.decision for follow_up in sample.follow_ups for decision in follow_up.decisions}
    assert made == set(Verdict)
