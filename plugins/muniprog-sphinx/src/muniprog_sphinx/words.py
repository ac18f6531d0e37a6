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

PAGES = {
    "index": _words("Framsida", "Etusivu", "Front page"),
    "timetable": _words("Tidtabell", "Aikataulu", "Timetable"),
    "owners": _words("Ansvarsinstanser", "Vastuutahot", "Owners"),
    "indicators": _words("Mätare", "Mittarit", "Indicators"),
    "followup": _words("Uppföljning", "Seuranta", "Follow-up"),
    "evaluation": _words("Utvärdering", "Arviointi", "Evaluation"),
    "data": _words("Öppna data", "Avoin data", "Open data"),
}
"""What the pages of a site are called in its menu."""

SITE = {
    "skip": _words("Hoppa till innehållet", "Siirry sisältöön", "Skip to the content"),
    "more": _words("Mer", "Lisää", "More"),
    "menu": _words("Meny", "Valikko", "Menu"),
    "pages": _words("Sidor", "Sivut", "Pages"),
    "themes": _words("Teman", "Teemat", "Themes"),
    "followup": _words("Uppföljning", "Seuranta", "Follow-up"),
    "languages": _words("Språk", "Kieli", "Language"),
    "search": _words("Sök", "Hae", "Search"),
    "search_field": _words("Sök på webbplatsen", "Hae sivustolta", "Search the site"),
    "search_needs_script": _words(
        "Sökningen behöver JavaScript. Registret behöver det inte.",
        "Haku tarvitsee JavaScriptin. Hakemisto ei tarvitse sitä.",
        "The search needs JavaScript. The index does not.",
    ),
    "index": _words("Register", "Hakemisto", "Index"),
    "top": _words("Till början av sidan", "Sivun alkuun", "To the top"),
    "letters": _words("Bokstäver", "Kirjaimet", "Letters"),
}
"""What stands around the pages of a site."""

ABOUT_DATA = _words(
    "Allt som har publicerats om programmet finns också som data. Adresserna ändras inte.",
    "Kaikki, mitä ohjelmasta on julkaistu, on saatavilla myös datana. Osoitteet eivät muutu.",
    "All that is published of the programme is there as data too. The addresses do not change.",
)
DATA_OF_PROGRAMME = _words("hela programmet", "koko ohjelma", "the whole programme")
DATA_SCHEMA = _words(
    "hur det är uppbyggt (JSON Schema)", "miten se on rakennettu (JSON Schema)", "how it is built (JSON Schema)"
)
ABOUT_ITEMS = _words(
    "adresserna till varje tema, mål, åtgärd, mätare och ansvarsinstans",
    "jokaisen teeman, tavoitteen, toimenpiteen, mittarin ja vastuutahon osoitteet",
    "the addresses of every theme, goal, action, indicator and owner",
)

SEARCH = {
    "Searching": _words("Söker", "Haetaan", "Searching"),
    "Preparing search...": _words("Förbereder sökningen …", "Valmistellaan hakua…", "Preparing search..."),
    "Search Results": _words("Träffar", "Tulokset", "Search results"),
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've "
    "selected enough categories.": _words(
        "Inga sidor innehåller alla orden.", "Mikään sivu ei sisällä kaikkia sanoja.", "No page holds all the words."
    ),
}
"""What the search says, by the English sentence that Sphinx has for it."""

FOUND = (
    "Search finished, found one page matching the search query.",
    "Search finished, found ${resultCount} pages matching the search query.",
)
FOUND_ONE = _words("En träff.", "Yksi tulos.", "One result.")
FOUND_MANY = _words("${resultCount} träffar.", "${resultCount} tulosta.", "${resultCount} results.")
