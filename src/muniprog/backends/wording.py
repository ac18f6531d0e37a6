"""The few words that backends add to a document, each in the language of the document."""

from muniprog.document import FacetKind, NoteKind
from muniprog.messages import message

CONTENTS = message("Contents")
FIGURE = message("Figure")
ROWS_OF_FIGURE = message("The figures behind the picture")
SKIP_TO_CONTENT = message("Skip to the content")
TO_THE_TOP = message("To the top")
PERMANENT_LINK = message("Permanent link")
FIND = message("Find and show")
FREE_TEXT = message("Free text")
ALL = message("All")
LANGUAGE = message("Language")
SIDE_BY_SIDE = message("All, side by side")
CLEAR = message("Show everything")
SHOWN = message("Showing {shown} of {total}", shown="{shown}", total="{total}")
"""The script puts the numbers in."""
FACET_WORDS = {
    FacetKind.THEME: message("Theme"),
    FacetKind.OWNER: message("Owner"),
    FacetKind.STATUS: message("Status"),
    FacetKind.VERDICT: message("Verdict"),
    FacetKind.YEAR: message("Year"),
}
NOTE_WORDS = {
    NoteKind.NOTE: message("Note"),
    NoteKind.WARNING: message("Warning"),
    NoteKind.SOURCE: message("Source"),
}
