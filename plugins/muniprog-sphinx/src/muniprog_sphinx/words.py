"""What this package says to people, in Swedish, Finnish and English."""

import muniprog


def _words(sv: str, fi: str, en: str) -> muniprog.Text:
    return muniprog.Text.of({"en": en, "sv": sv, "fi": fi})


KINDS = {
    "theme": _words("tema", "teema", "theme"),
    "goal": _words("mål", "tavoite", "goal"),
    "action": _words("åtgärd", "toimenpide", "action"),
    "indicator": _words("mätare", "mittari", "indicator"),
    "owner": _words("ansvarsinstans", "vastuutaho", "owner"),
}
"""What kinds of item there are, and what they are called."""

CHAPTER = _words("kapitel", "luku", "chapter")
FIGURE = _words("figur", "kuvio", "figure")
COLUMN = _words("kolumn", "sarake", "column")

TITLE_OF_INDEX = _words("Register", "Hakemisto", "Index of items")

HOW_TO_ASK_FOR_VALUE = _words(
    "Skriv programmet, det som siffran gäller och vilken siffra: ”vasa boenderadgivning completion”.",
    "Kirjoita ohjelma, kohde ja luku: ”vasa boenderadgivning completion”.",
    "Write the programme, the item and which figure: “vasa boenderadgivning completion”.",
)
SAY_THE_DAY = _words(
    "Skriv till vilken dag siffran gäller, till exempel 2020-12-31, eller ange muniprog_as_of i conf.py.",
    "Kirjoita, mitä päivää luku koskee, esimerkiksi 2020-12-31, tai aseta muniprog_as_of tiedostossa conf.py.",
    "Say on which day, such as 2020-12-31, or set muniprog_as_of in conf.py.",
)
NOT_SHOWN = "“%(target)s” is an item of the programme, but is shown on no page"
"""Sphinx puts the identifier in; its warnings are for those who write the documentation."""
