"""The report `followup`: the council's document about one round."""

from collections.abc import Iterator

from muniprog.document import Block, Document
from muniprog.interfaces import Report, ReportOptions
from muniprog.messages import message
from muniprog.model import Programme
from muniprog.reports import indicator_table, status_tables
from muniprog.reports.anchors import former_anchors, settle_anchors
from muniprog.reports.followup.answers import answers
from muniprog.reports.followup.changes import changes
from muniprog.reports.followup.decisions import decisions
from muniprog.reports.followup.method import method
from muniprog.reports.followup.missing import missing
from muniprog.reports.followup.spending import spending
from muniprog.reports.followup.stopped import stopped
from muniprog.reports.followup.summary import summary
from muniprog.reports.frame import facts
from muniprog.reports.occasion import RoundOccasion, occasion_of_round
from muniprog.reports.standing_notes import standing_facts, standing_notes
from muniprog.reports.teller import Teller
from muniprog.reports.voice import Voice


class FollowUpReport(Report):
    """Tells the council how far the programme has come in a round: the latest one, or that of the period asked for."""

    name = "followup"
    title = message("A round of follow-up: statuses, delays, indicators, answers, what is missing, decisions")

    def build(self, programme: Programme, options: ReportOptions) -> Document:
        """Return the document; everything in that of a closed round comes from the round's own record."""
        occasion = occasion_of_round(programme, options)
        teller = Teller(occasion, Voice(options.languages, occasion.programme.record), look=options.look)
        voice = teller.voice
        blocks = settle_anchors(_chapters(teller, occasion))
        return Document(
            voice.say(message("Follow-up {period}", period=occasion.round.period.raw)),
            voice.language,
            blocks,
            subtitle=voice.name(occasion.programme.title),
            metadata=[*facts(occasion.programme, voice), *standing_facts(teller)],
            notice=voice.name(occasion.programme.notice),
            contents=True,
            languages=voice.side_by_side,
            former=former_anchors(blocks, occasion.programme),
        )


def _chapters(teller: Teller, occasion: RoundOccasion) -> Iterator[Block]:
    yield from standing_notes(teller)
    yield from summary(teller)
    yield from changes(teller, occasion.before)
    yield teller.heading(1, message("Status by theme"), "status")
    yield from status_tables.by_theme(teller)
    yield from stopped(teller)
    yield teller.heading(1, message("Indicators"), "indicators")
    yield from indicator_table.by_theme(teller, 2)
    yield from answers(teller, occasion.round)
    yield from spending(teller)
    yield from missing(teller, occasion.round)
    yield from decisions(teller, occasion.round)
    yield from method(teller)
