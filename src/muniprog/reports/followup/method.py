"""How the figures came about: the rules that were in force, in a few sentences, and what is left out of them."""

from collections.abc import Iterator

from muniprog.document import Block
from muniprog.messages import Spoken, message
from muniprog.progress.explaining import ATTAINMENT, EVENLY
from muniprog.progress.groups import COMPLETION, EACH_ONCE
from muniprog.reports.joined import Joined
from muniprog.reports.teller import Teller


def method(teller: Teller) -> Iterator[Block]:
    """Yield the chapter."""
    yield teller.heading(1, message("How the figures are computed"), "method")
    yield teller.bullets(_rules(teller))


def _rules(teller: Teller) -> Iterator[Spoken]:
    yield message(
        "What was reported by {day} counts; a status is the one that was last reported.", day=teller.occasion.as_of
    )
    yield message(
        "An answer that was sent back counts in no figure; one that is not approved yet counts, and is marked."
    )
    yield message(
        "Late is computed from days: the last planned end has passed, and the action is neither done, cancelled nor "
        "continuous."
    )
    yield EACH_ONCE
    yield COMPLETION
    yield message("Shares are whole per cent that add up to 100.")
    yield message("Not reported is not the same as not started, and a missing value is never zero.")
    if teller.programme.indicators:
        yield ATTAINMENT
        yield EVENLY
        roll_up = teller.figures.programme.rolled_up.rule_sentences
        yield Joined([message("How goals and themes are rolled up:"), *roll_up], " ")
