"""Field cases about what a closed round keeps while the programme goes on."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import attrs

import muniprog as mp
from muniprog.conversion import unstructure
from muniprog.followup.closing import close_round
from muniprog.followup.record import standing_of
from muniprog.model import Goal, Owner, Programme, Target
from muniprog.progress import assess
from muniprog.renaming import rename_identifier
from muniprog.source import Plain
from muniprog.text import Text
from muniprog.timeframe import Timeframe
from muniprog.workspace import rewrite
from tests.builders import action, goal, indicator, owner, period, programme, theme
from tests.rounds import CLOSING, closed


def merged() -> Programme:
    """Departments that end with 2020, and one that takes over, which is known when the round of 2020 is closed."""
    gone = {"valid_until": date(2020, 12, 31), "succeeded_by": "bild"}
    plan = programme(
        theme(
            "t",
            goal(
                "g",
                action("a1", "2020", ("edu",)),
                action("a2", "2021", ("edu", "kult")),
                action("a3", "2021", ("bild",)),
            ),
        ),
        owners=(owner("edu", "Utbildning", **gone), owner("kult", "Kultur", **gone), owner("bild", "Bildning")),
    )
    plan = mp.open_round(plan, 2020, opened_on="2020-12-01")
    return close_round(plan, 2020, on="2020-12-31", despite_unanswered=True)


def test_m13_the_closed_round_names_the_owners_of_its_day_after_departments_have_merged() -> None:
    now = attrs.evolve(merged(), owners=(owner("bild", "Bildning och kultur"),))
    standing = standing_of(now, 2020)
    assert standing.intact
    assert [str(each.name) for each in standing.programme.owners] == ["Utbildning", "Kultur", "Bildning"]
    then = assess(standing.programme, as_of=CLOSING.replace(year=2020, month=12, day=31))
    assert [(each.id, each.counts.total) for each in then.owners] == [("edu", 2), ("kult", 1), ("bild", 1)]


def test_m14_an_owner_that_was_taken_out_is_still_named_in_the_closed_round() -> None:
    now = attrs.evolve(closed(), owners=())
    bild = standing_of(now, 2020).programme["bild"]
    assert isinstance(bild, Owner)
    assert (str(bild.name), bild.contact) == ("Bildning", None)


def test_m09_a_closed_round_measures_against_the_target_of_its_day() -> None:
    by = Timeframe.parse("2022", language="sv")
    first = Target(value=Decimal(60), by=by)
    count = indicator("antal", baseline=0, targets=(first,), per=mp.Per.YEAR)
    plan = programme(theme("t", goal("g", indicators=(count,))))
    seen = mp.Observation(indicator="antal", period=period("2020"), value=Decimal(30))
    plan = attrs.evolve(plan, follow_ups=(mp.FollowUp(period=period("2020"), observations=(seen,)),))
    before = close_round(plan, 2020, on=CLOSING)
    revised = attrs.evolve(count, targets=(Target(value=Decimal(50), by=by),))
    now = attrs.evolve(before, themes=(theme("t", Goal(id="g", title=Text.of("g", "sv"), indicators=(revised,))),))
    then = assess(standing_of(now, 2020).programme, as_of=CLOSING).indicator("antal")
    assert then.judged.target == 60
    assert assess(now, as_of=CLOSING).indicator("antal").judged.target == 50


def test_m15_a_renamed_action_leaves_the_closed_round_and_what_is_made_from_it(tmp_path: Path) -> None:
    kept = mp.save(closed(), tmp_path / "exempel")
    address, file = tmp_path / "exempel", tmp_path / "exempel" / "followup" / "2020.yaml"
    before, then = file.read_bytes(), unstructure(standing_of(kept, 2020).programme)
    printed = mp.report("programme", standing_of(kept, 2020).programme).render("html")

    def renamed(mapping: dict[str, Plain]) -> dict[str, Plain]:
        return rename_identifier(mapping, "kurser", "kurser-i-boende", keep_former=True)

    rewrite(address, renamed)
    again = mp.load(address)
    assert again["kurser"].id == "kurser-i-boende"
    assert file.read_bytes() == before
    assert standing_of(again, 2020).intact
    assert unstructure(standing_of(again, 2020).programme) == then
    assert standing_of(again, 2020).programme["kurser"].id == "kurser"
    assert mp.report("programme", standing_of(again, 2020).programme).render("html") == printed
