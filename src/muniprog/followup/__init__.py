"""A round of follow-up from open to closed: who is asked for what, what was answered, and what is frozen."""

from muniprog.followup.closing import close_round, open_questions, reopen_round
from muniprog.followup.record import RoundStanding, recorded, standing_of

__all__ = ["RoundStanding", "close_round", "open_questions", "recorded", "reopen_round", "standing_of"]
