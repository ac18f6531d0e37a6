import pytest

from muniprog.model import Code, Field, FieldKind, Programme
from muniprog.source import Plain
from tests.builders import action, found_by, goal, indicator, programme, text, theme

CHOICES = (Code(id="low", title=text("Låg")), Code(id="high", title=text("Hög")))


def plan_with(field: Field, key: str, value: Plain) -> Programme:
    return programme(theme("t", goal("g", action("a", values={key: value}))), fields=(field,))


def field(kind: FieldKind, **more: object) -> Field:
    return Field(id="priority", title=text("Prioritet"), kind=kind, **more)  # type: ignore[arg-type]


def test_a_value_of_a_field_that_is_not_declared() -> None:
    assert found_by("R121", plan_with(field(FieldKind.NUMBER), "priority", 1)) == ()
    (finding,) = found_by("R121", plan_with(field(FieldKind.NUMBER), "priorty", 1))
    assert "Did you mean “priority”?" in str(finding)
    assert finding.path == ("themes", 0, "goals", 0, "actions", 0, "values", "priorty")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldKind.NUMBER, 1),
        (FieldKind.NUMBER, 1.5),
        (FieldKind.TEXT, "ord"),
        (FieldKind.DATE, "2020-02-29"),
        (FieldKind.YES_NO, False),
        (FieldKind.CHOICE, "low"),
    ],
)
def test_a_right_value_is_no_finding(kind: FieldKind, value: Plain) -> None:
    assert found_by("R122", plan_with(field(kind, choices=CHOICES), "priority", value)) == ()


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (FieldKind.NUMBER, True, "a number"),
        (FieldKind.NUMBER, "1", "a number"),
        (FieldKind.TEXT, 1, "text"),
        (FieldKind.DATE, "2021-02-29", "a date"),
        (FieldKind.DATE, "20210228", "a date"),
        (FieldKind.DATE, 2021, "a date"),
        (FieldKind.YES_NO, "ja", "true or false"),
        (FieldKind.CHOICE, ["low"], "low, high"),
        (FieldKind.CHOICE, "hihg", "Did you mean “high”?"),
    ],
)
def test_a_wrong_value_is_told_what_was_expected(kind: FieldKind, value: Plain, expected: str) -> None:
    (finding,) = found_by("R122", plan_with(field(kind, choices=CHOICES), "priority", value))
    assert expected in str(finding)


def test_values_of_undeclared_fields_are_not_judged_twice() -> None:
    assert found_by("R122", plan_with(field(FieldKind.NUMBER), "other", "x")) == ()


def test_a_field_may_be_for_some_kinds_of_item_only() -> None:
    declared = field(FieldKind.NUMBER, applies_to=("goal", "indicator"))
    plan = programme(
        theme("t", goal("g", action("a", values={"priority": 1}), values={"priority": 1})),
        fields=(declared,),
        programme_indicators=(indicator("i", values={"priority": 1}),),
    )
    (finding,) = found_by("R123", plan)
    assert finding.item == "a"
    assert "is for goal, indicator, not for this action" in str(finding)


def test_a_field_for_all_is_for_all() -> None:
    assert found_by("R123", plan_with(field(FieldKind.NUMBER), "priority", 1)) == ()


def test_a_field_of_choices_needs_choices() -> None:
    (finding,) = found_by("R124", programme(fields=(field(FieldKind.CHOICE),)))
    assert finding.path == ("fields", 0)


def test_a_field_applies_to_kinds_of_item() -> None:
    (finding,) = found_by("R124", programme(fields=(field(FieldKind.TEXT, applies_to=("goals", "action")),)))
    assert "Did you mean “goal”?" in str(finding)
    assert finding.path == ("fields", 0, "applies_to", 0)
