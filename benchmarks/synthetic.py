"""A large programme that is like a real one in shape. Everything in it is invented."""

from muniprog.source import Plain

STATUSES = ("not_started", "in_progress", "done", "continuous", "postponed", "cancelled")


def programme_mapping(actions: int, observations_each: int = 10) -> dict[str, Plain]:
    """Return a mapping with this many actions, an indicator for each, and some observations of every indicator."""
    goals = [_goal(number, observations_each) for number in range(actions // 2)]
    themes: list[Plain] = [
        {
            "id": f"theme-{number}",
            "title": {"sv": f"Påhittat tema {number}", "fi": f"Keksitty teema {number}"},
            "goals": list(goals[number * 50 : number * 50 + 50]),
        }
        for number in range((len(goals) + 49) // 50)
    ]
    owners: list[Plain] = [
        {"id": f"unit-{number}", "name": {"sv": f"Enhet {number}", "fi": f"Yksikkö {number}"}, "kind": "unit"}
        for number in range(40)
    ]
    return {
        "muniprog": 1,
        "id": "invented",
        "title": {"sv": "Ett påhittat program", "fi": "Keksitty ohjelma"},
        "period": "2019–2028",
        "languages": ["sv", "fi"],
        "owners": owners,
        "themes": themes,
    }


def _goal(number: int, observations_each: int) -> dict[str, Plain]:
    return {
        "id": f"goal-{number}",
        "title": {"sv": f"Påhittat mål nummer {number}", "fi": f"Keksitty tavoite numero {number}"},
        "owners": [f"unit-{number % 40}", f"unit-{(number + 7) % 40}"],
        "actions": [_action(2 * number + position, observations_each) for position in range(2)],
    }


def _action(number: int, observations_each: int) -> dict[str, Plain]:
    year = 2019 + number % 8
    return {
        "id": f"action-{number}",
        "title": {"sv": f"Påhittad åtgärd nummer {number}", "fi": f"Keksitty toimenpide numero {number}"},
        "description": {
            "sv": f"Åtgärd {number} beskrivs här med så många ord som en planerare brukar använda; åäö hör till.",
            "fi": f"Toimenpide {number} kuvataan tässä niin monella sanalla kuin suunnittelija yleensä käyttää.",
        },
        "timeframe": "Kontinuerlig" if number % 5 == 0 else f"{year}–{year + 2}",
        "indicators": [
            {
                "id": f"indicator-{number}",
                "title": {"sv": f"Mätare {number}", "fi": f"Mittari {number}"},
                "measure": "count",
                "unit": {"sv": "personer", "fi": "henkilöä"},
                "direction": "increase",
                "baseline": 10 + number % 90,
                "targets": [{"value": 100 + number % 50, "by": 2022}],
                "observations": [
                    {"period": 2019 + step, "value": 10.5 + (number * 7 + step * 13) % 100}
                    for step in range(observations_each)
                ],
            }
        ],
    }
