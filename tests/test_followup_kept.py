"""A closed round in files and databases: it comes back as it was, and a save that would change it is refused."""

import json
from pathlib import Path

import attrs
import pytest

import muniprog as mp
from muniprog.conversion import structure, unstructure
from muniprog.errors import ClosedRoundError
from muniprog.followup.closing import close_round, reopen_round
from muniprog.followup.record import standing_of
from muniprog.model import Programme
from muniprog.renaming import retire_identifier
from muniprog.source import Plain
from muniprog.text import Text
from tests.rounds import closed, round_2020, with_round_2020

ODD = "Rad ett\n  rad två: “citat” # och mer\t0012 2020-01-01 ja"
"""Words in which every format has something to take care of."""


def odd() -> Programme:
    """Return a programme with a closed round that holds odd words and odd numbers."""
    open_ = with_round_2020(
        observations=[
            {"indicator": "antal", "period": 2020, "value": 1e22},
            {"indicator": "antal", "period": 2020, "value": 0.0000001, "dimensions": {"sex": "f"}},
            {"indicator": "andel", "period": 2020, "value": 5.0, "note": ODD},
        ]
    )
    return close_round(open_, 2020, on="2021-03-01")


@pytest.mark.parametrize("place", ["folder", "sqlite:///programmes.db"])
def test_a_closed_round_comes_back_whole_out_of_a_storage(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    mp.save(odd(), place)
    again = mp.load(place)
    assert standing_of(again, 2020).intact
    assert round_2020(again) == round_2020(odd())


@pytest.mark.parametrize("format_", ["yaml", "json", "toml"])
def test_a_closed_round_comes_back_whole_out_of_a_file(format_: str, tmp_path: Path) -> None:
    file = tmp_path / f"programme.{format_}"
    mp.export(odd(), file, to=format_)
    assert standing_of(mp.load(file), 2020).intact


def test_a_closed_round_moves_from_storage_to_storage_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    mp.save(odd(), "first")
    mp.copy("first", "sqlite:///second.db")
    mp.save(mp.load("sqlite:///second.db"), "third")
    assert round_2020(mp.load("third")) == round_2020(odd())
    first, third = (Path(name, "followup", "2020.yaml").read_bytes() for name in ("first", "third"))
    assert first == third


@pytest.fixture
def kept(tmp_path: Path) -> Programme:
    return mp.save(closed(), tmp_path / "exempel")


def test_a_save_that_would_change_a_closed_round_is_refused_and_writes_nothing(kept: Programme, tmp_path: Path) -> None:
    file = tmp_path / "exempel" / "followup" / "2020.yaml"
    before = file.read_bytes()
    changed = attrs.evolve(round_2020(kept), decisions=(), title=None)
    with pytest.raises(ClosedRoundError, match="These would change: title, decisions"):
        mp.save(attrs.evolve(kept, follow_ups=(kept.follow_ups[0], changed)))
    with pytest.raises(ClosedRoundError):
        mp.save(attrs.evolve(kept, follow_ups=kept.follow_ups[:1]))
    assert file.read_bytes() == before


def test_a_save_of_anything_else_leaves_a_closed_round_byte_for_byte(kept: Programme, tmp_path: Path) -> None:
    file = tmp_path / "exempel" / "followup" / "2020.yaml"
    before = file.read_bytes()
    mp.save(attrs.evolve(kept, title=Text.of("Ett nytt namn", "sv"), languages=("fi", "sv")))
    assert file.read_bytes() == before
    assert standing_of(mp.load(tmp_path / "exempel"), 2020).intact


def test_opening_again_and_closing_again_is_saved(kept: Programme, tmp_path: Path) -> None:
    opened = mp.save(reopen_round(kept, 2020, on="2021-03-20", reason="Fel antal."))
    mp.save(close_round(opened, 2020, on="2021-04-01"))
    again = mp.load(tmp_path / "exempel")
    assert standing_of(again, 2020).intact
    assert len(round_2020(again).reopened) == 1


def test_at_a_new_address_a_successor_may_leave_the_rounds_behind(kept: Programme, tmp_path: Path) -> None:
    successor = attrs.evolve(kept, id="nasta", follow_ups=())
    assert mp.save(successor, tmp_path / "nasta").follow_ups == ()


def test_what_only_a_record_names_is_in_nobodys_way(kept: Programme) -> None:
    """Of today's programme the action can go, since the record holds its own."""
    mapping = unstructure(kept)
    record: Plain = dict(round_2020(kept).record or {})
    mapping["follow_ups"] = [{"period": 2020, "closed_on": "2021-03-01", "record": record}]
    assert retire_identifier(mapping, "kurser")["follow_ups"] == mapping["follow_ups"]


def test_two_saves_of_the_same_closed_round_are_the_same_bytes(tmp_path: Path) -> None:
    texts = []
    for name in ("one", "two"):
        mp.save(structure(mp.PlainSource(json.loads(json.dumps(unstructure(closed()))))), tmp_path / name)
        texts.append((tmp_path / name / "followup" / "2020.yaml").read_bytes())
    assert texts[0] == texts[1]
