"""What stands around the tables of a report: title page, running text, contact, source."""

from collections.abc import Iterator

from muniprog.document import Block, Heading, Note, NoteKind, Paragraph, Prose, Span, prose
from muniprog.messages import message
from muniprog.model import Adoption, Position, Programme, Section, SourceDocument
from muniprog.reports.voice import Voice

Facts = list[tuple[Prose, Prose]]


def facts(programme: Programme, voice: Voice) -> Facts:
    """Return the facts of the title page: whose programme it is, for which period, and who adopted it."""
    found: Facts = []
    if programme.municipality is not None:
        found.append((voice.say(message("Municipality")), voice.name(programme.municipality.name)))
    found.append((voice.say(message("Period")), prose(programme.period.raw)))
    if programme.adopted is not None:
        found.append((voice.say(message("Adopted")), _adoption(programme.adopted, voice)))
    return found


def _adoption(adopted: Adoption, voice: Voice) -> Prose:
    parts = [
        voice.name(adopted.by),
        voice.say(message("{day}", day=adopted.on)) if adopted.on is not None else (),
        prose(adopted.decision) if adopted.decision else (),
    ]
    return joined([part for part in parts if part])


def joined(parts: list[Prose], between: str = ", ") -> Prose:
    """Return several lines of prose as one, with `between` between them."""
    return prose(*(words for part in parts for words in (prose(between), part)))[1:]


def sections(programme: Programme, voice: Voice, place: Position) -> Iterator[Block]:
    """Yield the running text that stands before or after the tables."""
    for section in programme.sections:
        if section.place is place:
            yield from _section(section, voice)


def _section(section: Section, voice: Voice) -> Iterator[Block]:
    yield Heading(1, voice.name(section.title), anchor=f"section-{section.id}")
    yield from voice.paragraphs(section.text)
    if section.signed:
        yield from voice.paragraphs(section.signed)


def closing(programme: Programme, voice: Voice) -> Iterator[Block]:
    """Yield the contact line and where the programme was taken from."""
    if programme.contact:
        yield Heading(1, voice.say(message("Contact")), anchor="closing-contact")
        yield from voice.paragraphs(programme.contact)
    if programme.source is not None:
        yield Heading(1, voice.say(message("Source")), anchor="closing-source")
        yield from _source(programme.source, voice)


def _source(source: SourceDocument, voice: Voice) -> Iterator[Block]:
    parts = [
        voice.name(source.title),
        voice.name(source.publisher),
        prose(Span(source.address, link=_web_address(source.address))) if source.address else (),
    ]
    told = [part for part in parts if part]
    if told:
        yield Paragraph(joined(told))
    if source.licence:
        yield Paragraph(prose(voice.say(message("Licence")), ": ", source.licence))
    if source.note:
        yield Note(NoteKind.NOTE, voice.text(source.note))


def _web_address(address: str) -> str | None:
    """Return the address where it names its scheme; a bare `city.example` would lead into our own folder."""
    return address if "://" in address else None
