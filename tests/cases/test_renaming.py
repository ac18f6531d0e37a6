"""Field cases about renaming, renumbering and filling in, on a plain mapping."""

import pytest

from muniprog.conversion import structure
from muniprog.renaming import StillUsedError, fill_identifiers, rename_identifier, renumber, retire_identifier
from muniprog.source import Plain, PlainSource
from muniprog.workspace import report
from tests.mappings import with_action


def test_m10_the_same_new_identifier_on_two_branches() -> None:
    boende: dict[str, Plain] = {
        "id": "a",
        "title": "Boende",
        "actions": [{"id": "ACT-014", "title": "Språkkafé"}, {"id": "ACT-002", "depends_on": ["ACT-014"]}],
    }
    arbete: dict[str, Plain] = {
        "id": "b",
        "title": "Arbete",
        "actions": [{"id": "ACT-014", "title": "Mentorprogram"}, {"id": "ACT-003", "depends_on": ["ACT-014"]}],
    }
    done = renumber({"themes": [boende, arbete], "retired": ["ACT-015"]})
    assert done.mapping["themes"] == [
        boende,
        {
            "id": "b",
            "title": "Arbete",
            "actions": [{"id": "ACT-016", "title": "Mentorprogram"}, {"id": "ACT-003", "depends_on": ["ACT-016"]}],
        },
    ]
    assert done.undecided == ()


def test_m15_a_renamed_indicator_keeps_its_history() -> None:
    programme: dict[str, Plain] = {
        "headline": ["IND-3"],
        "indicators": [{"id": "IND-3", "title": "Sysselsatta", "observations": [{"period": 2019, "value": 55}]}],
        "follow_ups": [{"period": 2020, "observations": [{"indicator": "IND-3", "period": 2020, "value": 57}]}],
    }
    assert rename_identifier(programme, "IND-3", "IND-SYS-01", keep_former=True) == {
        "headline": ["IND-SYS-01"],
        "indicators": [
            {
                "id": "IND-SYS-01",
                "title": "Sysselsatta",
                "observations": [{"period": 2019, "value": 55}],
                "former_ids": ["IND-3"],
            }
        ],
        "follow_ups": [{"period": 2020, "observations": [{"indicator": "IND-SYS-01", "period": 2020, "value": 57}]}],
    }


@pytest.mark.parametrize("name", ["indicators", "followup"])
def test_m15_old_links_into_a_web_page_still_arrive(name: str) -> None:
    indicator: dict[str, Plain] = {"id": "IND-3", "title": "Sysselsatta", "measure": "count", "unit": "personer"}
    indicator["former_ids"] = ["IND-1"]
    programme: dict[str, Plain] = {
        "muniprog": 1,
        "id": "plan",
        "title": "Plan",
        "period": "2019–2022",
        "languages": ["sv"],
        "themes": [
            {"id": "arbete", "title": "Arbete", "goals": [{"id": "g1", "title": "Jobb", "indicators": [indicator]}]}
        ],
        "follow_ups": [{"period": 2020, "observations": [{"indicator": "IND-3", "period": 2020, "value": 57}]}],
    }
    renamed = rename_identifier(programme, "IND-3", "IND-SYS-01", keep_former=True)
    page = report(name, structure(PlainSource(renamed))).render("html").decode()
    place = page[page.index('id="IND-SYS-01"') : page.index("Sysselsatta", page.index('id="IND-SYS-01"'))]
    for before in ("IND-1", "IND-3"):
        assert f'id="{before}"' in place


def test_m22_filling_in_identifiers_loses_nothing() -> None:
    first: dict[str, Plain] = {"title": "Språkkafé"}
    second: dict[str, Plain] = {
        "title": "Mentorer",
        "depends_on": ["ACT-1"],
        "indicators": [{"id": "IND-1", "observations": [{"period": 2020, "value": 3}, {"period": 2021, "value": 5}]}],
        "extensions": {"ekonomi": {"konto": "4711"}},
    }
    third: dict[str, Plain] = {"title": "Rådgivning"}
    programme: dict[str, Plain] = {
        "retired": ["ACT-9"],
        "themes": [{"id": "tema", "actions": [{"id": "ACT-1", "title": "Kartläggning"}, first, second, third]}],
    }
    filled = fill_identifiers(programme)
    assert filled == {
        "retired": ["ACT-9"],
        "themes": [
            {
                "id": "tema",
                "actions": [
                    {"id": "ACT-1", "title": "Kartläggning"},
                    {"id": "ACT-10", **first},
                    {"id": "ACT-11", **second},
                    {"id": "ACT-12", **third},
                ],
            }
        ],
    }
    assert fill_identifiers(filled) is filled


def test_m14_owner_whom_old_work_still_points_to_is_not_taken_out() -> None:
    follow_up: Plain = {"period": 2019, "closed_on": "2020-02-01", "updates": [{"item": "kurser", "status": "done"}]}
    mapping = with_action(owners=[{"owner": "soc", "role": "lead"}]) | {"follow_ups": [follow_up]}
    mapping["themes"][0]["goals"][0]["indicators"][0]["owners"] = ["soc"]  # type: ignore[index, call-overload]
    with pytest.raises(StillUsedError) as refused:
        retire_identifier(mapping, "soc")
    assert refused.value.users == ("kurser", "antal")
    said = refused.value.spoken("en")
    assert "“Social” (soc) is not taken out" in said
    assert "“Kurser” (kurser)" in said
    assert "“Antal kurser” (antal)" in said
    assert "valid_until" in said


def test_m14_ended_owner_keeps_its_name_in_what_is_printed() -> None:
    mapping = with_action(owners=["soc"])
    mapping["owners"][1]["valid_until"] = "2021-12-31"  # type: ignore[index, call-overload]
    programme = structure(PlainSource(mapping | {"languages": ["sv", "fi", "en"]}))
    assert "Social (upphört 2021)" in str(report("programme", programme))
