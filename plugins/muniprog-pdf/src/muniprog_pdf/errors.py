"""What is said of a document that cannot be printed, or not as its look wants it."""

from collections.abc import Iterable

import muniprog


class PdfError(muniprog.MuniprogError, ValueError):
    """A document that cannot be printed as PDF, most likely because a picture in it is none.

    Args:
        said: What the typesetter said, in English.
        hints: What it advises.
    """

    def __init__(self, said: str, hints: Iterable[str] = ()) -> None:
        found = " ".join((said, *hints))
        sentences = {
            "en": f"The report cannot be printed as PDF. The typesetter says: “{found}” If that is about a picture, "
            "draw it anew as SVG, PNG or JPEG; else print the report as HTML, and tell those who keep muniprog-pdf.",
            "sv": f"Rapporten kan inte skrivas ut som PDF. Sättprogrammet säger: ”{found}” Om det gäller en bild, rita "
            "om den som SVG, PNG eller JPEG; skriv annars ut rapporten som HTML och berätta för dem som sköter "
            "muniprog-pdf.",
            "fi": f"Raporttia ei voi tulostaa PDF-tiedostoksi. Ladontaohjelma sanoo: ”{found}” Jos kyse on kuvasta, "
            "piirrä se uudelleen SVG-, PNG- tai JPEG-kuvaksi; muuten tulosta raportti HTML-muotoon ja kerro asiasta "
            "muniprog-pdf:n ylläpitäjille.",
        }
        super().__init__(muniprog.Text.of(sentences))


class FontWarning(muniprog.MuniprogWarning):
    """Warns that a font of the look cannot be had, so that another one is printed.

    Args:
        wish: The family that the look asks for.
        instead: The family that is printed.
        known: The families that can be had.
    """

    def __init__(self, wish: str, *, instead: str, known: Iterable[str]) -> None:
        package = f"pip install fontpkg-{wish.casefold().replace(' ', '-')}"
        found = ", ".join(known)
        sentences = {
            "en": f"The PDF is printed in {instead}, since the font “{wish}” of the look is not installed as a "
            f"package. Try “{package}”, or write one of those that are there into the look file: {found}.",
            "sv": f"PDF-filen trycks med {instead}, eftersom typsnittet ”{wish}” i utseendet inte är installerat "
            f"som ett paket. Pröva ”{package}”, eller skriv något av dem som finns i utseendefilen: {found}.",
            "fi": f"PDF-tiedosto tulostetaan kirjasimella {instead}, koska ulkoasun kirjasinta ”{wish}” ei ole "
            f"asennettu pakettina. Kokeile ”{package}” tai kirjoita ulkoasutiedostoon jokin näistä: {found}.",
        }
        super().__init__(muniprog.Text.of(sentences))
