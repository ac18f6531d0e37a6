"""Why something could not be done, in sentences without a password in them."""

from typing import TYPE_CHECKING

import muniprog
from muniprog_postgres.location import Location
from muniprog_postgres.sentences import Sentence

if TYPE_CHECKING:
    from psycopg import Error

LONGEST_CAUSE = 300
"""The server's own words are cut after as many letters."""


def of(error: "Error", location: Location, *, cut: bool = False) -> muniprog.StorageError:
    """Return the error that says what the server, or the way to it, has refused.

    Args:
        error: What psycopg says.
        location: The server's address.
        cut: Whether the connection was cut before, while something was being done.
    """
    from psycopg import errors

    values = {"server": location.shown, "cause": _cause(error)}
    if cut and (error.sqlstate is None or error.sqlstate.startswith("57P")):
        return muniprog.StorageError(_cut(values))
    if error.sqlstate is None:
        return muniprog.StorageError(_not_reached(values))
    if isinstance(error, (errors.InsufficientPrivilege, errors.ReadOnlySqlTransaction)):
        return muniprog.StorageError(_not_allowed(values))
    if isinstance(
        error, (errors.LockNotAvailable, errors.QueryCanceled, errors.SerializationFailure, errors.DeadlockDetected)
    ):
        return muniprog.StorageError(_busy(values))
    return muniprog.StorageError(_refused(values))


def _cause(error: "Error") -> str:
    words = error.diag.message_primary or str(error)
    return " ".join(words.split())[:LONGEST_CAUSE].rstrip(".?")


def closed(location: Location) -> Sentence:
    """Return that a closed storage was asked for something."""
    return Sentence(
        "Lagringen {server} är stängd. Öppna den på nytt.",
        "Tallennus {server} on suljettu. Avaa se uudelleen.",
        "The storage {server} is closed. Open it again.",
        {"server": location.shown},
    )


def _cut(values: dict[str, str]) -> Sentence:
    return Sentence(
        "Förbindelsen till {server} bröts mitt i arbetet. Det som skulle sparas finns där helt eller inte alls: "
        "ladda det på nytt för att se vilketdera. Orsak: {cause}.",
        "Yhteys palvelimeen {server} katkesi kesken työn. Tallennettava on siellä kokonaan tai ei lainkaan: "
        "lataa se uudelleen ja katso, kumpi pitää paikkansa. Syy: {cause}.",
        "The connection to {server} was cut in the midst of the work. What was being saved is there whole or not "
        "at all: load it again to see which. Cause: {cause}.",
        values,
    )


def _not_reached(values: dict[str, str]) -> Sentence:
    return Sentence(
        "Servern {server} kan inte nås. Orsak: {cause}.",
        "Palvelimeen {server} ei saada yhteyttä. Syy: {cause}.",
        "The server {server} cannot be reached. Cause: {cause}.",
        values,
    )


def _not_allowed(values: dict[str, str]) -> Sentence:
    return Sentence(
        "Det har du inte rätt till på {server}; ingenting ändrades. Den som äger schemat kan ge rätten. "
        "Servern säger: {cause}.",
        "Sinulla ei ole siihen oikeutta palvelimella {server}; mitään ei muutettu. Skeeman omistaja voi antaa "
        "oikeuden. Palvelin sanoo: {cause}.",
        "You may not do this on {server}; nothing was changed. Whoever owns the schema can give you the right. "
        "The server says: {cause}.",
        values,
    )


def _busy(values: dict[str, str]) -> Sentence:
    return Sentence(
        "Servern {server} är upptagen av andra; ingenting ändrades. Försök igen. Servern säger: {cause}.",
        "Palvelin {server} on muiden käytössä; mitään ei muutettu. Yritä uudelleen. Palvelin sanoo: {cause}.",
        "The server {server} is kept busy by others; nothing was changed. Try again. The server says: {cause}.",
        values,
    )


def _refused(values: dict[str, str]) -> Sentence:
    return Sentence(
        "Servern {server} avvisade det; ingenting ändrades. Servern säger: {cause}.",
        "Palvelin {server} ei suostunut siihen; mitään ei muutettu. Palvelin sanoo: {cause}.",
        "The server {server} refused; nothing was changed. The server says: {cause}.",
        values,
    )


def too_new(location: Location, version: int, known: int) -> Sentence:
    """Return that a schema was made by a newer version of this package."""
    return Sentence(
        "Schemat på {server} har version {version}; det här muniprog-postgres kan högst {known}. "
        "Uppgradera muniprog-postgres.",
        "Palvelimen {server} skeeman versio on {version}; tämä muniprog-postgres osaa enintään version {known}. "
        "Päivitä muniprog-postgres.",
        "The schema on {server} has version {version}; this muniprog-postgres knows no later one than {known}. "
        "Upgrade muniprog-postgres.",
        {"server": location.shown, "version": version, "known": known},
    )


