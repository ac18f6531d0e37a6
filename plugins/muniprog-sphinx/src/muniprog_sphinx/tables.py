"""`.. muniprog:table::`: rows of a programme in a documentation."""

from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.typing import OptionSpec

from muniprog_sphinx.asking import Asking
from muniprog_sphinx.rows import Wish, table_of

_RANK = 3


class TableDirective(Asking):
    """Shows rows of a programme: `.. muniprog:table:: actions vasa`."""

    option_spec: ClassVar[OptionSpec] = {
        **{name: rule for name, rule in Asking.option_spec.items() if name != "as-of"},
        "caption": directives.unchanged_required,
        "columns": directives.unchanged_required,
        "owner": directives.unchanged_required,
        "theme": directives.unchanged_required,
    }

    def show(self) -> list[nodes.Node]:
        """Return the table."""
        whole = self.programme()
        programme = whole if self.is_set("internal") else self.domain.shelf.public(whole)
        wish = Wish(
            table=self.arguments[0],
            language=self.languages(programme)[0],
            columns=self.named("columns"),
            themes=self.named("theme"),
            owners=self.named("owner"),
            caption=self.options.get("caption", ""),
        )
        return self.printed(programme, [table_of(programme, wish)], wish.language, _RANK)
