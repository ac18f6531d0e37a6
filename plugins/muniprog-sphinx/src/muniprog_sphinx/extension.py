"""What the extension adds to Sphinx."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata

import muniprog
from muniprog_sphinx.domain import MuniprogDomain, domain_of, stay_without_link
from muniprog_sphinx.notices import put_notices
from muniprog_sphinx.printing.nodes import register
from muniprog_sphinx.printing.unspanned import UnspannedTables
from muniprog_sphinx.reports import FigureDirective, ReportDirective
from muniprog_sphinx.roles import ItemRole, ValueRole
from muniprog_sphinx.tables import TableDirective
from muniprog_sphinx.words import KINDS

STYLE = "muniprog.css"
_TEXT = frozenset({str})


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make directives, roles, settings and nodes known to Sphinx."""
    app.add_config_value("muniprog_programmes", {}, "env", frozenset({dict}))
    app.add_config_value("muniprog_language", "", "env", _TEXT)
    app.add_config_value("muniprog_as_of", None, "env", _TEXT)
    app.add_config_value("muniprog_look", "", "env", _TEXT)
    register(app)
    app.add_post_transform(UnspannedTables)
    app.add_domain(MuniprogDomain)
    for name, directive in (("report", ReportDirective), ("figure", FigureDirective), ("table", TableDirective)):
        app.add_directive_to_domain("muniprog", name, directive)
    for kind in ("", *KINDS):
        app.add_role_to_domain("muniprog", kind or "item", ItemRole(kind))
    app.add_role_to_domain("muniprog", "value", ValueRole())
    app.connect("builder-inited", _bring_style)
    app.connect("builder-inited", _title_index)
    app.connect("doctree-read", put_notices)
    app.connect("env-get-outdated", _outdated)
    app.connect("missing-reference", stay_without_link)
    app.add_css_file(STYLE)
    return {
        "version": muniprog.__version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _bring_style(app: Sphinx) -> None:
    app.config.html_static_path.append(str(Path(__file__).parent / "static"))


def _title_index(app: Sphinx) -> None:
    domain_of(app.env).title_index()


def _outdated(_app: Sphinx, env: BuildEnvironment, *_known: set[str]) -> list[str]:
    return list(domain_of(env).outdated())
