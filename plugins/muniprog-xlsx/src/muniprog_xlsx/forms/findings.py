"""What can be odd about a form that has come back, in words."""

from collections.abc import Mapping

import attrs

import muniprog
from muniprog_xlsx.forms.words import say


@attrs.frozen
class Remark:
    """One kind of oddity.

    Attributes:
        code: Its stable code.
        severity: How serious it is; an error refuses the form.
        words: Its sentence in each language.
    """

    code: str
    severity: muniprog.Severity
    words: Mapping[str, str]

    def at(self, place: muniprog.Place, **arguments: object) -> muniprog.Finding:
        """Return the finding; the sentence may name its `{cell}` and `{row}`."""
        said = say(self.words, cell=cell_name(place), row=place.line, **arguments)
        return muniprog.Finding(code=self.code, severity=self.severity, message=said, place=place)


def cell_name(place: muniprog.Place) -> str:
    """Return what a spreadsheet calls a cell.

    >>> cell_name(muniprog.Place("form.xlsx", 7, 2, "Actions"))
    'B7'
    """
    return str(place).rpartition("!")[2]


def shortened(content: object, most: int = 40) -> str:
    """Return what stands in a cell, on one line and not too long to be quoted."""
    line = " ".join(str(content).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


NO_FORM = Remark(
    "X102",
    muniprog.Severity.ERROR,
    {
        "en": "This workbook is no form of muniprog, or what it remembers has been taken out of it. "
        "Wanted is the form as it was sent out, filled in and saved; the answers can be copied into a new one.",
        "sv": "Den här arbetsboken är inget formulär från muniprog, eller så har det som den minns tagits bort. "
        "Här behövs formuläret som det skickades ut, ifyllt och sparat; svaren kan kopieras in i ett nytt.",
        "fi": "Tämä työkirja ei ole muniprogin lomake, tai sen muisti on poistettu. "
        "Tarvitaan lähetetty lomake täytettynä ja tallennettuna; vastaukset voi kopioida uuteen lomakkeeseen.",
    },
)
SHEET_WITHOUT_KEYS = Remark(
    "X103",
    muniprog.Severity.WARNING,
    {
        "en": "The sheet “{sheet}” holds no keys, so nothing in it was read.",
        "sv": "Bladet ”{sheet}” har inga nycklar, så inget i det har lästs.",
        "fi": "Taulukossa ”{sheet}” ei ole avaimia, joten siitä ei luettu mitään.",
    },
)
COLUMN_UNKNOWN = Remark(
    "X104",
    muniprog.Severity.WARNING,
    {
        "en": "Nobody asked for the column “{heading}”; what stands in it ({cell}: “{content}”) was not read.",
        "sv": "Ingen har frågat efter kolumnen ”{heading}”; det som står i den ({cell}: ”{content}”) har inte lästs.",
        "fi": "Saraketta ”{heading}” ei ole kysytty; sen sisältöä ({cell}: ”{content}”) ei luettu.",
    },
)
COLUMN_BY_HEADING = Remark(
    "X105",
    muniprog.Severity.NOTE,
    {
        "en": "The column “{heading}” has lost its key and was known again by its heading.",
        "sv": "Kolumnen ”{heading}” har förlorat sin nyckel och kändes igen på sin rubrik.",
        "fi": "Sarake ”{heading}” on menettänyt avaimensa ja tunnistettiin otsikostaan.",
    },
)
COLUMN_GONE = Remark(
    "X106",
    muniprog.Severity.WARNING,
    {
        "en": "The column “{heading}” is gone; its answers were left as they are.",
        "sv": "Kolumnen ”{heading}” är borta; svaren i den lämnas som de är.",
        "fi": "Sarake ”{heading}” puuttuu; sen vastaukset jätettiin ennalleen.",
    },
)
COLUMN_TWICE = Remark(
    "X107",
    muniprog.Severity.ERROR,
    {
        "en": "The column “{heading}” stands twice: {cells}. Keep the one with the right answers.",
        "sv": "Kolumnen ”{heading}” finns två gånger: {cells}. Behåll den som har de rätta svaren.",
        "fi": "Sarake ”{heading}” on kahdesti: {cells}. Säilytä se, jossa on oikeat vastaukset.",
    },
)
ROW_WITHOUT_KEY = Remark(
    "X108",
    muniprog.Severity.WARNING,
    {
        "en": "The row {row} has no key, so its answer ({cell}: “{content}”) belongs to nothing. "
        "Move it to the row that it is about.",
        "sv": "Rad {row} har ingen nyckel, så svaret i den ({cell}: ”{content}”) hör inte till något. "
        "Flytta det till raden som det gäller.",
        "fi": "Rivillä {row} ei ole avainta, joten sen vastaus ({cell}: ”{content}”) ei kuulu mihinkään. "
        "Siirrä se riville, jota se koskee.",
    },
)
KEY_UNKNOWN = Remark(
    "X109",
    muniprog.Severity.WARNING,
    {
        "en": "Nobody asked for “{key}” in this form; the row was not read.",
        "sv": "”{key}” frågades det inte efter i det här formuläret; raden har inte lästs.",
        "fi": "Tässä lomakkeessa ei kysytty kohdetta ”{key}”; riviä ei luettu.",
    },
)
KEY_TWICE = Remark(
    "X110",
    muniprog.Severity.ERROR,
    {
        "en": "“{key}” is on {places}. Keep the row with the right answers and delete the other.",
        "sv": "”{key}” finns på {places}. Behåll raden med de rätta svaren och ta bort den andra.",
        "fi": "”{key}” on kohdissa {places}. Säilytä rivi, jossa on oikeat vastaukset, ja poista toinen.",
    },
)
KEY_IS_A_DAY = Remark(
    "X111",
    muniprog.Severity.ERROR,
    {
        "en": "The key in {cell} has become a date, {content}. Copy the key from the form as it was sent out.",
        "sv": "Nyckeln i {cell} har blivit ett datum, {content}. Kopiera nyckeln från formuläret som det skickades ut.",
        "fi": "Solun {cell} avain on muuttunut päivämääräksi {content}. Kopioi avain lähetetystä lomakkeesta.",
    },
)
KEY_TRIMMED = Remark(
    "X112",
    muniprog.Severity.NOTE,
    {
        "en": "The key “{key}” in {cell} had spaces around it; they were left out.",
        "sv": "Nyckeln ”{key}” i {cell} hade mellanslag runt sig; de togs bort.",
        "fi": "Solun {cell} avaimen ”{key}” ympärillä oli välilyöntejä; ne jätettiin pois.",
    },
)
NO_RESULT = Remark(
    "X113",
    muniprog.Severity.ERROR,
    {
        "en": "The cell {cell} holds a formula without a stored result. Open the file in Excel or LibreOffice "
        "and save it, or write the value itself.",
        "sv": "Cellen {cell} har en formel utan sparat resultat. Öppna filen i Excel eller LibreOffice och spara den, "
        "eller skriv själva värdet.",
        "fi": "Solussa {cell} on kaava ilman tallennettua tulosta. Avaa tiedosto Excelissä tai "
        "LibreOfficessa ja tallenna se, tai kirjoita itse arvo.",
    },
)
ERROR_VALUE = Remark(
    "X114",
    muniprog.Severity.ERROR,
    {
        "en": "The cell {cell} shows the error {content}. Write the value itself.",
        "sv": "Cellen {cell} visar felet {content}. Skriv själva värdet.",
        "fi": "Solu {cell} näyttää virheen {content}. Kirjoita itse arvo.",
    },
)
KEY_IS_A_NUMBER = Remark(
    "X115",
    muniprog.Severity.NOTE,
    {
        "en": "The key in {cell} has become a number; it was read as “{key}”.",
        "sv": "Nyckeln i {cell} har blivit ett tal; den lästes som ”{key}”.",
        "fi": "Solun {cell} avain on muuttunut luvuksi; se luettiin muodossa ”{key}”.",
    },
)
KEYS_APART = Remark(
    "X116",
    muniprog.Severity.ERROR,
    {
        "en": "The headings of the sheet “{sheet}” stand on row {row}, at the key of an answer: rows were sorted "
        "without their hidden keys. Nothing in the sheet was read; undo the sorting or copy the answers into the form "
        "as it was sent out.",
        "sv": "Rubrikerna på bladet ”{sheet}” står på rad {row}, vid nyckeln till ett svar: raderna har sorterats utan "
        "sina dolda nycklar. Inget på bladet har lästs; ångra sorteringen eller kopiera in svaren i "
        "formuläret som det skickades ut.",
        "fi": "Taulukon ”{sheet}” otsikot ovat rivillä {row} vastauksen avaimen kohdalla: rivit on lajiteltu ilman "
        "piilotettuja avaimiaan. Taulukosta ei luettu mitään; peru lajittelu tai kopioi vastaukset "
        "lähetettyyn lomakkeeseen.",
    },
)
ROW_OF_SHEET = {
    "en": "row {row} of the sheet “{sheet}” ({title})",
    "sv": "rad {row} på bladet ”{sheet}” ({title})",
    "fi": "rivi {row} taulukossa ”{sheet}” ({title})",
}
