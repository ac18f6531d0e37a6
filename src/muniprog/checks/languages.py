"""Languages: what is not translated yet, and what was translated from another wording than today's."""

from collections.abc import Iterable, Iterator

from muniprog.checks.rule import Rule
from muniprog.checks.survey import Survey, label
from muniprog.messages import message
from muniprog.model import Action, Entry, Goal, Indicator, Owner, Programme
from muniprog.source import Finding, Path, Severity
from muniprog.text import Text

Texts = Iterable[tuple[Path, Text | None]]


class MissingTranslation(Rule):
    """Texts that are not there in all of the programme's languages."""

    code, name, severity = "L101", "missing-translation", Severity.WARNING
    title = message("Missing translation")
    explanation = message(
        "The programme promises its languages to its readers. Where a text is missing or empty in one of them, "
        "reports show another language with a mark. One finding names all that an item lacks."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield one finding for each item, and one for the programme itself, with what they lack."""
        languages = survey.programme.languages
        lacking = _lacking(_texts_of_programme(survey.programme), languages)
        if lacking:
            sentence = message("The programme's own texts are not translated: {what}.", what=_list(lacking))
            yield self.finding(sentence, path=lacking[0][0])
        for entry in survey.items:
            lacking = _lacking(_texts_of_entry(entry), languages)
            if lacking:
                sentence = message("“{title}” is not translated: {what}.", title=label(entry), what=_list(lacking))
                yield self.finding(sentence, entry.id, survey.path(entry, *lacking[0][0]))


class MissingOwnerName(Rule):
    """Names of owners that are not there in all of the programme's languages."""

    code, name, severity = "L103", "missing-owner-name", Severity.NOTE
    title = message("Owner's name in one language only")
    explanation = message(
        "Some names are the same in every language; then write the same name for each. Others have an official name "
        "in each, which readers look for."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the owners whose name lacks a language."""
        for owner in survey.programme.owners:
            lacking = _lacking(_texts_of_entry(owner), survey.programme.languages)
            if lacking:
                sentence = message(
                    "The name “{title}” is not there in {languages}.", title=label(owner), languages=lacking[0][1]
                )
                yield self.finding(sentence, owner.id, survey.path(owner, "name"))


class StaleTranslation(Rule):
    """Translations of a wording that has changed since."""

    code, name, severity = "L102", "stale-translation", Severity.WARNING
    title = message("Translation out of date")
    explanation = message(
        "A translation can remember the wording that it translates. That wording has been changed since, so the "
        "translation may say something else now. Look at it, correct it, and let it remember the new wording."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield one finding for each item, and one for the programme itself, with what is out of date."""
        record = survey.programme.record
        stale = _stale(_texts_of_programme(survey.programme), record)
        if stale:
            sentence = message("Translations of the programme's own texts are out of date: {what}.", what=_list(stale))
            yield self.finding(sentence, path=_inside(stale))
        for entry in survey.entries:
            stale = _stale(_texts_of_entry(entry), record)
            if stale:
                sentence = message(
                    "Translations of “{title}” are out of date: {what}.", title=label(entry), what=_list(stale)
                )
                yield self.finding(sentence, entry.id, survey.path(entry, *_inside(stale)))


Lack = tuple[Path, tuple[str, ...]]


def _lacking(texts: Texts, languages: tuple[str, ...]) -> list[Lack]:
    found: list[Lack] = []
    for path, text in texts:
        if text:
            missing = text.missing(languages)
            # “%” and “2019” need no translation.
            if missing and any(letter.isalpha() for letter in str(text)):
                found.append((path, missing))
    return found


def _stale(texts: Texts, record: str) -> list[Lack]:
    return [(path, stale) for path, text in texts if text and text.translates and (stale := text.stale(record))]


def _inside(stale: list[Lack]) -> Path:
    path, languages = stale[0]
    return (*path, languages[0])


def _list(lacks: list[Lack]) -> str:
    return "; ".join(f"{_key(path)} ({', '.join(languages)})" for path, languages in lacks)


def _key(path: Path) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def _texts_of_entry(entry: Entry) -> Iterator[tuple[Path, Text | None]]:
    """Yield the texts that are printed; remarks for those who keep the programme need no translation."""
    if isinstance(entry, Owner):
        yield ("name",), entry.name
        return
    yield ("title",), entry.title
    yield ("description",), entry.description
    match entry:
        case Goal():
            if entry.overview is not None:
                yield ("overview", "title"), entry.overview.title
        case Action():
            for position, step in enumerate(entry.steps):
                yield ("steps", position, "title"), step.title
            for position, link in enumerate(entry.links):
                yield ("links", position, "title"), link.title
            for position, line in enumerate(entry.budget):
                yield ("budget", position, "funder"), line.funder
        case Indicator():
            yield ("unit",), entry.unit
            yield ("source",), entry.source


def _texts_of_programme(programme: Programme) -> Iterator[tuple[Path, Text | None]]:
    yield ("title",), programme.title
    yield ("subtitle",), programme.subtitle
    if programme.municipality is not None:
        yield ("municipality", "name"), programme.municipality.name
    if programme.adopted is not None:
        yield ("adopted", "by"), programme.adopted.by
    if programme.source is not None:
        yield ("source", "title"), programme.source.title
        yield ("source", "publisher"), programme.source.publisher
    yield ("summary",), programme.summary
    yield ("contact",), programme.contact
    for position, section in enumerate(programme.sections):
        yield ("sections", position, "title"), section.title
        yield ("sections", position, "text"), section.text
        yield ("sections", position, "signed"), section.signed
    for status, words in programme.statuses.items():
        yield ("statuses", status), words
    yield from _texts_of_vocabulary(programme)


def _texts_of_vocabulary(programme: Programme) -> Iterator[tuple[Path, Text | None]]:
    for position, classification in enumerate(programme.classifications):
        path: Path = ("classifications", position)
        yield (*path, "title"), classification.title
        for number, code in enumerate(classification.codes):
            yield (*path, "codes", number, "title"), code.title
    for position, field in enumerate(programme.fields):
        path = ("fields", position)
        yield (*path, "title"), field.title
        yield (*path, "unit"), field.unit
        for number, choice in enumerate(field.choices):
            yield (*path, "choices", number, "title"), choice.title


RULES = (MissingTranslation(), StaleTranslation(), MissingOwnerName())
