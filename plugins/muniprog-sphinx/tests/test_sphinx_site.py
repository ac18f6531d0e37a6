"""A whole site of a programme: pages, languages, data, what is in no file of it, and the folder that it is put into."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import attrs
import pytest
from jsonschema import Draft202012Validator

import muniprog
from muniprog_sphinx.site import Built, build_site
from tests.command_line import muniprog as run
from tests.command_line import said

LANGUAGES = ("sv", "fi", "en")
NOTICES = {
    "sv": "Exempeldata – påhittade uppgifter",
    "fi": "Esimerkkitietoa – keksittyjä tietoja",
    "en": "Sample data – invented",
}


@pytest.fixture(scope="module")
def vasa(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_site(muniprog.load("vasa_2019_2022"), tmp_path_factory.mktemp("vasa") / "site")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Built:
    programme = muniprog.load("vasa_2019_2022_sample")
    return build_site(programme, tmp_path_factory.mktemp("sample") / "site", languages=["sv", "fi"])


def files(built: Built) -> dict[str, bytes]:
    return {
        path.relative_to(built.folder).as_posix(): path.read_bytes()
        for path in sorted(built.folder.rglob("*"))
        if path.is_file()
    }


def pages(built: Built) -> dict[str, str]:
    return {name: data.decode("utf-8") for name, data in files(built).items() if name.endswith(".html")}


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


def test_nothing_is_warned_of(vasa: Built, sample: Built) -> None:
    assert (vasa.warnings, sample.warnings) == ("", "")


def test_each_language_has_the_same_pages(vasa: Built) -> None:
    names = {
        language: {name.partition("/")[2] for name in pages(vasa) if name.startswith(f"{language}/")}
        for language in LANGUAGES
    }
    assert names["sv"] == names["fi"] == names["en"]
    assert {"index.html", "timetable.html", "owners.html", "indicators.html", "data.html", "search.html"} <= names["sv"]
    assert {"themes/boende.html", "muniprog-items.html"} <= names["sv"]
    assert len([name for name in names["sv"] if name.startswith("themes/")]) == 9


def test_each_round_has_a_page_and_all_of_them_one(sample: Built) -> None:
    for year in (2019, 2020, 2021, 2022):
        assert f"<h1>Uppföljning {year}" in page(sample, f"sv/followup-{year}.html")
    assert "<h1>Utvärdering" in page(sample, "sv/evaluation.html")


def test_each_page_says_its_language_and_leads_to_itself_in_the_others(vasa: Built) -> None:
    for name, html in pages(vasa).items():
        language, _, rest = name.partition("/")
        if not rest:
            continue
        assert f'<html lang="{language}"' in html
        depth = "../" * rest.count("/")
        for other in set(LANGUAGES) - {language}:
            assert f'href="{depth or "./"}../{other}/{rest}" lang="{other}"' in html


def test_every_link_within_the_site_arrives(sample: Built) -> None:
    read = {name: Addresses(html) for name, html in pages(sample).items()}
    for name, addresses in read.items():
        for address in addresses.links:
            where = urlsplit(address)
            if where.scheme:
                continue
            target = (sample.folder / name).parent / unquote(where.path) if where.path else sample.folder / name
            found = Path(os.path.normpath(target)).relative_to(sample.folder).as_posix()
            assert (sample.folder / found).is_file(), (name, address)
            if where.fragment:
                assert unquote(where.fragment) in read[found].names, (name, address)


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


def test_the_first_page_leads_to_the_first_language(vasa: Built) -> None:
    html = page(vasa, "index.html")
    assert 'content="0; url=sv/index.html"' in html
    assert Addresses(html).links == [f"{language}/index.html" for language in LANGUAGES]


def test_the_index_is_in_the_order_of_the_language(vasa: Built) -> None:
    letters = re.findall(r'<h2 id="letter-\d+">(.)</h2>', page(vasa, "sv/muniprog-items.html"))
    assert letters == sorted(letters, key=muniprog.sort_key("sv"))
    assert letters[0] == "A"
    assert letters[-1] in "ÅÄÖ"


def test_the_search_knows_words_and_speaks_the_language(vasa: Built) -> None:
    assert "Search.setIndex(" in page(vasa, "fi/searchindex.js")
    assert "asumisneuvont" in page(vasa, "fi/searchindex.js")
    assert "tulosta." in page(vasa, "fi/_static/search_words.js")


def test_languages_can_be_chosen(tmp_path: Path) -> None:
    built = build_site(muniprog.load("vasa_2019_2022"), tmp_path / "site", languages=["fi"])
    assert {path.name for path in built.folder.iterdir()} == {"index.html", "fi", "data"}
    assert 'class="languages"' not in page(built, "fi/index.html")
    with pytest.raises(muniprog.UnknownNameError, match="“no”"):
        build_site(muniprog.load("vasa_2019_2022"), tmp_path / "other", languages=["no"])
    assert not (tmp_path / "other").exists()


def test_a_day_can_be_chosen(tmp_path: Path) -> None:
    built = build_site(muniprog.load("vasa_2019_2022"), tmp_path / "site", languages=["sv"], as_of="2022-12-31")
    assert "31.12.2022" in page(built, "sv/owners.html")
    with pytest.raises(muniprog.ValueProblem):
        build_site(muniprog.load("vasa_2019_2022"), tmp_path / "other", languages=["sv"], as_of="i går")


def test_without_rounds_things_stand_on_the_first_day(vasa: Built) -> None:
    assert "1.1.2019" in page(vasa, "sv/owners.html")


# --- Data -------------------------------------------------------------------------------------------------


def test_the_programme_is_there_as_data_that_fits_its_schema(sample: Built) -> None:
    data = sample.folder / "data"
    schema = json.loads((data / "schema.json").read_bytes())
    Draft202012Validator(schema).validate(json.loads((data / "programme.json").read_bytes()))
    loaded = muniprog.load(data / "programme.json")
    assert loaded == muniprog.public_copy(muniprog.load("vasa_2019_2022_sample"))


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
    assert len(rows) == 44
    assert next(row for row in rows if row["id"] == "boenderadgivning-inledning")["title"] == "Toiminnan aloittaminen"


# --- What is in no file -----------------------------------------------------------------------------------


def secrets_of(built: Built, secrets: Iterator[str] | tuple[str, ...]) -> list[tuple[str, str]]:
    found = files(built)
    return [(secret, name) for secret in secrets for name, data in found.items() if secret.encode() in data]


@pytest.mark.slow
def test_what_is_internal_private_or_suppressed_is_in_no_file(tmp_path: Path) -> None:
    whole = muniprog.load("vasa_2019_2022_sample")
    secrets = ("hemligt-namn", "hemlig@example.org", "+358 50 0000000", "hemlig-anteckning", "987654", "876543")
    owners = [
        attrs.evolve(
            owner,
            contact=muniprog.Contact(name=secrets[0], email=secrets[1], phone=secrets[2]),
            note=muniprog.Text.of({"sv": secrets[3]}),
        )
        for owner in whole.owners
    ]
    suppressed = muniprog.Observation(
        period=muniprog.Period.parse(2022, language="sv"),
        missing=muniprog.Missing.SUPPRESSED,
        numerator=attrs.evolve(whole.indicators[0]).weight,
        note=muniprog.Text.of({"sv": "987654 av 876543"}),
        indicator=whole.indicators[0].id,
    )
    rounds = (
        *whole.follow_ups[:-1],
        attrs.evolve(whole.follow_ups[-1], observations=(*whole.follow_ups[-1].observations, suppressed)),
    )
    programme = attrs.evolve(whole, owners=tuple(owners), follow_ups=rounds, note=muniprog.Text.of({"sv": secrets[3]}))
    internal = [action for action in whole.actions if action.visibility is muniprog.Visibility.INTERNAL]
    titles = tuple(words for action in internal for _, words in action.title.values if words)
    assert titles
    built = build_site(programme, tmp_path / "site", languages=["sv"])
    assert secrets_of(built, (*secrets[:4], *titles, *(action.id for action in internal))) == []


def test_nothing_of_the_machine_the_day_or_the_sources_is_in_it(vasa: Built) -> None:
    names = files(vasa)
    assert not [name for name in names if name.endswith((".rst", ".doctree", ".pickle", ".buildinfo"))]
    for machine in (str(vasa.folder.parent), str(Path(__file__).parents[3]), str(Path.home())):
        assert secrets_of(vasa, (machine,)) == []


BUILD = """
import sys
from pathlib import Path
import muniprog
from muniprog_sphinx.site import build_site
build_site(muniprog.load("vasa_2019_2022"), Path(sys.argv[1]), languages=["fi"])
"""


@pytest.mark.slow
def test_two_runs_in_other_places_give_the_same_bytes(tmp_path: Path) -> None:
    built = []
    for number, (zone, locale, seed) in enumerate((("Pacific/Auckland", "C", "1"), ("America/Lima", "C.UTF-8", "2"))):
        folder = tmp_path / f"{'x' * number}elsewhere" / "site"
        place = {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "MUNIPROG_LANGUAGE": "fi" if number else "sv"}
        subprocess.run([sys.executable, "-c", BUILD, str(folder)], check=True, env={**os.environ, **place})
        built.append(files(Built(folder=folder, languages=(), pages=0)))
    assert list(built[0]) == list(built[1])
    assert [name for name in built[0] if built[0][name] != built[1][name]] == []


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


@pytest.fixture(scope="module")
def small() -> muniprog.Programme:
    """The first theme of Vasa, which is built in no time."""
    vasa = muniprog.load("vasa_2019_2022")
    return attrs.evolve(vasa, themes=vasa.themes[:1], languages=("sv",), origin=None)


def test_an_earlier_site_is_replaced_and_nothing_is_left_beside_it(small: muniprog.Programme, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "site"
    build_site(small, folder)
    (folder / "left-over.html").write_text("old", encoding="utf-8")
    build_site(small, folder)
    assert not (folder / "left-over.html").exists()
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


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
    small: muniprog.Programme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    build_site(small, folder)
    before = files(Built(folder=folder, languages=(), pages=0))
    monkeypatch.setattr("muniprog_sphinx.site.building.published_data", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build_site(small, folder)
    assert files(Built(folder=folder, languages=(), pages=0)) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_cannot_be_moved_leaves_the_earlier_one(
    small: muniprog.Programme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    build_site(small, folder)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "site" and self != folder:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(muniprog.StorageError, match="No space left on device"):
        build_site(small, folder)
    assert (folder / "sv/index.html").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


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


@pytest.mark.parametrize(("language", "words"), [("sv", "sidor på"), ("fi", "sivua"), ("en", "pages in each")])
def test_the_command_builds_a_site_and_says_where_to_begin(tmp_path: Path, language: str, words: str) -> None:
    told = said(run("site", "vasa_2019_2022", "-o", tmp_path / "site", "-l", "fi", language=language))
    assert words in told
    assert (tmp_path / "site/fi/index.html").is_file()


def test_the_command_shows_what_sphinx_warns_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(*_: object, **__: object) -> Built:
        return Built(folder=tmp_path, languages=("sv",), pages=1, warnings="index.rst: WARNING: odd\n")

    monkeypatch.setattr("muniprog_sphinx.site.build_site", build)
    assert "WARNING: odd" in said(run("site", "vasa_2019_2022", "-o", tmp_path, "--look", tmp_path / "look.yaml"))


def test_the_command_explains_itself_and_refuses_in_the_readers_language(tmp_path: Path) -> None:
    assert "tidigare webbplats" in said(run("site", "--help", language="sv"))
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    told = said(run("site", "vasa_2019_2022", "-o", tmp_path, language="fi"), code=2)
    assert "sisältää muuta kuin aiemman sivuston" in told
