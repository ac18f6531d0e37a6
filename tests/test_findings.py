import json

import pytest
from syrupy.assertion import SnapshotAssertion

from muniprog.errors import UnknownNameError
from muniprog.findings import findings_annotations, findings_json, findings_text
from muniprog.messages import message
from muniprog.source import Finding, Place, Severity
from tests.builders import text

FINDINGS = (
    Finding(
        code="R101",
        severity=Severity.ERROR,
        message=message("There is no owner “{found}” in this programme.", found="BILD"),
        path=("themes", 0, "goals", 1, "owners", 0),
        place=Place("themes/språk & kultur.yaml", 14, 7),
        item="sprakkafe",
    ),
    Finding(
        code="C104",
        severity=Severity.WARNING,
        message=message("Nobody answers for the action “{title}”.", title="100 %,\r\nrad 2: slut"),
        path=("themes", 0),
        place=Place("programme.yaml", 3, 1),
        item="a",
    ),
    Finding(
        code="C108",
        severity=Severity.NOTE,
        message=message("No indicator is named as a headline for the whole programme."),
    ),
    Finding(
        code="V101",
        severity=Severity.WARNING,
        message=message("Nobody answers for the action “{title}”.", title="b"),
        place=Place("programme.yaml", 9, 1),
        item="b",
        silenced=text({"sv": "Så är det tryckt", "en": "It is printed so"}),
    ),
)


def test_the_text_has_a_line_for_each_and_one_that_counts(snapshot: SnapshotAssertion) -> None:
    assert findings_text(FINDINGS, "en") == snapshot


def test_nothing_found_is_said() -> None:
    assert findings_text((), "en") == "No findings.\n"


def test_more_of_a_kind_are_counted_together() -> None:
    assert findings_text(FINDINGS[:1] * 2 + FINDINGS[3:], "en").splitlines()[-1] == "2 errors. 1 silenced."


def test_json_has_the_same_keys_for_each(snapshot: SnapshotAssertion) -> None:
    printed = findings_json(FINDINGS, "en")
    assert printed == snapshot
    read = json.loads(printed)
    assert {tuple(finding) for finding in read["findings"]} == {tuple(read["findings"][0])}
    assert read["counts"] == {"error": 1, "warning": 1, "note": 1}


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_code_hosts_are_told_in_their_own_form(form: str, snapshot: SnapshotAssertion) -> None:
    assert findings_annotations(FINDINGS, "en", form, "plans/2019") == snapshot


def test_a_form_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean “github”"):
        findings_annotations(FINDINGS, "en", "git-hub")


def test_a_command_is_one_line_whatever_the_message_holds() -> None:
    printed = findings_annotations(FINDINGS, "en")
    assert [line.split(" ")[0] for line in printed.splitlines()] == ["::error", "::warning", "::notice"]
    assert "100 %25,%0D%0Arad 2: slut" in printed


def test_a_name_with_colons_and_commas_stays_one_property() -> None:
    place = Place("a:b,c%.yaml", 1, 1)
    finding = Finding(code="C104", severity=Severity.ERROR, message=message("x"), place=place)
    assert findings_annotations([finding], "en").startswith("::error file=a%3Ab%2Cc%25.yaml,line=1,")


def test_gitlab_knows_a_finding_again_on_another_line_and_in_another_language() -> None:
    def prints(finding: Finding, language: str) -> list[str]:
        return [
            entry["fingerprint"] for entry in json.loads(findings_annotations([finding, finding], language, "gitlab"))
        ]

    moved = Finding(
        code="C104",
        severity=Severity.WARNING,
        message=FINDINGS[1].message,
        place=Place("programme.yaml", 30, 5),
        item="a",
    )
    assert prints(FINDINGS[1], "en") == prints(moved, "sv")
    assert len(set(prints(moved, "en"))) == 2


def test_sarif_has_a_place_for_what_is_silenced() -> None:
    (run,) = json.loads(findings_annotations(FINDINGS, "sv", "sarif"))["runs"]
    assert run["results"][3]["suppressions"] == [{"kind": "inSource", "justification": "Så är det tryckt"}]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["C104", "C108", "R101", "V101"]
