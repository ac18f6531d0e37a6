"""The report `owners`: what each owner answers for, in one programme and in several."""

from datetime import date

import pytest

from muniprog.document import plain
from muniprog.errors import UnknownNameError
from muniprog.interfaces import ReportOptions
from muniprog.model import Owner, Programme, Responsibility, Role, Status
from muniprog.reports.owners import OwnersReport
from tests.builders import (
    action,
    goal,
    indicator,
    leads,
    observation,
    owner,
    programme,
    round_of,
    text,
    theme,
    update,
)
from tests.reported import built, captions, notes, printed, sentences, table, three_rounds

REPORT = OwnersReport()
DAY = "2020-12-31"


def plan(*owners: Owner, **more: object) -> Programme:
    work = goal(
        "g",
        action("a", "2019"),
        action("b", "2021"),
        owners=leads("o", "p"),
        indicators=(indicator("k", observations=(observation("2020", 3),)),),
    )
    done = round_of("2020", update("b", Status.DONE))
    return programme(theme("t", work), owners=owners or (owner("o", "Skolan"), owner("p")), follow_ups=(done,), **more)


def test_each_owner_has_its_actions_with_role_timetable_status_and_delay() -> None:
    document = built(REPORT, plan())
    assert table(document, "Skolan – Actions") == [
        ["Action", "Role", "Timetable", "Status", "Delay"],
        ["a", "lead", "2019", "not reported", "366 days late"],
        ["b", "lead", "2021", "done", "–"],
    ]
    assert [row[1] for row in table(document, "p – Actions")[1:]] == ["partner", "partner"]
    assert table(document, "Skolan – Indicators")[1:] == [
        ["k", "2019: – (not reported) · 2020: 3", "○ cannot be assessed"]
    ]
    assert sentences(document, "Skolan") == ["Done of those that can be completed: 1 of 2 (50%)."]


def test_an_owner_without_anything_says_so() -> None:
    document = built(REPORT, plan(owner("o"), owner("p"), owner("q")))
    assert sentences(document, "q")[0] == "There are no actions."


def test_a_report_may_be_about_some_owners_by_identifier_name_or_alias() -> None:
    owners = (owner("o", "Skolan"), owner("p", aliases=("Parken",)), owner("q", former_ids=("q0",)))
    for name in ("o", "skolan", "SKOLAN"):
        assert captions(built(REPORT, plan(*owners), owners=(name,))) == ["Skolan – Actions", "Skolan – Indicators"]
    both = built(REPORT, plan(*owners), owners=("parken", "q0"))
    assert [plain(each.content) for each in both.headings()] == ["p", "q"]


def test_an_owner_that_is_not_there_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean “skolan”"):
        built(REPORT, plan(owner("skolan")), owners=("skolen",))


def test_contact_data_is_never_printed() -> None:
    assert "hemlig@example.org" not in printed(REPORT, three_rounds(), internal=True, notes=True)


def test_an_action_with_two_roles_of_one_owner_tells_both() -> None:
    shares = (Responsibility(owner="o"), Responsibility(owner="o", role=Role.CONTACT))
    whole = programme(theme("t", goal("g", action("a"), owners=shares)), owners=(owner("o"),))
    assert table(built(REPORT, whole, as_of=DAY), "o – Actions")[1][1] == "lead, contact"


# --- Owners that follow each other ----------------------------------------------------------------------


def test_who_took_over_has_what_the_other_answered_for_and_both_say_so() -> None:
    ended = owner("o", "Skolan", valid_until=date(2020, 6, 30), succeeded_by="p")
    document = built(REPORT, plan(ended, owner("p", "Bildningen")))
    assert sentences(document, "Skolan (ended 2020)") == ["It has ended; what it answered for stands under Bildningen."]
    assert sentences(document, "Bildningen")[0] == "Formerly Skolan, until 30 June 2020."
    assert table(document, "Bildningen – Actions")[1][:2] == ["a", "lead, partner"]


def test_a_round_names_the_owners_of_its_own_period_though_it_is_closed_later() -> None:
    whole = three_rounds()
    assert captions(built(REPORT, whole, period="2020"))[0] == "Utbildning – Actions"
    assert captions(built(REPORT, whole, period="2021"))[0] == "Bildning – Actions"


# --- Several programmes ---------------------------------------------------------------------------------


def several(*programmes: Programme, owners: tuple[str, ...] = ()) -> list[str]:
    document = REPORT.build_of_several(programmes, ReportOptions(languages=("en",), as_of=DAY, owners=owners))
    return ["  " * (each.level - 1) + plain(each.content) for each in document.headings()]


def test_one_report_of_several_programmes_has_a_chapter_for_each() -> None:
    first, second = plan(title="Första"), plan(owner("o", "Skolan"), title="Andra")
    assert several(first, second) == ["Första", "  Skolan", "  p", "Andra", "  Skolan"]
    assert several(first, second, owners=("p",)) == ["Första", "  p"]
    with pytest.raises(UnknownNameError, match="“x”"):
        several(first, second, owners=("o", "x"))


def test_links_stay_within_their_programme() -> None:
    document = REPORT.build_of_several([plan(), plan()], ReportOptions(languages=("en",), as_of=DAY))
    anchors = [heading.anchor for heading in document.headings()]
    assert anchors == ["1.chapter-programme", "1.o", "1.p", "2.chapter-programme", "2.o", "2.p"]


def test_notices_of_several_programmes_are_each_said_once() -> None:
    sample = {"notice": text("Påhittat")}
    several_ = [plan(**sample), plan(**sample), plan(notice=text("Utkast")), plan()]
    document = REPORT.build_of_several(several_, ReportOptions(languages=("en",), as_of=DAY))
    assert plain(document.notice) == "Påhittat, Utkast"


def test_each_programme_says_on_which_day_it_stands() -> None:
    document = REPORT.build_of_several([plan(title="Första")], ReportOptions(languages=("en",)))
    assert sentences(document, "Första") == [
        "Round: 2020",
        "Things stand as on: 31 December 2020",
        "State of the round: open",
        *notes(document),
    ]
