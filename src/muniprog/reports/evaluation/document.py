"""The report `evaluation`: a programme looked at as a whole, when its time is out or on the way there."""

from collections.abc import Iterator

from muniprog.document import Block, Document, NoteKind
from muniprog.interfaces import Report, ReportOptions
from muniprog.messages import message
from muniprog.model import Programme
from muniprog.reports import indicator_table
from muniprog.reports.anchors import former_anchors, settle_anchors
from muniprog.reports.evaluation import side_by_side
from muniprog.reports.evaluation.outcome import delayed, reached
from muniprog.reports.evaluation.owners import then_and_now
from muniprog.reports.evaluation.rounds import Rounds
from muniprog.reports.followup.method import method
from muniprog.reports.followup.spending import spending
from muniprog.reports.frame import facts
from muniprog.reports.occasion import occasions_of_rounds
from muniprog.reports.standing_notes import standing_facts, standing_notes


class EvaluationReport(Report):
    """Shows all rounds side by side: how statuses and indicators went, what was decided, reached and late."""

    name = "evaluation"
    title = message("The evaluation: all rounds side by side, decisions, what was reached and what was late")

    def build(self, programme: Programme, options: ReportOptions) -> Document:
        """Return the document; each round stands in it as its own record has it, and the last one tells the end."""
        rounds = Rounds.of(occasions_of_rounds(programme, options), options)
        end = rounds.end
        blocks = settle_anchors(_chapters(rounds))
        return Document(
            end.voice.say(message("Evaluation")),
            end.voice.language,
            blocks,
            subtitle=end.voice.name(end.programme.title),
            metadata=[*facts(end.programme, end.voice), *standing_facts(end)],
            notice=end.voice.name(end.programme.notice),
            contents=True,
            languages=end.voice.side_by_side,
            former=former_anchors(blocks, end.programme),
        )


def _chapters(rounds: Rounds) -> Iterator[Block]:
    end = rounds.end
    notes = dict.fromkeys(note for teller in rounds.tellers for note in standing_notes(teller))
    yield from sorted(notes, key=lambda note: note.kind is not NoteKind.WARNING)
    yield end.heading(1, message("The rounds side by side"), "rounds")
    yield from side_by_side.pictures(rounds)
    yield side_by_side.whole(rounds)
    yield end.heading(1, message("What was reached"), "reached")
    yield from reached(end)
    yield end.heading(1, message("Actions, round by round"), "actions")
    yield from side_by_side.actions(rounds)
    yield end.heading(1, message("Indicators from start to target"), "indicators")
    yield from indicator_table.by_theme(end, 2, most=None)
    yield end.heading(1, message("What was late"), "late")
    yield from delayed(rounds)
    yield from spending(end)
    yield end.heading(1, message("Decisions"), "decisions")
    yield from side_by_side.decisions(rounds)
    yield end.heading(1, message("Owners, then and at the end"), "owners")
    yield from then_and_now(rounds)
    yield from method(end)
