"""Makes reference pages from the code: a page says `{muniprog} checks` where the list of all checks belongs.

Each module here makes the Markdown of one list. No page is written to disk, so none can be older than the code.
"""

from collections.abc import Callable, Mapping

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from muniprog_docs.checks import checks
from muniprog_docs.command_line import commands
from muniprog_docs.contracts import report_backend_contract, storage_contract
from muniprog_docs.contributions import contributions
from muniprog_docs.file_format import keys
from muniprog_docs.gallery_page import gallery, write_files
from muniprog_docs.hooks import hooks
from muniprog_docs.notebooks import NotebookParser
from muniprog_docs.pictures import Picture
from muniprog_docs.public_names import link_to_public_name, names_for_plugins, names_for_users

LISTS: Mapping[str, Callable[[], str]] = {
    "checks": checks,
    "commands": commands,
    "contributions": contributions,
    "gallery": gallery,
    "hooks": hooks,
    "keys": keys,
    "names-for-plugins": names_for_plugins,
    "names-for-users": names_for_users,
    "report-backend-contract": report_backend_contract,
    "storage-contract": storage_contract,
}


class Generated(SphinxDirective):
    """The list that its argument names."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the list, read as if it stood on the page."""
        return self.parse_text_to_nodes(LISTS[self.arguments[0]](), allow_section_headings=True)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the directive known to Sphinx."""
    app.add_directive("muniprog", Generated)
    app.add_directive("muniprog-picture", Picture)
    app.add_source_suffix(".ipynb", "ipynb")
    app.add_source_parser(NotebookParser)
    app.connect("missing-reference", link_to_public_name)
    app.connect("build-finished", write_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
