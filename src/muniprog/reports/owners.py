"""What each owner answers for: actions with role, timetable and status, and indicators; in one programme or several."""

from collections.abc import Sequence

import attrs

from muniprog.document import Document
from muniprog.errors import UnknownNameError
from muniprog.interfaces import ReportOfSeveral, ReportOptions
from muniprog.messages import message
from muniprog.model import Owner, Programme
from muniprog.reports.anchors import former_anchors, settle_anchors
from muniprog.reports.frame import facts, joined
from muniprog.reports.occasion import occasion_of
from muniprog.reports.owner_chapters import of_owners, of_programme
from muniprog.reports.standing_notes import standing_facts, standing_notes
from muniprog.reports.teller import Teller
from muniprog.reports.voice import Voice

TITLE = message("What the owners answer for")


class OwnersReport(ReportOfSeveral):
    """Shows what each owner answers for on a day, or as a round left it; private contact data never."""

    name = "owners"
    title = message("The owners: what each answers for, with role, timetable, status and delay")

    def build(self, programme: Programme, options: ReportOptions) -> Document:
        """Return the document about the owners that are asked for, or about all.

        Raises:
            UnknownNameError: The programme does not have one of the owners.
        """
        teller = _teller(programme, options)
        voice, shown = teller.voice, teller.programme
        for name in options.owners:
            if not _named(shown, (name,)):
                raise _unknown(name, shown.owners)
        owners = _named(shown, options.owners)
        blocks = settle_anchors([*standing_notes(teller), *of_owners(teller, owners, 1)])
        return Document(
            voice.say(TITLE),
            voice.language,
            blocks,
            subtitle=voice.name(shown.title),
            metadata=[*facts(shown, voice), *standing_facts(teller)],
            notice=voice.name(shown.notice),
            contents=True,
            languages=voice.side_by_side,
            former=former_anchors(blocks, shown),
        )

    def build_of_several(self, programmes: Sequence[Programme], options: ReportOptions) -> Document:
        """Return the document with a chapter for each programme that has one of the owners that are asked for.

        Raises:
            UnknownNameError: No programme has one of the owners.
        """
        tellers = [
            attrs.evolve(_teller(programme, options), prefix=f"{position}.")
            for position, programme in enumerate(programmes, start=1)
        ]
        everybody = [owner for teller in tellers for owner in teller.programme.owners]
        for name in options.owners:
            if not any(_named(teller.programme, (name,)) for teller in tellers):
                raise _unknown(name, everybody)
        found = [(teller, owners) for teller in tellers if (owners := _named(teller.programme, options.owners))]
        voice = Voice(options.languages, options.languages[0])
        blocks = settle_anchors(block for teller, owners in found for block in of_programme(teller, owners))
        notices = dict.fromkeys(teller.voice.name(teller.programme.notice) for teller, _ in found)
        return Document(
            voice.say(TITLE),
            voice.language,
            blocks,
            notice=joined([notice for notice in notices if notice]),
            contents=True,
            languages=voice.side_by_side,
            former=[pair for teller, _ in found for pair in former_anchors(blocks, teller.programme, teller.prefix)],
        )


def _teller(programme: Programme, options: ReportOptions) -> Teller:
    occasion = occasion_of(programme, options)
    return Teller(occasion, Voice(options.languages, occasion.programme.record))


def _named(programme: Programme, names: Sequence[str]) -> list[Owner]:
    """Return the owners with these names or identifiers, now or formerly; all of them where none is named."""
    wanted = {name.casefold() for name in names}
    return [owner for owner in programme.owners if not wanted or wanted & _names_of(owner)]


def _names_of(owner: Owner) -> set[str]:
    spelled = [words for _, words in owner.name.values if words]
    return {name.casefold() for name in (owner.id, *owner.former_ids, *owner.aliases, *spelled)}


def _unknown(name: str, owners: Sequence[Owner]) -> UnknownNameError:
    return UnknownNameError(message("owner"), name, [owner.id for owner in owners])
