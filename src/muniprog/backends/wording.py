"""The few words that backends add to a document, each in the language of the document."""

from muniprog.document import NoteKind
from muniprog.messages import message

CONTENTS = message("Contents")
FIGURE = message("Figure")
ROWS_OF_FIGURE = message("The figures behind the picture")
SKIP_TO_CONTENT = message("Skip to the content")
TO_THE_TOP = message("To the top")
NOTE_WORDS = {
    NoteKind.NOTE: message("Note"),
    NoteKind.WARNING: message("Warning"),
    NoteKind.SOURCE: message("Source"),
}
