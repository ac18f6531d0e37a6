"""The notice of a programme, such as «Sample data»: it stands once on each page that shows anything of it."""

from typing import TYPE_CHECKING

from docutils import nodes

import muniprog
from muniprog_sphinx.printing import spoken_in
from muniprog_sphinx.settings import languages_for, page_language

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_KEY = "muniprog_notices"


def ask_for_notice(env: "BuildEnvironment", programme: muniprog.Programme) -> None:
    """Remember that the page that is being read shows something of a programme."""
    if programme.notice:
        env.temp_data[_KEY] = {**_asked(env), programme.id: programme}


def put_notices(app: "Sphinx", doctree: nodes.document) -> None:
    """Put the notices that were asked for at the top of the page, below its title."""
    asked = _asked(app.env)
    if not asked:
        return
    notices = [_notice(app, programme) for programme in asked.values()]
    sections = [node for node in doctree.children if isinstance(node, nodes.section)]
    top: nodes.Element = sections[0] if sections else doctree
    position = 1 if sections else 0  # a section begins with its title
    top[position:position] = notices


def _asked(env: "BuildEnvironment") -> dict[str, muniprog.Programme]:
    found: dict[str, muniprog.Programme] | None = env.temp_data.get(_KEY)
    return found or {}


def _notice(app: "Sphinx", programme: muniprog.Programme) -> nodes.paragraph:
    page = page_language(app.config)
    language = languages_for(app.config, programme)[0]
    wording = (programme.notice or programme.title).wording(language, programme.record)
    other = [] if wording.language == page else spoken_in(wording.language)
    text = nodes.strong("", str(wording))
    return nodes.paragraph(
        "", "", text, classes=["muniprog-notice", *other], support_smartquotes=False, translatable=False
    )
