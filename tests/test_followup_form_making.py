"""Making forms: what each owner is asked, in its language, with the answers so far and those of the last round."""

from datetime import date
from decimal import Decimal

import attrs
import pytest

from muniprog.errors import UnknownNameError
from muniprog.followup.form_making import make_form, make_forms
from muniprog.forms import Form, FormPart, FormRow, Question, QuestionKind
from muniprog.model import BudgetLine, Measure, Missing, Per, Programme, Request, Status, Target
from tests.asked import BILD, asked, form
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
    update,
    when,
)


def part(made: Form, name: str) -> FormPart:
    return next(each for each in made.parts if each.name == name)


def rows(made: Form) -> dict[str, FormRow]:
    return {row.key: row for each in made.parts for row in each.rows}


def question(made: Form, key: str, field: str) -> Question:
    return rows(made)[key].questions[field]


def test_a_form_asks_only_what_its_owner_is_asked() -> None:
    assert list(rows(form(owner_="soc"))) == [
        "cafe",
        *(f"besok@{name} 2020" for name in ("1:a kvartalet", "2:a kvartalet", "3:e kvartalet", "4:e kvartalet")),
        "cafe$2020",
        "cafe$2020.2",
    ]


def test_there_is_a_form_for_each_owner_that_is_asked_in_its_language() -> None:
    made = make_forms(asked(), "2020")
    assert [(each.address.owner, each.address.language, each.owner) for each in made] == [
        ("bild", "sv", "Bildning"),
        ("soc", "fi", "Sosiaali"),
    ]
    assert part(made[1], "actions").title == "Toimenpiteet"
    assert rows(made[1])["cafe"].shown["title"] == "Kielikahvila"


def test_another_language_may_be_chosen() -> None:
    made = form(owner_="soc", language="en")
    assert made.address.language == "en"
    assert made.title == "Follow-up 2020: Social"
    assert [column.title for column in part(made, "money").columns] == [
        "Action", "Year", "Who pays", "Planned sum", "Spent",
    ]  # fmt: skip


def test_an_owner_that_is_asked_nothing_is_told_so() -> None:
    made = form(owner_="ny")
    assert made.parts == ()
    assert made.instructions == ("Ni frågas inte om något i den här uppföljningen.",)
    assert list(made.questions()) == []


@pytest.mark.parametrize("name", ["bid", "cafe"])
def test_who_is_no_owner_gets_no_form(name: str) -> None:
    with pytest.raises(UnknownNameError, match=r"There is no owner called"):
        make_form(asked(), 2020, name)


def test_a_round_that_is_not_there_has_no_forms() -> None:
    with pytest.raises(UnknownNameError, match=r"no round of follow-up called “2021”"):
        make_forms(asked(), 2021)


def test_the_head_tells_round_deadline_and_notice() -> None:
    plan = attrs.evolve(asked(deadline=date(2021, 1, 15), title=text("Pandemiåret")), notice=text("exempeldata"))
    made = make_form(plan, 2020, "bild")
    assert (made.title, made.round, made.last_round) == ("Pandemiåret: Bildning", "Pandemiåret", "Uppföljning 2019")
    assert (made.programme, made.deadline, made.notice) == ("Program", date(2021, 1, 15), "exempeldata")
    assert made.address.programme == "program"
    assert made.address.round == "2020"


def test_the_first_round_has_no_last_one() -> None:
    plan = asked()
    made = make_form(attrs.evolve(plan, follow_ups=plan.follow_ups[1:]), 2020, "bild")
    assert made.last_round == ""
    assert all(each.last == "" for _, _, each in made.questions())


def test_choices_are_the_words_of_the_programme_in_the_language_of_the_form() -> None:
    assert question(form(), "cafe", "status").choices[2] == "Färdig"
    assert question(form(owner_="soc"), "cafe", "status").choices[2:4] == ("Maalissa", "jatkuva")


