"""Every hook, from its specification. Their docstrings are Markdown, since they are read in editors too."""

import inspect
import re
from collections.abc import Callable
from textwrap import dedent

from muniprog import hookspecs
from muniprog_docs.markdown import code


def hooks() -> str:
    """Return a section for each hook: what it is for, its arguments, an example."""
    found = [hook for name, hook in vars(hookspecs).items() if name.startswith("muniprog_")]
    return "\n".join(_section(hook) for hook in found)


def _section(hook: Callable[..., object]) -> str:
    signature = f"{hook.__name__}{inspect.signature(hook)}".replace("'", "")
    docstring = inspect.cleandoc(hook.__doc__ or "")
    return f"### {hook.__name__}\n\n{code(signature)}\n\n{re.sub(ARGUMENTS, _as_list, docstring)}\n"


ARGUMENTS = re.compile(r"^Args:\n((?:    .+\n?)+)", flags=re.MULTILINE)


def _as_list(found: re.Match[str]) -> str:
    return re.sub(r"^(\w+):", r"- `\1`:", dedent(found[1]), flags=re.MULTILINE)
