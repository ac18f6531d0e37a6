"""The notebook of the tutorial: it runs, cell after cell, and lies in the repository without anything that came out."""

import json
from pathlib import Path

import pytest

from muniprog_docs.notebooks import Cell, Output, Ran, cells_of, page, run

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "docs").glob("[a-z]*/*.ipynb"))


def outputs_of(*sources: str) -> list[tuple[Output, ...]]:
    return [outputs for _, outputs in run([Cell(source, is_code=True) for source in sources])]


@pytest.fixture(scope="module")
def ran() -> list[Ran]:
    """The notebook of the tutorial, run once."""
    (notebook,) = NOTEBOOKS
    return list(run(cells_of(notebook.read_text(encoding="utf-8"))))


def test_every_cell_of_the_tutorial_runs_and_shows_something(ran: list[Ran]) -> None:
    assert len(ran) > 10
    for cell, outputs in ran:
        assert not cell.is_code or outputs, cell.source


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_lies_here_without_outputs_and_without_the_traces_of_a_machine(notebook: Path) -> None:
    whole = json.loads(notebook.read_text(encoding="utf-8"))
    assert (whole["nbformat"], whole["nbformat_minor"]) == (4, 5)
    assert whole["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    identifiers = [cell["id"] for cell in whole["cells"]]
    assert len(set(identifiers)) == len(identifiers)
    for cell in whole["cells"]:
        assert cell["metadata"] == {}
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)


def test_the_tutorial_tells_how_far_the_sample_has_come(ran: list[Ran]) -> None:
    shown = page(ran, "notebook.ipynb")
    assert shown.startswith("# A programme in a notebook\n")
    assert "{download}`" in shown
    for part in ("Figures of vasa-2019-2022-sample on 2020-12-31", "Resultat: ", "dataframe", "<svg", "Housing advice"):
        assert part in shown


def test_the_last_line_of_a_cell_shows_itself_after_what_was_printed() -> None:
    assert outputs_of("x = 1", "print(x)\nx + 1", "None", "print('only')") == [
        (),
        (Output("text", "1\n"), Output("text", "2")),
        (),
        (Output("text", "only\n"),),
    ]


def test_a_value_shows_itself_the_way_that_a_notebook_prefers() -> None:
    made = "class Shown:\n    def _repr_{0}_(self): return '{0}'\nShown()"
    assert [outputs_of(made.format(way))[0][0].kind for way in ("html", "svg", "markdown")] == [
        "html",
        "html",
        "markdown",
    ]


def test_a_cell_that_fails_stops_the_page() -> None:
    with pytest.raises(ZeroDivisionError):
        outputs_of("1 / 0")


def test_markdown_that_comes_out_is_read_as_markdown() -> None:
    source = ["class A:\n", "    def _repr_markdown_(self): return '*a*'\n", "A()"]
    cells = [{"cell_type": "markdown", "source": ["# Title"]}, {"cell_type": "code", "source": source}]
    assert page(run(cells_of(json.dumps({"cells": cells}))), "x.ipynb").endswith("\n``````\n\n*a*\n")
