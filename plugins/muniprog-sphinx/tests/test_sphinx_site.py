"""A whole site of a programme: pages, languages, data, what is in no file of it, and the folder that it is put into."""

import csv
import gettext
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import attrs
import pytest
from jsonschema import Draft202012Validator
from sphinx import package_dir
from sphinx.locale import translators

import muniprog
from muniprog_sphinx.site import Built, build_site
from tests.command_line import muniprog as run
from tests.command_line import said
from tests.publication.planted import NUMBERS, SUPPRESSED_SHARE, WORDS, planted
from tests.publication.searching import found_in
from tests.sites import files, pages, sample_in_small

ROOT = Path(__file__).parents[3]
LANGUAGES = ("sv", "fi")
NOTICES = {
    "sv": "Exempeldata – påhittade uppgifter",
    "fi": "Esimerkkitietoa – keksittyjä tietoja",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small site with a page of every kind, in two languages."""
    return build_site(sample_in_small(), tmp_path_factory.mktemp("sample") / "site", languages=["sv", "fi"])


@pytest.fixture(scope="module")
def secretive(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of a programme that hides much, with a closed round and an open one."""
    return build_site(planted(), tmp_path_factory.mktemp("secretive") / "site", languages=["sv", "fi"])


@pytest.fixture(scope="module")
def vasa(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The whole of Vasa; only for what is slow anyhow."""
    folder = tmp_path_factory.mktemp("vasa") / "site"
    return build_site(muniprog.load("vasa_2019_2022"), folder, languages=["en"])


@pytest.fixture(scope="module")
def small() -> muniprog.Programme:
    """The first theme of Vasa, which has no rounds and is built in no time."""
    vasa = muniprog.load("vasa_2019_2022")
    return attrs.evolve(vasa, themes=vasa.themes[:1], languages=("sv",), origin=None)


@pytest.fixture(scope="module")
def small_site(small: muniprog.Programme, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_site(small, tmp_path_factory.mktemp("small") / "site")


def page(built: Built, name: str) -> str:
    return (built.folder / name).read_text(encoding="utf-8")


class Addresses(HTMLParser):
    """Collects where a page leads, what it loads, and the names on it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.names: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.links += [str(told["href"])] if tag == "a" and "href" in told else []
        self.loaded += [
            str(told[name]) for name in ("src", "href") if name in told and tag in ("img", "script", "link")
        ]
        self.names |= {str(told["id"])} if "id" in told else set()


# --- Pages ------------------------------------------------------------------------------------------------


def test_nothing_is_warned_of(sample: Built, small_site: Built) -> None:
    assert (sample.warnings, small_site.warnings) == ("", "")


def names_by_language(built: Built) -> dict[str, set[str]]:
    names = [name.partition("/") for name in pages(built)]
    return {language: {name for each, _, name in names if each == language} for language in built.languages}


def test_each_language_has_the_same_pages(sample: Built) -> None:
    names = names_by_language(sample)
    assert names["sv"] == names["fi"]
    assert {"index.html", "timetable.html", "owners.html", "indicators.html", "data.html", "search.html"} <= names["sv"]
    assert {"themes/boende.html", "themes/sysselsattning.html", "muniprog-items.html"} <= names["sv"]


def test_each_round_has_a_page_and_all_of_them_one(secretive: Built) -> None:
    for year in (2019, 2020):
        assert f"<h1>Uppföljning {year}" in page(secretive, f"sv/followup-{year}.html")
    assert "<h1>Utvärdering" in page(secretive, "sv/evaluation.html")


def test_each_page_says_its_language_and_leads_to_itself_in_the_others(sample: Built) -> None:
    for name, html in pages(sample).items():
        language, _, rest = name.partition("/")
        if not rest:
            continue
        assert f'<html lang="{language}"' in html
        depth = "../" * rest.count("/")
        for other in set(LANGUAGES) - {language}:
            assert f'href="{depth or "./"}../{other}/{rest}" lang="{other}"' in html


def dead_links(built: Built) -> Iterator[tuple[str, str]]:
    """Yield the pages and the addresses on them that lead nowhere within the site."""
    read = {name: Addresses(html) for name, html in pages(built).items()}
    for name, addresses in read.items():
        for address in addresses.links:
            where = urlsplit(address)
            if where.scheme:
                continue
            target = (built.folder / name).parent / unquote(where.path) if where.path else built.folder / name
            found = Path(os.path.normpath(target)).relative_to(built.folder).as_posix()
            known = read[found].names if found in read else set()
            if not (built.folder / found).is_file() or (where.fragment and unquote(where.fragment) not in known):
                yield name, address


def test_every_link_within_the_site_arrives(sample: Built) -> None:
    assert list(dead_links(sample)) == []


@pytest.mark.slow
def test_the_whole_of_vasa_in_english(vasa: Built) -> None:
    assert vasa.warnings == ""
    assert len([name for name in names_by_language(vasa)["en"] if name.startswith("themes/")]) == 9
    assert "<h1>Index of items</h1>" in page(vasa, "en/muniprog-items.html")
    assert list(dead_links(vasa)) == []


def test_nothing_is_loaded_from_elsewhere(sample: Built) -> None:
    for name, html in pages(sample).items():
        for address in Addresses(html).loaded:
            assert not urlsplit(address).scheme, (name, address)
            assert not address.startswith("//")
    for name, data in files(sample).items():
        assert not re.search(rb"@import|url\(\s*['\"]?https?:", data), name


def test_items_are_told_in_full_on_one_page_and_others_lead_there(sample: Built) -> None:
    assert 'id="boenderadgivning"' in page(sample, "sv/themes/boende.html")
    assert 'href="themes/boende.html#boenderadgivning"' in page(sample, "sv/timetable.html")
    assert 'href="themes/boende.html#boende"' in page(sample, "sv/index.html")


def test_the_notice_stands_on_every_page(sample: Built) -> None:
    for name, html in pages(sample).items():
        language = name.partition("/")[0]
        assert html.count(NOTICES.get(language, NOTICES["sv"])) >= 1, name


def test_the_first_page_leads_to_the_first_language(sample: Built) -> None:
    html = page(sample, "index.html")
    assert 'content="0; url=sv/index.html"' in html
    assert Addresses(html).links == [f"{language}/index.html" for language in LANGUAGES]


def test_the_index_is_in_the_order_of_the_language(sample: Built) -> None:
    letters = re.findall(r'<h2 id="letter-\d+">(.)</h2>', page(sample, "sv/muniprog-items.html"))
    assert letters == sorted(letters, key=muniprog.sort_key("sv"))
    assert letters[0] == "A"
    assert "<h1>Register</h1>" in page(sample, "sv/muniprog-items.html")
    assert "<h1>Hakemisto</h1>" in page(sample, "fi/muniprog-items.html")
    assert letters[-1] in "ÅÄÖ"


def test_the_search_knows_words_and_speaks_the_language(sample: Built) -> None:
    assert "Search.setIndex(" in page(sample, "fi/searchindex.js")
    assert "asumisneuvont" in page(sample, "fi/searchindex.js")
    assert "tulosta." in page(sample, "fi/_static/search_words.js")


def test_languages_can_be_chosen(small: muniprog.Programme, small_site: Built, tmp_path: Path) -> None:
    assert {path.name for path in small_site.folder.iterdir()} == {"index.html", "sv", "data"}
    assert 'class="languages"' not in page(small_site, "sv/index.html")
    with pytest.raises(muniprog.UnknownNameError, match="“no”"):
        build_site(small, tmp_path / "other", languages=["no"])
    assert not (tmp_path / "other").exists()


def test_links_to_the_data_arrive_in_a_language_that_is_not_the_first_one(tmp_path: Path) -> None:
    built = build_site(planted(), tmp_path / "site", languages=["fi"])
    assert 'href="../data/actions.csv"' in page(built, "fi/data.html")
    assert list(dead_links(built)) == []


def test_other_documentations_are_told_only_of_pages_that_are_there(sample: Built) -> None:
    data = (sample.folder / "fi/objects.inv").read_bytes().split(b"\n", 4)[4]
    listed = [
        line.rsplit(" -1 ", 1)[1].split()[0] for line in zlib.decompress(data).decode().splitlines() if " -1 " in line
    ]
    assert "muniprog-items.html" in listed
    assert [name for name in listed if not (sample.folder / "fi" / name).is_file()] == []


def test_a_day_can_be_chosen(small: muniprog.Programme, tmp_path: Path) -> None:
    built = build_site(small, tmp_path / "site", as_of="2022-12-31")
    assert "31.12.2022" in page(built, "sv/owners.html")
    with pytest.raises(muniprog.ValueProblem):
        build_site(small, tmp_path / "other", as_of="i går")
    assert not (tmp_path / "other").exists()


def test_without_rounds_things_stand_on_the_first_day(small_site: Built) -> None:
    assert "1.1.2019" in page(small_site, "sv/owners.html")


# --- Data -------------------------------------------------------------------------------------------------


def test_the_programme_is_there_as_data_that_fits_its_schema(sample: Built) -> None:
    data = sample.folder / "data"
    schema = json.loads((data / "schema.json").read_bytes())
    Draft202012Validator(schema).validate(json.loads((data / "programme.json").read_bytes()))
    loaded = muniprog.load(data / "programme.json")
    assert loaded == muniprog.public_copy(sample_in_small())


def test_the_index_leads_to_every_file_and_every_item_fits_its_schema(sample: Built) -> None:
    data = sample.folder / "data"
    index = json.loads((data / "index.json").read_bytes())
    schema = json.loads((data / "schema.json").read_bytes())
    addresses = {"index.json", index["programme"], index["schema"]}
    for items in index["items"].values():
        for identifier, address in items.items():
            told = json.loads((data / address).read_bytes())
            assert (told["item"]["id"], told["programme"]) == (identifier, "vasa-2019-2022-sample")
            name = told["schema"].rpartition("/")[2]
            Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]}).validate(told["item"])
            addresses.add(address)
    addresses |= {address for by_language in index["tables"].values() for address in by_language.values()}
    assert addresses == {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    assert json.loads((data / "actions/boenderadgivning-inledning.json").read_bytes())["parent"] == "boenderadgivning"


def test_tables_are_csv_in_every_language(sample: Built) -> None:
    rows = list(csv.DictReader(io.StringIO((sample.folder / "data/actions.fi.csv").read_text(encoding="utf-8"))))
    assert len(rows) == len(muniprog.public_copy(sample_in_small()).actions)
    assert next(row for row in rows if row["id"] == "boenderadgivning-inledning")["title"] == "Toiminnan aloittaminen"


# --- What is in no file -----------------------------------------------------------------------------------


def secrets_in(name: str, data: bytes) -> list[str]:
    """Return what a file tells, in its name too; the list of names for other documentations is packed."""
    readable = zlib.decompress(data.split(b"\n", 4)[4]) if name.endswith("objects.inv") else data
    numbers: dict[str, int | str] = {**NUMBERS, "suppressed share": SUPPRESSED_SHARE}
    return found_in(readable, WORDS, numbers) + found_in(name.encode(), WORDS, numbers)


def test_no_file_tells_what_is_internal_private_or_suppressed(secretive: Built) -> None:
    found = {name: secrets_in(name, data) for name, data in files(secretive).items()}
    assert secretive.warnings == ""
    assert {"sv/searchindex.js", "sv/objects.inv", "data/programme.json", "fi/themes/tema.html"} <= set(found)
    assert {name: secrets for name, secrets in found.items() if secrets} == {}


def test_a_secret_would_be_seen_in_the_names_for_other_documentations() -> None:
    packed = b"1\n2\n3\n4\n" + zlib.compress(WORDS["name of a contact"].encode())
    assert secrets_in("sv/objects.inv", packed) == ["name of a contact (the file)"]


def test_nothing_of_the_machine_the_day_or_the_sources_is_in_it(sample: Built) -> None:
    found = files(sample)
    assert not [name for name in found if name.endswith((".rst", ".doctree", ".pickle", ".buildinfo"))]
    for machine in (str(sample.folder.parent), str(ROOT), str(Path.home())):
        assert [name for name, data in found.items() if machine.encode() in data] == []


BUILD = """
import sys
from pathlib import Path
from muniprog_sphinx.site import build_site
from tests.sites import sample_in_small
build_site(sample_in_small(), Path(sys.argv[1]), languages=["sv", "fi"])
"""


def test_what_was_built_before_leaves_no_trace(
    small: muniprog.Programme, small_site: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finnish = gettext.translation("sphinx", Path(package_dir) / "locale", ["fi"])
    monkeypatch.setitem(translators, ("general", "sphinx"), finnish)
    again = build_site(small, tmp_path / "site")
    assert translators["general", "sphinx"] is finnish
    assert files(again) == files(small_site)


@pytest.mark.slow
def test_another_process_in_another_place_gives_the_same_bytes(sample: Built, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere" / "site"
    place = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1", "MUNIPROG_LANGUAGE": "fi"}
    subprocess.run([sys.executable, "-c", BUILD, str(folder)], check=True, cwd=ROOT, env={**os.environ, **place})
    here, there = files(sample), files(attrs.evolve(sample, folder=folder))
    assert list(here) == list(there)
    assert [name for name in here if here[name] != there[name]] == []


HOSTILE = '<script>alert(1)</script> "quoted" & `code` |x| {{ 7*7 }} {% raw %} *a* _b_ \\\\ ${q} ]]> --'


def test_what_was_typed_is_text_wherever_it_stands(tmp_path: Path) -> None:
    whole = muniprog.load("vasa_2019_2022_sample")
    hostile = muniprog.Text.of({"sv": HOSTILE})
    theme = attrs.evolve(
        whole.themes[0],
        title=hostile,
        description=hostile,
        goals=tuple(
            attrs.evolve(
                goal,
                title=hostile,
                actions=tuple(attrs.evolve(action, title=hostile) for action in goal.actions),
                indicators=tuple(attrs.evolve(indicator, title=hostile) for indicator in goal.indicators),
            )
            for goal in whole.themes[0].goals
        ),
    )
    programme = attrs.evolve(
        whole,
        title=hostile,
        subtitle=hostile,
        notice=hostile,
        summary=hostile,
        themes=(theme,),
        follow_ups=(),
        owners=tuple(attrs.evolve(owner, name=hostile) for owner in whole.owners),
    )
    built = build_site(programme, tmp_path / "site", languages=["sv"])
    assert built.warnings == ""
    for name, html in pages(built).items():
        assert "<script>alert" not in html, name
        assert "49" not in re.findall(r"\{\{ 7\*7 \}\}|49 ", html), name
    front = page(built, "sv/index.html")
    assert "{{ 7*7 }} {% raw %} *a* _b_" in front
    assert "&quot;quoted&quot;" in front or '"quoted"' in front


# --- The folder -------------------------------------------------------------------------------------------


@pytest.fixture
def earlier(small_site: Built, tmp_path: Path) -> Path:
    """An earlier site in a folder of its own."""
    return shutil.copytree(small_site.folder, tmp_path / "deep" / "site")


def test_an_earlier_site_is_replaced_and_nothing_is_left_beside_it(small: muniprog.Programme, earlier: Path) -> None:
    (earlier / "left-over.html").write_text("old", encoding="utf-8")
    build_site(small, earlier)
    assert not (earlier / "left-over.html").exists()
    assert [path.name for path in earlier.parent.iterdir()] == ["site"]


def test_an_empty_folder_is_taken(small: muniprog.Programme, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert build_site(small, tmp_path / "site").folder == tmp_path / "site"


@pytest.mark.parametrize("content", ["{}", "[]", "no json", '{"made_by": "somebody else"}'])
def test_what_is_no_earlier_site_is_left_alone(small: muniprog.Programme, tmp_path: Path, content: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/index.json").write_text(content, encoding="utf-8")
    with pytest.raises(muniprog.StorageError, match="holds something else than an earlier site"):
        build_site(small, tmp_path)
    assert (tmp_path / "data/index.json").read_text(encoding="utf-8") == content


def test_a_file_is_no_folder(small: muniprog.Programme, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    with pytest.raises(muniprog.StorageError):
        build_site(small, tmp_path / "site")


def test_a_build_that_fails_leaves_the_earlier_site(
    small: muniprog.Programme, small_site: Built, earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("muniprog_sphinx.site.building.published_data", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build_site(small, earlier)
    assert files(attrs.evolve(small_site, folder=earlier)) == files(small_site)
    assert [path.name for path in earlier.parent.iterdir()] == ["site"]


def test_a_site_that_cannot_be_moved_leaves_the_earlier_one(
    small: muniprog.Programme, earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "site" and self != earlier:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(muniprog.StorageError, match="No space left on device"):
        build_site(small, earlier)
    assert (earlier / "sv/index.html").is_file()
    assert [path.name for path in earlier.parent.iterdir()] == ["site"]


def test_a_site_in_the_municipalitys_own_look(small: muniprog.Programme, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>', encoding="utf-8"
    )
    (tmp_path / "look.yaml").write_text(
        "accent: '#7b1e3a'\nfont: Lora\nheading_font: Oswald\nfooter: Vasa stad <b>\n"
        "logo: {file: logo.svg, alternative: Vasa stad}\n",
        encoding="utf-8",
    )
    built = build_site(small, tmp_path / "site", look=str(tmp_path / "look.yaml"))
    html = page(built, "sv/themes/sysselsattning.html")
    assert '<img class="logo" src="../_static/logo.svg" alt="Vasa stad">' in html
    assert "<p>Vasa stad &lt;b&gt;</p>" in html
    style = page(built, "sv/_static/look.css")
    assert "--accent: #7b1e3a;" in style
    assert '--font: "Lora";' in style
    assert '--heading-font: "Oswald";' in style


# --- The command ------------------------------------------------------------------------------------------


def test_the_command_builds_a_site_and_says_where_to_begin(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    muniprog.save(planted(), tmp_path / "kept")
    told = said(run("site", tmp_path / "kept", "-o", tmp_path / "site", "-l", "fi", language="sv"))
    site = tmp_path / "site"
    assert told == f"{site}: 9 sidor på vart och ett av språken fi. Börja med {site}/index.html.\n"
    assert (tmp_path / "site/fi/index.html").is_file()


@pytest.mark.parametrize(("language", "words"), [("sv", "sidor på"), ("fi", "sivua"), ("en", "pages in each")])
def test_the_command_speaks_the_readers_language_and_shows_what_sphinx_warns_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    def build(*_: object, **__: object) -> Built:
        return Built(folder=tmp_path, languages=("sv",), pages=1, warnings="index.rst: WARNING: odd\n")

    monkeypatch.setattr("muniprog_sphinx.site.build_site", build)
    look = tmp_path / "look.yaml"
    told = said(run("site", "vasa_2019_2022", "-o", tmp_path, "--look", look, language=language))
    assert "WARNING: odd" in told
    assert words in told


def test_the_command_explains_itself_and_refuses_in_the_readers_language(tmp_path: Path) -> None:
    assert "tidigare webbplats" in said(run("site", "--help", language="sv"))
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    told = said(run("site", "vasa_2019_2022", "-o", tmp_path, language="fi"), code=2)
    assert "sisältää muuta kuin aiemman sivuston" in told
