"""The error of a document that cannot be printed."""

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
