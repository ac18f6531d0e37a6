"""Collecting forms: each answer once, nobody's answer over another's, and nothing or all."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import attrs
import pytest

from muniprog.errors import ClosedRoundError, UnknownNameError, ValueProblem
from muniprog.followup.collected import Collected, rejected_rows
from muniprog.followup.collecting import collect
from muniprog.followup.finding import find_round
from muniprog.followup.replacing import with_actions
from muniprog.forms import CellContent, FilledForm
from muniprog.messages import message
from muniprog.model import (
    Action,
    Measure,
    Missing,
    Observation,
    Per,
    Programme,
    Request,
    Status,
    Update,
)
from muniprog.source import Finding, Place, Severity
from muniprog.text import Text
from tests.asked import ON, asked, filled, form
from tests.builders import (
    action,
    goal,
    indicator,
    leads,
    measured,
    owner,
    programme,
    round_of,
    sent_back,
    text,
    theme,
    update,
)

Answers = Mapping[tuple[str, str], CellContent]


def collected(
    answers: Answers, plan: Programme | None = None, owner_: str = "bild", *, partial: bool = False
) -> Collected:
    """What comes of one form with these answers."""
    whole = plan or asked()
    return collect(whole, 2020, [filled(form(whole, owner_), answers)], on=ON, partial=partial)


def updates(found: Collected, item: str = "cafe") -> list[Update]:
    return [each for each in find_round(found.programme, 2020).updates if each.item == item]


def observations(found: Collected, item: str = "andel") -> list[Observation]:
    return [each for each in find_round(found.programme, 2020).observations if each.indicator == item]


def codes(found: Collected) -> list[str]:
    return [finding.code for finding in found.findings]


# --- Answers are taken -------------------------------------------------------------------------------------------


def test_a_form_that_nobody_filled_in_changes_nothing() -> None:
    plan = asked()
    found = collected({}, plan)
    assert found.programme is plan
    assert (found.changes, found.findings, found.conflicts, found.rejected) == ((), (), (), ())
    assert not found.is_taken
    assert not found.has_problems


def test_answers_become_a_report_of_the_owner_on_that_day() -> None:
    found = collected(
        {
            ("cafe", "status"): "Färdig",
            ("cafe", "note"): "- språkkafé",
            ("cafe", "next_steps"): "Fler.",
            ("cafe", "actual_end"): "30.11.2020",
        }
    )
    assert found.is_taken
    assert updates(found) == [
        Update(
            item="cafe",
            owner="bild",
            status=Status.DONE,
            note=Text.of("- språkkafé", "sv"),
            next_steps=Text.of("Fler.", "sv"),
            actual_end=date(2020, 11, 30),
            reported_on=ON,
        )
    ]


def test_a_value_becomes_an_observation() -> None:
    found = collected({("andel@2020[sex=f]", "value"): "43,5 %", ("klart@2020", "value"): "ja"})
    assert observations(found) == [
        Observation(
            indicator="andel",
            period=find_round(found.programme, 2020).period,
            dimensions={"sex": "f"},
            value=Decimal("43.5"),
            owner="bild",
            reported_on=ON,
        )
    ]
    assert observations(found, "klart")[0].value is True


def test_money_is_written_into_the_budget() -> None:
    found = collected({("cafe$2020.2", "actual"): "480,50", ("cafe$2020", "actual"): Decimal(0)})
    cafe = found.programme["cafe"]
    assert isinstance(cafe, Action)
    assert [line.actual for line in cafe.budget] == [Decimal(850), Decimal(0), Decimal("480.5")]
    assert found.programme.themes[0].goals[1] is asked_goal(found.programme)
    assert not updates(found)


def asked_goal(plan: Programme) -> object:
    return plan.themes[0].goals[1]


def test_a_change_tells_what_was_and_what_is_now() -> None:
    plan = asked(update("cafe", Status.IN_PROGRESS, owner="soc", reported_on="2020-12-10"))
    found = collected({("cafe", "status"): "klar"}, plan)
    (change,) = found.changes
    assert (change.key, change.item, change.field, change.owner) == ("cafe", "cafe", "status", "bild")
    assert change.spoken("sv") == ("cafe ”Språkkafé”, Läge: ”pågår” → ”Färdig” (bild, svar.xlsx:Åtgärder!D2)")
    assert change.spoken("fi").startswith("cafe ”Kielikahvila”, Tila: ”käynnissä” → ”Maalissa”")


def test_collecting_twice_is_collecting_once() -> None:
    answers: Answers = {
        ("cafe", "status"): "Färdig",
        ("andel@2020", "value"): "45",
        ("antal@2020", "value"): "-",
        ("cafe$2020", "actual"): "7",
    }
    plan = asked()
    returned = filled(form(plan), answers)
    first = collect(plan, 2020, [returned], on=ON)
    again = collect(first.programme, 2020, [returned], on="2020-12-24")
    assert again.programme is first.programme
    assert again.changes == ()
    assert len(first.changes) == 5


# --- What a report carries over ----------------------------------------------------------------------------------


def test_a_later_report_stands_beside_the_earlier_one_and_carries_over_what_has_not_changed() -> None:
    before = update("cafe", Status.IN_PROGRESS, note="Halvvägs.", owner="bild", reported_on="2020-06-30")
    found = collected({("cafe", "status"): "Färdig"}, asked(before))
    assert updates(found) == [before, attrs.evolve(before, status=Status.DONE, reported_on=ON)]


def test_a_report_of_the_same_day_is_put_right() -> None:
    before = update("cafe", Status.IN_PROGRESS, owner="bild", reported_by="rektor", reported_on="2020-12-18")
    assert updates(collected({("cafe", "note"): "Ja."}, asked(before))) == [
        attrs.evolve(before, note=Text.of("Ja.", "sv"))
    ]


def test_a_report_by_another_owner_has_another_reporter() -> None:
    before = update("cafe", Status.IN_PROGRESS, owner="soc", reported_by="chefen", reported_on="2020-12-18")
    (after,) = updates(collected({("cafe", "note"): "Ja."}, asked(before)))
    assert (after.owner, after.reported_by) == ("bild", None)


def test_a_report_without_a_day_counts_from_the_end_of_the_round_and_is_put_right() -> None:
    (after,) = updates(collected({("cafe", "status"): "klar"}, asked(update("cafe", Status.IN_PROGRESS))))
    assert (after.status, after.reported_on) == (Status.DONE, ON)


def test_the_last_report_stays_the_last_one() -> None:
    later = update("cafe", Status.POSTPONED, owner="bild", reported_on="2020-12-28")
    earlier = update("cafe", Status.IN_PROGRESS, owner="bild", reported_on="2020-12-20")
    found = collected({("cafe", "status"): "klar"}, asked(later, earlier))
    assert updates(found) == [attrs.evolve(later, status=Status.DONE), earlier]


def test_the_last_value_stays_the_last_one() -> None:
    later = measured("andel", "2020", 40, owner="bild", reported_on="2020-12-28")
    earlier = measured("andel", "2020", 39, owner="bild", reported_on="2020-12-20")
    found = collected({("andel@2020", "value"): "41"}, asked(later, earlier))
    assert observations(found) == [attrs.evolve(later, value=Decimal(41)), earlier]


def test_a_status_may_stand_in_an_earlier_report() -> None:
    plan = asked(
        update("cafe", Status.IN_PROGRESS, owner="bild", reported_on="2020-10-01"),
        update("cafe", note="Bara en tanke.", owner="bild", reported_on="2020-11-01"),
    )
    assert form(plan).parts[0].rows[0].questions["status"].now == "pågår"
    found = collected({("cafe", "note"): "En annan tanke."}, plan)
    assert [each.status for each in updates(found)] == [Status.IN_PROGRESS, None, None]


def test_a_new_answer_is_neither_approved_nor_sent_back() -> None:
    plan = asked(
        update("cafe", Status.DONE, owner="bild", reported_on="2020-12-18", approved_by="a", approved_on="2020-12-18"),
        measured("andel", "2020", 4500, owner="bild", reported_on="2020-12-18", sent_back=sent_back("2020-12-18", "?")),
        approver="a",
    )
    found = collected({("cafe", "note"): "Mer.", ("andel@2020", "value"): "45"}, plan)
    assert (updates(found)[0].approved_by, updates(found)[0].approved_on) == (None, None)
    assert [(each.value, each.sent_back) for each in observations(found)] == [(Decimal(45), None)]


def test_a_later_value_stands_beside_the_earlier_one_where_the_latest_counts() -> None:
    before = measured("andel", "2020", 42, owner="bild", reported_on="2020-06-30")
    found = collected({("andel@2020", "value"): "55"}, asked(before))
    assert observations(found) == [before, attrs.evolve(before, value=Decimal(55), reported_on=ON)]


def test_a_later_value_replaces_the_earlier_one_where_both_would_be_added_up() -> None:
    before = measured("antal", "2020", 10, owner="bild", reported_on="2020-06-30")
    found = collected({("antal@2020", "value"): "12"}, asked(before))
    assert observations(found, "antal") == [attrs.evolve(before, value=Decimal(12), reported_on=ON)]


# --- Texts in several languages ----------------------------------------------------------------------------------


def test_a_text_in_the_language_of_record_remembers_what_its_translations_say() -> None:
    both = text({"sv": "Klart.", "fi": "Valmis."})
    found = collected({("cafe", "note"): "Nästan klart."}, asked(update("cafe", Status.DONE, note=both)))
    note = updates(found)[-1].note
    assert note == Text((("sv", "Nästan klart."), ("fi", "Valmis.")), (("fi", "Klart."),))
    assert note.stale("sv") == ("fi",)


def test_a_text_in_another_language_stands_alone() -> None:
    both = text({"sv": "Klart.", "fi": "Valmis."})
    found = collected({("cafe", "note"): "Melkein."}, asked(update("cafe", Status.DONE, note=both)), "soc")
    assert updates(found)[-1].note == Text.of("Melkein.", "fi")


def test_a_text_that_was_not_in_the_language_of_record_has_no_translations() -> None:
    finnish = text({"fi": "Valmis."})
    found = collected({("cafe", "note"): "Klart."}, asked(update("cafe", Status.DONE, note=finnish)))
    assert updates(found)[-1].note == Text.of("Klart.", "sv")


def test_a_text_can_be_taken_away() -> None:
    found = collected({("cafe", "note"): ""}, asked(update("cafe", Status.DONE, note="Klart.")))
    assert updates(found)[-1].note is None
    assert found.changes[0].spoken("en").count("“Klart.” → nothing") == 1


def test_a_text_that_is_shown_in_another_language_is_no_answer() -> None:
    found = collected({}, asked(update("cafe", Status.DONE, note="Klart.")), "soc")
    assert found.changes == ()


# --- Values, their parts, and why there are none -----------------------------------------------------------------


def test_a_share_may_be_told_by_its_parts() -> None:
    found = collected({("andel@2020", "numerator"): "30", ("andel@2020", "denominator"): "60"})
    (seen,) = observations(found)
    assert (seen.value, seen.numerator, seen.denominator) == (None, Decimal(30), Decimal(60))
    assert "andel@2020" not in [each.key for each in found.unanswered]


def test_a_value_and_its_parts_may_agree() -> None:
    answers = {("andel@2020", "value"): "33.3", ("andel@2020", "numerator"): "1", ("andel@2020", "denominator"): "3"}
    assert collected(answers).is_taken


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"numerator": "1"}, "Q210"),
        ({"denominator": "1"}, "Q210"),
        ({"numerator": "1", "denominator": "0"}, "Q210"),
        ({"value": "40", "numerator": "1", "denominator": "3"}, "Q211"),
        ({"value": "40", "missing": "saknas"}, "Q209"),
    ],
)
def test_a_row_that_contradicts_itself_is_refused_once(answers: dict[str, str], code: str) -> None:
    found = collected({("andel@2020", field): content for field, content in answers.items()})
    assert codes(found) == [code]
    assert not found.is_taken
    assert len(found.rejected) == len(answers)
    assert found.unanswered == collected({("andel@2020", "value"): "K"}).unanswered


def test_what_stood_in_a_row_before_is_not_judged() -> None:
    odd = measured("andel", "2020", 40, missing=Missing.SUPPRESSED, numerator=Decimal(1))
    assert not collected({("andel@2020", "note"): "Se bilagan."}, asked(odd)).findings


def test_a_mark_is_no_value_and_is_kept_as_the_reason() -> None:
    found = collected({("antal@2020", "value"): "..", ("klart@2020", "value"): "–"})
    assert [(each.value, each.missing, each.reason) for each in observations(found, "antal")] == [
        (None, Missing.NOT_AVAILABLE, Text.of("..", "sv"))
    ]
    assert observations(found, "klart")[0].missing is Missing.NOT_AVAILABLE


def test_what_is_said_beside_a_mark_goes_before_it() -> None:
    answers = {("antal@2020", "value"): "x", ("antal@2020", "missing"): "dolt", ("antal@2020", "reason"): "Få."}
    (seen,) = observations(collected(answers), "antal")
    assert (seen.missing, seen.reason) == (Missing.SUPPRESSED, Text.of("Få.", "sv"))


def test_marks_can_mean_something_else() -> None:
    plan = asked()
    returned = filled(form(plan), {("antal@2020", "value"): "x", ("andel@2020", "value"): "-"})
    found = collect(plan, 2020, [returned], on=ON, marks={"x": Missing.SUPPRESSED}, partial=True)
    assert observations(found, "antal")[0].missing is Missing.SUPPRESSED
    assert codes(found) == ["Q202"]


def test_a_mark_without_its_own_columns_is_still_told() -> None:
    plan = asked()
    whole = filled(form(plan), {("antal@2020", "value"): "-"})
    cells = tuple(each for each in whole.cells if each.field not in ("missing", "reason"))
    (seen,) = observations(collect(plan, 2020, [attrs.evolve(whole, cells=cells)], on=ON), "antal")
    assert (seen.missing, seen.reason) == (Missing.NOT_AVAILABLE, Text.of("-", "sv"))


def test_a_mark_among_the_parts_or_for_money_is_no_answer() -> None:
    found = collected({("andel@2020", "numerator"): "-", ("cafe$2020", "actual"): "–"})
    assert (found.changes, found.findings) == ((), ())


def test_a_new_value_takes_the_word_for_no_value_away() -> None:
    gone = measured("antal", "2020", missing=Missing.NOT_AVAILABLE, reason=text("Ingen räkning."))
    (seen,) = observations(collected({("antal@2020", "value"): "7"}, asked(gone)), "antal")
    assert (seen.value, seen.missing, seen.reason) == (Decimal(7), None, None)


def test_a_new_word_for_no_value_takes_the_value_away() -> None:
    found = collected({("andel@2020", "missing"): "saknas"}, asked(measured("andel", "2020", 42)))
    (seen,) = observations(found)
    assert (seen.value, seen.missing) == (None, Missing.NOT_AVAILABLE)


@pytest.mark.parametrize(
    ("key", "field", "held"),
    [
        ("cafe", "status", update("cafe", Status.DONE)),
        ("andel@2020", "value", measured("andel", "2020", 0)),
        ("andel@2020", "missing", measured("andel", "2020", missing=Missing.SUPPRESSED)),
    ],
)
def test_an_answer_can_be_changed_but_not_emptied(key: str, field: str, held: Update | Observation) -> None:
    plan = asked(held)
    found = collected({(key, field): None}, plan)
    assert codes(found) == ["Q212"]
    assert found.findings[0].severity is Severity.WARNING
    assert found.programme is plan


def test_a_value_may_go_where_its_parts_remain() -> None:
    both = measured("andel", "2020", 50, numerator=Decimal(1), denominator=Decimal(2))
    (seen,) = observations(collected({("andel@2020", "value"): ""}, asked(both)))
    assert (seen.value, seen.numerator) == (None, Decimal(1))


# --- Problems ----------------------------------------------------------------------------------------------------


def test_nothing_is_taken_where_something_is_wrong() -> None:
    plan = asked()
    found = collected({("cafe", "status"): "klar", ("cafe", "actual_end"): "i höst"}, plan)
    assert found.programme is plan
    assert (found.is_taken, found.has_problems) == (False, True)
    assert [change.field for change in found.changes] == ["status"]
    assert repr(found) == "<Collected: 1 changes, 1 findings, 0 conflicts, 9 unanswered; nothing taken>"


def test_a_part_is_taken_where_that_is_wanted() -> None:
    found = collected({("cafe", "status"): "klar", ("cafe", "actual_end"): "i höst"}, partial=True)
    assert found.is_taken
    assert updates(found)[0].status is Status.DONE
    assert rejected_rows(found.rejected, "en") == [
        {
            "file": "svar.xlsx",
            "place": "svar.xlsx:Åtgärder!I2",
            "owner": "bild",
            "key": "cafe",
            "field": "actual_end",
            "heading": "Verkligt slut",
            "content": "i höst",
            "reason": "“i höst” is not a day. Write the year, month and day (“2020-05-31”) or day.month.year "
            "(“31.5.2020”).",
        }
    ]


def test_a_finding_names_cell_column_and_row() -> None:
    found = collected({("andel@2020", "value"): "K"})
    (finding,) = found.findings
    assert finding.item == "andel"
    assert finding.spoken("en").startswith(
        "svar.xlsx:Mätare!E5: error Q202: Värde, “Andel nöjda”: “K” is not a number."
    )


def test_a_counted_day_is_told_and_taken() -> None:
    found = collected({("cafe", "actual_end"): Decimal(44165), ("cafe", "status"): "klar"})
    assert codes(found) == ["Q206"]
    assert updates(found)[0].actual_end == date(2020, 11, 30)


@pytest.mark.parametrize("content", [Decimal("0.45"), "0,45"])
def test_a_hundredth_of_what_is_usual_is_told(content: CellContent) -> None:
    found = collected({("andel@2020", "value"): content})
    assert codes(found) == ["Q207"]
    assert "Did you mean 45?" in found.findings[0].message.spoken("en")
    assert found.is_taken


def test_what_is_usual_is_seen_from_the_other_shares_where_there_was_none_before() -> None:
    shares = tuple(indicator(f"i{number}", Measure.SHARE, unit="%") for number in range(3))
    plan = programme(
        theme("t", goal("g", action("a"), owners=leads("bild"), indicators=shares)),
        owners=(owner("bild"),),
        follow_ups=(round_of("2020", opened_on="2020-12-01"),),
    )
    answers = {("i0@2020", "value"): "0,45", ("i1@2020", "value"): "52", ("i2@2020", "value"): "48"}
    assert codes(collected(answers, plan)) == ["Q207"]
    assert codes(collected({("i0@2020", "value"): "0,45"}, plan)) == []
    assert codes(collected({("i0@2020", "value"): "0"}, plan)) == []


def test_a_small_share_that_stood_there_before_is_not_told_again() -> None:
    assert codes(collected({}, asked(measured("andel", "2020", 0.45)))) == []


def test_the_same_fault_in_a_whole_column_is_one_finding() -> None:
    answers = {(f"besok@{name} 2020", "value"): "K" for name in
               ("1:a kvartalet", "2:a kvartalet", "3:e kvartalet", "4:e kvartalet")}  # fmt: skip
    found = collected(answers, owner_="soc")
    (finding,) = found.findings
    assert finding.message.spoken("en").endswith(
        "So it is in 4 cells: Mittarit!D3, Mittarit!D4, Mittarit!D5, Mittarit!D6."
    )
    assert len(found.rejected) == 4


def test_a_long_list_of_cells_is_cut() -> None:
    months = indicator("m", per=Per.MONTH)
    plan = programme(
        theme("t", goal("g", action("a"), owners=leads("bild"), indicators=(months,))),
        owners=(owner("bild"),),
        follow_ups=(round_of("2020", opened_on="2020-12-01"),),
    )
    keys = [row.key for row in form(plan).parts[1].rows]
    assert keys[0] == "m@januari 2020"
    (finding,) = collected({(key, "value"): "K" for key in keys}, plan).findings
    assert finding.message.spoken("en").endswith(
        "So it is in 12 cells: Mätare!D3, Mätare!D4, Mätare!D5, Mätare!D6, Mätare!D7, …."
    )


# --- Rows --------------------------------------------------------------------------------------------------------


def test_what_nobody_asked_about_is_listed() -> None:
    found = collected({("kafe", "status"): "klar", ("zzz", "status"): "klar", ("yyy", "status"): None})
    assert codes(found) == ["Q105", "Q105"]
    assert not found.has_problems
    sentences = [finding.message.spoken("en") for finding in found.findings]
    assert "Did you mean “cafe”?" in sentences[0]
    assert "Did you mean" not in sentences[1]
    assert [each.key for each in found.rejected] == ["kafe", "zzz"]


def test_a_stray_row_is_told_once() -> None:
    assert codes(collected({("zzz", "status"): "klar", ("zzz", "note"): "a"})) == ["Q105"]


def test_what_another_owner_is_asked_is_not_read() -> None:
    found = collected({("besok@1:a kvartalet 2020", "value"): "5"})
    assert codes(found) == ["Q106"]
    assert "is asked of another owner" in found.findings[0].message.spoken("en")


def test_a_field_that_nobody_asked_for_is_listed() -> None:
    found = collected({("cafe", "colour"): "red", ("tyst", "colour"): ""})
    assert codes(found) == ["Q107"]


def test_a_key_is_known_by_its_former_name_and_that_is_told() -> None:
    plan = asked()
    returned = filled(form(plan), {("cafe", "status"): "klar"})
    (boende,) = plan.themes
    renamed = attrs.evolve(boende.goals[0].actions[0], id="kafe", former_ids=("cafe",))
    moten = attrs.evolve(boende.goals[0], actions=(renamed, *boende.goals[0].actions[1:]))
    today = attrs.evolve(plan, themes=(attrs.evolve(boende, goals=(moten, boende.goals[1])),))
    found = collect(today, 2020, [returned], on=ON)
    assert codes(found) == ["Q104", "Q109", "Q109", "Q109"]
    assert updates(found, "kafe")[0].status is Status.DONE


def test_a_row_that_is_there_twice_is_refused_with_both_places() -> None:
    plan = asked()
    whole = filled(form(plan), {("cafe", "status"): "klar"})
    again = attrs.evolve(whole.cells[0], key="CAFE ", place=Place("svar.xlsx", 40, 4, "Åtgärder"))
    found = collect(plan, 2020, [attrs.evolve(whole, cells=(*whole.cells, again))], on=ON)
    assert codes(found) == ["Q108"]
    assert "svar.xlsx:Åtgärder!D2 and at svar.xlsx:Åtgärder!D40" in found.findings[0].message.spoken("en")


def test_rows_without_an_answer_are_told_and_so_are_those_that_were_taken_out() -> None:
    plan = asked()
    returned = filled(form(plan), {("broschyr", "status"): "klar", ("cafe$2020", "actual"): "1"}, without=("cafe",))
    found = collect(plan, 2020, [returned], on=ON)
    assert [(each.key, each.is_gone) for each in found.unanswered] == [
        ("cafe", True), ("cafe$2020.2", False), ("tyst", False), ("andel@2020", False), ("andel@2020[sex=f]", False),
        ("antal@2020", False), ("klart@2020", False), ("ord@2020", False),
    ]  # fmt: skip
    assert found.unanswered[0].spoken("en") == "svar.xlsx: cafe “Språkkafé” is not answered; its row was taken out."
    assert found.unanswered[1].spoken("en") == "svar.xlsx: cafe$2020.2 “Språkkafé” is not answered."


# --- Forms at the door -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "name", "code", "sentence"),
    [
        ("programme", "annat", "Q101", "a form of the programme “annat”"),
        ("round", "2019", "Q102", "a form of the round 2019"),
        ("round", "i fjol", "Q102", "a form of the round i fjol"),
        ("owner", "ny", "Q103", "“ny” is asked nothing"),
        ("owner", "bildd", "Q103", "Did you mean “bild”?"),
        ("owner", "zzz", "Q103", "no owner “zzz” in this round"),
    ],
)
def test_a_form_from_elsewhere_is_refused(part: str, name: str, code: str, sentence: str) -> None:
    plan = asked()
    returned = filled(form(plan), {("cafe", "status"): "klar"}, **{part: name})
    found = collect(plan, 2020, [returned], on=ON)
    assert codes(found) == [code]
    assert sentence in found.findings[0].message.spoken("en")
    assert found.programme is plan
    assert [each.reason.spoken("en").startswith("The form was refused: ") for each in found.rejected] == [True]


def test_a_round_is_the_same_however_its_period_is_written() -> None:
    plan = asked()
    returned = filled(form(plan), {("cafe", "status"): "klar"}, round="2020-01–2020-12")
    assert collect(plan, 2020, [returned], on=ON).is_taken


def test_an_older_form_is_read_and_told() -> None:
    sent = form(asked(asked=(Request(owner="bild", items=("cafe",)),)))
    plan = asked()
    found = collect(plan, 2020, [filled(sent, {("cafe", "status"): "klar"})], on=ON)
    assert codes(found) == ["Q104"]
    assert found.is_taken


def test_who_has_taken_over_answers_with_the_old_form() -> None:
    plan = asked()
    returned = filled(form(plan), {("cafe", "status"): "klar"})
    owners = (attrs.evolve(plan.owners[0], valid_until=date(2020, 12, 15), succeeded_by="ny"), *plan.owners[1:])
    found = collect(attrs.evolve(plan, owners=owners), 2020, [returned], on=ON)
    assert updates(found)[0].owner == "ny"


def test_a_form_with_a_fault_of_its_file_is_refused_and_another_is_taken() -> None:
    plan = asked()
    fault = Finding(code="X113", severity=Severity.ERROR, message=message("A formula."), place=Place("a.xlsx", 1, 1))
    odd = attrs.evolve(fault, code="X104", severity=Severity.WARNING)
    broken = attrs.evolve(filled(form(plan), {("cafe", "status"): "klar"}, file="a.xlsx"), findings=(odd, fault))
    other = filled(form(plan, "soc"), {("cafe", "note"): "Hei."}, file="b.xlsx")
    found = collect(plan, 2020, [broken, other], on=ON, partial=True)
    assert codes(found) == ["X104", "X113"]
    assert [(each.field, each.owner) for each in found.changes] == [("note", "soc")]
    assert [each.key for each in found.rejected] == ["cafe"]


def test_a_closed_round_takes_no_answers() -> None:
    plan = asked()
    with pytest.raises(ClosedRoundError):
        collect(asked(closed_on=date(2021, 1, 31)), 2020, [filled(form(plan))], on=ON)


def test_a_round_or_day_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        collect(asked(), 2021, [], on=ON)
    with pytest.raises(ValueProblem):
        collect(asked(), 2020, [], on="i dag")


# --- Several who answer ------------------------------------------------------------------------------------------


def both(plan: Programme, mine: Answers, theirs: Answers) -> Collected:
    """What comes of the forms of two owners."""
    forms = [filled(form(plan), mine, file="a.xlsx"), filled(form(plan, "soc"), theirs, file="b.xlsx")]
    return collect(plan, 2020, forms, on=ON)


def test_two_owners_who_say_the_same_agree() -> None:
    found = both(asked(), {("cafe", "status"): "klar"}, {("cafe", "status"): "valmis"})
    assert [(each.field, each.owner) for each in found.changes] == [("status", "bild")]


def test_two_owners_who_answer_different_questions_make_one_report_of_who_gives_the_status() -> None:
    found = both(asked(), {("cafe", "note"): "Bra."}, {("cafe", "status"): "valmis"})
    assert updates(found) == [
        Update(item="cafe", owner="soc", status=Status.DONE, note=Text.of("Bra.", "sv"), reported_on=ON)
    ]


def test_two_owners_who_contradict_each_other_are_a_conflict_that_tells_both() -> None:
    plan = asked(update("cafe", Status.IN_PROGRESS, owner="bild"))
    found = both(plan, {("cafe", "status"): "klar"}, {("cafe", "status"): "peruttu"})
    assert found.programme is plan
    (conflict,) = found.conflicts
    assert conflict.spoken("en") == (
        "cafe “Språkkafé”, Status: the round holds “in progress” (bild); "
        "bild answers “Färdig” (a.xlsx:Åtgärder!D2) where “in progress” stood, "
        "soc answers “cancelled” (b.xlsx:Toimenpiteet!D2) where “in progress” stood. Decide which is right."
    )
    assert {each.owner for each in found.rejected} == {"bild", "soc"}
    assert found.has_problems


def test_what_somebody_has_answered_since_the_form_was_made_is_not_written_over() -> None:
    sent = form(asked())
    plan = asked(update("cafe", Status.POSTPONED, owner="soc", reported_on="2020-12-10"))
    found = collect(
        plan, 2020, [filled(sent, {("cafe", "status"): "klar", ("cafe", "note"): "Bra."})], on=ON, partial=True
    )
    assert [(each.field, each.current_owner) for each in found.conflicts] == [("status", "soc")]
    assert "where nothing stood" in found.conflicts[0].spoken("en")
    assert [each.field for each in found.changes] == ["note"]
    assert [each.status for each in updates(found)] == [Status.POSTPONED, Status.POSTPONED]


def test_what_the_round_holds_already_is_no_conflict() -> None:
    sent = form(asked())
    plan = asked(update("cafe", Status.DONE, owner="soc", reported_on="2020-12-10"))
    assert collect(plan, 2020, [filled(sent, {("cafe", "status"): "klar"})], on=ON).changes == ()


def test_a_form_that_does_not_tell_what_stood_there_only_fills_what_is_empty() -> None:
    def forgetful(answers: Answers) -> FilledForm:
        whole = filled(form(), answers)
        return attrs.evolve(whole, cells=tuple(attrs.evolve(each, before=None) for each in whole.cells))

    returned = forgetful({("cafe", "status"): "klar"})
    assert collect(asked(), 2020, [returned], on=ON).is_taken
    plan = asked(update("cafe", Status.POSTPONED, note="Sen."))
    found = collect(plan, 2020, [returned], on=ON)
    assert [each.field for each in found.conflicts] == ["status"]
    assert "stood" not in found.conflicts[0].spoken("en")
    assert collect(asked(update("cafe", Status.DONE)), 2020, [returned], on=ON).changes == ()


def test_money_that_somebody_has_written_meanwhile_is_a_conflict_without_an_owner() -> None:
    sent = form(asked())
    first = collected({("cafe$2020", "actual"): "5"}).programme
    found = collect(first, 2020, [filled(sent, {("cafe$2020", "actual"): "6"})], on=ON)
    assert found.conflicts[0].current_owner is None
    assert "the round holds “5”;" in found.conflicts[0].spoken("en")


def test_a_value_and_the_word_that_there_is_none_contradict_each_other() -> None:
    plan = asked(asked=(Request(owner="bild", items=("andel",)), Request(owner="soc", items=("andel",))))
    found = both(plan, {("andel@2020", "value"): "5"}, {("andel@2020", "missing"): "not available"})
    assert {each.field for each in found.conflicts} == {"value", "missing"}
    holding = asked(measured("andel", "2020", missing=Missing.SUPPRESSED, owner="soc"), asked=plan.follow_ups[1].asked)
    late = collect(holding, 2020, [filled(form(plan), {("andel@2020", "value"): "5"})], on=ON)
    assert [each.field for each in late.conflicts] == ["value"]


def test_an_older_and_a_newer_form_of_one_owner_are_read_together() -> None:
    plan = asked()
    older, newer = form(plan), form(collected({("cafe", "status"): "pågår"}, plan).programme)
    today = collected({("cafe", "status"): "pågår"}, plan).programme
    forms = [filled(older, {("cafe", "status"): "pågår"}), filled(newer, {("cafe", "status"): "klar"}, file="ny.xlsx")]
    found = collect(today, 2020, forms, on=ON)
    assert [each.place.file for each in found.changes] == ["ny.xlsx"]


def test_a_word_for_a_status_that_has_changed_since_is_not_known_any_more() -> None:
    plan = asked(update("cafe", Status.DONE))
    returned = filled(form(plan), {("cafe", "note"): "a"})
    today = attrs.evolve(plan, statuses={})
    cells = tuple(
        attrs.evolve(each, before="Slut", content="Slut") if (each.key, each.field) == ("cafe", "status") else each
        for each in returned.cells
    )
    found = collect(today, 2020, [attrs.evolve(returned, cells=cells)], on=ON)
    assert codes(found) == ["Q104", "Q201"]


# --- What else is in the round -----------------------------------------------------------------------------------


def test_answers_about_what_is_gone_are_left_alone() -> None:
    gone = update("borta", Status.DONE)
    seen = measured("borta", "2020", 1)
    nameless = Observation(period=seen.period, value=Decimal(1))
    found = collected({("cafe", "status"): "klar"}, asked(gone, seen, nameless))
    assert find_round(found.programme, 2020).updates[0] == gone
    assert find_round(found.programme, 2020).observations == (seen, nameless)


def test_values_of_other_periods_and_parts_are_left_alone() -> None:
    others = (measured("andel", "2019", 1), measured("andel", "2020", 2, dimensions={"sex": "m"}))
    found = collected({("andel@2020", "value"): "50"}, asked(*others))
    assert observations(found)[:2] == list(others)
    assert len(observations(found)) == 3


def test_a_number_for_what_is_told_in_words_can_be_put_right() -> None:
    plan = asked(measured("ord", "2020", 5))
    assert collected({}, plan).changes == ()
    (seen,) = observations(collected({("ord@2020", "value"): "Bra."}, plan), "ord")
    assert seen.value == "Bra."


def test_actions_are_replaced_wherever_they_stand() -> None:
    deep = theme("t", theme("u", action("a"), title="Under"), goal("g", action("b")))
    plan = programme(deep, theme("v", action("c")))
    a, c = plan["a"], plan["c"]
    assert isinstance(a, Action)
    assert isinstance(c, Action)
    after = with_actions(plan, {"a": attrs.evolve(a, tags=("ny",))})
    assert after["a"] == attrs.evolve(a, tags=("ny",))
    assert after.themes[1] is plan.themes[1]
    assert after.themes[0].goals[0] is plan.themes[0].goals[0]
    assert with_actions(plan, {}) is plan
