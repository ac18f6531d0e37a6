"""What is not built in but well known: which package gives it."""

PACKAGES = {
    "docx": "muniprog-docx",
    "latex": "muniprog-latex",
    "pdf": "muniprog-pdf",
    "postgres": "muniprog-postgres",
    "postgresql": "muniprog-postgres",
    "site": "muniprog-sphinx",
    "sphinx": "muniprog-sphinx",
    "tex": "muniprog-latex",
    "toml": "muniprog[toml]",
    "xlsx": "muniprog-xlsx",
}
"""Name, file ending without its dot, or beginning of an address → what to install."""


def package_for(name: str) -> str | None:
    """Return what to install for a name, a file ending or the beginning of an address, if that is known.

    >>> package_for(".tex")
    'muniprog-latex'
    """
    return PACKAGES.get(name.casefold().removeprefix("."))
