"""In which languages and by which calendar a programme is read and written; a closed round keeps those of its day."""

import attrs

from muniprog.conversion.languages import languages_of
from muniprog.conversion.reading import Reading, current
from muniprog.model import FollowUp, Programme
from muniprog.source import Plain
from muniprog.timeframe import Calendar


def settings_in(mapping: dict[str, Plain]) -> Reading:
    """Return the languages and the calendar that a mapping tells; where they are wrong themselves, that is found later.

    >>> settings_in({"languages": ["sv", "fi"]}).record
    'sv'
    """
    from muniprog.conversion.quick import read_calendar

    calendar = Calendar()
    if mapping.get("calendar") is not None:
        try:
            calendar = read_calendar(mapping["calendar"])
        except Exception:  # noqa: BLE001  said with its place when the whole is read
            calendar = Calendar()
    municipality = mapping.get("municipality")
    country = municipality.get("country") if isinstance(municipality, dict) else None
    return Reading(
        languages=languages_of(mapping),
        calendar=_in_country(calendar, country if isinstance(country, str) else None),
    )


def settings_of(programme: Programme) -> Reading:
    """Return the languages and the calendar of a programme."""
    country = programme.municipality.country if programme.municipality is not None else None
    return Reading(languages=programme.languages, calendar=_in_country(programme.calendar, country))


def settings_in_round(mapping: Plain) -> Reading | None:
    """Return what a closed round was written with, out of its record; None where it goes by its programme.

    The languages of today are known there too: a record that was damaged stops nobody from reading the programme.
    """
    if type(mapping) is not dict or mapping.get("closed_on") is None:
        return None
    own = _settings_in_record(mapping.get("record"))
    if own is None:
        return None
    return attrs.evolve(own, languages=tuple(dict.fromkeys((*own.languages, *current().languages))))


def settings_of_round(follow_up: FollowUp) -> Reading | None:
    """Return the same as `settings_in_round` for a round that has been read."""
    if not follow_up.is_closed or follow_up.record is None:
        return None
    return _settings_in_record(dict(follow_up.record))


def _settings_in_record(record: Plain) -> Reading | None:
    programme = record.get("programme") if isinstance(record, dict) else None
    return settings_in(programme) if isinstance(programme, dict) else None


def _in_country(calendar: Calendar, country: str | None) -> Calendar:
    """Return the calendar with the municipality's country, which decides on council terms, unless it has its own."""
    return attrs.evolve(calendar, country=country) if calendar.country is None and country is not None else calendar
