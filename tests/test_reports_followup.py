"""The report `followup`: one rule after the other, on small programmes."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import attrs
import pytest

from muniprog.document import Mark, Paragraph, Span, Table
from muniprog.followup.closing import close_round, reopen_round
from muniprog.model import (
    Action,
    BudgetLine,
    FollowUp,
    Formula,
    Goal,
    Missing,
    Programme,
    Rule,
    Status,
    Target,
    Theme,
    Verdict,
)
from muniprog.reports.followup import FollowUpReport
from tests.builders import (
    action,
    decided,
    goal,
    indicator,
    leads,
    measured,
    observation,
    owner,
    programme,
    round_of,
    sent_back,
    text,
    theme,
    update,
    value,
    when,
)
from tests.reported import built, captions, notes, printed, sentences, table, tables, three_rounds

REPORT = FollowUpReport()


def plan(*items: Goal | Action | Theme, rounds: Sequence[FollowUp] = (), **more: object) -> Programme:
    return programme(theme("t", *items), follow_ups=tuple(rounds), **more)


def closed_in_february(whole: Programme) -> Programme:
    return close_round(whole, 2020, on=date(2021, 2, 1), despite_unanswered=True)


def spans(found: Table) -> list[Span]:
    return [span for row in found.rows for each in row.cells for line in each.content for span in line]


# --- How the round stands -------------------------------------------------------------------------------


def test_an_open_round_is_marked_as_preliminary_with_its_day() -> None:
    document = built(REPORT, plan(action("a"), rounds=[round_of("2020")]))
    assert notes(document) == [
        "Preliminary: the round 2020 is open, and answers can still come and change. Things stand as on 31 December "
        "2020."
    ]
    assert ["".join(span.text for span in words) for _, words in document.metadata] == [
        "2019–2022",
        "2020",
        "31 December 2020",
        "open",
    ]


def test_a_closed_round_says_when_it_was_closed_and_carries_no_mark() -> None:
    closed = closed_in_february(plan(action("a"), rounds=[round_of("2020")]))
    document = built(REPORT, closed)
    assert notes(document) == []
    assert "closed on 1 February 2021" in printed(REPORT, closed)


def test_a_closed_round_prints_the_same_whatever_happens_to_the_programme() -> None:
    closed = closed_in_february(plan(action("a", "2020"), rounds=[round_of("2020", update("a", Status.DONE))]))
    later = attrs.evolve(
        closed,
        title=closed.title.of("Ett annat namn", "sv"),
        themes=(theme("t", action("b", "2021")),),
        follow_ups=(*closed.follow_ups, round_of("2021", update("b", Status.DONE))),
    )
    assert printed(REPORT, later, period="2020") == printed(REPORT, closed, period="2020")


def test_a_round_that_was_opened_again_says_when_and_why() -> None:
    closed = closed_in_february(plan(action("a"), rounds=[round_of("2020")]))
    document = built(REPORT, reopen_round(closed, 2020, on=date(2021, 3, 1), reason="Ett svar kom bort."))
    assert notes(document)[1:] == [
        "The round was closed on 1 February 2021 and opened again on 1 March 2021. Reason: Ett svar kom bort."
    ]


def test_a_round_whose_seal_does_not_match_is_marked() -> None:
    document = built(REPORT, plan(action("a"), rounds=[round_of("2020", closed_on="2021-02-01")]))
    assert "its seal does not match" in notes(document)[0]


# --- Statuses -------------------------------------------------------------------------------------------


def test_shares_stand_beside_counts_and_add_up_and_not_reported_is_a_row() -> None:
    answers = (update("a", Status.DONE), update("b", Status.IN_PROGRESS))
    document = built(REPORT, plan(action("a"), action("b"), action("c"), rounds=[round_of("2020", *answers)]))
    assert table(document, "Actions by status") == [
        ["Status", "Actions", "Share"],
        ["in progress", "1", "34%"],
        ["done", "1", "33%"],
        ["not reported", "1", "33%"],
        ["All actions", "3", "100%"],
    ]


def test_a_theme_counts_those_below_it_and_the_whole_counts_each_action_once() -> None:
    inner = theme("under", action("b"), action("c"))
    document = built(REPORT, plan(action("a"), inner, rounds=[round_of("2020", update("b", Status.DONE))]))
    assert table(document, "Actions by theme and status") == [
        ["Theme", "done", "not reported", "All"],
        ["t", "1", "2", "3"],
        ["under", "1", "1", "2"],
        ["The whole programme", "1", "2", "3"],
    ]
    assert "A theme counts the actions of the themes below it as well." in sentences(document, "Status by theme")


def test_where_everything_goes_on_there_is_nothing_to_complete() -> None:
    document = built(REPORT, plan(action("a"), rounds=[round_of("2020", update("a", Status.CONTINUOUS))]))
    assert table(document, "What is done and what is late, by theme")[1][1] == "nothing to complete"


def test_a_programme_without_actions_says_so_and_divides_nothing() -> None:
    document = built(REPORT, plan(goal("g"), rounds=[round_of("2020")]))
    assert sentences(document, "Summary")[0] == "There are no actions."
    assert sentences(document, "Status by theme") == ["There are no actions."]
    assert "Done of those that can be completed: no actions." in sentences(document, "Summary")
    assert "There are no indicators." in sentences(document, "Summary")


def test_headline_indicators_are_told_in_a_line_and_what_is_none_is_named() -> None:
    whole = plan(
        action("a"),
        rounds=[round_of("2020", measured("k", "2020", 3))],
        programme_indicators=(indicator("k"), indicator("l")),
        headline=("k", "l", "a", "gone"),
    )
    assert sentences(built(REPORT, whole), "Indicators that stand for the whole") == [
        "k: 3 (2020); ○ cannot be assessed",
        "l: ○ cannot be assessed",
        "a",
    ]


# --- Since the round before -----------------------------------------------------------------------------


def test_what_has_changed_since_the_round_before() -> None:
    k = indicator("k", baseline=0, targets=[10])
    whole = plan(
        goal("g", action("a", "2020"), action("b", "2019"), action("c"), indicators=(k,)),
        rounds=[
            round_of("2019", update("a", Status.IN_PROGRESS), measured("k", "2019", 9)),
            round_of("2020", update("a", Status.DONE), update("b", Status.DONE), measured("k", "2020", 1)),
        ],
    )
    document = built(REPORT, whole)
    assert sentences(document, "Since the round before") == [
        "Compared with 31 December 2019, with the actions, indicators and targets of now.",
        "Done: 0 of 3 (0%) before, 2 of 3 (67%) now.",
        "Late: 0 before, 0 now.",
    ]
    assert table(document, "Actions that stand otherwise than before")[1:] == [
        ["a", "in progress", "done"],
        ["b", "not reported", "done"],
    ]
    assert table(document, "Indicators that stand otherwise than before")[1:] == [["k", "▲ on the way", "▼ behind"]]


def test_what_has_become_late_has_changed_too() -> None:
    whole = plan(action("a", "2020-06"), rounds=[round_of("2019"), round_of("2020")])
    assert table(built(REPORT, whole), "Actions that stand otherwise than before")[1:] == [
        ["a", "not reported", "not reported\nlate"]
    ]


def test_nothing_changed_and_the_first_round() -> None:
    whole = plan(action("a"), rounds=[round_of("2019"), round_of("2020")])
    assert sentences(built(REPORT, whole), "Since the round before")[-1] == "No status and no verdict has changed."
    assert sentences(built(REPORT, whole, period="2019"), "Since the round before") == []


# --- Late and stopped -----------------------------------------------------------------------------------


def test_planned_and_actual_days_stand_beside_each_other_with_the_slip_and_the_reason() -> None:
    answers = (
        update("sen", Status.IN_PROGRESS, note="Väntar på beslut.", planned_end="2020-09-30"),
        update("skjuten", Status.POSTPONED, planned_end="2021-06-30"),
        update("struken", Status.CANCELLED, note="Pengarna tog slut."),
        update("klar", Status.DONE, actual_end="2020-07-01"),
        update("tidig", Status.DONE, actual_end="2020-05-31"),
    )
    actions = [action(name, "2020-06") for name in ("sen", "skjuten", "struken", "klar", "tidig")]
    document = built(REPORT, plan(*actions, rounds=[round_of("2020", *answers)]))
    titles = ["Action", "Planned end", "Ready, or last plan", "Difference", "Reason"]
    assert table(document, "Late") == [
        titles,
        [
            "sen\n",
            "30 June 2020",
            "now planned for 30 September 2020",
            "92 days late\n92 days later than planned",
            "Väntar på beslut.",
        ],
    ]
    assert table(document, "Postponed")[1] == [
        "skjuten\n",
        "30 June 2020",
        "now planned for 30 June 2021",
        "365 days later than planned",
        "no reason given",
    ]
    assert table(document, "Cancelled")[1] == ["struken\n", "30 June 2020", "–", "–", "Pengarna tog slut."]
    assert [row[0] for row in table(document, "Done later than planned")[1:]] == ["klar\n"]


def test_where_nothing_is_late_or_stopped_it_is_said() -> None:
    document = built(REPORT, plan(action("a"), rounds=[round_of("2020")]))
    for heading, sentence in (
        ("Late", "No action is late."),
        ("Postponed", "No action is postponed."),
        ("Cancelled", "No action is cancelled."),
        ("Done later than planned", "No action was done later than planned."),
    ):
        assert sentences(document, heading) == [sentence]


def test_what_was_planned_earlier_than_the_programme_says_is_told_as_earlier() -> None:
    whole = plan(
        action("a", "2020-06"), rounds=[round_of("2020", update("a", Status.POSTPONED, planned_end="2020-06-29"))]
    )
    assert table(built(REPORT, whole), "Late")[1][3] == "185 days late\n1 day earlier than planned"


def test_a_reason_of_an_earlier_round_says_which_and_decisions_are_reasons_too() -> None:
    whole = plan(
        action("a", "2019"),
        rounds=[
            round_of("2020", decided("a", Verdict.CHANGE, by="Nämnden", on="2020-05-05", reason="Ny lag.")),
            round_of("2019", update("a", Status.POSTPONED, note="Ingen tid.")),
            round_of("2021", decided("a", Verdict.END, on="2021-05-05"), decided("gone", Verdict.END)),
        ],
    )
    assert table(built(REPORT, whole, period="2020"), "Postponed")[1][4].splitlines() == [
        "2019: Ingen tid.",
        "Decision in the round 2020: is changed, Nämnden, 5 May 2020: Ny lag.",
    ]


def test_a_decision_without_a_day_is_a_reason_where_there_is_no_note() -> None:
    answers = (update("a", Status.CANCELLED), decided("a", Verdict.END))
    document = built(REPORT, plan(action("a"), rounds=[round_of("2020", *answers)]))
    assert table(document, "Cancelled")[1] == ["a\n", "–", "–", "–", "Decision in the round 2020: is ended"]


def test_money_stands_beside_the_days_where_an_action_has_some() -> None:
    money = (BudgetLine(year=2020, planned=Decimal(100), actual=Decimal(40)),)
    answers = (update("a", Status.CANCELLED), update("b", Status.CANCELLED))
    document = built(REPORT, plan(action("a", budget=money), action("b"), rounds=[round_of("2020", *answers)]))
    assert [row[5] for row in table(document, "Cancelled")] == ["Money", "EUR: planned 100, spent 40", ""]


def test_money_is_never_added_up_over_currencies_and_what_is_not_stated_is_said() -> None:
    euros = (BudgetLine(year=2020, planned=Decimal(100)), BudgetLine(year=2021, planned=Decimal(50)))
    crowns = (BudgetLine(year=2020, planned=Decimal(10), actual=Decimal(12), currency="SEK"),)
    dollars = (BudgetLine(year=2020, actual=Decimal(1), currency="USD"),)
    whole = plan(
        action("a", budget=euros), action("b", budget=crowns), action("c", budget=dollars), rounds=[round_of("2020")]
    )
    assert table(built(REPORT, whole), "Planned and spent")[1:] == [
        ["a", "EUR", "150", "not stated", "nothing stated for 2020, 2021"],
        ["b", "SEK", "10", "12", "+2"],
        ["c", "USD", "not stated", "1", "–"],
        [
            "The whole programme",
            "EUR\nSEK\nUSD",
            "150\n10\nnot stated",
            "not stated\n12\n1",
            "nothing stated for 2020, 2021\n+2\n–",
        ],
    ]


# --- Indicators -----------------------------------------------------------------------------------------


def test_an_indicator_tells_its_last_values_its_target_verdict_and_trend() -> None:
    k = indicator("k", baseline=10, targets=[Target(value=value(20), by=when("2022"))], unit="personer")
    answers = (measured("k", "2019", 12), measured("k", "2020", 15))
    document = built(REPORT, plan(goal("g", indicators=(k,)), rounds=[round_of("2020", *answers)]))
    assert table(document, "t", "Indicator")[1] == [
        "k\na number, personer",
        "2019: 12 · 2020: 15",
        "Start 10 personer\nTarget 20 personer, by 31 December 2022",
        "▲ on the way\n50% of the way",
        "↑ 2019→2020: from 12 personer to 15 personer, better",
    ]


def test_a_sign_has_its_meaning_and_the_word_stands_beside_it() -> None:
    k = indicator("k", baseline=10, targets=[20])
    document = built(REPORT, plan(goal("g", indicators=(k,)), rounds=[round_of("2020", measured("k", "2020", 20))]))
    (found,) = tables(document, "Indicator")
    (sign,) = [span for span in spans(found) if span.text == "●"]
    assert (sign.meaning, sign.mark) == ("met", Mark.GOOD)
    assert table(document, "t", "Indicator")[1][3].startswith("● met")
    assert sentences(document, "t") == ["● met"]


def test_the_kinds_of_absence_are_kept_apart_and_a_suppressed_number_is_never_shown() -> None:
    k = indicator("k", measure="plugin:kind")
    answers = (
        measured("k", "2019", missing=Missing.SUPPRESSED, reason=None),
        measured("k", "2020", missing=Missing.NOT_AVAILABLE),
    )
    document = built(REPORT, plan(goal("g", indicators=(k,)), rounds=[round_of("2021", *answers)]))
    row = table(document, "t", "Indicator")[1]
    assert row[:2] == [
        "k\nplugin:kind",
        "2019: – (suppressed) · 2020: – (not available) · 2021: – (not reported)",
    ]


def test_how_values_came_about_is_told_beside_them() -> None:
    k = indicator("k", observations=(observation("2020", 2),))
    total = indicator("summa", formula=Formula(rule=Rule.SUM, of=("k",)))
    document = built(REPORT, plan(goal("g", indicators=(k, total)), rounds=[round_of("2020")]))
    assert table(document, "t", "Indicator")[2][1].splitlines() == [
        "2019: – (not reported) · 2020: 2",
        "The sum of the other indicators, period by period.",
    ]


def test_parts_are_told_beside_the_whole() -> None:
    parts = (measured("k", "2020", 3, dimensions={"sex": "f"}), measured("k", "2020", 8))
    document = built(REPORT, plan(goal("g", indicators=(indicator("k"),)), rounds=[round_of("2020", *parts)]))
    assert table(document, "t", "Indicator")[1][1] == "2019: – (not reported) · 2020: 8\nsex: f – 2020: 3"


def test_an_indicator_that_nobody_could_have_reported_yet() -> None:
    whole = plan(goal("g", indicators=(indicator("k"),)), rounds=[round_of("2019")])
    document = built(REPORT, whole, as_of="2019-06-30")
    assert table(document, "t", "Indicator")[1][1] == "no value yet"


def test_indicators_of_the_whole_programme_have_a_table_of_their_own() -> None:
    whole = plan(
        action("a"),
        rounds=[round_of("2020", measured("k", "2020", 1), measured("k", "2019", 1))],
        programme_indicators=(indicator("k"),),
    )
    assert captions(built(REPORT, whole)).count("Indicators of the whole programme") == 2


# --- Answers --------------------------------------------------------------------------------------------


def answers_of(*items: Goal | Action, follow_up: FollowUp, **more: object) -> list[list[str]]:
    document = built(REPORT, plan(*items, rounds=[follow_up], **more))
    return table(document, "t", "About what")[1:]


def test_an_answer_is_told_with_its_note_its_next_step_its_days_and_who_gave_it() -> None:
    given = update(
        "a",
        Status.IN_PROGRESS,
        note="Halvvägs.",
        next_steps="Resten.",
        actual_start="2020-02-01",
        planned_end="2020-12-31",
        owner="o",
        reported_by="planerare",
        reported_on="2020-12-01",
    )
    assert answers_of(action("a"), follow_up=round_of("2020", given), owners=(owner("o"),)) == [
        [
            "a",
            "in progress",
            "Halvvägs.\nNext: Resten.\nBegan: 1 February 2020\nPlanned to be ready: 31 December 2020",
            "o\nplanerare\n1 December 2020",
        ]
    ]


def test_what_was_sent_back_or_waits_for_approval_is_marked() -> None:
    given = (
        update("a", Status.DONE, sent_back=sent_back("2020-12-10", "Är det säkert?")),
        update("b", Status.DONE),
        update("c", Status.DONE, approved_by="samordnaren", approved_on="2020-12-11"),
        update("d", Status.DONE, approved_by="chefen", approved_on="2020-12-11"),
        update("e", Status.DONE, approved_by="chefen"),
        update("f", Status.DONE, approved_on="2020-12-11"),
    )
    rows = answers_of(*map(action, "abcdef"), follow_up=round_of("2020", *given, approver="samordnaren"))
    assert [row[2:] for row in rows] == [
        ["Sent back on 10 December 2020; counts in no figure.", ""],
        ["Not approved yet.", ""],
        ["", "Approved 11 December 2020."],
        ["", "Approved by chefen on 11 December 2020."],
        ["", "Approved by chefen."],
        ["", "Approved 11 December 2020."],
    ]


def test_what_an_answer_said_that_was_sent_back_and_why_is_told_only_to_those_who_ask_for_what_is_internal() -> None:
    back = sent_back("2020-12-10", "Är det säkert?")
    given = (
        update("a", Status.DONE, note="Ja.", sent_back=back, reported_on="2020-12-01"),
        measured("k", "2020", 73, reported_on="2020-12-01", sent_back=back),
    )
    whole = plan(goal("g", action("a"), indicators=(indicator("k"),)), rounds=[round_of("2020", *given)])
    asked, unasked = (table(built(REPORT, whole, internal=each), "t", "About what")[1:] for each in (True, False))
    sent = "Sent back on 10 December 2020; counts in no figure."
    assert asked == [
        ["a", "done", f"{sent} Är det säkert?\nJa.", "1 December 2020"],
        ["k", "2020: 73", f"{sent} Är det säkert?", "1 December 2020"],
    ]
    assert unasked == [["a", "", sent, "1 December 2020"], ["k", "2020", sent, "1 December 2020"]]


def test_an_answer_that_counts_only_later_says_from_which_day() -> None:
    whole = plan(action("a"), rounds=[round_of("2020", update("a", Status.DONE, reported_on="2020-12-01"))])
    text = printed(REPORT, whole, as_of="2020-11-30")
    assert "Counts from 1 December 2020" in text
    assert "Answered later than the day on which this report stands" in text


def test_several_answers_about_one_item_stand_beside_it_in_the_order_of_their_days() -> None:
    given = (
        update("a", Status.DONE, reported_on="2020-12-01"),
        update("a", note="Bara en anmärkning.", reported_on="2020-06-01"),
    )
    assert answers_of(action("a"), follow_up=round_of("2020", *given)) == [
        ["a", "", "Bara en anmärkning.", "1 June 2020"],
        ["done", "", "1 December 2020"],
    ]


def test_values_are_told_with_part_reason_and_source_the_whole_first() -> None:
    given = (
        measured("k", "2020", 3, dimensions={"sex": "f"}),
        measured("k", "2020", 8, source=text("Registret"), note=text("Preliminärt.")),
        measured("k", "2020", missing=Missing.SUPPRESSED, reason=text("För få."), dimensions={"sex": "m"}),
    )
    k = indicator("k", unit="personer")
    rows = answers_of(goal("g", indicators=(k,)), follow_up=round_of("2020", *given))
    assert [row[-3:-1] for row in rows[1:]] == [
        ["2020: 8 personer", "Preliminärt.\nSource: Registret"],
        ["2020: 3 personer\nsex: f", ""],
        ["2020: – (suppressed)\nsex: m", "Reason: För få."],
    ]


def test_what_nobody_answered_says_so_and_what_is_over_is_not_asked_about() -> None:
    rounds = [round_of("2019", update("a", Status.DONE), update("g", Status.CANCELLED)), round_of("2020")]
    document = built(REPORT, plan(goal("g"), action("a"), action("b"), rounds=rounds))
    assert table(document, "t")[1:] == [
        ["g", "cancelled", "Not asked about any more since the round 2019.", ""],
        ["a", "done", "Not asked about any more since the round 2019.", ""],
        ["b", "not reported", "no answer in this round", ""],
    ]


def test_a_value_of_what_is_no_indicator_is_no_value() -> None:
    assert answers_of(action("a"), follow_up=round_of("2020", measured("a", "2020", 1))) == [["a", "", "", ""]]


def test_answers_about_nothing_that_is_there_are_left_out() -> None:
    given = (update("gone", Status.DONE), measured("gone", "2020", 1))
    assert answers_of(action("a"), follow_up=round_of("2020", *given))[0][0] == "a"


def test_links_lead_from_every_place_to_where_the_owners_answered() -> None:
    document = built(REPORT, three_rounds(), period="2020")
    links = {span.link for each in document.walk() if isinstance(each, Table) for span in spans(each) if span.link}
    assert {"#kurs", "#guide", "#broschyr", "#t-arbete", "#jobb"} <= links
    assert all(heading.anchor for heading in document.headings())


# --- Missing, decisions, method -------------------------------------------------------------------------


def test_who_has_not_answered_what() -> None:
    whole = plan(
        goal("g", action("a"), action("b"), action("c"), owners=leads("o")),
        action("herrelos"),
        owners=(owner("o", "Skolan"),),
        rounds=[
            round_of(
                "2020",
                update("a", Status.DONE),
                update("b", Status.DONE, sent_back=sent_back("2020-12-10", "Nej.")),
                approver="samordnaren",
            )
        ],
    )
    document = built(REPORT, whole)
    assert sentences(document, "What is missing") == ["Questions with an answer that counts: 1 of 3 (33%)."]
    assert table(document, "Not answered, by owner")[1:] == [["Skolan", "1", "c"]]
    assert sentences(document, "Sent back and not answered again") == ["b"]
    assert sentences(document, "Answered, but not approved yet") == ["a"]
    assert sentences(document, "Nobody is asked") == [
        "Nobody is asked about “herrelos”: it has no owner that answers for it."
    ]


def test_where_nobody_is_asked_nothing_is_divided() -> None:
    document = built(REPORT, plan(goal("g", action("a")), rounds=[round_of("2020")]))
    assert sentences(document, "What is missing") == ["Nobody is asked about anything in this round."]


def test_decisions_are_told_with_what_they_are_about() -> None:
    given = (decided("g", Verdict.CONTINUE), decided("borta", Verdict.END), decided("o", Verdict.START))
    whole = plan(goal("g", action("a")), rounds=[round_of("2020", *given)], owners=(owner("o", "Skolan"),))
    assert [row[:2] for row in table(built(REPORT, whole), "Decisions of the round")[1:]] == [
        ["g", "goes on"],
        ["borta", "is ended"],
        ["Skolan", "is started"],
    ]
    without = plan(action("a"), rounds=[round_of("2020")])
    assert sentences(built(REPORT, without), "Decisions") == ["No decision is written down for this round."]


def test_the_method_names_the_rule_that_the_programme_rolls_up_by() -> None:
    document = built(REPORT, three_rounds())
    assert sentences(document, "How the figures are computed")[-1] == (
        "How goals and themes are rolled up: The mean of the parts that could be assessed."
    )
    assert len(sentences(built(REPORT, plan(rounds=[round_of("2020")])), "How the figures are computed")) == 7


# --- What is never printed ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_neither_private_contacts_nor_internal_actions_are_printed(language: str) -> None:
    for year in ("2019", "2020", "2021"):
        text = printed(REPORT, three_rounds(), language, period=year)
        assert "hemlig@example.org" not in text
        assert "Intern beredning" not in text
        assert "Får inte synas" not in text


def test_internal_actions_are_printed_and_counted_where_they_are_asked_for() -> None:
    text = printed(REPORT, three_rounds(), period="2019", internal=True)
    assert "Intern beredning" in text
    assert "neither shown nor counted" not in text


def test_the_notice_is_handed_to_the_document() -> None:
    notice = built(REPORT, three_rounds(), "sv", "fi").notice
    assert [(span.text, span.language) for span in notice] == [("Påhittat", None), (" / ", None), ("Keksitty", "fi")]


def test_languages_stand_below_each_other_where_they_are_sentences() -> None:
    document = built(REPORT, three_rounds(), "sv", "fi", period="2020")
    block = next(each for each in document.walk() if isinstance(each, Paragraph) and len(each.content) > 2)
    assert block.content[1] == Span("\n", readers=())
    assert block.content[2].language == "fi"
