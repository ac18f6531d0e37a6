"""Language tags as a PDF and its typesetter know them: a language of two or three letters, and a region of two."""

import re

import muniprog

_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-(?P<region>[A-Za-z]{2}))?(?:-.*)?")
_UNDETERMINED = "und"


def voice(tag: str) -> dict[str, muniprog.Plain]:
    """Return the language and the region of a tag; the undetermined language where it names none.

    >>> voice("sv-FI"), voice("zh-Hans-CN"), voice("x-other")
    ({'lang': 'sv', 'region': 'FI'}, {'lang': 'zh', 'region': 'CN'}, {'lang': 'und', 'region': None})
    """
    found = _TAG.fullmatch(tag)
    if found is None:
        return {"lang": _UNDETERMINED, "region": None}
    region = found["region"]
    return {"lang": found["language"].lower(), "region": region.upper() if region else None}
