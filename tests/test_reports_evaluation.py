"""The report `evaluation`: all rounds side by side, each as it was left."""

from datetime import date

import attrs

from muniprog.document import plain
from muniprog.followup.closing import close_round
from muniprog.model import FollowUp, Programme, Status, Verdict
from muniprog.reports.evaluation import EvaluationReport
from tests.builders import action, decided, goal, indicator, measured, programme, round_of, theme, update
from tests.reported import built, captions, notes, sentences, table, three_rounds

REPORT = EvaluationReport()


def plan(*actions: str, rounds: tuple[FollowUp, ...]) -> Programme:
    return programme(theme("t", *(action(name, "2019") for name in actions)), follow_ups=rounds)


def test_figures_of_the_whole_stand_side_by_side() -> None:
    document = built(REPORT, three_rounds())
    assert table(document, "The whole programme, round by round") == [
        ["What is counted", "2019", "2020", "2021"],
        ["Things stand as on", "31 January 2020", "31 January 2021", "15 January 2022"],
        ["not started", "1", "0", "0"],
        ["in progress", "2", "0", "1"],
        ["done", "0", "1", "1"],
        ["continuous", "0", "1", "1"],
        ["postponed", "0", "1", "0"],
        ["cancelled", "0", "1", "1"],
        ["not reported", "2", "1", "1"],
        ["All actions", "5", "5", "5"],
        ["Done of those that can be completed", "0 of 5 (0%)", "1 of 3 (33%)", "1 of 3 (33%)"],
        ["Late", "1", "0", "2"],
        ["● met", "0", "1", "1"],
        ["▲ on the way", "0", "0", "0"],
        ["▼ behind", "1", "0", "0"],
        ["■ missed", "0", "0", "0"],
        ["○ cannot be assessed", "3", "3", "3"],
    ]


def test_each_round_has_its_column_out_of_its_own_record() -> None:
    first = plan("a", "b", rounds=(round_of("2019", update("a", Status.DONE), update("b", Status.IN_PROGRESS)),))
    closed = close_round(first, 2019, on=date(2020, 1, 31), despite_unanswered=True)
    renamed = action("c", "2019", former_ids=("a",))
    later = attrs.evolve(
        closed,
        themes=(theme("t", renamed, action("ny", "2020")), theme("tom")),
        follow_ups=(*closed.follow_ups, round_of("2020", update("ny", Status.IN_PROGRESS))),
    )
    document = built(REPORT, later)
    assert table(document, "t", "Action") == [
        ["Action", "2019", "2020"],
        ["c", "done", "done"],
        ["ny", "not in the programme", "in progress"],
    ]
    assert table(document, "Actions that are no longer in the programme")[1:] == [
        ["b", "in progress\n31 days late", "not in the programme"]
    ]


def test_what_was_late_tells_in_which_rounds_and_for_how_long() -> None:
    rounds = (
        round_of(
            "2019",
            update("a", Status.IN_PROGRESS),
            update("b", Status.DONE, actual_end="2019-06-01"),
            closed_on="2020-01-31",
        ),
        round_of("2020", update("a", Status.DONE, actual_end="2020-03-31", note="Tog tid."), update("c", Status.DONE)),
    )
    document = built(REPORT, plan("a", "b", "c", rounds=rounds))
    assert table(document, "Actions that were late")[1:] == [
        [
            "a\n",
            "31 December 2019",
            "ready 31 March 2020",
            "91 days later than planned\nlate in the rounds 2019",
            "Tog tid.",
        ],
        ["c\n", "31 December 2019", "–", "late in the rounds 2019", "no reason given"],
    ]


def test_where_nothing_was_late_or_decided_or_handed_over_it_is_said() -> None:
    document = built(REPORT, plan("a", rounds=(round_of("2019"),)))
    assert sentences(document, "What was late") == ["No action was late."]
    assert sentences(document, "Decisions") == ["No decision is written down."]
    assert sentences(document, "Owners, then and at the end") == [
        "All actions have the owners that they had from the beginning."
    ]


def test_decisions_tell_their_round() -> None:
    rounds = (round_of("2020", decided("a", Verdict.END)), round_of("2019", decided("a", Verdict.CONTINUE)))
    document = built(REPORT, plan("a", rounds=rounds))
    assert [row[:3] for row in table(document, "Decisions of all rounds")] == [
        ["Goal or action", "Round", "Decision"],
        ["a", "2019", "goes on"],
        ["a", "2020", "is ended"],
    ]


def test_targets_that_were_met_and_missed_are_listed_and_all_values_are_shown() -> None:
    met, missed = (indicator(name, baseline=0, targets=[10]) for name in ("klar", "kvar"))
    answers = [measured("klar", f"20{year}", 10) for year in range(15, 23)]
    last = round_of("2022", *answers, measured("kvar", "2022", 5))
    document = built(REPORT, programme(theme("t", goal("g", indicators=(met, missed))), follow_ups=(last,)))
    assert sentences(document, "Indicators that met their target") == ["klar"]
    assert sentences(document, "Indicators that missed their target") == ["kvar"]
    assert table(document, "t", "Indicator")[1][1].startswith("2015: 10 · 2016: 10")


def test_owners_then_and_at_the_end() -> None:
    document = built(REPORT, three_rounds())
    assert table(document, "Actions that have got other owners")[1:] == [
        ["Course", "Utbildning", "Bildning"],
        ["Vägledning", "Utbildning, Kultur", "Bildning"],
        ["Broschyr", "Kultur", "Bildning"],
        ["Nätverk", "Kultur", "Bildning"],
        ["Rådgivning", "Kultur", "Bildning"],
    ]


def test_each_mark_is_said_once_and_an_earlier_round_may_be_the_last() -> None:
    document = built(REPORT, three_rounds())
    assert [note.split()[0] for note in notes(document)] == ["Preliminary:", "1"]
    earlier = built(REPORT, three_rounds(), period="2020")
    assert table(earlier, "The whole programme, round by round")[0][1:] == ["2019", "2020"]
    assert "Planned and spent" in captions(earlier)
    assert plain(earlier.title) == "Evaluation"
