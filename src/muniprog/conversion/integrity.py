"""What only the whole programme can tell: identifiers used twice, and values that their measure does not allow."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from muniprog.conversion.advice import number_meant
from muniprog.identifiers import shown
from muniprog.language import LANGUAGE_TAG
from muniprog.messages import Sentences, Spoken, message
from muniprog.model import Indicator, Measure, Programme, Value
from muniprog.paths import Placed, items_in, value_at
from muniprog.source import Finding, Path, Severity, Source

_LANGUAGE_TAG = re.compile(LANGUAGE_TAG)


def integrity_problems(programme: Programme, source: Source) -> tuple[Finding, ...]:
    """Return what is wrong with a programme that could be read, in the order of the file."""
    return (
        *_language_problems(programme, source),
        *_identifier_problems(programme, source),
        *_round_problems(programme, source),
        *_value_problems(programme, source),
    )


def _language_problems(programme: Programme, source: Source) -> Iterator[Finding]:
    path: Path = ("languages",)
    if not programme.languages:
        sentence = message("A programme has at least one language, such as [sv]; the first is the language of record.")
        yield _problem("F005", sentence, path, source, "")
    for position, language in enumerate(programme.languages):
        if not _LANGUAGE_TAG.fullmatch(language):
            sentence = message("“{found}” is not the code of a language, such as sv, fi or en.", found=language)
            yield _problem("F005", sentence, (*path, position), source, "")
        elif language in programme.languages[:position]:
            sentence = message("The language “{found}” is named twice.", found=language)
            yield _problem("F005", sentence, (*path, position), source, "")


def _round_problems(programme: Programme, source: Source) -> Iterator[Finding]:
    periods = [follow_up.period for follow_up in programme.follow_ups]
    orders = [period.order for period in periods]
    for position, period in enumerate(periods):
        if period.order in orders[:position]:
            sentence = message(
                "There is a round of follow-up for {period} already; one period has one round.", period=period.raw
            )
            yield _problem("F009", sentence, ("follow_ups", position, "period"), source, "")


def _identifier_problems(programme: Programme, source: Source) -> Iterator[Finding]:
    living = [entry.id.casefold() for entry in programme.entries()]
    retired = {identifier.casefold() for identifier in programme.retired}
    former = [name.casefold() for entry in programme.entries() for name in entry.former_ids]
    if len({*living, *former, *retired}) == len(living) + len(former) + len(retired):
        return
    used: dict[str, list[tuple[Placed, Path]]] = defaultdict(list)
    for item in items_in(source.mapping):
        used[item.id.casefold()].append((item, (*item.path, "id")))
        names = item.mapping.get("former_ids")
        for position, name in enumerate(names if isinstance(names, list) else []):
            used[str(name).casefold()].append((item, (*item.path, "former_ids", position)))
    for identifier, places in used.items():
        first, first_path = places[0]
        for item, path in places[1:]:
            yield _used_twice(source, item, path, first, first_path)
        if identifier in retired:
            sentence: Spoken = message(
                "The identifier “{id}” of “{title}” is retired and is never used again; choose another one.",
                id=first.id,
                title=_title(first),
            )
            yield _problem("F009", sentence, first_path, source, first.id)


def _used_twice(source: Source, item: Placed, path: Path, first: Placed, first_path: Path) -> Finding:
    where = source.where(first_path)
    sentence = message(
        "The identifier “{id}” of “{title}” is already used by “{other}”{where}; each identifier stands for one thing.",
        id=value_at(path, source.mapping),
        title=_title(item),
        other=_title(first),
        where=f" ({where})" if where is not None else "",
    )
    return _problem("F009", sentence, path, source, item.id)


def _title(item: Placed) -> str:
    title = item.mapping.get("title", item.mapping.get("name"))
    if isinstance(title, dict):
        return next((str(words) for words in title.values() if words), item.id)
    return str(title) if title else item.id


def _value_problems(programme: Programme, source: Source) -> Iterator[Finding]:
    by_id = {indicator.id: indicator for indicator in programme.indicators}
    wrong = [indicator for indicator in by_id.values() if any(True for _ in _wrong_values(indicator))]
    paths = {item.id: item.path for item in items_in(source.mapping)} if wrong else {}
    for indicator in wrong:
        for path, value in _wrong_values(indicator):
            yield _wrong_value(indicator, value, (*paths[indicator.id], *path), source)
    for round_, follow_up in enumerate(programme.follow_ups):
        if follow_up.is_closed:
            continue  # it was right by the programme of its day, and what is measured may have been changed since
        for position, observation in enumerate(follow_up.observations):
            reported = by_id.get(observation.indicator or "")
            if reported is not None and _is_wrong(reported, observation.value):
                where: Path = ("follow_ups", round_, "observations", position, "value")
                yield _wrong_value(reported, observation.value, where, source)


def _wrong_values(indicator: Indicator) -> Iterator[tuple[Path, Value | None]]:
    if not (indicator.is_numeric or indicator.measure is Measure.MILESTONE):
        return
    if indicator.baseline is not None and _is_wrong(indicator, indicator.baseline.value):
        yield ("baseline",), indicator.baseline.value
    for position, target in enumerate(indicator.targets):
        if _is_wrong(indicator, target.value):
            yield ("targets", position), target.value
    for position, observation in enumerate(indicator.observations):
        if _is_wrong(indicator, observation.value):
            yield ("observations", position, "value"), observation.value


def _is_wrong(indicator: Indicator, value: Value | None) -> bool:
    if value is None:
        return False
    if indicator.is_numeric:
        return type(value) is not Decimal
    return indicator.measure is Measure.MILESTONE and type(value) is not bool


def _wrong_value(indicator: Indicator, value: Value | None, path: Path, source: Source) -> Finding:
    if isinstance(value_at(path, source.mapping), dict):
        path = (*path, "value")
    if indicator.measure is Measure.MILESTONE:
        sentence: Spoken = message(
            "“{title}” is a milestone: its values are true or false, not “{found}”.", title=indicator.title, found=value
        )
    else:
        sentence = _not_a_number(indicator, value)
    return _problem("F005", sentence, path, source, indicator.id)


def _not_a_number(indicator: Indicator, value: Value | None) -> Spoken:
    found = message(
        "“{title}” is measured in numbers ({measure}), found “{found}”.",
        title=indicator.title,
        measure=str(indicator.measure),
        found=shown(str(value)),
    )
    advice = message(
        "Where there is no value write `missing: not_available` with a `reason`; where the value is in words "
        "declare `measure: text`."
    )
    return Sentences((found, number_meant(str(value)) or advice))


def _problem(code: str, sentence: Spoken, path: Path, source: Source, item: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, message=sentence, path=path, place=source.where(path), item=item)
