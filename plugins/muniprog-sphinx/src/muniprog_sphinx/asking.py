"""What all directives and roles have in common: they ask for programmes, and say what is wrong where it is written."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import OptionSpec

import muniprog
from muniprog_sphinx.domain import MuniprogDomain, domain_of
from muniprog_sphinx.notices import ask_for_notice
from muniprog_sphinx.place import Place
from muniprog_sphinx.printing import Printer
from muniprog_sphinx.settings import languages_for, page_language, split

_log = logging.getLogger(__name__)


def warn(problem: muniprog.MuniprogError, location: tuple[str, int] | str | None) -> None:
    """Say what is wrong, with the line of the page on which it is written."""
    _log.warning("%s", problem, location=location, type="muniprog")


class Asking(SphinxDirective):
    """A directive that shows something of a programme; bad input is a warning at its line, and shows nothing."""

    required_arguments = 1
    optional_arguments = 1
    option_spec: ClassVar[OptionSpec] = {
        "as-of": directives.unchanged_required,
        "internal": directives.flag,
        "language": directives.unchanged_required,
        "no-index": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Return what is shown."""
        try:
            return self.show()
        except muniprog.MuniprogError as problem:
            warn(problem, self.get_location())
            return []

    @abstractmethod
    def show(self) -> list[nodes.Node]:
        """Return what is shown.

        Raises:
            MuniprogError: Something that is asked for is not there.
        """

    @property
    def domain(self) -> MuniprogDomain:
        """What knows the programmes and where items are shown."""
        return domain_of(self.env)

    def programme(self) -> muniprog.Programme:
        """Return the programme that the second argument names, or the only one that there is."""
        given = self.arguments[1] if len(self.arguments) > 1 else None
        programme = self.domain.use(self.domain.shelf.name_of(given))
        ask_for_notice(self.env, programme)
        return programme

    def languages(self, programme: muniprog.Programme) -> tuple[str, ...]:
        """Return the languages to show it in."""
        return languages_for(self.config, programme, self.named("language"))

    def named(self, option: str) -> tuple[str, ...]:
        """Return the names that stand in an option with commas between them."""
        return split(self.options.get(option))

    def is_set(self, option: str) -> bool:
        """Return whether an option without a value is there."""
        return option in self.options

    @property
    def as_of(self) -> str | None:
        """The day on which things stand, where the page or `conf.py` says one."""
        day: str | None = self.options.get("as-of") or self.config.muniprog_as_of
        return day

    def printed(
        self,
        programme: muniprog.Programme,
        blocks: Sequence[muniprog.Block],
        language: str,
        rank: int,
        former: Iterable[tuple[str, str]] = (),
    ) -> list[nodes.Node]:
        """Return blocks as they stand on this page.

        Args:
            programme: The programme that they are about.
            blocks: The blocks.
            language: Their language.
            rank: How good a place this is to send readers of an item to; less is better.
            former: Earlier anchors, each with its anchor of now.
        """
        place = Place(
            self.domain,
            self.state.document,
            programme,
            blocks,
            former=former,
            rank=None if self.is_set("no-index") else rank,
        )
        printed = Printer(
            place,
            language,
            page_language(self.config),
            may_have_sections=bool(self.state_machine.match_titles),
        ).print(blocks)
        _keep_from_translators(printed)
        return printed


def _keep_from_translators(printed: Iterable[nodes.Node]) -> None:
    """Tell gettext that it need not ask for these texts: a programme brings its translations along."""
    for node in printed:
        for words in node.findall(nodes.TextElement):
            if not isinstance(words, nodes.Inline):  # Sphinx takes such an inline for one of its own, and drops it
                words["translatable"] = False
