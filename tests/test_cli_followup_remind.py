"""`muniprog followup remind`: the drafts that it writes, and that contact data goes nowhere else."""

import sys
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import SMTP
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from tests.command_line import muniprog, said, write

SECRETS = ("rektorn@example.org", "Rektorsexpeditionen", "06-123456")

TOWN = """
muniprog: 1
id: stad
title: {sv: Stadens program, fi: Kaupungin ohjelma}
period: 2019–2022
languages: [sv, fi]
notice: {sv: Exempeldata, fi: Esimerkkitietoa}
owners:
- {id: skolan, name: Skolan, contact: {name: Rektorsexpeditionen, email: rektorn@example.org, phone: 06-123456}}
- {id: bibl, name: {sv: Biblioteket, fi: Kirjasto}, language: fi}
- {id: kultur, name: Kulturen, contact: {email: "kulturen, rum 4"}}
themes:
- id: alla
  title: Alla
  actions:
  - {id: kurs, title: Kurser, timeframe: 2020, owners: [skolan]}
  - {id: buss, title: {sv: Bokbuss, fi: Kirjastoauto}, timeframe: 2020, owners: [bibl]}
  - {id: fest, title: Fest, timeframe: 2020, owners: [kultur]}
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    folder = write(tmp_path / "stad", TOWN)
    said(muniprog("followup", "open", folder, "2020", "--on", "2020-12-01", "--deadline", "2021-01-31"))
    return folder


def remind(town: Path, *more: str, code: int = 0, language: str = "", on: str = "2021-01-11") -> str:
    drafts = town.parent / "drafts"
    return said(
        muniprog("followup", "remind", town, "2020", "-o", drafts, "--on", on, "--to", "csv", *more, language=language),
        code,
    )


def draft(town: Path, name: str) -> EmailMessage:
    return message_from_bytes((town.parent / "drafts" / f"{name}.eml").read_bytes(), EmailMessage, policy=SMTP)


def body(letter: EmailMessage) -> str:
    part = letter.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def content(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    return data


def entries(data: bytes) -> list[Event]:
    return [entry for entry in Calendar.from_ical(data).walk("VEVENT") if isinstance(entry, Event)]


def test_each_owner_gets_a_draft_in_its_language_with_its_form_and_its_deadline(town: Path) -> None:
    remind(town)
    letter = draft(town, "bibl")
    subject = " ".join(letter["Subject"].split())  # Python 3.13 reads a folded header with a second space
    assert subject == "Esimerkkitietoa – Muistutus: Seuranta 2020, vastaukset viimeistään 31.1.2021"
    assert letter["Content-Language"] == "fi"
    assert "– Kirjastoauto\r\n" in body(letter)
    form, calendar = letter.iter_attachments()
    assert form.get_filename() == "2020-bibl.csv"
    assert "Kirjastoauto" in content(form).decode()
    assert calendar.get_filename() == "deadlines.ics"
    (entry,) = entries(content(calendar))
    assert entry["summary"].params["language"] == "fi"


def test_all_deadlines_are_in_one_calendar(town: Path) -> None:
    remind(town)
    found = entries((town.parent / "drafts" / "deadlines.ics").read_bytes())
    assert [entry["summary"].params["language"] for entry in found] == ["sv", "fi", "sv"]
    assert {entry["dtstart"].to_ical() for entry in found} == {b"20210131"}


def test_only_those_with_an_address_are_addressed_and_the_others_are_told(town: Path) -> None:
    told = remind(town, language="sv").splitlines()
    assert told[0].startswith("3 utkast finns i ”")
    assert told[1:] == [
        "Biblioteket har ingen e-postadress; skriv in den i utkastet.",
        "Det som Kulturen har som e-postadress tar inget e-postprogram emot; skriv in en i utkastet.",
    ]
    assert str(draft(town, "skolan")["To"]) == "Rektorsexpeditionen <rektorn@example.org>"
    assert draft(town, "bibl")["To"] is None
    assert draft(town, "kultur")["To"] is None


def test_who_writes_can_be_said(town: Path) -> None:
    remind(town, "--from", "planering@example.org")
    assert draft(town, "bibl")["From"] == "planering@example.org"


def test_what_is_no_address_is_refused(town: Path) -> None:
    told = remind(town, "--from", "Planering <planering@example.org>", code=2)
    assert "“Planering <planering@example.org>” is not an e-mail address" in told
    assert not (town.parent / "drafts").exists()


def test_the_same_day_gives_the_same_bytes(town: Path) -> None:
    remind(town)
    before = {file.name: file.read_bytes() for file in (town.parent / "drafts").iterdir()}
    remind(town)
    assert {file.name: file.read_bytes() for file in (town.parent / "drafts").iterdir()} == before
    assert set(before) == {"skolan.eml", "bibl.eml", "kultur.eml", "deadlines.ics"}


def test_drafts_that_somebody_has_worked_on_or_that_are_of_another_day_are_left_alone(town: Path) -> None:
    remind(town)
    (town.parent / "drafts" / "kultur.eml").write_text("Min egen text", encoding="utf-8")
    told = remind(town, on="2021-02-03", code=2)
    assert "bibl.eml, kultur.eml, skolan.eml" in told
    assert (town.parent / "drafts" / "kultur.eml").read_text(encoding="utf-8") == "Min egen text"


def test_without_a_deadline_there_is_no_calendar(town: Path) -> None:
    round_ = town / "followup" / "2020.yaml"
    kept = [line for line in round_.read_text(encoding="utf-8").splitlines() if not line.startswith("deadline")]
    round_.write_text("\n".join(kept) + "\n", encoding="utf-8")
    remind(town)
    assert [each.get_filename() for each in draft(town, "bibl").iter_attachments()] == ["2020-bibl.csv"]
    assert not (town.parent / "drafts" / "deadlines.ics").exists()


def test_without_the_library_for_calendars_the_drafts_are_written_all_the_same(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    assert 'pip install "muniprog[calendar]"' in remind(town)
    assert [each.get_filename() for each in draft(town, "bibl").iter_attachments()] == ["2020-bibl.csv"]
    assert not (town.parent / "drafts" / "deadlines.ics").exists()


def test_when_everything_is_answered_nothing_is_written(town: Path) -> None:
    with (town / "followup" / "2020.yaml").open("a", encoding="utf-8") as file:
        file.write("updates:\n" + "".join(f"- {{item: {item}, status: done}}\n" for item in ("kurs", "buss", "fest")))
    assert remind(town) == "Nobody has anything left to answer in the round 2020.\n"
    assert not (town.parent / "drafts").exists()


def test_the_first_type_of_form_is_taken_when_none_is_said(town: Path) -> None:
    drafts = town.parent / "drafts"
    said(muniprog("followup", "remind", town, "2020", "-o", drafts, "--on", "2021-01-11"))
    assert len(list(draft(town, "bibl").iter_attachments())) == 2


# --- Private data -----------------------------------------------------------------------------------------


def test_contact_data_is_in_the_draft_of_its_owner_only(town: Path) -> None:
    told = remind(town)
    assert [secret for secret in SECRETS if secret in told] == []
    for file in (town.parent / "drafts").iterdir():
        there = [secret for secret in SECRETS if secret.encode() in file.read_bytes()]
        assert there == (["rektorn@example.org", "Rektorsexpeditionen"] if file.name == "skolan.eml" else [])


def test_contact_data_is_in_no_attachment(town: Path) -> None:
    remind(town)
    for part in draft(town, "skolan").iter_attachments():
        text = content(part).decode()
        assert [secret for secret in SECRETS if secret in text] == []


def test_contact_data_is_in_no_report_form_or_table(town: Path) -> None:
    from muniprog import load, rows
    from muniprog.followup.form_making import make_forms
    from muniprog.tables import TABLES
    from muniprog.workspace import plugins, report

    programme = load(town)
    form_file = plugins().form_files.find("csv")
    shown = [form_file.write(form) for form in make_forms(programme, 2020)]
    shown += [str(rows(programme, table)).encode() for table in TABLES]
    for name in plugins().reports:
        printed = report(name, programme, period=2020, as_of="2021-01-11", internal=True, notes=True)
        shown += [printed.render(backend) for backend in ("text", "markdown", "html")]
    assert [secret for secret in SECRETS if any(secret.encode() in each for each in shown)] == []
