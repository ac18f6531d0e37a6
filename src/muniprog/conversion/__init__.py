"""Plain mapping ⇄ model. Nothing is cast, and everything that is wrong is said at once, with its place.

`structure(source)` gives the frozen programme; `unstructure(programme)` gives the plain mapping back in
canonical form: keys in the model's order, what is default left out, short forms where they say it all.
"""

import attrs

from muniprog.conversion.integrity import integrity_problems
from muniprog.conversion.reading import Reading, reading
from muniprog.errors import SourceError
from muniprog.messages import message
from muniprog.model import FORMAT_VERSION, Origin, Programme
from muniprog.source import Finding, Plain, Severity, Source
from muniprog.timeframe import Calendar

__all__ = ["structure", "unstructure"]


def structure(source: Source, *, address: str = "", revision: str = "") -> Programme:
    """Return the programme that a source holds.

    Args:
        source: The plain mapping with its places.
        address: Where it was found; kept as the programme's origin.
        revision: The revision that was found there.

    Raises:
        SourceError: The mapping is not a programme; holds every problem with its path and place.
    """
    from muniprog.collector import paused
    from muniprog.conversion.entities import read_programme
    from muniprog.conversion.problems import findings

    version_problem = _version_problem(source)
    if version_problem is not None:
        raise SourceError([version_problem])
    with paused(), reading(_settings(source.mapping)):
        try:
            programme = read_programme(source.mapping)
        except Exception as error:  # noqa: BLE001  `findings` raises again what is not a problem of the file
            raise SourceError(findings(error, source)) from None
        problems = integrity_problems(programme, source)
    if problems:
        raise SourceError(problems)
    return attrs.evolve(programme, origin=Origin(address=address, revision=revision, source=source))


def unstructure(programme: Programme) -> dict[str, Plain]:
    """Return the plain mapping of a programme in canonical form.

    >>> from muniprog.source import PlainSource
    >>> mapping = {"muniprog": 1, "id": "p", "title": "Plan", "period": 2019, "languages": ["en"]}
    >>> unstructure(structure(PlainSource(mapping))) == mapping
    True
    """
    from muniprog.collector import paused
    from muniprog.conversion.entities import write_programme

    with paused(), reading(Reading(languages=programme.languages, calendar=programme.calendar)):
        return write_programme(programme)


def _settings(mapping: dict[str, Plain]) -> Reading:
    """Return the languages and the calendar; where they are wrong themselves, that is found later."""
    from muniprog.conversion.entities import read_calendar

    languages = mapping.get("languages")
    written = [language for language in languages if isinstance(language, str)] if isinstance(languages, list) else []
    calendar = Calendar()
    if mapping.get("calendar") is not None:
        try:
            calendar = read_calendar(mapping["calendar"])
        except Exception:  # noqa: BLE001  said with its place when the whole is read
            calendar = Calendar()
    return Reading(languages=tuple(written) or ("en",), calendar=calendar)


def _version_problem(source: Source) -> Finding | None:
    version = source.mapping.get("muniprog")
    if version == FORMAT_VERSION and type(version) is int:
        return None
    if version is None:
        sentence = message("This is not a programme: the first line should be “muniprog: {version}”.", version=FORMAT_VERSION)
    elif type(version) is int and version > FORMAT_VERSION:
        sentence = message(
            "The file is written in format {found}; this muniprog reads format {version}. Install a newer muniprog.",
            found=version,
            version=FORMAT_VERSION,
        )
    else:
        sentence = message("There is no file format {found}; expected “muniprog: {version}”.", found=version, version=FORMAT_VERSION)
    return Finding(code="F011", severity=Severity.ERROR, message=sentence, path=("muniprog",), place=source.where(("muniprog",)) or source.where(()))
