"""The contract of a form file: what goes out comes back, and what is no form is refused in words."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import ClassVar

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from muniprog.errors import SourceError
from muniprog.forms import CellContent, FilledCell, FilledForm, Form, Question, QuestionKind
from muniprog.interfaces import FormFile
from muniprog.testing.form_files.strategies import forms

FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors]
)

NO_FORMS = (b"", b"\x00\x01\x02", b"PK\x03\x04", b"key;value\r\n1;2\r\n", "åäö".encode("utf-16"))
"""Bytes that are no form of any type."""


class FormFileContract:
    """What every form file keeps. Inherit it and give your own as `form_file`.

    To have filled-in forms tested as well, write `fill`.
    """

    form_file: ClassVar[FormFile]
    """The form file under test."""

    def fill(self, data: bytes, answers: dict[tuple[str, str], str]) -> bytes:
        """Return the file with these answers typed into it, by key of the row and of the column.

        Leave it as it is where nothing can be filled in by a program.
        """
        pytest.skip("The class does not fill in forms.")

    @FEW
    @given(forms())
    def test_every_question_comes_back_once_and_nothing_has_changed(self, form: Form) -> None:
        """An untouched form tells for each question the answer that it went out with."""
        found = self._back(self.form_file.write(form))
        assert found.address == form.address
        assert not found.findings, list(map(str, found.findings))
        cells = _by_question(found.cells)
        assert len(cells) == len(found.cells)
        asked = {(row.key, question.field): question for _, row, question in form.questions()}
        assert cells.keys() == asked.keys()
        for name, question in asked.items():
            assert cells[name].before == question.before, name
            assert _as_asked(cells[name].content, question) == question.before, name

    @FEW
    @given(forms())
    def test_the_same_form_gives_the_same_bytes(self, form: Form) -> None:
        """Nothing of the day, the machine or its user gets into the file."""
        assert self.form_file.write(form) == self.form_file.write(form)

    @FEW
    @given(forms())
    def test_what_is_filled_in_comes_back_as_it_was_typed(self, form: Form) -> None:
        """A text that looks like a formula, a number or a date stays the text that somebody typed."""
        texts = ("- språkkafé", "=> klart", "+ 3 platser", "rad ett\nrad två", "12")
        asked = [(row.key, each.field) for _, row, each in form.questions() if each.kind is QuestionKind.TEXT]
        answers = {name: texts[position % len(texts)] for position, name in enumerate(asked)}
        cells = _by_question(self._back(self.fill(self.form_file.write(form), answers)).cells)
        assert {name: cells[name].content for name in asked} == answers

    @FEW
    @given(forms())
    def test_a_form_that_asks_nothing_finds_its_way_back(self, form: Form) -> None:
        """An owner may be asked nothing; the form says so and is still its own."""
        found = self._back(self.form_file.write(attrs.evolve(form, parts=())))
        assert (found.address, found.cells) == (form.address, ())

    @pytest.mark.parametrize("data", NO_FORMS)
    def test_what_is_no_form_is_refused_with_its_name(self, data: bytes) -> None:
        """Whatever is handed in, there is a sentence for it that names the file."""
        with pytest.raises(SourceError) as caught:
            self.form_file.read(data, "svar")
        assert all(str(problem).startswith("svar:") for problem in caught.value.problems)

    @FEW
    @given(forms())
    def test_half_a_form_is_read_or_refused(self, form: Form) -> None:
        """A file that was cut off breaks nothing."""
        data = self.form_file.write(form)
        with suppress(SourceError):
            self._back(data[: len(data) // 2])

    def _back(self, data: bytes) -> FilledForm:
        return self.form_file.read(data, f"svar{self.form_file.suffixes[0]}")


def _by_question(cells: Iterable[FilledCell]) -> dict[tuple[str, str], FilledCell]:
    return {(cell.key, cell.field): cell for cell in cells}


def _as_asked(content: CellContent, question: Question) -> str:
    """Return what stands in a cell as a text that can be compared; a file of text has numbers as text."""
    if content is None:
        return ""
    if question.kind is QuestionKind.NUMBER:
        return f"{Decimal(str(content).replace(',', '.')).normalize():f}"
    return content.isoformat()[: len("2020-12-31")] if isinstance(content, date) else str(content)
