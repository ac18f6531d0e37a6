"""Closing a round, and opening it again."""

from datetime import date

import attrs
import pytest

import muniprog as mp
from muniprog.conversion import structure, unstructure
from muniprog.errors import ClosedRoundError, FollowUpError, OpenQuestionsError, UnknownNameError
from muniprog.followup.closing import close_round, open_questions, reopen_round
from muniprog.followup.guarding import refuse_changed_rounds
from muniprog.followup.seal import is_intact, kept_seal
from muniprog.model import Decision, Programme, Verdict
from muniprog.source import Plain, PlainSource
from muniprog.text import Text
from tests.rounds import CLOSING, closed, followed_up, round_2020, with_round_2020


def test_a_closed_round_knows_its_day_and_holds_a_record_with_a_seal() -> None:
    follow_up = round_2020(closed())
    assert follow_up.closed_on == CLOSING
    assert follow_up.record is not None
    assert list(follow_up.record) == ["format", "as_of", "programme", "figures", "seal"]
    assert follow_up.record["as_of"] == "2021-03-01"


def test_the_day_may_be_told_in_iso_form() -> None:
    assert round_2020(close_round(followed_up(), "2020", on="2021-03-01")) == round_2020(closed())


def test_the_other_rounds_stay_as_they_are() -> None:
    assert closed().follow_ups[0] == followed_up().follow_ups[0]


def test_closing_twice_is_refused() -> None:
    with pytest.raises(ClosedRoundError, match="closed on 1 March 2021 and does not change"):
        close_round(closed(), 2020, on="2021-04-01")


def test_a_round_is_not_closed_before_it_was_opened() -> None:
    with pytest.raises(FollowUpError, match="opened on 1 December 2020"):
        close_round(followed_up(), 2020, on="2020-11-30")


def test_a_round_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownNameError, match="“2023”"):
        close_round(followed_up(), 2023, on="2023-03-01")


def open_in(programme: Programme, on: str = "2021-03-01") -> dict[str, str]:
    return {finding.code: str(finding.message) for finding in open_questions(programme, 2020, on=on)}


def test_a_complete_round_has_nothing_open() -> None:
    assert open_in(followed_up()) == {}


def test_who_has_not_answered_for_what_is_told_owner_by_owner() -> None:
    programme = with_round_2020(updates=[], observations=[])
    assert [(each.code, each.item, str(each.message)) for each in open_questions(programme, 2020, on=CLOSING)] == [
        ("U011", "bild", "Bildning has not answered for: Kurser, Antal deltagare, Andel nöjda."),
        ("U011", "soc", "Social has not answered for: Broschyr."),
    ]


def test_an_owner_that_is_gone_is_told_by_its_identifier() -> None:
    programme = with_round_2020(asked=[{"owner": "borta", "items": ["kurser", "borta"]}], updates=[])
    assert open_in(programme) == {"U011": "borta has not answered for: Kurser."}


def test_of_a_round_that_was_opened_by_hand_it_is_told_who_would_have_been_asked() -> None:
    found = open_questions(with_round_2020(asked=[], updates=[]), 2020, on=CLOSING)
    assert [str(each.message) for each in found] == [
        "Bildning has not answered for: Kurser.",
        "Social has not answered for: Broschyr.",
    ]


def test_what_was_sent_back_counts_as_open_until_it_is_answered_again() -> None:
    back: Plain = {"on": "2021-01-10", "reason": "Vilket år?"}
    sent: Plain = {"item": "broschyr", "status": "done", "reported_on": "2021-01-05", "sent_back": back}
    again: Plain = {"item": "broschyr", "status": "done", "reported_on": "2021-01-12"}
    answered: list[Plain] = [{"item": "kurser", "status": "done"}]
    assert open_in(with_round_2020(updates=[*answered, sent])) == {
        "U012": "Sent back and not answered again: Broschyr."
    }
    assert open_in(with_round_2020(updates=[*answered, sent, again])) == {}


def test_what_is_not_approved_is_open_where_the_round_wants_approval() -> None:
    unapproved = open_in(with_round_2020(approver="planeringschef"))
    assert unapproved == {"U013": "Not approved: Kurser, Broschyr, Antal deltagare, Andel nöjda."}


def test_an_answer_that_counts_only_after_the_closing_day_is_told() -> None:
    assert "stand in no figure of the record: Kurser, Antal" in open_in(followed_up(), "2020-12-15")["U014"]


def test_open_questions_stop_the_closing_unless_somebody_says_so() -> None:
    programme = with_round_2020(updates=[], approver="planeringschef")
    with pytest.raises(OpenQuestionsError) as caught:
        close_round(programme, 2020, on=CLOSING)
    assert [finding.code for finding in caught.value.findings] == ["U011", "U011", "U013"]
    assert str(caught.value).splitlines()[1:] == [
        "bild: warning U011: Bildning has not answered for: Kurser.",
        "soc: warning U011: Social has not answered for: Broschyr.",
        "warning U013: Not approved: Antal deltagare, Andel nöjda.",
    ]
    record = round_2020(close_round(programme, 2020, on=CLOSING, despite_unanswered=True)).record
    assert record is not None
    assert record["unanswered"] == [{"owner": "bild", "items": ["kurser"]}, {"owner": "soc", "items": ["broschyr"]}]
    assert record["unapproved"] == ["antal", "andel"]


