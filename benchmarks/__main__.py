"""Print the ratios of the design's table of speed: `python -m benchmarks` (add `--quick` for a smaller programme)."""

import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import attrs
import yaml
from tabulate import tabulate

import muniprog
from benchmarks.equal_models import BareProgramme, EqualProgramme
from benchmarks.forms import excel_forms
from benchmarks.measure import Ratio, command, peak_memory, process_seconds, python, seconds
from benchmarks.reports import excel_report
from benchmarks.storages import sqlite_storage
from benchmarks.synthetic import programme_mapping
from muniprog.conversion import structure
from muniprog.json_text import read_json, write_json
from muniprog.source import PlainSource
from muniprog.tables import TABLES
from muniprog.yaml12 import read, write

GIVEN = "import attrs, cattrs, pluggy, tabulate, yaml, click"


def whole_processes(runs: int) -> Iterator[Ratio]:
    """Yield the ratios of what a user waits for when a command starts."""
    yield Ratio(
        work="import muniprog",
        against="import attrs",
        ours=process_seconds(python("import muniprog"), runs),
        theirs=process_seconds(python("import attrs"), runs),
        limit=1.3,
    )
    script = command("muniprog")
    yield Ratio(
        work="muniprog --version",
        against="a process that imports click and pluggy",
        ours=process_seconds([script, "--version"], runs),
        theirs=process_seconds(python("import click, pluggy"), runs),
        limit=1.3,
    )
    yield Ratio(
        work="muniprog show vasa_2019_2022",
        against="a process that imports attrs, cattrs, pluggy, tabulate, PyYAML, click",
        ours=process_seconds([script, "show", "vasa_2019_2022"], runs),
        theirs=process_seconds(python(GIVEN), runs),
        limit=1.5,
    )


def large_programme(actions: int, runs: int) -> Iterator[Ratio]:
    """Yield the ratios of work on one large programme."""
    mapping = programme_mapping(actions)
    text = write(mapping)
    json_bytes = write_json(mapping).encode()
    note = f"{actions} actions, {actions * 10} observations, {len(text.encode()) / 1e6:.1f} MB of YAML"

    load = seconds(lambda: structure(read(text, "programme.yaml")), runs)
    yield Ratio(
        work="load from YAML, with places, structured and checked",
        against="yaml.CSafeLoader on the same text",
        ours=load,
        theirs=seconds(lambda: yaml.load(text, Loader=yaml.CSafeLoader), max(1, runs // 2)),
        limit=1.0,
        note=note,
    )
    load_json = seconds(lambda: structure(read_json(json_bytes, "programme.json")), runs)
    yield Ratio(
        work="load from JSON",
        against="pydantic's model_validate_json on an equal model",
        ours=load_json,
        theirs=seconds(lambda: EqualProgramme.model_validate_json(json_bytes), runs),
        limit=1.5,
    )
    yield Ratio(
        work="load from JSON",
        against="the same on a bare model: floats, periods as text, no optional keys",
        ours=load_json,
        theirs=seconds(lambda: BareProgramme.model_validate_json(json_bytes), runs),
    )
    programme = structure(read(text, "programme.yaml"))

    def fresh() -> muniprog.Programme:
        return attrs.evolve(programme)  # without what the last run has remembered

    def all_rows() -> None:
        new = fresh()
        for table in TABLES:
            muniprog.rows(new, table)

    yield Ratio(
        work="all checks", against="its load", ours=seconds(lambda: muniprog.check(fresh()), runs), theirs=load, limit=1
    )
    yield Ratio(
        work="all figures of a day",
        against="its load",
        ours=seconds(lambda: muniprog.assess(fresh(), as_of="2029-12-31"), runs),
        theirs=load,
        limit=1,
    )
    yield Ratio(work="all rows", against="its load", ours=seconds(all_rows, runs), theirs=load, limit=1)
    yield Ratio(
        work="HTML report",
        against="its load",
        ours=seconds(lambda: muniprog.report("programme", fresh()).render("html"), runs),
        theirs=load,
        limit=3,
    )
    yield from excel_report(programme, load, runs)
    yield one_edit(actions, load, runs)
    yield linear(actions, load, runs)
    yield memory(text)


def one_edit(actions: int, load: float, runs: int) -> Ratio:
    """Return the ratio of changing one scalar in a programme's folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "programme"
        programme = muniprog.save(structure(PlainSource(programme_mapping(actions))), folder)
        turns = count()

        def edit() -> None:
            nonlocal programme
            theme = programme.themes[0]
            changed = attrs.evolve(theme, title=muniprog.Text.of({"sv": f"Tema {next(turns)}", "fi": "Teema"}))
            programme = muniprog.save(attrs.evolve(programme, themes=(changed, *programme.themes[1:])))

        return Ratio(
            work="one scalar edited and saved", against="its load", ours=seconds(edit, runs), theirs=load, limit=1
        )


def linear(actions: int, load: float, runs: int) -> Ratio:
    """Return how much longer ten times the input takes."""
    small = write(programme_mapping(actions // 10))
    return Ratio(
        work="load of ten times the input",
        against="load of a tenth",
        ours=load,
        theirs=seconds(lambda: structure(read(small, "programme.yaml")), runs),
        limit=12,
    )


def memory(text: str) -> Ratio:
    """Return how much memory a load takes beside the text."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "programme.yaml"
        path.write_text(text, encoding="utf-8")
        code = "import muniprog, muniprog.workspace, muniprog.conversion.entities, yaml\n"
        empty = peak_memory(code)
        full = peak_memory(f"{code}programme = muniprog.load({str(path)!r})")
    return Ratio(work="memory of a load", against="its text", ours=full - empty, theirs=len(text.encode()), limit=6)


def main() -> None:
    """Print the table."""
    quick = "--quick" in sys.argv[1:]
    actions, programmes, runs = (500, 1000, 3) if quick else (5000, 10_000, 5)
    ratios = [
        *whole_processes(5 if quick else 15),
        *large_programme(actions, runs),
        *sqlite_storage(actions, programmes, runs),
        *excel_forms(actions, runs),
    ]
    rows = [(line.work, line.against, f"{line.ratio:.2f}", line.allowed, line.verdict, line.note) for line in ratios]
    headers = ("work", "against", "ratio", "limit", "", "")
    print(tabulate(rows, headers, disable_numparse=True, maxcolwidths=[40, 40, None, None, None, 40]))


if __name__ == "__main__":
    main()
