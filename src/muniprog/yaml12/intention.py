"""What a file shall say after an edit, where the file may say the same as its canonical form in other words.

A title may stand in the file as `{sv: Boende}` and in the canonical form as `Boende`. Only what differs
between the old and the new canonical form is meant to change; everything else shall stay as the file has it.
"""

from muniprog.source import Plain
from muniprog.yaml12.alignment import NEW, aligned, same


def intended(written: Plain, old: Plain, new: Plain) -> Plain:
    """Return `written` with the differences between `old` and `new` carried over.

    Unchanged parts of the result are the very objects of `written`.

    >>> intended({"title": {"sv": "A"}, "order": 1}, {"title": "A", "order": 1}, {"title": "A", "order": 2})
    {'title': {'sv': 'A'}, 'order': 2}
    """
    if old is new:  # a large part that has not changed need not be looked through
        return written
    if isinstance(written, dict) and isinstance(old, dict) and isinstance(new, dict):
        return intended_mapping(written, old, new)
    if isinstance(written, list) and isinstance(old, list) and isinstance(new, list) and len(written) == len(old):
        return _list(written, old, new)
    return written if same(old, new) else new


def intended_mapping(written: dict[str, Plain], old: dict[str, Plain], new: dict[str, Plain]) -> dict[str, Plain]:
    """Return the mapping `written` with the differences between `old` and `new` carried over."""
    result: dict[str, Plain] = {}
    for key, value in new.items():
        if key in old and key in written:
            result[key] = intended(written[key], old[key], value)
        elif key not in old or not same(old[key], value):
            result[key] = value
    result.update({key: value for key, value in written.items() if key not in old and key not in new})
    unchanged = len(result) == len(written) and all(result.get(key, result) is value for key, value in written.items())
    return written if unchanged else result


def _list(written: list[Plain], old: list[Plain], new: list[Plain]) -> Plain:
    origins = aligned(old, new)
    result = [
        item if origin == NEW else intended(written[origin], old[origin], item)
        for item, origin in zip(new, origins, strict=True)
    ]
    unchanged = len(result) == len(written) and all(map(_is, result, written))
    return written if unchanged else result


def _is(one: Plain, other: Plain) -> bool:
    return one is other
