"""Identifiers that are spent: former ones, retired ones, and what is declared twice."""

from collections.abc import Iterable, Iterator

from muniprog.checks.rule import Rule
from muniprog.checks.survey import Survey, label
from muniprog.messages import message
from muniprog.model import Entry
from muniprog.source import Finding, Path, Severity


class LiveAndFormer(Rule):
    """An identifier that one item has and another one had."""

    code, name, severity = "R141", "live-and-former", Severity.ERROR
    title = message("Identifier both in use and former")
    explanation = message(
        "A former identifier still finds its item in old forms, links and follow-ups. When another item has it today, "
        "those lead to the wrong one. Give the newer item another identifier."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the former identifiers that are in use."""
        for entry, position, name in _former(survey):
            user = survey.live.get(name.casefold())
            if user is not None:
                sentence = message(
                    "“{found}” is a former identifier of “{title}”, but “{user}” has it today; an identifier is "
                    "never used again.",
                    found=name,
                    title=label(entry),
                    user=label(user),
                )
                yield self.finding(sentence, entry.id, survey.path(entry, "former_ids", position))


class FormerTwice(Rule):
    """Two items that say they had the same identifier."""

    code, name, severity = "R142", "former-twice", Severity.ERROR
    title = message("Former identifier of two items")
    explanation = message(
        "Only one item can have had an identifier; what is keyed by it must find one item. Leave it to one of them."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the former identifiers that another item had before."""
        first: dict[str, Entry] = {}
        for entry, position, name in _former(survey):
            holder = first.setdefault(name.casefold(), entry)
            if holder is not entry:
                sentence = message(
                    "“{found}” is a former identifier of “{title}” and of “{other}”.",
                    found=name,
                    title=label(holder),
                    other=label(entry),
                )
                yield self.finding(sentence, entry.id, survey.path(entry, "former_ids", position))


class RetiredInUse(Rule):
    """An identifier that is retired and in use all the same."""

    code, name, severity = "R143", "retired-in-use", Severity.ERROR
    title = message("Retired identifier in use")
    explanation = message(
        "`retired` lists the identifiers of items that are gone, so that nothing new is mistaken for them. Give the "
        "item another identifier, or take the identifier off the list if the item has come back."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the retired identifiers that an item has or had."""
        for name in survey.programme.retired:
            user = survey.find(name)
            if user is not None:
                sentence = message(
                    "“{found}” is retired, but “{title}” uses it; an identifier is never used again.",
                    found=name,
                    title=label(user),
                )
                yield self.finding(sentence, user.id, survey.path(user, "id"))


class DeclaredTwice(Rule):
    """A section, field, choice, classification or code that is declared twice."""

    code, name, severity = "R144", "declared-twice", Severity.ERROR
    title = message("Declared twice")
    explanation = message(
        "Sections, custom fields and their choices, classifications and their codes are found by their identifiers. "
        "Two with the same one cannot be told apart."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield what has the identifier of one before it in the same list."""
        for path, names in _declared(survey):
            seen: set[str] = set()
            for position, name in enumerate(names):
                if name.casefold() in seen:
                    sentence = message("“{found}” is declared twice in the same list.", found=name)
                    yield self.finding(sentence, path=(*path, position, "id"))
                seen.add(name.casefold())


def _former(survey: Survey) -> Iterator[tuple[Entry, int, str]]:
    for entry in survey.entries:
        for position, name in enumerate(entry.former_ids):
            yield entry, position, name


def _declared(survey: Survey) -> Iterator[tuple[Path, Iterable[str]]]:
    programme = survey.programme
    yield ("sections",), [section.id for section in programme.sections]
    yield ("fields",), [field.id for field in programme.fields]
    yield ("classifications",), [classification.id for classification in programme.classifications]
    for position, field in enumerate(programme.fields):
        yield ("fields", position, "choices"), [choice.id for choice in field.choices]
    for position, classification in enumerate(programme.classifications):
        yield ("classifications", position, "codes"), [code.id for code in classification.codes]


RULES = (LiveAndFormer(), FormerTwice(), RetiredInUse(), DeclaredTwice())
