"""`muniprog followup`: open a round, tell who has answered, approve answers and send them back."""

import json
from pathlib import Path

import pytest
from click import Context
from click.shell_completion import CompletionItem

from muniprog.cli import main
from muniprog.cli.followup.arguments import RoundPeriod
from muniprog.messages import LANGUAGES
from muniprog.workspace import load
from tests.command_line import muniprog, said, write

PROGRAMME = """
    # Every comment stays.
    muniprog: 1
    id: exempel
    title: Exempelprogram
    period: 2019–2022
    languages: [sv]
    owners:
    - {id: edu, name: Utbildning, valid_until: 2020-12-31, succeeded_by: bild}
    - {id: bild, name: Bildning}
    - {id: soc, name: Social}
    themes:
    - id: arbete
      title: Arbete
      goals:
      - id: jobb
        title: Fler i arbete
        owners: [edu]
        actions:
        - {id: kurs, title: Kurs}
        - {id: natverk, title: Nätverk, owners: [soc]}
        indicators:
        - {id: deltagare, title: Deltagare, measure: count}
      - {id: trygghet, title: Trygghet}
"""
ANSWERS = """
updates:
- {item: kurs, owner: edu, status: done, reported_on: 2020-12-20}
- {item: natverk, owner: soc, status: in_progress, reported_on: 2021-01-05}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return write(tmp_path / "plan", PROGRAMME)


@pytest.fixture
def answered(plan: Path) -> Path:
    """A round that is open, with two answers of three."""
    opened = ("--on", "2020-12-01", "--deadline", "2020-12-31", "--approver", "chef")
    said(muniprog("followup", "open", plan, "2020", *opened))
    file = plan / "followup" / "2020.yaml"
    file.write_text(file.read_text(encoding="utf-8") + ANSWERS, encoding="utf-8")
    return plan


def test_open_tells_who_is_asked_and_what_comes_next(plan: Path) -> None:
    before = (plan / "programme.yaml").read_bytes()
    told = said(muniprog("followup", "open", plan, "2020", "--on", "2020-12-01", "--deadline", "31.12.2020"))
    assert told.splitlines() == [
        "The round 2020 is open. Asked are 2 owners about 3 items. Next, write the forms: muniprog followup forms.",
        "Nobody is asked about “Trygghet”: it has no owner that answers for it.",
    ]
    assert (plan / "programme.yaml").read_bytes() == before
    assert (plan / "followup" / "2020.yaml").read_text(encoding="utf-8").splitlines() == [
        "period: 2020",
        "opened_on: 2020-12-01",
        "deadline: 2020-12-31",
        "asked:",
        "- {owner: edu, items: [kurs, deltagare]}",
        "- {owner: soc, items: [natverk]}",
    ]


def test_open_keeps_title_and_approver(plan: Path) -> None:
    said(muniprog("followup", "open", plan, "2020", "--on", "2020-12-01", "--title", "Året", "--approver", "chef"))
    (opened,) = load(plan).follow_ups
    assert (str(opened.title), opened.approver) == ("Året", "chef")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("2020", "--on", "2020-12-02"), "was opened on 1 December 2020 already; nothing was changed."),
        (("2030", "--on", "2020-12-02"), "2030 is outside the programme's period 2019–2022"),
        (("2021", "--on", "2021-12-01", "--deadline", "2021-11-30"), "The deadline 30 November 2021 is before"),
        (("2021", "--on", "snart"), "Invalid value for '--on'"),
        (("2021",), "Missing option '--on'"),
    ],
)
def test_what_cannot_be_opened_is_refused_and_changes_nothing(
    plan: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    said(muniprog("followup", "open", plan, "2020", "--on", "2020-12-01"))
    before = {file: file.read_bytes() for file in sorted(plan.rglob("*.yaml"))}
    assert sentence in said(muniprog("followup", "open", plan, *arguments), 2)
    assert {file: file.read_bytes() for file in sorted(plan.rglob("*.yaml"))} == before


def test_status_is_a_table_of_owners(answered: Path) -> None:
    lines = said(muniprog("followup", "status", answered, "2020", "--as-of", "2021-01-10")).splitlines()
    assert lines == [
        "The round 2020 on 10 January 2021: 2 of 3 items answered.",
        "The deadline was 31 December 2020.",
        "",
        "Owner                   Asked    Answered    Missing    Sent back    Not approved",
        "--------------------  -------  ----------  ---------  -----------  --------------",
        "Bildning (was asked:        2           1          1            0               1",
        "Utbildning)",
        "Social                      1           1          0            0               1",
        "All, each item once         3           2          1            0               2",
        "Nobody is asked about “Trygghet”: it has no owner that answers for it.",
    ]


def test_status_before_the_deadline_and_without_one(plan: Path, answered: Path) -> None:
    early = said(muniprog("followup", "status", answered, "2020", "--as-of", "2020-12-24"))
    assert early.splitlines()[:2] == [
        "The round 2020 on 24 December 2020: 1 of 3 items answered.",
        "The deadline is 31 December 2020.",
    ]
    said(muniprog("followup", "open", plan, "2021", "--on", "2021-12-01"))
    assert "deadline" not in said(muniprog("followup", "status", plan, "2021", "--as-of", "2021-12-01"))


def test_status_of_a_closed_round_and_of_one_that_asks_nobody(tmp_path: Path) -> None:
    bare = write(tmp_path, "muniprog: 1\nid: p\ntitle: P\nperiod: 2020\nlanguages: [sv]\n")
    write(tmp_path, "period: 2020\nopened_on: 2020-12-01\nclosed_on: 2021-02-01\n", "followup/2020.yaml")
    assert said(muniprog("followup", "status", bare, "2020", "--as-of", "2021-03-01")).splitlines() == [
        "The round 2020 on 1 March 2021: 0 of 0 items answered.",
        "It was closed on 1 February 2021.",
    ]


def test_status_lists_the_items_of_each_owner(answered: Path) -> None:
    lines = said(muniprog("followup", "status", answered, "2020", "--as-of", "2020-12-31", "--items")).splitlines()
    assert lines[3:] == [
        "Utbildning",
        "Answer                Identifier    Item",
        "--------------------  ------------  ---------",
        "waiting for approval  kurs          Kurs",
        "not answered          deltagare     Deltagare",
        "",
        "Social",
        "Answer        Identifier    Item",
        "------------  ------------  -------",
        "not answered  natverk       Nätverk",
        "Nobody is asked about “Trygghet”: it has no owner that answers for it.",
    ]


def test_status_for_programs(answered: Path) -> None:
    told = json.loads(
        said(muniprog("followup", "status", answered, "2020", "--as-of", "2021-01-10", "--format", "json"))
    )
    assert told == {
        "round": "2020",
        "as_of": "2021-01-10",
        "deadline": "2020-12-31",
        "closed_on": None,
        "overdue": True,
        "complete": False,
        "items": {"kurs": "waiting", "deltagare": "missing", "natverk": "waiting"},
        "owners": [
            {
                "owner": "bild",
                "name": "Bildning",
                "asked_at_first": ["edu"],
                "items": {"kurs": "waiting", "deltagare": "missing"},
            },
            {"owner": "soc", "name": "Social", "asked_at_first": [], "items": {"natverk": "waiting"}},
        ],
        "unasked": ["trygghet"],
    }


def test_an_owner_that_is_gone_is_called_by_its_identifier(tmp_path: Path) -> None:
    plan = write(tmp_path, PROGRAMME)
    write(
        tmp_path, "period: 2020\nclosed_on: 2021-02-01\nasked: [{owner: gone, items: [kurs]}]\n", "followup/2020.yaml"
    )
    told = json.loads(said(muniprog("followup", "status", plan, "2020", "--as-of", "2021-03-01", "--format", "json")))
    assert (told["owners"][0]["name"], told["closed_on"]) == ("gone", "2021-02-01")


def test_the_day_of_a_status_is_asked_for(answered: Path) -> None:
    assert "Missing option '--as-of'" in said(muniprog("followup", "status", answered, "2020"), 2)


def test_approve_everything_then_nothing(answered: Path) -> None:
    approve = ("followup", "approve", answered, "2020", "--on", "2021-02-01")
    assert said(muniprog(*approve)) == "2 answers in the round 2020 were approved.\n"
    before = (answered / "followup" / "2020.yaml").read_bytes()
    assert said(muniprog(*approve)) == "Nothing in the round 2020 was waiting for approval.\n"
    assert (answered / "followup" / "2020.yaml").read_bytes() == before
    assert [each.approved_by for each in load(answered).follow_ups[0].updates] == ["chef", "chef"]


def test_approve_some_items_by_another_role(answered: Path) -> None:
    approve = ("followup", "approve", answered, "2020")
    told = said(muniprog(*approve, "natverk", "--on", "2021-02-01", "--by", "nämnden"))
    assert told == "1 answer in the round 2020 was approved.\n"
    assert [each.approved_by for each in load(answered).follow_ups[0].updates] == [None, "nämnden"]
    assert "no answer that counts on: deltagare" in said(muniprog(*approve, "deltagare", "--on", "2021-02-01"), 2)


def test_approve_what_one_owner_is_asked_about(answered: Path) -> None:
    said(muniprog("followup", "approve", answered, "2020", "--owner", "bild", "--on", "2021-02-01"))
    assert [each.approved_by for each in load(answered).follow_ups[0].updates] == ["chef", None]


def test_send_back_with_a_reason(answered: Path) -> None:
    back = ("followup", "send-back", answered, "2020", "kurs", "--on", "2021-02-01")
    assert said(muniprog(*back, "--reason", "Vilket år?")) == (
        "The answer on “Kurs” was sent back. It counts in no figure until there is a new one; the next form asks "
        "again.\n"
    )
    returned = load(answered).follow_ups[0].updates[0].sent_back
    assert returned is not None
    assert (str(returned.reason), returned.by) == ("Vilket år?", "chef")
    lines = said(muniprog("followup", "status", answered, "2020", "--as-of", "2021-02-01")).splitlines()
    assert lines[5].split()[-5:] == ["2", "0", "1", "1", "0"]
    assert "no answer that counts on: kurs" in said(muniprog(*back, "--reason", "Igen"), 2)
    assert "Missing option '--reason'" in said(muniprog(*back), 2)


def test_a_command_that_is_not_there_is_answered_with_the_nearest(plan: Path) -> None:
    assert "Did you mean “status”?" in said(muniprog("followup", "staus", plan), 2)


def complete(address: str, incomplete: str) -> list[CompletionItem]:
    context = Context(main)
    context.params["address"] = address
    return RoundPeriod().shell_complete(context, main.params[0], incomplete)


def test_the_periods_of_rounds_are_completed(answered: Path) -> None:
    assert [item.value for item in complete(str(answered), "20")] == ["2020"]
    assert complete(str(answered), "2021") == []
    assert complete(str(answered / "nothing"), "") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_in_the_readers_language(answered: Path, language: str) -> None:
    told = said(muniprog("followup", "status", answered, "2020", "--as-of", "2021-01-10", language=language))
    mark = {"sv": "poster besvarade", "fi": "kohtaan vastattu", "en": "items answered"}
    assert [words in told for words in mark.values()] == [each == language for each in mark]
