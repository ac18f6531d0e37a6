"""How a municipality wants its documents to look: a few wishes that every report backend can meet."""

import attrs

from muniprog.document.inline import Prose, as_prose


@attrs.frozen(kw_only=True)
class Logo:
    """The picture that stands for the municipality.

    Attributes:
        content: The picture's file.
        media_type: `image/svg+xml`, `image/png` or `image/jpeg`.
        alternative: What the picture says in words, usually the municipality's name.
    """

    content: bytes = attrs.field(repr=False)
    media_type: str
    alternative: str


@attrs.frozen(kw_only=True)
class Look:
    """The municipality's own look; a backend does with it what its type of file can.

    Attributes:
        accent: Colour of headings, links and lines, such as `#0a4f8f`; dark enough to be read on white.
        second: Colour of what stands beside the accent, such as bars that are compared with it.
        font: Family of the running text; the backend's own where it is empty.
        heading_font: Family of the headings; that of the text where it is empty.
        footer: A line at the foot of each page.
        logo: The picture at the head of the first page.
    """

    accent: str = "#0a4f8f"
    second: str = "#7a4b00"
    font: str = ""
    heading_font: str = ""
    footer: Prose = attrs.field(default=(), converter=as_prose)
    logo: Logo | None = None
