"""Why a file cannot be read at all, in one sentence that says what to do."""

import muniprog
from muniprog_xlsx.forms.words import say

PASSWORD = {
    "en": "The file is protected with a password. Open it, take the password away, save it and try again.",
    "sv": "Filen är skyddad med lösenord. Öppna den, ta bort lösenordet, spara och försök igen.",
    "fi": "Tiedosto on suojattu salasanalla. Avaa se, poista salasana, tallenna ja yritä uudelleen.",
}
OLD_EXCEL = {
    "en": "This is an old Excel file (.xls). Open it in Excel or LibreOffice and save it as .xlsx.",
    "sv": "Det här är en gammal Excelfil (.xls). Öppna den i Excel eller LibreOffice och spara den som .xlsx.",
    "fi": "Tämä on vanha Excel-tiedosto (.xls). Avaa se Excelissä tai LibreOfficessa ja tallenna .xlsx-muotoon.",
}
NO_WORKBOOK = {
    "en": "This is no Excel workbook. Wanted is the form as it was sent out, filled in and saved as .xlsx.",
    "sv": "Det här är ingen Excelarbetsbok. Här behövs formuläret som det skickades ut, ifyllt och sparat som .xlsx.",
    "fi": "Tämä ei ole Excel-työkirja. Tarvitaan lähetetty lomake täytettynä ja tallennettuna .xlsx-muotoon.",
}
BROKEN = {
    "en": "The workbook is damaged or was cut off on its way ({reason}). Ask for it to be sent again.",
    "sv": "Arbetsboken är skadad eller har blivit avkortad på vägen ({reason}). Be att få den skickad på nytt.",
    "fi": "Työkirja on vahingoittunut tai katkennut matkalla ({reason}). Pyydä lähettämään se uudelleen.",
}
TOO_LARGE = {
    "en": "The workbook unpacks to more than {most} MB, which no form does. It is not read.",
    "sv": "Arbetsboken packas upp till mer än {most} MB, vilket inget formulär gör. Den läses inte.",
    "fi": "Työkirja purkautuu yli {most} megatavuksi, mitä mikään lomake ei tee. Sitä ei lueta.",
}
ENTITIES = {
    "en": "The workbook declares a document type, which no spreadsheet program does. It is not read.",
    "sv": "Arbetsboken deklarerar en dokumenttyp, vilket inget kalkylprogram gör. Den läses inte.",
    "fi": "Työkirja määrittelee dokumenttityypin, mitä mikään taulukkolaskin ei tee. Sitä ei lueta.",
}


class Unreadable(Exception):
    """A file that cannot be read; it becomes a `SourceError` that names the file."""

    def __init__(self, sentence: dict[str, str], **arguments: object) -> None:
        super().__init__(sentence["en"].format(**arguments))
        self.sentence = say(sentence, **arguments)


def source_error(file: str, code: str, sentence: muniprog.Spoken) -> muniprog.SourceError:
    """Return the error for a file that cannot be read."""
    place = muniprog.Place(file, 1, 1)
    return muniprog.SourceError(
        [muniprog.Finding(code=code, severity=muniprog.Severity.ERROR, message=sentence, place=place)]
    )
