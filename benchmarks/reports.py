"""Reports as workbooks, beside XlsxWriter writing the same cells; only where muniprog-xlsx is."""

from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO

import attrs

import muniprog
from benchmarks.measure import Ratio, seconds


def excel_report(programme: muniprog.Programme, load: float, runs: int) -> Iterator[Ratio]:
    """Yield the ratios of printing the programme as a workbook.

    Args:
        programme: A large programme.
        load: How long it takes to load, in seconds.
        runs: How often each work is done.
    """
    if find_spec("muniprog_xlsx") is None:
        return
    from muniprog_xlsx import ReportWorkbook

    document = _without_pictures(muniprog.report("programme", programme).document)
    backend = ReportWorkbook()
    data = backend.render(document)
    tables = [
        [[_text(slot.cell) for slot in slots] for slots in block.grid()]
        for block in document.walk()
        if isinstance(block, muniprog.Table)
    ]
    cells = sum(len(row) for table in tables for row in table)
    printed = seconds(lambda: backend.render(document), runs)
    yield Ratio(
        work="Excel report, from its document",
        against="XlsxWriter writing the same cells",
        ours=printed,
        theirs=seconds(lambda: _bare_workbook(tables), runs),
        note=f"{len(tables)} sheets, {cells} cells, {len(data) / 1e6:.1f} MB; real tables, heights, text",
    )
    yield Ratio(
        work="Excel report",
        against="its load",
        ours=seconds(lambda: muniprog.report("programme", attrs.evolve(programme)).render("xlsx"), max(1, runs // 2)),
        theirs=load,
        note="with its pictures",
    )


def _without_pictures(document: muniprog.Document) -> muniprog.Document:
    """Return a document without its figures: drawing them is no work of a workbook."""
    blocks = [block for block in document.blocks if not isinstance(block, muniprog.Figure)]
    return attrs.evolve(document, blocks=blocks)


def _text(cell: muniprog.Cell) -> str:
    return "\n".join(muniprog.plain(line) for line in cell.content)


def _bare_workbook(tables: list[list[list[str]]]) -> None:
    """Write the cells, wrapped and framed, a sheet for each table, and nothing else."""
    from xlsxwriter import Workbook

    workbook = Workbook(BytesIO(), {"in_memory": True})
    look = workbook.add_format({"text_wrap": True, "border": 1})
    for table in tables:
        sheet = workbook.add_worksheet()
        for line, row in enumerate(table):
            for column, text in enumerate(row):
                sheet.write_string(line, column, text, look)
    workbook.close()
