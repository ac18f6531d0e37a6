"""The command line: `muniprog show | check | report | export | tables | schema | new | ids | plugins`.

Each command stands in a module of its own and is imported only when it is called.
"""

from muniprog.cli.group import muniprog as main

__all__ = ["main"]
