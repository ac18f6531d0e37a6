"""The record of a closed round: the programme and the figures of its day, so that nothing later changes its report.

Everything that stands in a record is plain: text, whole numbers, lists and mappings. It is read into a programme only
when somebody asks for it.
"""

from collections.abc import Mapping
from datetime import date

import attrs

from muniprog.conversion import structure, unstructure
from muniprog.conversion.settings import settings_of, settings_of_round
from muniprog.errors import FollowUpError, MuniprogError
from muniprog.followup.finding import find_round
from muniprog.followup.frozen import frozen_figures
from muniprog.followup.seal import is_intact
from muniprog.messages import message
from muniprog.model import FollowUp, Programme
from muniprog.progress import assess
from muniprog.source import EMPTY, Plain, PlainSource
from muniprog.timeframe import Period, parse_day

RECORD_FORMAT = 1
"""The version of the record that this muniprog writes."""


@attrs.frozen(kw_only=True)
class RoundStanding:
    """What a report of a round is made from.

    Attributes:
        programme: The living programme for an open round, the programme of its day out of the record for a closed one.
        round: The round, as it stands in that programme.
        as_of: The day on which a closed round stands; None for an open one, which stands on whatever day is asked for.
        closed: Whether the round is closed.
        intact: Whether the round says what it said when it was closed; true for an open one.
    """

    programme: Programme
    round: FollowUp
    as_of: date | None
    closed: bool
    intact: bool


def standing_of(programme: Programme, period: Period | str | int) -> RoundStanding:
    """Return what a report of a round is made from, and whether the round can be relied on.

    A closed round that was closed by hand, or whose record cannot be read, is shown with the living programme, and is
    not intact.

    Raises:
        UnknownNameError: The programme has no such round.
    """
    follow_up = find_round(programme, period)
    if not follow_up.is_closed:
        return RoundStanding(programme=programme, round=follow_up, as_of=None, closed=False, intact=True)
    try:
        of_its_day, as_of = recorded(programme, period), day_of(follow_up)
    except MuniprogError:
        return RoundStanding(programme=programme, round=follow_up, as_of=follow_up.closed_on, closed=True, intact=False)
    return RoundStanding(
        programme=of_its_day, round=follow_up, as_of=as_of, closed=True, intact=is_intact(follow_up, programme)
    )


def recorded(programme: Programme, period: Period | str | int) -> Programme:
    """Return the programme as it was when a round was closed, with that round and the earlier ones.

    Whatever has happened to the programme since then, this is always the same.

    Raises:
        UnknownNameError: The programme has no such round.
        FollowUpError: The round has no record: it is open, or was closed by hand.
        SourceError: The programme in the record cannot be read; it was changed, or a newer muniprog wrote it.
    """
    follow_up = find_round(programme, period)
    mapping = _recorded_mapping(follow_up)
    of_its_day = attrs.evolve(structure(PlainSource(mapping)), origin=None)
    return attrs.evolve(of_its_day, follow_ups=(*of_its_day.follow_ups, follow_up))


def day_of(follow_up: FollowUp) -> date:
    """Return the day on which the figures of a record stand.

    Raises:
        FollowUpError: The record does not tell.
    """
    as_of = (follow_up.record or EMPTY).get("as_of")
    if not isinstance(as_of, str):
        raise _no_record(follow_up)
    return parse_day(as_of)


def record_of(programme: Programme, follow_up: FollowUp, *, as_of: date, told: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return the record that a round is closed with, still without its seal.

    Args:
        programme: The programme on that day.
        follow_up: The round, as it is closed.
        as_of: The day.
        told: What else is told, such as questions that nobody has answered.
    """
    of_its_day = programme_of_the_day(programme, follow_up)
    figures = assess(attrs.evolve(of_its_day, follow_ups=(*of_its_day.follow_ups, follow_up)), as_of=as_of)
    return {
        "format": RECORD_FORMAT,
        "as_of": as_of.isoformat(),
        **told,
        "programme": unstructure(of_its_day),
        "figures": frozen_figures(figures),
    }


def programme_of_the_day(programme: Programme, follow_up: FollowUp) -> Programme:
    """Return the programme without private contacts, and with the earlier rounds only, each without its own record."""
    earlier = tuple(
        attrs.evolve(each, record=_other_settings(each, programme))
        for each in programme.follow_ups
        if each.period.end <= follow_up.period.end and each.period.raw != follow_up.period.raw
    )
    owners = tuple(attrs.evolve(owner, contact=None) for owner in programme.owners)
    return attrs.evolve(programme, owners=owners, follow_ups=earlier, origin=None)


def _other_settings(earlier: FollowUp, programme: Programme) -> dict[str, Plain] | None:
    """Return the languages and the calendar that a closed round goes by, where they are no longer the programme's."""
    own = settings_of_round(earlier)
    if own is None or earlier.record is None or own == settings_of(programme):
        return None
    whole = earlier.record["programme"]
    kept = whole.items() if isinstance(whole, dict) else ()
    return {"programme": {key: value for key, value in kept if key in ("languages", "calendar", "municipality")}}


def _recorded_mapping(follow_up: FollowUp) -> dict[str, Plain]:
    mapping = (follow_up.record or EMPTY).get("programme")
    if not isinstance(mapping, dict):
        raise _no_record(follow_up)
    return mapping


def _no_record(follow_up: FollowUp) -> FollowUpError:
    if not follow_up.is_closed:
        return FollowUpError(
            message("The round {period} is open, so it has no record yet.", period=follow_up.period.raw)
        )
    return FollowUpError(
        message(
            "The round {period} was closed by hand and has no record of its day. Open it again and close it with "
            "muniprog followup close.",
            period=follow_up.period.raw,
        )
    )
