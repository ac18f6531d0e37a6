"""The same document gives the same file, and is not changed by being printed."""

import inspect
import os
import subprocess
import sys
from copy import deepcopy
from hashlib import sha256

import pytest
from hypothesis import given

from muniprog.document import Document
from muniprog.testing.report_backends.ground import Ground
from muniprog.testing.report_backends.printing import quietly
from muniprog.testing.report_backends.samples import whole_document
from muniprog.testing.report_backends.strategies import documents
from muniprog.testing.report_backends.surroundings import LOCALES, ZONES, elsewhere

_ELSEWHERE = """\
import sys
from hashlib import sha256
from importlib.util import module_from_spec, spec_from_file_location
from operator import attrgetter

from muniprog.testing.report_backends.samples import whole_document

name, file, qualified_name = sys.argv[1:]
spec = spec_from_file_location(name, file)
module = sys.modules[name] = module_from_spec(spec)
spec.loader.exec_module(module)
print(sha256(attrgetter(qualified_name)(module).backend.render(whole_document())).hexdigest())
"""


def assert_same(first: bytes, second: bytes) -> None:
    """Say where two files part; pytest would lay both of them side by side, and take long for it."""
    if first != second:
        place = next(
            (at for at, pair in enumerate(zip(first, second, strict=False)) if len({*pair}) > 1),
            min(len(first), len(second)),
        )
        one, other = (file[place:][:60] for file in (first, second))
        pytest.fail(f"From byte {place} on there is {one!r} in one file and {other!r} in the other.")


class Sameness(Ground):
    """The same document gives the same bytes, wherever and whenever it is printed."""

    @quietly
    @given(document=documents())
    def test_any_document_gives_the_same_bytes_again(self, document: Document) -> None:
        """No moment, no random number and no counter that goes on gets into a file."""
        assert_same(self.backend.render(document), self.backend.render(deepcopy(document)))

    def test_printing_changes_nothing_in_the_document(self) -> None:
        """One document is printed by many backends, so none may leave a trace in it."""
        document, before = whole_document(), whole_document()
        self.backend.render(document)
        assert document == before

    @pytest.mark.parametrize("zone", ZONES)
    @pytest.mark.parametrize("locale", LOCALES)
    def test_time_zone_and_locale_leave_no_trace(self, zone: str, locale: str) -> None:
        """The machine of the one who prints is nobody's business."""
        here = self.backend.render(whole_document())
        with elsewhere(zone, locale):
            there = self.backend.render(whole_document())
        assert_same(here, there)

    @pytest.mark.parametrize("seed", ["1", "2"])
    def test_another_process_gives_the_same_bytes(self, seed: str) -> None:
        """Sets come in another order in every process, so nothing may be printed in the order of a set.

        The process loads the file of the test class, so the class must stand at the top of it.
        """
        kind = type(self)
        asked = [sys.executable, "-c", _ELSEWHERE, kind.__module__, inspect.getfile(kind), kind.__qualname__]
        around = {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path), "TZ": "Pacific/Auckland"}
        run = subprocess.run(  # noqa: S603
            asked, env=os.environ | around, capture_output=True, encoding="utf-8", check=False
        )
        assert run.returncode == 0, run.stderr
        assert run.stdout.strip() == sha256(self.backend.render(whole_document())).hexdigest()
