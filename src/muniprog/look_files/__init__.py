"""Look files: the municipality's own look, written down in a small YAML file beside its logo."""

from muniprog.look_files.choosing import LOOK_FILE, look_beside, look_for, look_problems
from muniprog.look_files.reading import read_look

__all__ = ["LOOK_FILE", "look_beside", "look_for", "look_problems", "read_look"]
