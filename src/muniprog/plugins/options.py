"""Options of contributions, written as a list of blocks that each name what they are for.

```yaml
print:
- type: html
- {type: poster, colour: red}
```

A contribution that is an attrs class has options: its attributes. A block becomes a contribution of that class
with the attributes that the block gives; one that is no attrs class has no options.
"""

import attrs

from muniprog.errors import SourceError, UnknownNameError, ValueProblem
from muniprog.messages import message
from muniprog.paths import value_at
from muniprog.plugins.failures import ContestedNameError
from muniprog.plugins.kinds import Thing
from muniprog.plugins.shelf import Shelf
from muniprog.source import Path, Plain, Source

TYPE = "type"


def read_options(shelf: Shelf[Thing], source: Source, path: Path) -> tuple[Thing, ...]:
    """Return the contributions that a list of blocks asks for, each with its options.

    Args:
        shelf: Where the contributions are found, such as `plugins.backends`.
        source: The mapping that holds the blocks, with its places.
        path: Where in it the list of blocks stands.

    Raises:
        SourceError: A block is of an unknown type or its options do not fit; every problem, in its own block.
    """
    from muniprog.conversion.problems import findings
    from muniprog.conversion.refusals import Inside, WrongType

    blocks = value_at(path, source.mapping)
    try:
        return _each(shelf, blocks)
    except (Inside, WrongType) as error:
        problem: Exception = error
        for key in reversed(path):
            problem = Inside([(key, problem)])
        raise SourceError(findings(problem, source)) from None


def _each(shelf: Shelf[Thing], blocks: Plain) -> tuple[Thing, ...]:
    from muniprog.conversion.refusals import Inside, WrongType

    if not isinstance(blocks, list):
        raise WrongType(message("a list"))
    made: list[Thing] = []
    problems: list[tuple[str | int, Exception]] = []
    for number, block in enumerate(blocks):
        try:
            made.append(_one(shelf, block))
        except Exception as error:  # noqa: BLE001  `findings` raises again what is not a problem of the block
            problems.append((number, error))
    if problems:
        raise Inside(problems)
    return tuple(made)


def _one(shelf: Shelf[Thing], block: Plain) -> Thing:
    from muniprog.conversion.entities import converter
    from muniprog.conversion.refusals import Inside, UnknownKey, WrongType

    if not isinstance(block, dict):
        raise WrongType(message("a mapping of keys and values"))
    options = {key: value for key, value in block.items() if key != TYPE}
    plain = _named(shelf, block.get(TYPE))
    if attrs.has(type(plain)):
        configured: Thing = converter().structure(options, type(plain))
        return configured
    if options:
        raise Inside([(key, UnknownKey(key, (TYPE,))) for key in options])
    return plain


def _named(shelf: Shelf[Thing], name: Plain) -> Thing:
    from muniprog.conversion.refusals import Inside, WrongType

    if not isinstance(name, str):
        raise Inside([(TYPE, KeyError(TYPE) if name is None else WrongType(message("text")))])
    try:
        return shelf.find(name)
    except (UnknownNameError, ContestedNameError) as error:
        raise Inside([(TYPE, ValueProblem(error.message, code="F006"))]) from None
