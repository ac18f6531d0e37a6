"""The sample is Vasa's programme with what is invented, and says so: each addition is known and told in the README."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import muniprog
import vasa_2019_2022
import vasa_2019_2022_sample
from muniprog.model import Entry, Programme

PACKAGE = Path(__file__).parents[1]
README = (PACKAGE / "README.md").read_text(encoding="utf-8")
MARK = "# SAMPLE DATA – invented. Exempeldata – påhittade uppgifter. Esimerkkitietoa – keksittyjä tietoja.\n"
BELOW = {"themes", "goals", "actions", "indicators"}

ADDED = {
    "sysselsattning": {"weight"},
    "andel-anstallda-med-invandrarbakgrund": {"baseline", "targets", "decimals"},
    "foretagsbesok": {"targets"},
    "s2-studenter": {"targets", "direction"},
    "arbetsprovning": {"budget"},
    "boenderadgivning": {"weight"},
    "boenderadgivning-inledning": {"budget"},
    "erfarenhetssakkunniga-utbildningsmodell": {"budget", "steps"},
    "erfarenhetssakkunniga-i-arbete": {"baseline"},
    "utbildningstillfallen": {"direction"},
    "aktorer-som-anvander-modellen": {"baseline"},
    "elektroniskt-bokningssystem": {"budget"},
    "anvandare-av-radgivningen": {"baseline", "targets"},
    "balansinfon": {"direction"},
    "sakerhetsinformation-per-ar": {"direction"},
    "skraddarsydda-utbildningar": {"baseline"},
    "forverkligade-mal": {"baseline", "targets"},
    "hussektorn": {"valid_until", "succeeded_by"},
    "boendeservicen": {"valid_until", "succeeded_by"},
    "ehja": {"language"},
    "kriscentret-valo": {"language"},
    "pikipruukki": {"language"},
    "vaasan-lyseon-lukio": {"language"},
}
"""Which fields of Vasa's items are invented: everything else is as the printed programme has it."""

NEW = {"exempel-boendekvallar", "exempel-boendesektorn", "exempel-intern-beredning", "exempel-vantetid"}
"""The items that are invented altogether."""

OF_THE_PROGRAMME = {
    "id", "title", "notice", "note", "headline", "progress", "based_on", "sections", "contact", "silenced",
    "owners", "themes", "follow_ups", "origin",
}  # fmt: skip
"""Which fields of the programme itself differ; the owners and the themes are compared item by item."""


@pytest.fixture(scope="module")
def vasa() -> Programme:
    return muniprog.load(vasa_2019_2022.FOLDER)


@pytest.fixture(scope="module")
def sample() -> Programme:
    return muniprog.load(vasa_2019_2022_sample.FOLDER)


def differing(one: Entry | Programme, other: Entry | Programme) -> set[str]:
    """Return the fields in which two values of one class differ."""
    assert type(one) is type(other)
    names = {field.name for field in attrs.fields(type(one))}
    return {name for name in names if getattr(one, name) != getattr(other, name)}


def identifiers(programme: Programme) -> list[str]:
    return [entry.id for entry in programme.entries()]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_sample_is_made_again_to_the_byte(tmp_path: Path) -> None:
    made = tmp_path / "programme"
    script = PACKAGE / "tools" / "make_sample.py"
    subprocess.run([sys.executable, str(script), str(made)], check=True)
    assert files(made) == files(vasa_2019_2022_sample.FOLDER)


def test_vasas_items_differ_only_in_what_is_known_to_be_invented(vasa: Programme, sample: Programme) -> None:
    found: dict[str, set[str]] = {}
    for entry in vasa.entries():
        same: Entry = sample[entry.id]
        if fields := differing(entry, same) - BELOW:
            found[entry.id] = fields
    assert found == ADDED


def test_the_sample_has_vasas_items_in_vasas_order_and_four_new_ones(vasa: Programme, sample: Programme) -> None:
    assert [item for item in identifiers(sample) if item not in NEW] == identifiers(vasa)
    assert set(identifiers(sample)) - set(identifiers(vasa)) == NEW


def test_every_item_stands_where_vasa_has_it(vasa: Programme, sample: Programme) -> None:
    for entry in vasa.entries():
        above, here = vasa.parent(entry.id), sample.parent(entry.id)
        assert (above and above.id) == (here and here.id)


def test_the_programme_itself_differs_only_in_what_is_known(vasa: Programme, sample: Programme) -> None:
    assert differing(vasa, sample) - {"origin"} == OF_THE_PROGRAMME - {"origin"}


def test_what_is_new_says_in_each_language_that_it_is_invented(sample: Programme) -> None:
    for identifier in NEW:
        title = sample[identifier].title
        assert re.search("Exempel|påhittad", title["sv"])
        assert re.search("Esimerkki|keksitty", title["fi"])
        assert re.search("Example|invented", title["en"])


def test_the_readme_names_each_invented_addition_and_nothing_else(sample: Programme) -> None:
    section = README.partition("### In the programme")[2].partition("### In the rounds")[0]
    named = {word for word in re.findall(r"`([^`]+)`", section) if word in sample}
    assert named == set(ADDED) | NEW


def test_the_readme_points_to_items_that_are_there(sample: Programme) -> None:
    section = README.partition("### In the rounds")[2].partition("## How it was made")[0]
    named = re.findall(r"`([^`]+)`", section.partition("| --- |")[2])
    assert [word for word in named if word not in sample] == []


def test_each_file_of_data_begins_with_the_mark() -> None:
    data = [*vasa_2019_2022_sample.FOLDER.rglob("*.yaml"), *(PACKAGE / "invented").glob("*.yaml")]
    assert len(data) == 1 + 9 + 4 + 4
    assert [str(file) for file in data if not file.read_text(encoding="utf-8").startswith(MARK)] == []


def test_the_readme_says_so_at_the_top() -> None:
    top = "".join(README.splitlines()[:4])
    assert all(words in top for words in ("Sample data", "Exempeldata", "Esimerkkitietoa"))


def test_the_title_says_so_in_each_language(sample: Programme) -> None:
    begins = [sample.title[language].partition(":")[0] for language in sample.languages]
    assert begins == ["Exempeldata", "Esimerkkitietoa", "Sample data"]


def test_vasas_own_example_says_nothing_of_the_kind() -> None:
    for file in vasa_2019_2022.FOLDER.rglob("*.yaml"):
        assert not re.search("invented|påhitt|keksit|exempel-", file.read_text(encoding="utf-8"))


def test_no_person_stands_beside_invented_answers(sample: Programme) -> None:
    written = "".join(file.read_text(encoding="utf-8") for file in vasa_2019_2022_sample.FOLDER.rglob("*.yaml"))
    assert not re.search("Kakko|Sulkakoski|Ala-Kokko|040 ", written)
    assert [owner.id for owner in sample.owners if owner.contact] == []


def test_the_check_finds_nothing(sample: Programme) -> None:
    assert muniprog.check(sample) == ()


def test_the_readme_shows_what_happens() -> None:
    assert doctest.testfile(str(PACKAGE / "README.md"), module_relative=False, encoding="utf-8").failed == 0
