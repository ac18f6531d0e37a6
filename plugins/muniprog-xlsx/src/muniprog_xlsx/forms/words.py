"""The words that a workbook needs beside those of the form, in the languages that muniprog speaks."""

from collections.abc import Iterable, Mapping

import muniprog

LANGUAGES = ("en", "sv", "fi")


def say(words: Mapping[str, str], **arguments: object) -> muniprog.Text:
    """Return a sentence in every language, with what it is about put in.

    >>> say({"en": "{cell} is empty", "sv": "{cell} är tom"}, cell="B7")["sv"]
    'B7 är tom'
    """
    return muniprog.Text.of(
        {
            language: sentence.format(**{name: _in(language, value) for name, value in arguments.items()})
            for language, sentence in words.items()
        }
    )


def joined(texts: Iterable[muniprog.Text]) -> muniprog.Text:
    """Return texts one after another, in every language."""
    listed = list(texts)
    return muniprog.Text.of({language: ", ".join(text[language] for text in listed) for language in LANGUAGES})


def _in(language: str, value: object) -> object:
    return value[language] if isinstance(value, muniprog.Text) else value


CHOOSE = {
    "en": "Choose from the list.",
    "sv": "Välj ur listan.",
    "fi": "Valitse luettelosta.",
}
WRITE_FREELY = {
    "en": "Write freely. A text may begin with - or =.",
    "sv": "Skriv fritt. En text får börja med - eller =.",
    "fi": "Kirjoita vapaasti. Teksti saa alkaa merkillä - tai =.",
}
ANY_NUMBER = {
    "en": "A number.",
    "sv": "Ett tal.",
    "fi": "Luku.",
}
NUMBER_BETWEEN = {
    "en": "A number from {minimum} to {maximum}.",
    "sv": "Ett tal från {minimum} till {maximum}.",
    "fi": "Luku väliltä {minimum}–{maximum}.",
}
NUMBER_FROM = {
    "en": "A number, at least {minimum}.",
    "sv": "Ett tal, minst {minimum}.",
    "fi": "Luku, vähintään {minimum}.",
}
NUMBER_TO = {
    "en": "A number, at most {maximum}.",
    "sv": "Ett tal, högst {maximum}.",
    "fi": "Luku, enintään {maximum}.",
}
IN_UNIT = {
    "en": "Unit: {unit}.",
    "sv": "Enhet: {unit}.",
    "fi": "Yksikkö: {unit}.",
}
A_DATE = {
    "en": "A date, such as 31.12.2020.",
    "sv": "Ett datum, såsom 31.12.2020.",
    "fi": "Päivämäärä, kuten 31.12.2020.",
}
WAS_WANTED = {
    "en": "This does not fit here. Wanted: {wanted}",
    "sv": "Det här passar inte. Så här ska det vara: {wanted}",
    "fi": "Tämä ei sovi tähän. Näin sen pitää olla: {wanted}",
}
NOT_RIGHT = {
    "en": "Please look again",
    "sv": "Titta gärna igen",
    "fi": "Tarkistathan vielä",
}
YES, NO = {"en": "yes", "sv": "ja", "fi": "kyllä"}, {"en": "no", "sv": "nej", "fi": "ei"}
LEGEND = {
    "en": "What the cells mean",
    "sv": "Vad cellerna betyder",
    "fi": "Mitä solut tarkoittavat",
}
LEGEND_ASKED = {
    "en": "Write your answer here: yellow, with a thick frame.",
    "sv": "Skriv ditt svar här: gul, med kraftig ram.",
    "fi": "Kirjoita vastauksesi tähän: keltainen, vahva kehys.",
}
LEGEND_SHOWN = {
    "en": "Only to be read: white, with a thin frame.",
    "sv": "Bara att läsa: vit, med tunn ram.",
    "fi": "Vain luettavaksi: valkoinen, ohut kehys.",
}
LEGEND_LAST = {
    "en": "What was answered last time: grey, in italics.",
    "sv": "Vad som svarades förra gången: grå, kursiv.",
    "fi": "Mitä viimeksi vastattiin: harmaa, kursivoitu.",
}
LEGEND_UNASKED = {
    "en": "Not asked here: a dash.",
    "sv": "Frågas inte här: ett streck.",
    "fi": "Ei kysytä tässä: viiva.",
}
OWNER, PROGRAMME = {"en": "Owner", "sv": "Ansvarsinstans", "fi": "Vastuutaho"}, {
    "en": "Programme", "sv": "Program", "fi": "Ohjelma"}  # fmt: skip
ROUND = {"en": "Round", "sv": "Uppföljning", "fi": "Seuranta"}
SHEETS = {"en": "The questions", "sv": "Frågorna", "fi": "Kysymykset"}
NOTHING_ASKED = {
    "en": "Nothing is asked of you this time.",
    "sv": "Den här gången frågas du inte om något.",
    "fi": "Tällä kertaa sinulta ei kysytä mitään.",
}
