"""One run finds every mistake in a programme, each at its place, and nothing that only follows from another one."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import attrs
import pytest

from muniprog.inspecting import inspect

VASA = Path(__file__).parents[1] / "examples/vasa_2019_2022/src/vasa_2019_2022/programme"
HERE = "¤"
"""Stands in a planted text where the finding must point; it is taken away before anything is read."""


@attrs.frozen
class Mistake:
    """A mistake: what is written instead of what, in which file, and the code of the finding."""

    code: str
    file: str
    old: str
    new: str


def boende(code: str, old: str, new: str) -> Mistake:
    return Mistake(code, "themes/boende.yaml", old, new)


def sysselsattning(code: str, old: str, new: str) -> Mistake:
    return Mistake(code, "themes/sysselsattning.yaml", old, new)


def halsa(code: str, old: str, new: str) -> Mistake:
    return Mistake(code, "themes/halsa.yaml", old, new)


def kompetens(code: str, old: str, new: str) -> Mistake:
    return Mistake(code, "themes/kompetens.yaml", old, new)


def main(code: str, old: str, new: str) -> Mistake:
    return Mistake(code, "programme.yaml", old, new)


LAST_OWNER = "  name: {sv: Invandrarrådet, fi: Maahanmuuttajaneuvosto, en: Immigrant Council}\n  kind: group\n"
MISTAKES = [
    # The head of the programme.
    main("F003", "\nsubtitle:", f"\n{HERE}subtitel:"),
    main("F005", "country: FI", f"country: {HERE}358"),
    main("F005", '  code: "905"\n', f'  code: "905"\n  population: {{19: {HERE}67000}}\n'),
    main("F007", "\nsections:", f"\nadopted: {{on: {HERE}2019-13-45}}\nsections:"),
    main("F006", "  place: front\n- id: atg", f"  place: {HERE}fornt\n- id: atg"),
    main("F004", "- check: C108\n", f"- {HERE}check: C101\n- check: C108\n"),
    main("R102", "\nnote:\n", f"\nretired: [kaikukortet]\nheadline: [foretagsbesok, {HERE}foretagsbesoken]\nnote:\n"),
    main("R106", "\nowners:\n", f"\nstatuses: {{finished: {HERE}{{sv: klart}}}}\nowners:\n"),
    # Custom fields: one that is right, one with a kind that there is not.
    main(
        "F006",
        "\nthemes:\n",
        "\nfields:\n- {id: nyhet, title: Nyhet, kind: yes_no}\n"
        f"- {{id: vikt, title: Vikt, kind: {HERE}nummer}}\nthemes:\n",
    ),
    # Owners.
    main("F006", "en: Personnel Services}\n  kind: unit", f"en: Personnel Services}}\n  kind: {HERE}unitt"),
    main("F005", "aliases: [Welcome office]", f"aliases: {HERE}Welcome office"),
    main(
        "F004",
        "- id: pikipruukki\n  name: {sv: Pikipruukki, fi: Pikipruukki, en: Pikipruukki}\n",
        f"- {HERE}id: pikipruukki\n",
    ),
    main(
        "F008",
        LAST_OWNER,
        f"{LAST_OWNER}- {{id: {HERE}lokala föreningar, name: Lokala föreningar}}\n"
        "- {id: invandrarbyran, name: Invandrarbyrån, parent: lokala föreningar}\n",
    ),
    main(
        "R134",
        "  name: {sv: Ehjä ry, fi: Ehjä ry, en: Ehjä ry}\n",
        f"  name: {{sv: Ehjä ry, fi: Ehjä ry, en: Ehjä ry}}\n  parent: {HERE}kriscentret-valo\n",
    ),
    main("F005", "en: Crisis Centre Valo}\n", f"en: Crisis Centre Valo}}\n  parent: ehja\n  former_ids: {HERE}valo\n"),
    # Housing.
    boende("R101", "[hussektorn, boendeservicen]", f"[hussektorn, {HERE}boendeservisen]"),
    boende(
        "F007",
        "    timeframe: 2019\n  - id: boenderadgivning-inledning",
        f"    timeframe: {HERE}20223-2024\n    depends_on: [utbildning/modell]\n  - id: boenderadgivning-inledning",
    ),
    boende("F007", "    timeframe: 2020\n", f"    timeframe: {HERE}2022–2019\n    owners: [lokala föreningar]\n"),
    boende("F007", "  overview: Kontinuerlig\n", f"  overview: {HERE}31.2.2019\n"),
    boende(
        "F005",
        "hired and the work has begun\n    measure: milestone\n    targets: [true]",
        f"hired and the work has begun\n    measure: milestone\n    targets: [{HERE}7]",
    ),
    boende(
        "F006",
        "part of the housing advice\n    measure: milestone",
        f"part of the housing advice\n    measure: {HERE}milstone",
    ),
    boende("F006", "owners: [pikipruukki]", f"owners: [{{owner: pikipruukki, role: {HERE}ledare}}]"),
    # Employment.
    sysselsattning(
        "F004",
        "id: andel-anstallda-med-invandrarbakgrund\n"
        "    title:\n"
        "      sv: Den procentuella andelen personer med invandrarbakgrund i förhållande till hela personalmängden\n"
        "      fi: Maahanmuuttajataustaisten henkilöiden prosenttiosuus koko henkilöstömäärästä\n"
        "      en: Percentage of persons with an immigrant background out of the whole staff\n"
        "    measure: share\n",
        f"{HERE}id: andel-anstallda-med-invandrarbakgrund\n    title: Andel anställda\n",
    ),
    sysselsattning("F005", "- id: studier-i-andra-inhemska-spraket\n", f"- id: {HERE}12\n"),
    sysselsattning(
        "F003",
        "    en: Making it possible to study the second national language\n",
        f"    en: Making it possible to study the second national language\n    {HERE}de: Sprachkurse\n",
    ),
    sysselsattning("F005", "    timeframe: 2020\n", f"    timeframe: 2020\n    tags: {HERE}språk\n"),
    sysselsattning(
        "F005",
        "  title:\n"
        "    sv: Stödande av arbetstagare med utländsk härkomst samt deras familjer\n"
        "    fi: Ulkomaalaistaustaisten työntekijöiden ja heidän perheidensä tukeminen\n"
        "    en: Supporting employees of foreign origin and their families\n",
        f"  title:{HERE}\n",
    ),
    sysselsattning(
        "R102",
        "    timeframe: 2021\n  - id: arbetsprovning",
        f"    timeframe: 2021\n    depends_on: [{HERE}kartlaggningen]\n  - id: arbetsprovning",
    ),
    sysselsattning(
        "F005",
        "    unit: {sv: företagsbesök, fi: yritysvierailua, en: company visits}\n",
        f"    unit: {HERE}[besök]\n    baseline: 3\n",
    ),
    sysselsattning("F006", "per: year", f"per: {HERE}yearly"),
    sysselsattning(
        "F007",
        "    timeframe: Kontinuerlig\n  - id: samarbetspraxis-mellan-stadierna",
        f"    timeframe: {HERE}3/4/2020\n  - id: samarbetspraxis-mellan-stadierna",
    ),
    sysselsattning("F009", "  - id: samarbetspraxis-mellan-stadierna", f"  - id: {HERE}anstallda-kartlaggning"),
    # Health.
    halsa("F009", "  - id: kaikukortet", f"  - id: {HERE}kaikukortet"),
    halsa("F009", "  - id: halsokunskapsmodell", f"  - id: {HERE}Kompetens"),
    halsa("F005", "targets: [4]", f"targets: [{{value: {HERE}fyra, by: 2022}}]"),
    halsa(
        "F005",
        "    unit: {sv: aktörer, fi: toimijaa, en: actors}\n",
        f"    unit: {{sv: {HERE}7}}\n    observations: [{{period: 2019, value: 3}}]\n",
    ),
    halsa(
        "F004",
        "  - id: halsogranskningar-informationsblad\n    title:",
        f"  - {HERE}title:",
    ),
    halsa(
        "R122",
        "- id: halsoframjande-information\n",
        f"- id: halsoframjande-information\n  values: {{nyhet: {HERE}kanske, vikt: [1]}}\n",
    ),
    halsa("R121", "    direction: increase\n", f"    direction: increase\n    values: {{nyheten: {HERE}true}}\n"),
    # Skills.
    kompetens(
        "R131",
        "    timeframe: 2020\n  - id: digivan-utbildningsmodell",
        f"    timeframe: 2020\n    depends_on: {HERE}[digivan-koordinering]\n  - id: digivan-utbildningsmodell",
    ),
    kompetens(
        "F003",
        "    timeframe: Kontinuerlig\n  indicators:\n  - id: digivan-utbildning-forverkligad\n",
        "    timeframe: Kontinuerlig\n    depends_on: [digivan-kartlaggning]\n"
        "  indicators:\n  - id: digivan-utbildning-forverkligad\n"
        f"    {HERE}colour: red\n",
    ),
    kompetens("F008", "  - id: erfarenhetssakkunniga-utbildningsmodell", f"  - id: {HERE}utbildning/modell"),
    kompetens(
        "F003",
        "  - id: etniska-foreningar-utbildningsmodell\n    title:",
        f"  - id: etniska-foreningar-utbildningsmodell\n    {HERE}titel:",
    ),
    kompetens("F005", "targets: [10]", f"targets: [10]\n    decimals: {HERE}1.5"),
    kompetens("F005", "targets: [5]", f"targets: [5]\n    baseline: {HERE}många"),
]
"""Different mistakes, spread over the files. Some bring along what would look wrong if one mistake led to another:
a reference to an item whose identifier is wrong, a value of a field whose declaration is wrong.
"""

Found = tuple[str, str, int, int]
"""Code, file, line and column of a finding."""


def planted(folder: Path) -> list[Found]:
    """Make a copy of the example with all mistakes, and return what must be found."""
    shutil.copytree(VASA, folder)
    texts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}
    marks = {chr(0xE000 + number): mistake for number, mistake in enumerate(MISTAKES)}
    for mark, mistake in marks.items():
        assert texts[mistake.file].count(mistake.old) == 1, mistake
        texts[mistake.file] = texts[mistake.file].replace(mistake.old, mistake.new.replace(HERE, mark))
    expected = []
    for file, text in texts.items():
        for number, line in enumerate(text.splitlines(), start=1):
            bare = ""
            for letter in line:
                if letter in marks:
                    expected.append((marks[letter].code, str(folder / file), number, len(bare) + 1))
                else:
                    bare += letter
        (folder / file).write_text("".join(letter for letter in text if letter not in marks), encoding="utf-8")
    return expected


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    return tmp_path / "programme"


def test_there_are_thirty_different_ones_in_several_files() -> None:
    assert len(MISTAKES) >= 30
    assert len({mistake.file for mistake in MISTAKES}) >= 5
    assert len({mistake.code for mistake in MISTAKES}) >= 12


def test_one_look_finds_them_all_and_nothing_else(programme: Path) -> None:
    expected = planted(programme)
    findings = inspect(programme).findings
    found = [
        (each.code, each.place.file, each.place.line, each.place.column) for each in findings if each.place is not None
    ]
    assert Counter(found) == Counter(expected), "\n".join(map(str, findings))
    assert len(findings) == len(found)


def test_the_command_finds_the_same(programme: Path) -> None:
    expected = planted(programme)
    command = [
        sys.executable,
        "-c",
        "from muniprog.cli import main; main()",
        "check",
        str(programme),
        "--format",
        "json",
    ]
    ran = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONUTF8": "1"})
    assert ran.returncode == 1, ran.stderr
    findings = json.loads(ran.stdout)["findings"]
    found = [(each["code"], each["file"], each["line"], each["column"]) for each in findings]
    assert Counter(found) == Counter(expected)


SYNTAX = [
    ("themes/boende.yaml", "id: boende\n", "id: boende\nid: bostad\n", "F002"),
    ("themes/halsa.yaml", "owners: [integrationsservicen]", "owners: [integrationsservicen", "F001"),
    ("themes/sysselsattning.yaml", "per: year", "per: &every year", "F014"),
    ("programme.yaml", "- themes/grunden.yaml", "- themes/grund.yaml", "F013"),
]


def test_files_that_cannot_be_parsed_are_all_named_at_once(programme: Path) -> None:
    shutil.copytree(VASA, programme)
    for file, old, new, _ in SYNTAX:
        _replace(programme / file, old, new)
    found = {(each.code, each.place.file) for each in inspect(programme).findings if each.place is not None}
    assert found == {(code, str(programme / file)) for file, _, _, code in SYNTAX}


def test_a_main_file_that_cannot_be_parsed_hides_no_other_file(programme: Path) -> None:
    shutil.copytree(VASA, programme)
    _replace(programme / "programme.yaml", "\nperiod:", "\nid: igen\nperiod:")
    _replace(programme / "themes/halsa.yaml", "id: halsa\n", "id: halsa\nid: valfard\n")
    files = [Path(each.place.file).name for each in inspect(programme).findings if each.place is not None]
    assert files == ["programme.yaml", "halsa.yaml"]


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
