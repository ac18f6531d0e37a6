"""Code can put anything into a programme; what could not be read again is not kept, and what is wrong is said."""

from pathlib import Path

import attrs
import pytest

import muniprog as mp
from muniprog.conversion import structure, unstructure
from muniprog.source import PlainSource
from tests.mappings import small


def programme() -> mp.Programme:
    return structure(PlainSource(small()))


def with_action(programme: mp.Programme, **changes: object) -> mp.Programme:
    theme = programme.themes[0]
    goal = theme.goals[0]
    action = attrs.evolve(goal.actions[0], **changes)  # type: ignore[arg-type]  # what is wrong is the point
    goal = attrs.evolve(goal, actions=(action, *goal.actions[1:]))
    return attrs.evolve(programme, themes=(attrs.evolve(theme, goals=(goal,)), *programme.themes[1:]))


def refusal(programme: mp.Programme, folder: Path | None = None) -> str:
    with pytest.raises(mp.SourceError) as refused:
        mp.save(programme, folder)
    (problem,) = refused.value.problems
    return str(problem)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": "Nytt"}, '“title” should be a Text, found \'Nytt\'. Write Text.of("…", "sv").'),
        ({"timeframe": 2021}, '“timeframe” should be a Timeframe, found 2021. Write Timeframe.parse("…").'),
        ({"owners": ("bild",)}, "“owners” should be a Responsibility, found 'bild'."),
        ({"tags": "abc"}, "“tags” should be a tuple, found 'abc'."),
        ({"description": "Om"}, '“description” should be a Text, found \'Om\'. Write Text.of("…", "sv").'),
        ({"steps": None}, "“steps” should be a tuple, found None."),
    ],
)
def test_value_of_another_class_is_named(tmp_path: Path, changes: dict[str, object], sentence: str) -> None:
    wrong = with_action(programme(), **changes)
    assert refusal(wrong, tmp_path / "new") == f"kurser: error F005: {sentence}"
    assert not (tmp_path / "new").exists()


def test_list_at_the_top_is_no_string(tmp_path: Path) -> None:
    kept = mp.save(programme(), tmp_path / "kept")
    assert "“headline” should be a tuple" in refusal(attrs.evolve(kept, headline="antal"))  # type: ignore[arg-type]


def test_fault_of_a_plug_in_that_is_no_misfit_is_raised_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise TypeError("of its own")

    monkeypatch.setattr("muniprog.conversion.entities.write_programme", fail)
    with pytest.raises(TypeError, match="of its own"):
        unstructure(programme())


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"id": "a b"}, "F008"),
        ({"id": "boende"}, "F009"),
        ({"id": "kultur"}, "F009"),
        ({"owners": (mp.Responsibility(owner="bild", role="chef"),)}, "F006"),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_read_again_is_not_kept(tmp_path: Path, changes: dict[str, object], code: str) -> None:
    assert code in refusal(with_action(programme(), **changes), tmp_path / "new")
    assert not (tmp_path / "new").exists()
    kept = mp.save(programme(), tmp_path / "kept")
    before = (tmp_path / "kept/programme.yaml").read_bytes()
    assert code in refusal(with_action(kept, **changes))
    assert (tmp_path / "kept/programme.yaml").read_bytes() == before


def test_identifier_that_code_uses_twice_is_not_kept(tmp_path: Path) -> None:
    kept = mp.save(programme(), tmp_path / "kept")
    before = (tmp_path / "kept" / "programme.yaml").read_bytes()
    assert "The identifier “bild” of “Kurser” is already used by “Bildning”" in refusal(with_action(kept, id="bild"))
    assert (tmp_path / "kept" / "programme.yaml").read_bytes() == before


def test_data_of_a_plug_in_is_kept_as_it_is(tmp_path: Path) -> None:
    kept = mp.save(programme(), tmp_path / "kept")
    mp.save(attrs.evolve(kept, extensions={"climate": {"co2": [3, None]}}))
    assert mp.load(tmp_path / "kept").extensions == {"climate": {"co2": [3, None]}}