def test_the_record_tells_also_what_was_sent_back_and_what_came_too_late() -> None:
    back: Plain = {"on": "2020-12-10", "reason": "Vilket år?"}
    programme = with_round_2020(updates=[{"item": "kurser", "status": "done", "sent_back": back}], asked=[])
    record = round_2020(close_round(programme, 2020, on="2020-12-15", despite_unanswered=True)).record
    assert record is not None
    assert (record["sent_back"], record["too_late"]) == (["kurser"], ["kurser", "antal", "andel"])


def test_a_round_is_opened_again_with_a_reason_that_stays() -> None:
    before = round_2020(closed())
    after = round_2020(reopen_round(closed(), 2020, on="2021-03-20", by="planeringschef", reason="Fel antal."))
    assert (after.closed_on, after.record) == (None, None)
    (reopening,) = after.reopened
    assert (reopening.on, reopening.by, reopening.reason) == (
        date(2021, 3, 20),
        "planeringschef",
        Text.of("Fel antal.", "sv"),
    )
    assert (reopening.closed_on, reopening.seal) == (CLOSING, kept_seal(before))


def test_the_reason_may_be_told_in_several_languages() -> None:
    reason = Text.of({"sv": "Fel antal.", "fi": "Väärä määrä."}, "sv")
    assert round_2020(reopen_round(closed(), 2020, on=CLOSING, reason=reason)).reopened[0].reason == reason


def test_a_round_that_was_opened_again_is_closed_with_a_new_record_and_remembers() -> None:
    opened = reopen_round(closed(), 2020, on="2021-03-20", reason="Fel antal.")
    with pytest.raises(FollowUpError, match="opened on 20 March 2021"):
        close_round(opened, 2020, on="2021-03-19")
    again = close_round(opened, 2020, on="2021-04-01")
    follow_up = round_2020(again)
    assert is_intact(follow_up, again)
    assert len(follow_up.reopened) == 1
    assert not is_intact(attrs.evolve(follow_up, reopened=()), again)


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_a_round_stays_closed(reason: str) -> None:
    with pytest.raises(FollowUpError, match="say why"):
        reopen_round(closed(), 2020, on="2021-03-20", reason=reason)


def test_an_open_round_cannot_be_opened_again() -> None:
    with pytest.raises(FollowUpError, match="open already"):
        reopen_round(followed_up(), 2020, on="2021-03-20", reason="Fel antal.")


def test_a_round_is_not_opened_again_before_it_was_closed() -> None:
    with pytest.raises(FollowUpError, match="closed on 1 March 2021"):
        reopen_round(closed(), 2020, on="2021-02-20", reason="Fel antal.")


def test_a_round_that_was_closed_by_hand_is_opened_without_a_seal() -> None:
    opened = reopen_round(with_round_2020(closed_on="2021-02-01"), 2020, on="2021-03-20", reason="Saknar utfall.")
    assert round_2020(opened).reopened[0].seal is None
    assert structure(PlainSource(unstructure(opened))) == opened


def decided(programme: Programme) -> Programme:
    """Return the programme with another decision in its round of 2020."""
    decision = Decision(item="kurser", decision=Verdict.END)
    first, last = programme.follow_ups
    return attrs.evolve(programme, follow_ups=(first, attrs.evolve(last, decisions=(decision,))))


def test_what_is_saved_holds_every_closed_round_as_it_was() -> None:
    before = closed()
    refuse_changed_rounds(attrs.evolve(before, title=Text.of("Nytt", "sv")), before)
    with pytest.raises(ClosedRoundError, match="These would change: decisions"):
        refuse_changed_rounds(decided(before), before)
    with pytest.raises(ClosedRoundError, match="The round 2020 was closed"):
        refuse_changed_rounds(attrs.evolve(before, follow_ups=before.follow_ups[:1]), before)


def test_open_rounds_may_be_changed_and_removed() -> None:
    before = followed_up()
    refuse_changed_rounds(decided(before), before)
    refuse_changed_rounds(attrs.evolve(before, follow_ups=()), before)


def test_what_was_opened_again_may_be_changed_and_closed_in_one_go() -> None:
    before = closed()
    opened = reopen_round(before, 2020, on="2021-03-20", reason="Fel antal.")
    refuse_changed_rounds(close_round(decided(opened), 2020, on="2021-04-01"), before)
    second = reopen_round(close_round(opened, 2020, on="2021-04-01"), 2020, on="2021-04-02", reason="Mer fel.")
    refuse_changed_rounds(second, opened)


def test_a_reopening_that_is_about_another_closing_opens_nothing() -> None:
    before = closed()
    opened = reopen_round(close_round(followed_up(), 2020, on="2021-02-01"), 2020, on="2021-03-20", reason="Fel.")
    with pytest.raises(ClosedRoundError):
        refuse_changed_rounds(opened, before)
    forgotten = attrs.evolve(round_2020(reopen_round(before, 2020, on="2021-03-20", reason="Fel.")), reopened=())
    with pytest.raises(ClosedRoundError):
        refuse_changed_rounds(attrs.evolve(before, follow_ups=(before.follow_ups[0], forgotten)), before)


def test_the_functions_are_public() -> None:
    assert mp.close_round is close_round
    assert mp.reopen_round is reopen_round
    assert mp.open_questions is open_questions