def test_last_is_the_answer_of_the_last_round_as_it_is_printed() -> None:
    made = form()
    assert question(made, "cafe", "status").last == "pågår"
    assert question(made, "cafe", "note").last == "Ett försök."
    assert question(made, "andel@2020", "value").last == "41,5\u00a0%"
    assert question(made, "andel@2020[sex=f]", "value").last == "40\u00a0%"
    assert question(made, "antal@2020", "value").last == ""
    assert question(form(owner_="soc"), "cafe$2020.2", "actual").last == ""


def test_the_days_of_the_last_round_are_printed_as_people_write_them() -> None:
    plan = asked()
    last = round_of("2019", update("cafe", Status.POSTPONED, planned_end="2020-06-30"))
    made = make_form(attrs.evolve(plan, follow_ups=(last, plan.follow_ups[1])), 2020, "bild")
    assert question(made, "cafe", "planned_end").last == "30.6.2020"


def test_money_is_compared_with_the_same_money_of_the_last_round() -> None:
    plan = asked()
    (boende,) = plan.themes
    moten = boende.goals[0]
    cafe = attrs.evolve(
        moten.actions[0],
        budget=(BudgetLine(year=2019, actual=Decimal("850.5")), BudgetLine(year=2020, actual=Decimal(3))),
    )
    goals = (attrs.evolve(moten, actions=(cafe, *moten.actions[1:])), *boende.goals[1:])
    made = make_form(attrs.evolve(plan, themes=(attrs.evolve(boende, goals=goals),)), 2020, "bild")
    asked_for = question(made, "cafe$2020", "actual")
    assert (asked_for.last, asked_for.now, asked_for.unit) == ("850,5 EUR", Decimal(3), "EUR")
    assert rows(made)["cafe$2020"].shown == {"title": "Språkkafé", "year": "2020", "funder": "", "planned": ""}


def test_what_is_shown_helps_to_understand_the_question() -> None:
    made = form()
    assert rows(made)["cafe"].shown == {"goal": "moten", "title": "Språkkafé", "timeframe": "2020"}
    assert rows(made)["andel@2020[sex=f]"].shown == {
        "goal": "moten", "title": "Andel nöjda (sex=f)", "period": "2020", "target": "60\u00a0% (2022)",
    }  # fmt: skip
    assert rows(made)["cafe$2020"].shown["funder"] == "Staden"
    assert rows(made)["cafe$2020"].shown["planned"] == "1\u00a0000 EUR"


def test_now_is_the_answer_so_far_as_it_is_written_in_the_cell() -> None:
    made = form(
        asked(
            update("cafe", Status.DONE, note="Klart.", actual_end="2020-11-30"),
            measured("andel", "2020", 43.5),
            measured("antal", "2020", missing=Missing.SUPPRESSED, reason=text("Få.")),
            measured("klart", "2020", True),
            measured("ord", "2020", "Bra."),
        )
    )
    assert question(made, "cafe", "status").now == "Färdig"
    assert question(made, "cafe", "actual_end").now == date(2020, 11, 30)
    assert question(made, "cafe", "planned_end").now is None
    assert question(made, "andel@2020", "value").now == Decimal("43.5")
    assert question(made, "antal@2020", "missing").now == "dolt"
    assert question(made, "antal@2020", "reason").before == "Få."
    assert question(made, "klart@2020", "value").now == "ja"
    assert question(made, "ord@2020", "value").now == "Bra."


def test_a_number_in_words_is_shown_as_it_is() -> None:
    assert question(form(asked(measured("ord", "2020", 5.0))), "ord@2020", "value").now == "5"


@pytest.mark.parametrize(
    ("key", "kind", "choices"),
    [
        ("klart@2020", QuestionKind.YES_NO, ("ja", "nej")),
        ("ord@2020", QuestionKind.TEXT, ()),
        ("andel@2020", QuestionKind.NUMBER, ()),
    ],
)
def test_the_measure_says_what_is_asked(key: str, kind: QuestionKind, choices: tuple[str, ...]) -> None:
    asked_for = question(form(), key, "value")
    assert (asked_for.kind, asked_for.choices) == (kind, choices)


