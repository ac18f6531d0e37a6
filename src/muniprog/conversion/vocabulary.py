"""Swedish and Finnish words for the keys and words of the file, so that a planner's own word finds the right one."""

from collections.abc import Sequence

_WORDS = {
    # Keys.
    "title": "titel rubrik namn otsikko nimi",
    "name": "namn titel nimi otsikko",
    "period": "programperiod kausi ohjelmakausi jakso",
    "languages": "språk kieli kielet",
    "municipality": "kommun stad kunta kaupunki",
    "subtitle": "underrubrik undertitel alaotsikko",
    "description": "beskrivning kuvaus",
    "note": "anmärkning anteckning huomautus huomio",
    "source": "källa lähde",
    "contact": "kontakt kontaktuppgifter yhteystiedot",
    "owners": "ansvarig ansvariga ansvar ansvarsinstans ansvarsinstanser vastuu vastuutaho vastuutahot vastuuhenkilö",
    "owner": "ansvarig ansvarsinstans vastuutaho",
    "themes": "tema teman insatsområden teema teemat",
    "goals": "mål målsättningar tavoite tavoitteet",
    "actions": "åtgärd åtgärder toimenpide toimenpiteet",
    "steps": "delåtgärder steg vaihe vaiheet",
    "timeframe": "tidtabell tidsplan tid aikataulu aika",
    "indicators": "mätare indikatorer mittari mittarit indikaattorit",
    "measure": "mått måttslag mittauslaji",
    "unit": "enhet yksikkö",
    "direction": "riktning suunta",
    "baseline": "utgångsläge utgångsvärde lähtötaso lähtöarvo",
    "targets": "målvärde målvärden tavoitearvo tavoitearvot",
    "observations": "utfall toteuma toteumat",
    "value": "värde arvo",
    "follow_ups": "uppföljning uppföljningar seuranta seurannat",
    "status": "läge tila",
    "role": "roll rooli",
    "kind": "slag typ laji tyyppi",
    # Words.
    "count": "antal mängd lukumäärä määrä",
    "share": "andel procent osuus prosentti",
    "ratio": "kvot suhdeluku",
    "money": "pengar raha",
    "duration": "varaktighet kesto",
    "scale": "skala asteikko",
    "milestone": "milstolpe virstanpylväs",
    "increase": "öka ökar uppåt kasvaa kasvu ylös",
    "decrease": "minska minskar neråt vähenee vähetä alas",
    "keep": "bevara behålla säilyttää säilyy",
    "year": "år vuosi",
    "month": "månad kuukausi",
    "not_started": "opåbörjad aloittamatta",
    "in_progress": "pågår pågående käynnissä kesken",
    "done": "klar färdig genomförd valmis toteutettu",
    "continuous": "kontinuerlig fortlöpande jatkuva",
    "postponed": "uppskjuten lykätty siirretty",
    "cancelled": "avbruten inställd slopad peruttu",
    "organisation": "organisaatio",
    "group": "grupp arbetsgrupp ryhmä työryhmä",
    "network": "nätverk verkosto",
    "lead": "huvudansvarig päävastuu päävastuullinen",
    "partner": "samarbetspartner kumppani yhteistyökumppani",
}
MEANINGS = {key: frozenset(words.split()) for key, words in _WORDS.items()}
"""The words, all in lower case, that stand for each key or word of the file."""


def meant(word: str, known: Sequence[str]) -> str | None:
    """Return the word of the file that a Swedish or Finnish one stands for, if it is among the known ones.

    >>> meant("Tidtabell", ["title", "timeframe"]), meant("tavoitteet", ["goals"]), meant("hus", ["goals"])
    ('timeframe', 'goals', None)
    """
    folded = word.casefold()
    return next((key for key in known if folded in MEANINGS.get(key, ())), None)
