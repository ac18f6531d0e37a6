"""A small programme with three rounds through every report of figures, kept as files that can be opened and read.

After a change that is meant, look at what `pytest tests/test_reports_snapshots.py --snapshot-update` makes of them.
"""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from muniprog.backends.html import HtmlBackend
from muniprog.backends.markdown import MarkdownBackend
from muniprog.backends.text import TextBackend
from muniprog.interfaces import Report, ReportBackend
from muniprog.reports.evaluation import EvaluationReport
from muniprog.reports.followup import FollowUpReport
from muniprog.reports.indicators import IndicatorsReport
from muniprog.reports.owners import OwnersReport
from tests.reported import built, printed, three_rounds

REPORTS = [FollowUpReport(), IndicatorsReport(), OwnersReport(), EvaluationReport()]
LANGUAGES = [("sv",), ("fi",), ("en",), ("sv", "fi")]
BACKENDS = [TextBackend(), MarkdownBackend(), HtmlBackend()]


def snapshot_file(ending: str) -> type[SingleFileSnapshotExtension]:
    """Return the kind of snapshot that keeps a report as a file with this ending."""

    class ReportFile(SingleFileSnapshotExtension):
        _write_mode = WriteMode.TEXT
        file_extension = ending

    return ReportFile


@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
@pytest.mark.parametrize("report", REPORTS, ids=lambda report: str(report.name))
def test_three_rounds_are_printed_as_before(
    report: Report, languages: tuple[str, ...], snapshot: SnapshotAssertion
) -> None:
    assert printed(report, three_rounds(), *languages) == snapshot(extension_class=snapshot_file("txt"))


@pytest.mark.parametrize("backend", BACKENDS[1:], ids=lambda backend: str(backend.name))
def test_a_closed_round_is_printed_as_before(backend: ReportBackend, snapshot: SnapshotAssertion) -> None:
    page = backend.render(built(FollowUpReport(), three_rounds(), "sv", "fi", period="2020")).decode()
    if isinstance(backend, HtmlBackend):
        page = page[page.index("<body>") :]  # the style sheet is not what this is about
    assert page == snapshot(extension_class=snapshot_file(backend.suffixes[0].removeprefix(".")))


@pytest.mark.parametrize("backend", BACKENDS, ids=lambda backend: str(backend.name))
@pytest.mark.parametrize("report", REPORTS, ids=lambda report: str(report.name))
def test_the_same_programme_gives_the_same_bytes(report: Report, backend: ReportBackend) -> None:
    first, second = (backend.render(built(report, three_rounds(), "sv", "fi", "en")) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: str(report.name))
def test_the_text_fits_a_terminal_of_a_hundred_columns(report: Report) -> None:
    assert max(map(len, printed(report, three_rounds(), "sv", "fi").splitlines())) <= 100
