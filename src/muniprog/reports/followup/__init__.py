"""The report of a round of follow-up, as a council reads it.

Modules: `document` (the report), `summary`, `changes` (since the round before), `stopped` (late and stopped actions),
`answers` and `answer_words` (what the owners answered), `spending` (money), `missing` (what is not answered),
`decisions`, `method` (how the figures came about).
"""

from muniprog.reports.followup.document import FollowUpReport

__all__ = ["FollowUpReport"]
