"""Whatever somebody types into a programme is printed by every report and backend, and does nothing there."""

import pytest

import muniprog
from muniprog.document import Document, clean
from muniprog.testing.report_backends.said import pieces, said_by
from tests.publication.hostile import MARK, harm_in, hostile, marks_in

PLUGINS = muniprog.load_plugins()
REPORTS = sorted(PLUGINS.reports)
BACKENDS = sorted(PLUGINS.backends)


def document(report: str, *languages: str) -> Document:
    """The document of a report about a programme whose hostile texts stand in other places for each report."""
    whole = hostile(7 * REPORTS.index(report))
    return muniprog.report(report, whole, languages=languages, period="2020", internal=True, notes=True).document


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("report", REPORTS)
def test_hostile_text_is_printed_and_takes_no_effect(report: str, backend: str) -> None:
    made = document(report, "fi", "sv")
    file = PLUGINS.backends.find(backend).render(made)
    said = {mark for piece in pieces(said_by(made)) for mark in MARK.findall(piece)}
    assert said
    assert said - marks_in(file) == set()
    assert harm_in(file) == []


@pytest.mark.parametrize("report", REPORTS)
def test_l03_a_title_that_is_missing_in_finnish_is_there_in_swedish_and_says_so(report: str) -> None:
    titles = {clean(str(entry.title)) for entry in hostile(7 * REPORTS.index(report)).entries()}
    lines = [line for block in document(report, "fi").walk() for line in muniprog.lines_of(block)]
    spoken = [span.language for line in lines for span in line if span.text in titles]
    assert spoken
    assert set(spoken) == {"sv"}


@pytest.mark.parametrize(
    "page",
    [
        "<script>alert(1)</script>",
        "<p onclick='alert(1)'>x</p>",
        "<a href='javascript:alert(1)'>x</a>",
        "<img src='https://example.org/x.png' alt=''>",
        "<iframe src='x'></iframe>",
    ],
)
def test_harm_in_a_page_would_be_seen(page: str) -> None:
    whole = f"<!doctype html><html><head><title>x</title></head><body>{page}</body></html>"
    assert harm_in(whole.encode())
