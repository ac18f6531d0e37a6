"""Identifiers of a whole programme, as a plain mapping: give them, change them, tell doubles apart, retire them.

Each function returns a new mapping and leaves the given one as it is. What did not change is the very same
object in both, so that whoever saves the mapping writes only the lines that differ.
"""

from muniprog.renaming.doubles import Renumbered, Renumbering, renumber
from muniprog.renaming.filling import fill_identifiers
from muniprog.renaming.one import rename_identifier
from muniprog.renaming.retiring import StillUsedError, retire_identifier

__all__ = [
    "Renumbered",
    "Renumbering",
    "StillUsedError",
    "fill_identifiers",
    "rename_identifier",
    "renumber",
    "retire_identifier",
]
