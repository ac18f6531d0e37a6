"""Plain mapping ⇄ model. Nothing is cast, and everything that is wrong is said at once, with its place.

`structure(source)` gives the frozen programme; `unstructure(programme)` gives the plain mapping back in
canonical form: keys in the model's order, what is default left out, short forms where they say it all.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import attrs

from muniprog.conversion.integrity import integrity_problems
from muniprog.conversion.reading import reading
from muniprog.conversion.settings import settings_in, settings_of
from muniprog.errors import SourceError
from muniprog.identifiers import shown
from muniprog.messages import message
from muniprog.model import FORMAT_VERSION, FollowUp, Origin, Programme
from muniprog.source import EMPTY, Finding, Plain, PlainSource, Severity, Source

__all__ = ["structure", "unstructure", "unstructure_change", "unstructure_round"]


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
    from muniprog.conversion.quick import read_quickly

    version_problem = _version_problem(source)
    if version_problem is not None:
        raise SourceError([version_problem])
    with paused(), reading(settings_in(source.mapping)):
        try:
            programme = read_quickly(source.mapping)
        except Exception:  # noqa: BLE001  whatever it is: the converter says it, with all the rest
            programme = _read_with_problems(source)
        problems = integrity_problems(programme, source)
    if problems:
        raise SourceError(problems)
    return attrs.evolve(programme, origin=Origin(address=address, revision=revision, source=source, loaded=programme))


def _read_with_problems(source: Source) -> Programme:
    from muniprog.conversion.entities import read_programme
    from muniprog.conversion.problems import findings

    try:
        return read_programme(source.mapping)
    except Exception as error:  # noqa: BLE001  `findings` raises again what is not a problem of the file
        raise SourceError(findings(error, source)) from None


def unstructure(programme: Programme) -> dict[str, Plain]:
    """Return the plain mapping of a programme in canonical form.

    >>> from muniprog.source import PlainSource
    >>> mapping = {"muniprog": 1, "id": "p", "title": "Plan", "period": 2019, "languages": ["en"]}
    >>> unstructure(structure(PlainSource(mapping))) == mapping
    True
    """
    from muniprog.collector import paused
    from muniprog.conversion.entities import write_programme

    with paused(), reading(settings_of(programme)), _explained(programme):
        return write_programme(programme)


def unstructure_round(follow_up: FollowUp, programme: Programme) -> dict[str, Plain]:
    """Return the plain mapping of one round of a programme in canonical form."""
    from muniprog.conversion.entities import write_round

    with reading(settings_of(programme)):
        return write_round(follow_up)


@contextmanager
def _explained(programme: Programme) -> Iterator[None]:
    """Say of a programme that cannot be written which of its values is of the wrong class."""
    try:
        yield
    except (AttributeError, TypeError):
        from muniprog.conversion.misfits import misfits

        found = tuple(misfits(programme))
        if not found:
            raise
        raise SourceError(found) from None


def refuse_unreadable(programme: Programme, new: dict[str, Plain], old: Mapping[str, Plain] = EMPTY) -> None:
    """Do nothing if a mapping that is about to be kept can be read again.

    Args:
        programme: The programme that `new` was made from.
        new: The mapping.
        old: The mapping that was read before; what stands in both as the same object is right.

    Raises:
        SourceError: It holds what no file may hold, such as an identifier that is used twice.
    """
    changed = {key: _changed_part(value, old.get(key)) for key, value in new.items()}
    structure(PlainSource(changed))
    problems = integrity_problems(programme, PlainSource(new))
    if problems:
        raise SourceError(problems)


def _changed_part(value: Plain, before: Plain) -> Plain:
    """Return a list of items without those that were there before, and anything else as it is."""
    if not isinstance(value, list) or not isinstance(before, list):
        return value
    known = {id(element) for element in before if isinstance(element, dict)}
    return [element for element in value if id(element) not in known]


def unstructure_change(programme: Programme, origin: Origin) -> tuple[dict[str, Plain], dict[str, Plain]]:
    """Return what was loaded and what the programme is now, as mappings that share what has not changed.

    What is still the same object stands in both as it was read; what is not stands in both in canonical form.
    Where another language of record or another calendar gives the words in the file another meaning, all of it
    stands in canonical form, so that whatever would be misread is written anew.
    """
    from muniprog.collector import paused
    from muniprog.conversion.entities import write_attribute
    from muniprog.conversion.shapes import keys_of

    settings = settings_of(programme)
    earlier = settings_of(origin.loaded)
    if (settings.record, settings.calendar) != (earlier.record, earlier.calendar):
        return unstructure(origin.loaded), unstructure(programme)
    read, old, new = origin.source.mapping, {}, {}
    attributes = [name for name in attrs.fields_dict(Programme) if name != "origin"]
    with paused(), reading(settings), _explained(programme):
        for name, key in zip(attributes, keys_of(Programme), strict=True):
            before, after = getattr(origin.loaded, name), getattr(programme, name)
            if before is after:
                if key in read:
                    old[key] = new[key] = read[key]
                continue
            kept = _kept(before, after, read.get(key))
            for mapping, value in ((old, before), (new, after)):
                written = write_attribute(name, value, kept)
                if written is not None:
                    mapping[key] = written
    return old, new


def _kept(before: object, after: object, read: Plain) -> dict[int, Plain]:
    """Return what was read for those elements of a list that are still the same object, by that object's identity."""
    if not (isinstance(before, tuple) and isinstance(after, tuple) and isinstance(read, list)):
        return {}
    still = {id(element) for element in after}
    return {id(element): plain for element, plain in zip(before, read, strict=True) if id(element) in still}


def _version_problem(source: Source) -> Finding | None:
    version = source.mapping.get("muniprog")
    if version == FORMAT_VERSION and type(version) is int:
        return None
    if version is None:
        sentence = message(
            "This is not a programme: the first line should be “muniprog: {version}”.", version=FORMAT_VERSION
        )
    elif type(version) is int and version > FORMAT_VERSION:
        sentence = message(
            "The file is written in format {found}; this muniprog reads format {version}. Install a newer muniprog.",
            found=version,
            version=FORMAT_VERSION,
        )
    else:
        sentence = message(
            "There is no file format {found}; expected “muniprog: {version}”.",
            found=shown(source.written(("muniprog",)) or str(version)),
            version=FORMAT_VERSION,
        )
    return Finding(
        code="F011",
        severity=Severity.ERROR,
        message=sentence,
        path=("muniprog",),
        place=source.where(("muniprog",)) or source.where(()),
    )
