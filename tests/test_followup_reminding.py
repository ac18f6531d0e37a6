"""What is said to owners whose answers are missing, and that contact data goes nowhere else."""

from datetime import date
from typing import Any

import attrs
import pytest

from muniprog.errors import ClosedRoundError, UnknownNameError
from muniprog.followup.reminding import MOST_ITEMS, Reminder, make_reminders
from muniprog.model import Contact, FollowUp, Programme, Request, SentBack, Status, Update
from muniprog.text import Text
from tests.builders import action, goal, leads, owner, period, programme, text, theme

OPENED, BEFORE, DEADLINE, AFTER = date(2020, 12, 1), date(2021, 1, 11), date(2021, 1, 31), date(2021, 2, 3)


def asking(*updates: Update, **more: Any) -> Programme:
    """The schools are asked in Swedish about two actions, the library in Finnish about one."""
    round_: dict[str, Any] = {
        "opened_on": OPENED,
        "deadline": DEADLINE,
        "asked": (Request(owner="skolan", items=("kurs", "rad")), Request(owner="bibl", items=("buss",))),
    }
    own: dict[str, Any] = {
        key: more.pop(key) for key in ("deadline", "title", "closed_on", "asked", "approver") if key in more
    }
    follow_up = FollowUp(period=period("2020"), updates=updates, **{**round_, **own})
    more.setdefault(
        "owners",
        (
            owner("skolan", "Skolan", contact=Contact(name="Rektorsexpeditionen", email="skolan@example.org")),
            owner("bibl", {"sv": "Biblioteket", "fi": "Kirjasto"}, language="fi"),
        ),
    )
    below = goal(
        "g", action("kurs", title="Kurser"), action("rad", title="Råd"), action("buss", title="Bokbuss"), title="Mål"
    )
    return programme(theme("t", below, owners=leads("skolan")), languages=("sv", "fi"), follow_ups=(follow_up,), **more)


def reminders(*updates: Update, on: date = BEFORE, **more: Any) -> tuple[Reminder, ...]:
    return make_reminders(asking(*updates, **more), 2020, on=on)


def the_one(*updates: Update, on: date = BEFORE, **more: Any) -> Reminder:
    return reminders(*updates, on=on, **more)[0]


def done(item: str, **more: Any) -> Update:
    return Update(item=item, status=Status.DONE, **more)


# --- Who is reminded ------------------------------------------------------------------------------------


def test_each_owner_with_something_unanswered_is_reminded() -> None:
    assert [(each.owner, each.unanswered) for each in reminders()] == [("skolan", ("kurs", "rad")), ("bibl", ("buss",))]


def test_who_has_answered_everything_is_not() -> None:
    assert [(each.owner, each.unanswered) for each in reminders(done("buss"), done("rad"))] == [("skolan", ("kurs",))]
    assert reminders(done("buss"), done("rad"), done("kurs")) == ()


def test_an_answer_of_a_later_day_is_not_there_yet() -> None:
    late = done("buss", reported_on=AFTER)
    assert [each.owner for each in reminders(late)] == ["skolan", "bibl"]
    assert [each.owner for each in reminders(late, on=AFTER)] == ["skolan"]


def test_what_was_sent_back_is_asked_again_with_the_reason() -> None:
    back = SentBack(on=BEFORE, by="chef", reason=text("Vilken kurs?"))
    reminder = the_one(done("kurs", sent_back=back), done("rad"))
    assert reminder.unanswered == ("kurs",)
    assert "– Kurser (svaret skickades tillbaka: Vilken kurs?)\n" in reminder.body


def test_who_has_taken_over_is_reminded() -> None:
    owners = (owner("skolan", valid_until=OPENED, succeeded_by="bildning"), owner("bildning", "Bildningen"))
    reminder = the_one(owners=owners, asked=(Request(owner="skolan", items=("kurs",)),))
    assert (reminder.owner, reminder.owner_name) == ("bildning", "Bildningen")


def test_nobody_writes_to_an_owner_that_is_gone() -> None:
    gone, there = Request(owner="borta", items=("kurs",)), Request(owner="bibl", items=("buss",))
    assert [each.owner for each in reminders(asked=(gone, there))] == ["bibl"]


def test_a_closed_round_reminds_nobody() -> None:
    with pytest.raises(ClosedRoundError):
        reminders(closed_on=AFTER)


def test_a_round_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        make_reminders(asking(), 2019, on=BEFORE)


# --- What is said ---------------------------------------------------------------------------------------


def test_the_whole_letter_in_swedish() -> None:
    reminder = the_one(title=text("Uppföljningen av år 2020"))
    assert reminder.subject == "Påminnelse: Uppföljningen av år 2020, svar senast 31.1.2021"
    assert reminder.body == (
        "Hej Rektorsexpeditionen!\n\n"
        "Det är dags att berätta hur det går: Program, Uppföljningen av år 2020.\n\n"
        "Svar väntas ännu från Skolan:\n"
        "– Kurser\n"
        "– Råd\n\n"
        "Sista svarsdag är söndag 31 januari 2021.\n\n"
        "Blanketten är bifogad. Fyll i det som saknas, spara filen och skicka tillbaka den som svar på det här "
        "meddelandet.\n\n"
        "Är något oklart? Svara på det här meddelandet.\n\n"
        "Tack!\n"
    )


