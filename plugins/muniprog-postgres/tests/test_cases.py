"""Field cases, as far as they concern PostgreSQL."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date
from pathlib import Path

import attrs
import psycopg
import pytest

import muniprog
from muniprog.testing.storages.samples import plan, with_actions

DUE = "2020-05-10"
SUMMER_TIME = "2020-03-29"


@pytest.mark.parametrize("reads_in", ["America/New_York", "UTC", "Pacific/Kiritimati"])
def test_t05_a_day_stays_the_day_that_it_is_wherever_it_is_read(
    address: str, sql: psycopg.Connection, reads_in: str
) -> None:
    """Written in Helsinki, read elsewhere, saved there again: always the same days; only audit stamps are instants."""
    follow_ups: list[muniprog.Plain] = [{"period": 2020, "updates": [{"item": "kurser", "planned_end": DUE}]}]
    mapping = plan(adopted={"on": SUMMER_TIME}, follow_ups=follow_ups)
    write = f"""
import muniprog
with muniprog.open_storage({address!r}) as storage:
    storage.save({mapping!r})
"""
    again = f"""
import muniprog
with muniprog.open_storage({address!r}) as storage:
    base = storage.load()
    storage.save({{**base.source.mapping, "note": "once more"}}, base=base)
"""
    for zone, program in (("Europe/Helsinki", write), (reads_in, again)):
        subprocess.run([sys.executable, "-c", program], check=True, env={**os.environ, "TZ": zone, "PGTZ": zone})
    sql.execute(f"SET TimeZone = '{reads_in}'".encode())
    assert sql.execute("SELECT planned_end FROM updates").fetchall() == [(date(2020, 5, 10),)]
    assert sql.execute("SELECT adopted_on FROM programmes").fetchall() == [(date(2020, 3, 29),)]
    with muniprog.open_storage(address) as storage:
        kept = storage.load().source.mapping
        assert isinstance(storage, muniprog.KeepsHistory)
        assert {revision.when.tzinfo for revision in storage.history("plan")} == {UTC}
    assert kept == {**mapping, "note": "once more"}


def test_s05_the_second_of_two_who_save_is_told_what_the_first_has_changed(
    reopen: Callable[[], muniprog.Storage],
) -> None:
    """A and B load one revision; A changes one action and saves; B changes another and gets a conflict."""
    status: muniprog.Plain = {"id": "ACT-1", "title": "Rådgivning", "note": "Pågår"}
    first: muniprog.Plain = {"id": "ACT-1", "title": "Rådgivning"}
    second: muniprog.Plain = {"id": "ACT-2", "title": "Kurser"}
    with reopen() as storage:
        revision = storage.save(with_actions(plan(), first, second))
        for number in range(6):
            changed = {**revision.source.mapping, "note": str(number)}
            revision = storage.save(changed, base=revision)
    with reopen() as a, reopen() as b:
        for_a, for_b = a.load(), b.load()
        assert for_a.revision == for_b.revision == "7"
        noted = {**with_actions(plan(), status, second), "note": "5"}
        assert a.save(noted, base=for_a, by="A").revision == "8"
        with pytest.raises(muniprog.ConflictError) as refused:
            b.save({**with_actions(plan(), first, {"id": "ACT-2", "title": "Kurs"}), "note": "5"}, base=for_b)
        assert "no longer at revision 7 but at 8" in str(refused.value)
        assert "It was saved by A." in str(refused.value)
        assert "Changed since then: “Rådgivning” (ACT-1)." in str(refused.value)
        assert b.load().source.mapping == noted


def test_s12_nothing_and_empty_are_kept_apart(storage: muniprog.Storage) -> None:
    values: dict[str, muniprog.Plain] = {"2019": 1, "2021": 3}
    empty: dict[str, muniprog.Plain] = {"target": None, "actuals": {}, "note": "", "list": [], "values": values}
    mapping = plan(extensions={"climate": empty})
    storage.save(mapping)
    kept = storage.load().source.mapping
    assert kept == mapping
    assert repr(kept["extensions"]) == repr(mapping["extensions"])


def test_a_closed_round_comes_back_whole_out_of_a_database(address: str, tmp_path: Path) -> None:
    """The database writes numbers in its own way: the seal of the round fits all the same."""
    programme = muniprog.load("vasa_2019_2022")
    programme = muniprog.open_round(programme, 2020, opened_on="2020-12-01")
    odd: dict[str, muniprog.Plain] = {"example": {"large": 1.5e22, "small": 1e-7, "whole": 5.0}}
    rounds = tuple(attrs.evolve(each, extensions=odd) for each in programme.follow_ups)
    programme = attrs.evolve(programme, follow_ups=rounds)
    programme = muniprog.close_round(programme, 2020, on="2021-03-01", despite_unanswered=True)
    muniprog.save(programme, address)
    muniprog.save(muniprog.load(address), tmp_path / "vasa")
    there, back = muniprog.load(address), muniprog.load(tmp_path / "vasa")
    assert muniprog.standing_of(there, 2020).intact
    assert muniprog.standing_of(back, 2020).intact
    assert there.follow_ups == back.follow_ups == programme.follow_ups
