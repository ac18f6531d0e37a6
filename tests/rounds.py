"""A small programme with two rounds of follow-up, for tests of what is closed. It is invented."""

from copy import deepcopy
from datetime import date

from muniprog.conversion import structure
from muniprog.followup.closing import close_round
from muniprog.followup.finding import find_round
from muniprog.model import FollowUp, Programme
from muniprog.source import Plain, PlainSource

CLOSING = date(2021, 3, 1)
"""The day on which the round of 2020 is closed in these tests."""

_FOLLOWED_UP: dict[str, Plain] = {
    "muniprog": 1,
    "id": "exempel",
    "title": {"sv": "Exempelprogram", "fi": "Esimerkkiohjelma"},
    "period": "2019–2022",
    "languages": ["sv", "fi"],
    "owners": [
        {"id": "bild", "name": "Bildning", "contact": {"name": "En planerare", "email": "planerare@example.org"}},
        {"id": "soc", "name": {"sv": "Social", "fi": "Sosiaali"}},
    ],
    "themes": [
        {
            "id": "boende",
            "title": "Boende",
            "goals": [
                {
                    "id": "radgivning",
                    "title": "Rådgivning",
                    "owners": ["bild"],
                    "actions": [
                        {
                            "id": "kurser",
                            "title": "Kurser",
                            "timeframe": 2020,
                            "budget": [{"year": 2020, "planned": 0.1}],
                        },
                        {"id": "broschyr", "title": "Broschyr", "timeframe": 2019, "owners": ["soc"]},
                    ],
                    "indicators": [
                        {
                            "id": "antal",
                            "title": "Antal deltagare",
                            "measure": "count",
                            "per": "year",
                            "baseline": 10,
                            "targets": [{"value": 40, "by": 2022}],
                        },
                        {"id": "andel", "title": "Andel nöjda", "measure": "share", "unit": "%"},
                    ],
                }
            ],
        }
    ],
    "follow_ups": [
        {
            "period": 2019,
            "asked": [{"owner": "bild", "items": ["kurser", "antal"]}],
            "updates": [{"item": "kurser", "status": "in_progress", "note": "Ett försök."}],
            "observations": [{"indicator": "antal", "period": 2019, "value": 15}],
        },
        {
            "period": 2020,
            "title": "Pandemiåret",
            "opened_on": "2020-12-01",
            "asked": [
                {"owner": "bild", "items": ["kurser", "antal", "andel"]},
                {"owner": "soc", "items": ["broschyr"]},
            ],
            "updates": [
                {
                    "item": "kurser",
                    "status": "done",
                    "note": {"sv": "Klart.", "fi": "Valmis."},
                    "actual_end": "2020-11-30",
                },
                {"item": "broschyr", "status": "cancelled", "owner": "soc", "reported_on": "2020-12-10"},
            ],
            "observations": [
                {"indicator": "antal", "period": 2020, "value": 20.5},
                {"indicator": "andel", "period": 2020, "numerator": 1, "denominator": 3},
                {"indicator": "andel", "period": 2020, "value": 50, "dimensions": {"sex": "f"}},
            ],
            "decisions": [{"item": "kurser", "decision": "continue", "on": "2021-02-01", "reason": "Det går bra."}],
        },
    ],
}


def followed_up_mapping() -> dict[str, Plain]:
    """Return the programme as a plain mapping of its own."""
    return deepcopy(_FOLLOWED_UP)


def followed_up(**changes: Plain) -> Programme:
    """Return the programme, with other values at its top."""
    return structure(PlainSource({**followed_up_mapping(), **changes}))


def with_round_2020(**changes: Plain) -> Programme:
    """Return the programme with other values in its round of 2020, which is open."""
    mapping = followed_up_mapping()
    rounds = mapping["follow_ups"]
    assert isinstance(rounds, list)
    last = rounds[1]
    assert isinstance(last, dict)
    last.update(changes)
    return structure(PlainSource(mapping))


def closed(programme: Programme | None = None) -> Programme:
    """Return the programme with its round of 2020 closed."""
    return close_round(programme or followed_up(), 2020, on=CLOSING)


def round_2020(programme: Programme) -> FollowUp:
    """Return its round of 2020."""
    return find_round(programme, 2020)
