"""A document of muniprog as nodes of docutils, which every builder of Sphinx can print."""

from muniprog_sphinx.printing.blocks import Printer
from muniprog_sphinx.printing.nodes import Explained
from muniprog_sphinx.printing.prose import Wording, spoken_in
from muniprog_sphinx.printing.surroundings import Surroundings

__all__ = ["Explained", "Printer", "Surroundings", "Wording", "spoken_in"]