def test_only_a_share_is_asked_for_its_parts() -> None:
    made = form()
    assert "numerator" in rows(made)["andel@2020"].questions
    assert "numerator" not in rows(made)["antal@2020"].questions


def alone(measure: Measure, **more: object) -> Question:
    plan = programme(
        theme("t", goal("g", owners=leads("o"), indicators=(indicator("i", measure, **more),))),
        owners=(owner("o"),),
        follow_ups=(round_of("2020", opened_on="2020-12-01"),),
    )
    return question(make_form(plan, 2020, "o"), "i@2020", "value")


@pytest.mark.parametrize(
    ("measure", "more", "limits"),
    [
        (Measure.COUNT, {}, (0, None)),
        (Measure.DURATION, {}, (0, None)),
        (Measure.SHARE, {"unit": "%"}, (0, 100)),
        (Measure.SHARE, {}, (0, None)),
        (Measure.SHARE, {"unit": "%", "targets": (110,)}, (0, None)),
        (Measure.SHARE, {"unit": "%", "baseline": 105}, (0, None)),
        (Measure.SHARE, {"unit": "%", "baseline": 5, "targets": ("hög",)}, (0, 100)),
        (Measure.INDEX, {}, (None, None)),
        (Measure.MONEY, {}, (None, None)),
        (Measure.SCALE, {"scale": (Decimal(1), Decimal(5))}, (1, 5)),
    ],
)
def test_a_number_has_the_range_that_its_measure_allows(
    measure: Measure, more: dict[str, object], limits: tuple[int | None, int | None]
) -> None:
    asked_for = alone(measure, **more)
    assert (asked_for.minimum, asked_for.maximum) == limits


def test_decimals_are_those_of_the_indicator() -> None:
    assert alone(Measure.INDEX, decimals=2).decimals == 2


def test_of_targets_for_the_same_time_the_one_that_was_set_last_is_shown() -> None:
    targets = (
        Target(value=Decimal(50), by=when("2022"), set_on=date(2021, 1, 1)),
        Target(value=Decimal(60), by=when("2022")),
        Target(value=Decimal(20)),
    )
    plan = programme(
        theme("t", goal("g", owners=leads("o"), indicators=(indicator("i", targets=targets),))),
        owners=(owner("o"),),
        follow_ups=(round_of("2020", opened_on="2020-12-01"),),
    )
    assert rows(make_form(plan, 2020, "o"))["i@2020"].shown["target"] == "50 (2022); 20"


def quarterly(*observations: object, round_: str = "2020") -> Programme:
    visits = indicator("i", per=Per.QUARTER, observations=observations)
    return programme(
        theme("t", goal("g", owners=leads("o"), indicators=(visits,))),
        owners=(owner("o"),),
        follow_ups=(round_of("2019", measured("i", "2019-10–2019-12", 9)), round_of(round_, opened_on="2020-12-01")),
    )


def test_what_is_measured_quarterly_has_a_row_for_each_quarter_of_the_round() -> None:
    made = make_form(quarterly(), 2020, "o")
    assert [row.shown["period"] for row in part(made, "indicators").rows] == [
        "1:a kvartalet 2020", "2:a kvartalet 2020", "3:e kvartalet 2020", "4:e kvartalet 2020",
    ]  # fmt: skip


def test_the_last_value_is_that_of_the_same_season_or_else_the_last_one() -> None:
    made = make_form(quarterly(observation("2019-04–2019-06", 4), observation("2018-01–2018-03", 1)), 2020, "o")
    assert [row.questions["value"].last for row in part(made, "indicators").rows] == ["9", "4", "9", "9"]


def test_a_round_that_is_shorter_than_the_measure_is_asked_as_it_is() -> None:
    made = make_form(quarterly(round_="2020-11"), "2020-11", "o")
    assert [row.key for row in part(made, "indicators").rows] == ["i@2020-11"]


