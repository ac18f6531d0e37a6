"""From what the typesetter makes to the file that is published: whole tags, named places, and packed.

Packing takes away more than half of its size.
"""

from io import BytesIO

import muniprog
from muniprog_pdf.places import name_places
from muniprog_pdf.tags import complete_tags
from muniprog_pdf.typesetting import Typeset


def finished(typeset: Typeset, document: muniprog.Document) -> bytes:
    """Return the finished PDF of a document that has been typeset."""
    from pikepdf import ObjectStreamMode, Pdf

    packed = BytesIO()
    with Pdf.open(BytesIO(typeset.pdf)) as file:
        complete_tags(file, [block for block in document.walk() if isinstance(block, muniprog.Table)])
        name_places(file, typeset.places, document.former)
        file.save(packed, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return packed.getvalue()