def test_the_whole_letter_in_finnish() -> None:
    reminder = reminders(contact=Text.of({"fi": "Kotouttamispalvelut\nKaupungintalo"}))[1]
    assert reminder.language == "fi"
    assert reminder.subject == "Muistutus: Seuranta 2020, vastaukset viimeistään 31.1.2021"
    assert reminder.body == (
        "Hei!\n\n"
        "On aika kertoa, miten asiat etenevät: Program, Seuranta 2020.\n\n"
        "Vastausta odotetaan vielä vastuutaholta Kirjasto:\n"
        "– Bokbuss\n\n"
        "Viimeinen vastauspäivä on sunnuntai 31. tammikuuta 2021.\n\n"
        "Lomake on liitteenä. Täydennä puuttuvat kohdat, tallenna tiedosto ja lähetä se vastauksena tähän viestiin.\n\n"
        "Onko jokin epäselvää? Vastaa tähän viestiin tai kysy täältä:\n"
        "Kotouttamispalvelut\nKaupungintalo\n\n"
        "Kiitos!\n"
    )


def test_on_the_last_day_the_deadline_has_not_passed() -> None:
    assert "Sista svarsdag är" in the_one(on=DEADLINE).body


def test_after_the_deadline_it_is_said_in_the_past() -> None:
    reminder = the_one(on=AFTER)
    assert reminder.subject == "Påminnelse: Uppföljning 2020"
    assert "Sista svarsdag var söndag 31 januari 2021. Svara så snart du kan.\n" in reminder.body
    assert reminder.entry is None


def test_without_a_deadline_there_is_none() -> None:
    reminder = the_one(deadline=None)
    assert reminder.subject == "Påminnelse: Uppföljning 2020"
    assert "Svara så snart du kan.\n" in reminder.body
    assert reminder.entry is None


@pytest.mark.parametrize(("items", "named", "last"), [(MOST_ITEMS, MOST_ITEMS, "– Å11"), (14, 12, "– 3 punkter till")])
def test_a_long_list_is_cut_and_says_so(items: int, named: int, last: str) -> None:
    actions = [action(f"a{number}", title=f"Å{number}") for number in range(items)]
    plan = attrs.evolve(
        asking(asked=(Request(owner="skolan", items=tuple(each.id for each in actions)),)),
        themes=(theme("t", goal("g", *actions)),),
    )
    lines = [line for line in make_reminders(plan, 2020, on=BEFORE)[0].body.splitlines() if line.startswith("– ")]
    assert len(lines) == named
    assert lines[-1].startswith(last)


def test_the_notice_of_the_programme_stands_on_everything() -> None:
    reminder = reminders(notice=Text.of({"sv": "Exempeldata", "fi": "Esimerkkitietoa"}))[1]
    assert reminder.subject.startswith("Esimerkkitietoa – Muistutus: ")
    assert reminder.body.startswith("Esimerkkitietoa\n\n")
    assert reminder.entry is not None
    assert reminder.entry.title.startswith("Esimerkkitietoa – ")


def test_a_title_of_several_lines_stays_one_item() -> None:
    plan = asking(asked=(Request(owner="skolan", items=("a",)),))
    plan = attrs.evolve(plan, themes=(theme("t", goal("g", action("a", title="Rad 1\r\n– Rad 2"))),))
    assert "\n– Rad 1 – Rad 2\n" in make_reminders(plan, 2020, on=BEFORE)[0].body


# --- The calendar ---------------------------------------------------------------------------------------


def test_the_deadline_is_a_day_in_the_calendar_known_by_what_does_not_change() -> None:
    entry = the_one().entry
    assert entry is not None
    assert (entry.first, entry.last, entry.language) == (DEADLINE, DEADLINE, "sv")
    assert entry.title == "Sista svarsdag: Uppföljning 2020, Skolan"
    assert entry.description == "Program"
    moved = the_one(on=AFTER, deadline=date(2021, 3, 1), title=text("Ett annat namn")).entry
    assert moved is not None
    assert moved.uid == entry.uid == "program.2020-01-01.2020-12-31.skolan@muniprog"


# --- Private data ---------------------------------------------------------------------------------------


def test_contact_data_is_there_for_the_letter_and_does_not_show_itself() -> None:
    reminder = the_one()
    assert (reminder.address, reminder.addressee) == ("skolan@example.org", "Rektorsexpeditionen")
    assert "skolan@example.org" not in repr(reminder)
    assert "Rektorsexpeditionen" not in repr(reminder)


def test_contact_data_is_neither_in_the_calendar_nor_beside_the_greeting() -> None:
    reminder = the_one()
    assert reminder.entry is not None
    shown = f"{reminder.subject} {reminder.entry.title} {reminder.entry.description} {reminder.body[30:]}"
    assert "skolan@example.org" not in shown
    assert "Rektorsexpeditionen" not in shown
