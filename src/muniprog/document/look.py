"""How a municipality wants its documents to look: a few wishes that every report backend can meet.

What stands here is safe to put into a style sheet and can be read by everybody; anything else is refused.
"""

import re

import attrs

from muniprog.document.colours import as_colour
from muniprog.document.inline import Prose, Words, as_prose, clean, plain
from muniprog.document.pictures import picture_type
from muniprog.errors import ValueProblem
from muniprog.messages import message

LONGEST_FOOTER = 300
"""How many characters a footer may have; it stands on every page."""

LARGEST_TEMPLATE = 10_000_000
"""How many bytes a template may have; it is put into every Word document that is made."""

_FONT = re.compile(r"[^\W_](?:[^\W_]|[ -](?=[^\W_])){0,63}")


def as_font(name: str) -> str:
    """Return the name of a family of fonts.

    Raises:
        ValueProblem: It is no single name of letters, digits, spaces and hyphens.
    """
    if name and not _FONT.fullmatch(name):
        raise ValueProblem(
            message(
                "“{found}” cannot be the name of a font. Write one name, with letters, digits, spaces and hyphens.",
                found=clean(name[:60]),
            )
        )
    return name


def as_alternative(words: str) -> str:
    """Return what a logo says in words.

    Raises:
        ValueProblem: It says nothing.
    """
    if not words.strip():
        raise ValueProblem(message("Say in words what the logo says, usually the name of the municipality."))
    return " ".join(clean(words).split())


def as_footer(words: Words) -> Prose:
    """Return the line at the foot of each page.

    Raises:
        ValueProblem: It is too long for the foot of a page.
    """
    line = as_prose(words)
    length = len(plain(line))
    if length > LONGEST_FOOTER:
        raise ValueProblem(
            message(
                "The footer has {length} characters; at most {most} have room at the foot of a page.",
                length=length,
                most=LONGEST_FOOTER,
            )
        )
    return line


def check_template_length(length: int) -> None:
    """Do nothing if a template may have so many bytes.

    Raises:
        ValueProblem: It is too large.
    """
    if length > LARGEST_TEMPLATE:
        raise ValueProblem(
            message(
                "The template has {length} bytes; at most {most} are wanted. Make the pictures in it smaller.",
                length=length,
                most=LARGEST_TEMPLATE,
            )
        )


@attrs.frozen(kw_only=True)
class Logo:
    """The picture that stands for the municipality.

    Attributes:
        content: The picture's file.
        alternative: What the picture says in words, usually the municipality's name.
        media_type: `image/svg+xml`, `image/png` or `image/jpeg`; told by the content when not given.

    Raises:
        ValueProblem: The content is no such picture, or no harmless one; or the alternative says nothing.
    """

    content: bytes = attrs.field(repr=False)
    alternative: str = attrs.field(converter=as_alternative)
    media_type: str = attrs.field()

    @media_type.default
    def _type_of_content(self) -> str:
        return picture_type(self.content)

    @media_type.validator
    def _is_type_of_content(self, _attribute: object, given: str) -> None:
        found = picture_type(self.content)
        if given != found:
            raise ValueProblem(message("The logo is called {given}, but is {found}.", given=given, found=found))


@attrs.frozen(kw_only=True)
class Template:
    """A Word file of the municipality's own, with its letterhead, that a report is written into.

    Attributes:
        name: What the file is called, ending in `.docx` or `.dotx`.
        content: The file. What is in it is looked at by the backend that knows such files.

    Raises:
        ValueProblem: The name ends otherwise, or the file is too large.
    """

    name: str = attrs.field()
    content: bytes = attrs.field(repr=False)

    @name.validator
    def _is_of_word(self, _attribute: object, name: str) -> None:
        if not name.lower().endswith((".docx", ".dotx")):
            raise ValueProblem(
                message("A template is a Word file that ends in .docx or .dotx, not “{name}”.", name=name)
            )

    @content.validator
    def _is_not_too_large(self, _attribute: object, content: bytes) -> None:
        check_template_length(len(content))


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
        template: The Word file that Word documents are written into; its looks come before these.

    Raises:
        ValueProblem: A colour is none, or too pale; a font cannot be one; the footer is too long.
    """

    accent: str = attrs.field(default="#0a4f8f", converter=as_colour)
    second: str = attrs.field(default="#7a4b00", converter=as_colour)
    font: str = attrs.field(default="", converter=as_font)
    heading_font: str = attrs.field(default="", converter=as_font)
    footer: Prose = attrs.field(default=(), converter=as_footer)
    logo: Logo | None = None
    template: Template | None = None
