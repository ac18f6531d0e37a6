"""The few words that a workbook adds to a report, in the languages that muniprog speaks."""

import muniprog

CONTENTS = muniprog.Text.of({"en": "Contents", "sv": "Innehåll", "fi": "Sisällys"})
TEXT = muniprog.Text.of({"en": "Text", "sv": "Text", "fi": "Teksti"})
TEXT_HOLDS = muniprog.Text.of(
    {
        "en": "The running text of the report, in reading order",
        "sv": "Rapportens löpande text, i läsordning",
        "fi": "Raportin teksti lukujärjestyksessä",
    }
)
SHEET = muniprog.Text.of({"en": "Sheet", "sv": "Blad", "fi": "Taulukkosivu"})
HOLDS = muniprog.Text.of({"en": "What it holds", "sv": "Vad det innehåller", "fi": "Mitä se sisältää"})
CHAPTER = muniprog.Text.of({"en": "Chapter", "sv": "Kapitel", "fi": "Luku"})
ROWS = muniprog.Text.of({"en": "Rows", "sv": "Rader", "fi": "Rivejä"})
WITH_PICTURE = muniprog.Text.of({"en": "with a picture", "sv": "med bild", "fi": "sisältää kuvan"})
TO_CONTENTS = muniprog.Text.of({"en": "← Contents", "sv": "← Innehåll", "fi": "← Sisällys"})
IN_THE_TEXT = muniprog.Text.of({"en": "In the text", "sv": "I texten", "fi": "Tekstissä"})
PICTURE_BELOW = muniprog.Text.of(
    {"en": "Picture below the table", "sv": "Bild under tabellen", "fi": "Kuva taulukon alla"}
)
PICTURE_SHOWS = muniprog.Text.of({"en": "What the picture shows", "sv": "Vad bilden visar", "fi": "Mitä kuva esittää"})
PICTURE = muniprog.Text.of({"en": "Picture", "sv": "Bild", "fi": "Kuva"})
ROWS_OF_PICTURE = muniprog.message("The figures behind the picture")
TABLE = muniprog.Text.of({"en": "Table", "sv": "Tabell", "fi": "Taulukko"})
PICTURE_AND_TABLE = muniprog.Text.of({"en": "Picture and table", "sv": "Bild och tabell", "fi": "Kuva ja taulukko"})
COLUMN = muniprog.Text.of({"en": "Column", "sv": "Kolumn", "fi": "Sarake"})
NO_ROWS = muniprog.Text.of(
    {"en": "There are no rows in this table.", "sv": "Tabellen har inga rader.", "fi": "Taulukossa ei ole rivejä."}
)
GOES_ON = muniprog.Text.of(
    {
        "en": "… (goes on in row {row} of the sheet “{sheet}”)",
        "sv": "… (fortsätter på rad {row} i bladet ”{sheet}”)",
        "fi": "… (jatkuu taulukkosivun ”{sheet}” rivillä {row})",
    }
)
LONG_TEXTS = muniprog.Text.of(
    {
        "en": "Texts that are too long for their cells",
        "sv": "Texter som är för långa för sina celler",
        "fi": "Tekstit, jotka eivät mahdu soluihinsa",
    }
)
NOTE_WORDS = {
    muniprog.NoteKind.NOTE: muniprog.message("Note"),
    muniprog.NoteKind.WARNING: muniprog.message("Warning"),
    muniprog.NoteKind.SOURCE: muniprog.message("Source"),
}
