"""Reads what stands in the cells of a workbook, whoever saved it, and what is odd about them.

A workbook comes from outside, so nothing in it is trusted: not its size, not its entities, not the place of its cells.
"""

from muniprog_xlsx.spreadsheets.book import Book, Oddity, Sheet
from muniprog_xlsx.spreadsheets.opening import open_book

__all__ = ["Book", "Oddity", "Sheet", "open_book"]
