"""What people type stays text, whatever it looks like."""

from collections.abc import Hashable

import pytest

from muniprog.testing.report_backends.ground import Ground
from muniprog.testing.report_backends.samples import (
    DANGEROUS,
    HOSTILE,
    SAFE,
    harmless,
    linked_document,
    text_alone,
    whole_document,
)


class Hostility(Ground):
    """Nothing that somebody has typed takes effect in a file."""

    @pytest.mark.parametrize("name", HOSTILE)
    def test_every_text_stays_text_in_every_place(self, name: str) -> None:
        """Formulas, elements, templates, commands and odd letters are read as they were typed, wherever they stand."""
        text = HOSTILE[name]
        self.assert_reads(whole_document(lambda place: f"{text} {place}"))

    @pytest.mark.parametrize("name", HOSTILE)
    def test_every_text_stays_text_by_itself(self, name: str) -> None:
        """So are they where nothing else stands in the same place."""
        self.assert_reads(text_alone(HOSTILE[name]))

    def test_no_text_changes_the_shape_of_a_file(self) -> None:
        """With hostile text a file has the elements, columns and types of cells that it has with harmless text."""
        shapes = {text: self._shape_of(text) for text in {*HOSTILE.values(), *map(harmless, HOSTILE.values())}}
        assert [name for name, text in HOSTILE.items() if shapes[text] != shapes[harmless(text)]] == []

    def test_only_safe_links_are_links(self) -> None:
        """`javascript:` and its like are plain text, also in a text that some file type would make a link of."""
        document = linked_document()
        found = {link for link in self.links(self.backend.render(document)) if not link.startswith("#")}
        assert found == set(SAFE)
        assert not found & set(DANGEROUS)
        self.assert_reads(document)

    def _shape_of(self, text: str) -> Hashable:
        return self.shape(self.backend.render(whole_document(lambda place: f"{text} {place}")))
