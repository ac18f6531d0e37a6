"""From exceptions deep inside a conversion to findings: each with its path, its place and a whole sentence."""

from collections.abc import Iterator

from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

from muniprog.conversion.advice import number_meant
from muniprog.conversion.refusals import Inside, UnknownKey, WrongType
from muniprog.conversion.shapes import RENAMED, keys_of
from muniprog.errors import ValueProblem
from muniprog.messages import Sentences, Spoken, message
from muniprog.paths import item_at, value_at
from muniprog.source import Finding, Path, Place, Plain, Severity, Source

_CUT_OFF = message("Inside braces a comma begins a new key: put a text with a comma in quotes, and write 3.5 for 3,5.")


def findings(error: Exception, source: Source) -> tuple[Finding, ...]:
    """Return every problem inside `error`, in the order of the file."""
    problems = list(_flatten(error, ()))
    meant = {(*path[:-1], problem.near) for problem, path in problems if isinstance(problem, UnknownKey)}
    found = [
        _finding(problem, path, source)
        for problem, path in problems
        if not (isinstance(problem, KeyError) and path in meant)  # it is there, only misspelt
    ]
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[str, int, int]:
    place = finding.place
    return ("", 0, 0) if place is None else (place.file, place.line, place.column)


def _flatten(error: Exception, path: Path) -> Iterator[tuple[Exception, Path]]:
    if isinstance(error, Inside):
        for key, problem in error.problems:
            yield from _flatten(problem, (*path, key))
    elif isinstance(error, BaseValidationError):
        noted, plain = error.group_exceptions()  # type: ignore[attr-defined]
        for problem, note in noted:
            yield from _flatten(problem, (*path, RENAMED.get(note.name, note.name)))
        for problem in plain:
            yield from _flatten(problem, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = keys_of(error.cl)
        for key in sorted(error.extra_fields):
            yield UnknownKey(key, known), (*path, key)
    else:
        yield error, path


def _finding(problem: Exception, path: Path, source: Source) -> Finding:
    item = item_at(path, source.mapping)
    if isinstance(problem, KeyError):
        return Finding(
            code="F004",
            severity=Severity.ERROR,
            message=_missing_key(str(path[-1]), path[:-1], source),
            path=path,
            place=_place(path[:-1], source),
            item=item,
        )
    if not isinstance(problem, ValueProblem):
        raise problem  # a fault of muniprog's own, not of the file
    at_key = isinstance(problem, UnknownKey) or (problem.code == "F003")
    sentence = _wrong_type(problem, path, source) if isinstance(problem, WrongType) else problem.message
    if at_key and _is_cut_off(path, source):
        sentence = Sentences((sentence, _CUT_OFF))
    title = _title_at(path[:-1], source)
    if path[-1:] == ("id",) and title:  # a wrong identifier does not say which item it is
        sentence = Sentences((sentence, message("It belongs to “{item}”.", item=title)))
    return Finding(
        code=problem.code,
        severity=Severity.ERROR,
        message=sentence,
        path=path,
        place=(source.where_key(path) if at_key else None) or _place(path, source),
        item=item,
    )


def _place(path: Path, source: Source) -> Place | None:
    """Return where a value stands, or the nearest thing around it whose place is known."""
    return next((place for length in range(len(path), -1, -1) if (place := source.where(path[:length]))), None)


def _is_cut_off(path: Path, source: Source) -> bool:
    """Return whether a key is only what follows a comma, as `stöd` in `{sv: Råd, stöd}`: no colon comes after it."""
    key, value = source.where_key(path), source.where(path)
    if key is None or value is None or value_at(path, source.mapping) is not None:
        return False
    return (value.line, value.column) == (key.line, key.column + len(str(path[-1])))


def _missing_key(key: str, path: Path, source: Source) -> Spoken:
    if title := _title_at(path, source):
        return message("The key “{key}” is missing from “{title}”.", key=key, title=title)
    return message("The key “{key}” is missing here.", key=key)


def _title_at(path: Path, source: Source) -> str:
    """Return what the mapping at `path` is called, in the first language that has a word; empty where it is not."""
    holder = value_at(path, source.mapping)
    title = holder.get("title", holder.get("name")) if isinstance(holder, dict) else None
    if isinstance(title, dict):
        title = next((words for words in title.values() if isinstance(words, str) and words), None)
    return title if isinstance(title, str) else ""


def _wrong_type(problem: WrongType, path: Path, source: Source) -> Spoken:
    value = value_at(path, source.mapping)
    written = source.written(path)
    parts: list[Spoken] = [
        message("Expected {expected}, found {found}.", expected=problem.expected, found=_found(value, written))
    ]
    if problem.hint is not None:
        parts.append(problem.hint)
    elif isinstance(value, str) and str(problem.expected) in ("a number", "a whole number"):
        parts.extend(advice for advice in (number_meant(value),) if advice is not None)
    elif isinstance(value, (bool, int, float)) and str(problem.expected).startswith("text"):
        parts.append(message('Put it in quotes: "{written}".', written=str(value) if written is None else written))
    return Sentences(parts)


def _found(value: Plain, written: str | None) -> Spoken:
    if value is None:
        return message("nothing")
    if isinstance(value, bool):
        return message("{written} (yes or no)", written=written or str(value).lower())
    if isinstance(value, (int, float)):
        return message("the number {written}", written=written or str(value))
    if isinstance(value, str):
        return message("the text “{text}”", text=value if len(value) <= 60 else f"{value[:59]}…")
    return message("a list") if isinstance(value, list) else message("a mapping of keys and values")
