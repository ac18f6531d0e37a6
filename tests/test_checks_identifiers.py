from muniprog.model import Classification, Code, Field, FieldKind, Section
from tests.builders import found_by, indicator, owner, programme, text


def test_an_identifier_cannot_be_live_and_former() -> None:
    plan = programme(programme_indicators=(indicator("a", former_ids=("B", "free")), indicator("b")))
    (finding,) = found_by("R141", plan)
    assert finding.path == ("indicators", 0, "former_ids", 0)
    assert "“B” is a former identifier of “a”, but “b” has it today" in str(finding)


def test_an_item_cannot_have_had_the_identifier_that_it_has() -> None:
    assert len(found_by("R141", programme(programme_indicators=(indicator("a", former_ids=("a",)),)))) == 1


def test_two_items_cannot_have_had_the_same_identifier() -> None:
    plan = programme(programme_indicators=(indicator("a", former_ids=("old",)), indicator("b", former_ids=("Old",))))
    (finding,) = found_by("R142", plan)
    assert finding.item == "b"


def test_a_retired_identifier_is_never_used_again() -> None:
    plan = programme(retired=("a", "gone", "old"), owners=(owner("A"), owner("b", former_ids=("old",))))
    assert [finding.item for finding in found_by("R143", plan)] == ["A", "b"]


def test_sections_fields_choices_classifications_and_codes_are_declared_once() -> None:
    code = Code(id="1", title=text("Ett"))
    plan = programme(
        sections=(Section(id="s", title=text("s")), Section(id="S", title=text("s"))),
        fields=(Field(id="f", title=text("f"), kind=FieldKind.CHOICE, choices=(code, code)),),
        classifications=(Classification(id="c", title=text("c"), codes=(code, code)),) * 2,
    )
    assert [finding.path for finding in found_by("R144", plan)] == [
        ("sections", 1, "id"),
        ("classifications", 1, "id"),
        ("fields", 0, "choices", 1, "id"),
        ("classifications", 0, "codes", 1, "id"),
        ("classifications", 1, "codes", 1, "id"),
    ]