def test_a_share_of_the_last_round_is_told_also_where_only_its_parts_were_reported() -> None:
    plan = asked()
    last = round_of("2019", measured("andel", "2019", numerator=Decimal(1), denominator=Decimal(4)))
    made = make_form(attrs.evolve(plan, follow_ups=(last, plan.follow_ups[1])), 2020, "bild")
    assert question(made, "andel@2020", "value").last == "25\u00a0%"
    assert question(made, "andel@2020", "denominator").last == "4"


def test_why_there_was_no_value_is_told() -> None:
    plan = asked()
    last = round_of("2019", measured("andel", "2019", missing=Missing.NOT_AVAILABLE, reason=text("Ingen enkät.")))
    made = make_form(attrs.evolve(plan, follow_ups=(last, plan.follow_ups[1])), 2020, "bild")
    assert question(made, "andel@2020", "value").last == ""
    assert question(made, "andel@2020", "missing").last == "saknas"
    assert question(made, "andel@2020", "reason").last == "Ingen enkät."


def test_the_edition_follows_the_questions_and_not_the_answers() -> None:
    first = form()
    answered = form(asked(update("cafe", Status.DONE)))
    other = form(asked(asked=(Request(owner="bild", items=BILD[1:]),)))
    assert first.address.edition == answered.address.edition
    assert first.address.edition != other.address.edition


def test_who_has_taken_over_gets_the_form() -> None:
    plan = asked()
    owners = (attrs.evolve(plan.owners[0], valid_until=date(2020, 12, 31), succeeded_by="ny"), *plan.owners[1:])
    merged = attrs.evolve(plan, owners=owners)
    assert make_form(merged, 2020, "bild").parts
    assert not make_form(merged, 2020, "bild", on="2021-01-10").parts
    assert make_form(merged, 2020, "ny", on="2021-01-10").parts


def test_who_is_asked_and_is_no_owner_any_more_gets_no_form() -> None:
    plan = asked(asked=(Request(owner="borta", items=("cafe",)), Request(owner="soc", items=("cafe",))))
    assert [each.address.owner for each in make_forms(plan, 2020)] == ["soc"]


def test_a_round_that_was_written_by_hand_asks_who_answers_for_it() -> None:
    plan = programme(
        theme("t", goal("g", action("a"), owners=leads("o"))), owners=(owner("o"),), follow_ups=(round_of("2020"),)
    )
    assert list(rows(make_form(plan, 2020, "o"))) == ["a"]


def test_what_is_not_asked_has_no_column() -> None:
    assert [column.field for column in part(form(), "indicators").columns][:4] == ["goal", "title", "period", "target"]
    plan = programme(
        theme("t", action("a", owners=("o",))), owners=(owner("o"),), follow_ups=(round_of("2020", asked=()),)
    )
    fields = [column.field for column in part(make_form(plan, 2020, "o"), "actions").columns]
    assert fields == ["goal", "title", "status", "note", "next_steps", "planned_end", "actual_start", "actual_end"]


def test_an_indicator_of_the_whole_programme_stands_under_nothing() -> None:
    plan = programme(
        programme_indicators=(indicator("i", owners=leads("o")),),
        owners=(owner("o"),),
        follow_ups=(round_of("2020", opened_on="2020-12-01"),),
    )
    assert rows(make_form(plan, 2020, "o"))["i@2020"].shown["goal"] == ""


def test_only_actions_goals_and_indicators_can_be_asked_about() -> None:
    plan = asked(asked=(Request(owner="bild", items=("boende", "soc", "tyst")),))
    assert list(rows(form(plan))) == ["tyst"]


def test_a_value_that_is_none_for_its_measure_leaves_the_cell_empty() -> None:
    assert question(form(asked(measured("andel", "2020", "hög"))), "andel@2020", "value").now is None
