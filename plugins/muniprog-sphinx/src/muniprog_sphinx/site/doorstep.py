"""The page at the root of a site: it leads to the first language, and names all of them to those who stay."""

from collections.abc import Sequence
from html import escape

import muniprog
from muniprog_sphinx.printing.prose import direction

_PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url={language}/index.html">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
{notice}<ul>
{links}
</ul>
</main>
</body>
</html>
"""


def doorstep(programme: muniprog.Programme, languages: Sequence[str]) -> bytes:
    """Return the page."""
    first = languages[0]
    links = "\n".join(
        f'<li><a href="{language}/index.html" lang="{language}" hreflang="{language}">'
        f"{escape(muniprog.language_name(language, language))}</a></li>"
        for language in languages
    )
    notice = programme.notice.wording(first, programme.record) if programme.notice else ""
    return _PAGE.format(
        language=first,
        direction=direction(first),
        title=escape(programme.title.wording(first, programme.record) or programme.id),
        notice=f"<p><strong>{escape(notice)}</strong></p>\n" if notice else "",
        links=links,
    ).encode()
