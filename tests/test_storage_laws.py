"""What holds for every programme in every folder: nothing is lost, and an edit changes only its own lines."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from muniprog.conversion import unstructure
from muniprog.model import Programme
from muniprog.testing import programme_mappings
from muniprog.workspace import load, save
from muniprog.yaml12 import read
from tests.edits import EDITS, Edit, Mapping, change_status, change_timeframe, change_title, contents, keep, lines_of
from tests.hand_written import Hand

LAW = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
chances = st.integers(0, 2**32).map(Random)


@LAW
@given(programme_mappings(), chances)
def test_saving_without_a_change_changes_no_byte(mapping: Mapping, chance: Random) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        keep(mapping, folder, chance)
        before = contents(folder)
        programme = load(folder)
        assert save(programme) == programme
        assert contents(folder) == before


@LAW
@given(programme_mappings(), chances)
def test_nor_in_a_file_that_somebody_wrote_by_hand(mapping: Mapping, chance: Random) -> None:
    with TemporaryDirectory() as name:
        path = Path(name) / "programme.yaml"
        text = Hand(chance).text(mapping)
        assume(read(text, "x").mapping == mapping)  # a comment right under a block of text may belong to the text
        path.write_bytes(text.encode())
        before = path.read_bytes()
        save(load(path))
        assert path.read_bytes() == before


@LAW
@given(programme_mappings(), chances, st.lists(st.sampled_from(EDITS), min_size=1, max_size=4))
def test_what_is_saved_is_what_is_loaded_again(mapping: Mapping, chance: Random, edits: list[Edit]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        keep(mapping, folder, chance)
        programme = load(folder)
        for edit in edits:
            edited, _ = edit(programme, chance)
            programme = save(edited)
            assert programme == edited
            assert unstructure(load(folder)) == unstructure(edited)  # whatever the order of the languages of a text
            after = contents(folder)
            save(programme)
            assert contents(folder) == after


@LAW
@given(programme_mappings(), chances, st.lists(st.sampled_from(EDITS), min_size=2, max_size=4))
def test_several_edits_can_be_saved_at_once(mapping: Mapping, chance: Random, edits: list[Edit]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        keep(mapping, folder, chance)
        edited: Programme = load(folder)
        for edit in edits:
            edited, _ = edit(edited, chance)
        save(edited)
        assert unstructure(load(folder)) == unstructure(edited)  # whatever the order of the languages of a text


@LAW
@given(programme_mappings(), chances, st.sampled_from([change_title, change_timeframe, change_status]))
def test_an_edit_changes_only_the_lines_of_its_item(mapping: Mapping, chance: Random, edit: Edit) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        keep(mapping, folder, chance)
        before = contents(folder)
        programme = load(folder)
        edited, path = edit(programme, chance)
        assert programme.origin is not None
        assert path is not None
        save(edited)
        file, first, last = lines_of(programme.origin.source, path)
        own = Path(file).relative_to(folder).as_posix()
        after = contents(folder)
        old, new = (text.pop(own).splitlines(keepends=True) for text in (before, after))
        assert after == before
        assert new[: first - 1] == old[: first - 1]
        rest = old[last - 1 :]
        assert new[len(new) - len(rest) :] == rest


@LAW
@given(programme_mappings(), programme_mappings())
def test_a_copy_elsewhere_is_the_same_programme(mapping: Mapping, other: Mapping) -> None:
    with TemporaryDirectory() as name:
        keep(mapping, Path(name), Random(0))
        first = load(name)
        copy = save(first, Path(name) / "copy")
        assert copy == first
        assert load(Path(name) / "copy") == first
