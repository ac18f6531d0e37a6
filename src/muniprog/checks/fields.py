"""Custom fields: what items carry under `values` must be declared, and be what the declaration says."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from muniprog.checks.references import KINDS
from muniprog.checks.rule import Rule, with_nearest
from muniprog.checks.spelling import Dictionary
from muniprog.checks.survey import Survey
from muniprog.messages import Message, Spoken, message
from muniprog.model import Action, Field, FieldKind, Goal, Indicator, Theme
from muniprog.source import Finding, Plain, Severity

Carried = tuple[Theme | Goal | Action | Indicator, Field, Plain]


class UndeclaredField(Rule):
    """An item carries a value of a field that the programme does not declare."""

    code, name, severity = "R121", "undeclared-field", Severity.ERROR
    title = message("Undeclared field")
    explanation = message(
        "The values under `values` belong to the custom fields that the programme declares under `fields`. Declare "
        "the field, or correct its identifier."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the values of fields that are not declared."""
        declared = Dictionary.of(field.id for field in survey.programme.fields)
        for entry in survey.items:
            for key in entry.values:
                if key not in declared.words:
                    sentence = message("The programme declares no field “{found}”.", found=key)
                    path = survey.path(entry, "values", key)
                    yield self.finding(with_nearest(sentence, declared.nearest(key)), entry.id, path)


class WrongFieldValue(Rule):
    """The value of a custom field is not what the field holds."""

    code, name, severity = "R122", "wrong-field-value", Severity.ERROR
    title = message("Wrong value of a field")
    explanation = message(
        "A field declares what it holds: one of its choices, a number, text, a date or true and false. Nothing is "
        "converted in silence: correct the value."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the values that are something else."""
        for entry, field, value in _carried(survey):
            sentence = _wrong(field, value)
            if sentence is not None:
                yield self.finding(sentence, entry.id, survey.path(entry, "values", field.id))


class FieldElsewhere(Rule):
    """A custom field is used on a kind of item that it is not meant for."""

    code, name, severity = "R123", "field-elsewhere", Severity.WARNING
    title = message("Field on the wrong kind of item")
    explanation = message(
        "A field may say with `applies_to` which kinds of item carry it. Add the kind there, or move the value."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the values on items that the field is not for."""
        for entry, field, _ in _carried(survey):
            if field.applies_to and _kind(entry) not in field.applies_to:
                sentence = message(
                    "The field “{field}” is for {kinds}, not for this {kind}.",
                    field=field.title or field.id,
                    kinds=field.applies_to,
                    kind=KINDS[type(entry).__name__],
                )
                yield self.finding(sentence, entry.id, survey.path(entry, "values", field.id))


class FieldDeclaration(Rule):
    """A custom field is declared in a way that no value can satisfy."""

    code, name, severity = "R124", "field-declaration", Severity.ERROR
    title = message("Field that cannot be used")
    explanation = message("A field of choices needs choices, and `applies_to` names theme, goal, action or indicator.")

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield what is wrong with the declarations."""
        for position, field in enumerate(survey.programme.fields):
            if field.kind is FieldKind.CHOICE and not field.choices:
                sentence = message("The field “{field}” has no choices to choose from.", field=field.title or field.id)
                yield self.finding(sentence, path=("fields", position))
            for number, kind in enumerate(field.applies_to):
                if kind not in _BEARERS.words:
                    wrong = message(
                        "No “{found}” can carry a field; expected one of {known}.",
                        found=kind,
                        known=tuple(_BEARERS.words),
                    )
                    yield self.finding(
                        with_nearest(wrong, _BEARERS.nearest(kind)), path=("fields", position, "applies_to", number)
                    )


_BEARERS = Dictionary.of(("theme", "goal", "action", "indicator"))


def _kind(entry: Theme | Goal | Action | Indicator) -> str:
    return type(entry).__name__.lower()


def _carried(survey: Survey) -> Iterator[Carried]:
    declared = {field.id: field for field in survey.programme.fields}
    for entry in survey.items:
        for key, value in entry.values.items():
            if key in declared:
                yield entry, declared[key], value


def _wrong(field: Field, value: Plain) -> Spoken | None:
    if field.kind is FieldKind.CHOICE:
        return _wrong_choice(field, value)
    fits, expected = _KINDS[field.kind]
    if fits(value):
        return None
    return message(
        "“{found}” is not {expected}, which the field “{field}” holds.",
        found=_shown(value),
        expected=expected,
        field=field.title or field.id,
    )


def _wrong_choice(field: Field, value: Plain) -> Spoken | None:
    choices = Dictionary.of(choice.id for choice in field.choices)
    if isinstance(value, str) and value in choices.words:
        return None
    sentence = message(
        "“{found}” is not a choice of the field “{field}”; expected one of {known}.",
        found=_shown(value),
        field=field.title or field.id,
        known=tuple(choices.words),
    )
    return with_nearest(sentence, choices.nearest(str(value)))


def _shown(value: Plain) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _is_date(value: Plain) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


_KINDS: Mapping[FieldKind, tuple[Callable[[Plain], bool], Message]] = {
    FieldKind.NUMBER: (lambda value: type(value) in (int, float), message("a number")),
    FieldKind.TEXT: (lambda value: isinstance(value, str), message("text")),
    FieldKind.DATE: (_is_date, message("a date such as 2019-02-01")),
    FieldKind.YES_NO: (lambda value: isinstance(value, bool), message("true or false")),
}

RULES = (UndeclaredField(), WrongFieldValue(), FieldElsewhere(), FieldDeclaration())