def too_old(location: Location, version: int, known: int) -> Sentence:
    """Return that a schema was made by an older version of this package."""
    return Sentence(
        "Schemat på {server} har version {version}; det här muniprog-postgres behöver {known}. Den som äger schemat "
        "uppdaterar det med: muniprog postgresql migrate '{server}'. Ta en säkerhetskopia först.",
        "Palvelimen {server} skeeman versio on {version}; tämä muniprog-postgres tarvitsee version {known}. Skeeman "
        "omistaja päivittää sen komennolla: muniprog postgresql migrate '{server}'. Ota ensin varmuuskopio.",
        "The schema on {server} has version {version}; this muniprog-postgres needs {known}. Whoever owns the schema "
        "brings it up to date with: muniprog postgresql migrate '{server}'. Make a backup first.",
        {"server": location.shown, "version": version, "known": known},
    )


def stranger(location: Location) -> Sentence:
    """Return that a user has no right to the schema."""
    return Sentence(
        "Du har inte den rätt till schemat “{schema}” på {server} som behövs. Den som äger det kan ge dig rollen som "
        "skribent eller läsare.",
        "Sinulla ei ole tarvittavaa oikeutta skeemaan “{schema}” palvelimella {server}. Sen omistaja voi antaa sinulle "
        "kirjoittajan tai lukijan roolin.",
        "You do not have the right to the schema “{schema}” on {server} that this needs. Whoever owns it can give you "
        "the role of a writer or a reader.",
        {"server": location.shown, "schema": location.schema},
    )


def wrong_encoding(location: Location, encoding: str) -> Sentence:
    """Return that a database cannot hold every letter."""
    return Sentence(
        "Databasen {server} har teckenkodningen {encoding} och kan inte hålla alla tecken. Skapa en med UTF8: "
        "CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.",
        "Tietokannan {server} merkistökoodaus on {encoding}, eikä siihen mahdu kaikkia merkkejä. Luo tietokanta, jossa "
        "on UTF8: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.",
        "The database {server} has the encoding {encoding} and cannot hold every letter. Make one with UTF8: "
        "CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.",
        {"server": location.shown, "encoding": encoding},
    )


def unstorable(location: Location) -> Sentence:
    """Return that PostgreSQL's texts do not hold every character."""
    return Sentence(
        "En identifierare, en anmärkning eller ett namn på {server} kan inte innehålla tecknet U+0000 eller ett halvt "
        "tecken; ta bort det.",
        "Tunnisteessa, huomautuksessa tai nimessä palvelimella {server} ei voi olla merkkiä U+0000 eikä puolikasta "
        "merkkiä; poista se.",
        "An identifier, a note or a name on {server} can hold neither the character U+0000 nor half a character; "
        "remove it.",
        {"server": location.shown},
    )


def damaged(location: Location, programme: str, number: int) -> Sentence:
    """Return that a state of a programme is not as it was saved."""
    return Sentence(
        "Version {number} av “{programme}” på {server} är inte längre som den sparades: något annat har skrivit där. "
        "Hämta den ur en säkerhetskopia.",
        "Ohjelman “{programme}” versio {number} palvelimella {server} ei ole enää sellainen kuin se tallennettiin: "
        "jokin muu on kirjoittanut siihen. Palauta se varmuuskopiosta.",
        "Revision {number} of “{programme}” on {server} is no longer as it was saved: something else has written "
        "there. Restore it from a backup.",
        {"server": location.shown, "programme": programme, "number": number},
    )


def incomplete(location: Location, programme: str) -> Sentence:
    """Return that states of a programme are missing."""
    return Sentence(
        "I historiken för “{programme}” på {server} fattas versioner: något annat har tagit bort dem. "
        "Hämta dem ur en säkerhetskopia.",
        "Ohjelman “{programme}” historiasta palvelimella {server} puuttuu versioita: jokin muu on poistanut ne. "
        "Palauta ne varmuuskopiosta.",
        "Revisions are missing from the history of “{programme}” on {server}: something else has removed them. "
        "Restore them from a backup.",
        {"server": location.shown, "programme": programme},
    )


def not_in_tables(location: Location, programme: str) -> Sentence:
    """Return that the tables say something else than the programme."""
    return Sentence(
        "Tabellerna på {server} stämmer inte med “{programme}”, som själv är hel. Gör om dem med: "
        "muniprog postgresql rebuild '{server}'",
        "Palvelimen {server} taulut eivät vastaa ohjelmaa “{programme}”, joka itse on ehjä. Tee ne uudelleen "
        "komennolla: muniprog postgresql rebuild '{server}'",
        "The tables on {server} do not agree with “{programme}”, which is itself whole. Make them anew with: "
        "muniprog postgresql rebuild '{server}'",
        {"server": location.shown, "programme": programme},
    )
