"""The programmes as tables for plain SQL: views that read the kept texts, so that nothing is kept twice.

Datasette, a BI tool or the `sqlite3` command can read a database with them and needs to know nothing of muniprog.
A path inside a JSON text is only ever one of ours, never made of what a programme holds.
"""

# ruff: noqa: S608  all of the SQL here is made of what stands in this file

from collections.abc import Mapping


def _words(json: str, key: str) -> str:
    """Return SQL for a text in the language of record, or in the first language that has it."""
    return (
        f"(SELECT said.words FROM (SELECT CASE t.type WHEN 'object' THEN json_extract(t.value, '$.text') ELSE t.atom"
        f" END AS words, t.key IS NOT record AS other, t.id AS place FROM json_each({json}, '$.{key}') t) said"
        f" WHERE said.words <> '' ORDER BY said.other, said.place LIMIT 1)"
    )


def _languages(json: str, key: str) -> str:
    """Return SQL for a text in all its languages, as a JSON object; null where there is none."""
    return (
        f"CASE json_type({json}, '$.{key}')"
        f" WHEN 'text' THEN json_object(record, json_extract({json}, '$.{key}'))"
        f" WHEN 'object' THEN (SELECT json_group_object(t.key, CASE t.type WHEN 'object'"
        f" THEN json_extract(t.value, '$.text') ELSE t.atom END) FROM json_each({json}, '$.{key}') t"
        f" WHERE t.type IN ('text', 'object')) END"
    )


def _text(json: str, key: str) -> dict[str, str]:
    return {key: _words(json, key), f"{key}_languages": _languages(json, key)}


def _plain(json: str, *keys: str) -> dict[str, str]:
    return {key: f"json_extract({json}, '$.{key}')" for key in keys}


def _timeframe(json: str) -> dict[str, str]:
    """A timeframe as it is written, and its dates where they are written too."""
    written = "CASE json_type({0}, '$.timeframe') WHEN 'object' THEN json_extract({0}, '$.timeframe.text') ELSE {1} END"
    dates = {f"timeframe_{end}": f"json_extract({json}, '$.timeframe.{end}')" for end in ("start", "end")}
    return {"timeframe": written.format(json, f"json_extract({json}, '$.timeframe')"), **dates}


def _select(columns: Mapping[str, str], source: str) -> str:
    return "SELECT " + ", ".join(f"{sql} AS {name}" for name, sql in columns.items()) + f" FROM {source}"


_IS_MAPPING = "{0}.type = 'object'"

# --- What the public views stand on: the JSON text of each item, and where it stands -------------------------------
#
# Each counts its rows. That gives the order of the programme, and it has a second effect that makes the difference
# between seconds and milliseconds: SQLite then works out a row once, and not again for each row of what stands in it.

_KEPT = """
SELECT latest.programme, latest.number, revisions.saved_at, revisions.saved_by, revisions.mapping AS body,
       CASE json_type(revisions.mapping, '$.languages[0]')
       WHEN 'text' THEN json_extract(revisions.mapping, '$.languages[0]') ELSE 'und' END AS record
FROM latest JOIN revisions ON revisions.programme = latest.programme AND revisions.number = latest.number
"""

_OWN = "CASE WHEN json_array_length({0}, '$.owners') > 0 THEN json_extract({0}, '$.owners') END"


def _counted(query: str, order: str) -> str:
    return f"SELECT *, row_number() OVER (PARTITION BY programme ORDER BY {order}) AS position FROM ({query})"


# A theme may stand in a theme; a path that leads through anything else is not one of a theme.
_THEMES = _counted(
    f"""
SELECT kept.programme, kept.record, themes.id AS place, json_extract(themes.value, '$.id') AS id,
       CASE themes.path WHEN '$.themes' THEN NULL
       ELSE json_extract(kept.body, substr(themes.path, 1, length(themes.path) - 7) || '.id') END AS parent,
       coalesce({_OWN.format("themes.value")}, CASE themes.path WHEN '$.themes' THEN NULL
       ELSE json_extract(kept.body, substr(themes.path, 1, length(themes.path) - 7) || '.owners') END) AS owners,
       themes.value AS body
FROM kept_json kept, json_tree(kept.body, '$.themes') themes
WHERE themes.type = 'object' AND themes.path LIKE '%.themes'
  AND replace(themes.path, '.themes', '') NOT GLOB '*[^][$0-9]*'
""",
    "place",
)

_GOALS = _counted(
    f"""
SELECT theme.programme, theme.record, theme.position AS holder, goals.key AS place, theme.id AS theme,
       json_extract(goals.value, '$.id') AS id,
       coalesce({_OWN.format("goals.value")}, theme.owners) AS owners, goals.value AS body
FROM theme_json theme, json_each(theme.body, '$.goals') goals WHERE goals.type = 'object'
""",
    "holder, place",
)

_ACTIONS = _counted(
    f"""
SELECT programme, record, level, holder, place, theme, goal, json_extract(body, '$.id') AS id,
       coalesce({_OWN.format("body")}, above) AS owners, body
FROM (
  SELECT goal.programme, goal.record, goal.theme, goal.id AS goal, goal.owners AS above, 1 AS level,
         goal.position AS holder, actions.key AS place, actions.value AS body
  FROM goal_json goal, json_each(goal.body, '$.actions') actions WHERE actions.type = 'object'
  UNION ALL
  SELECT theme.programme, theme.record, theme.id, NULL, theme.owners, 0, theme.position, actions.key, actions.value
  FROM theme_json theme, json_each(theme.body, '$.actions') actions WHERE actions.type = 'object'
)
""",
    "level, holder, place",
)

_INDICATORS = _counted(
    """
SELECT programme, record, level, holder, place, item, json_extract(body, '$.id') AS id, body
FROM (
  SELECT kept.programme, kept.record, NULL AS item, 0 AS level, 0 AS holder, indicators.key AS place,
         indicators.value AS body
  FROM kept_json kept, json_each(kept.body, '$.indicators') indicators WHERE indicators.type = 'object'
"""
    + "".join(
        f"""
  UNION ALL
  SELECT holder.programme, holder.record, holder.id, {level}, holder.position, indicators.key, indicators.value
  FROM {holder}_json holder, json_each(holder.body, '$.indicators') indicators WHERE indicators.type = 'object'
"""
        for level, holder in enumerate(("theme", "goal", "action"), start=1)
    )
    + ")",
    "level, holder, place",
)

_ROUNDS = _counted(
    """
SELECT kept.programme, kept.record, rounds.key AS place, json_extract(rounds.value, '$.period') AS follow_up,
       rounds.value AS body
FROM kept_json kept, json_each(kept.body, '$.follow_ups') rounds WHERE rounds.type = 'object'
""",
    "place",
)

_OBSERVATIONS = """
SELECT indicator.programme, indicator.record, indicator.id AS indicator, NULL AS follow_up,
       observations.value AS body
FROM indicator_json indicator, json_each(indicator.body, '$.observations') observations
WHERE observations.type = 'object'
UNION ALL
SELECT round.programme, round.record, json_extract(observations.value, '$.indicator'), round.follow_up,
       observations.value
FROM follow_up_json round, json_each(round.body, '$.observations') observations WHERE observations.type = 'object'
"""

_BASES = {
    "kept_json": _KEPT,
    "theme_json": _THEMES,
    "goal_json": _GOALS,
    "action_json": _ACTIONS,
    "indicator_json": _INDICATORS,
    "follow_up_json": _ROUNDS,
    "observation_json": _OBSERVATIONS,
}

# --- What people read ----------------------------------------------------------------------------------------------


def _owners_of(item: str) -> str:
    """Return SQL for who answers for an item: those whom it names, else those of the nearest item above it."""
    columns = {
        "programme": "programme",
        item: f"{item}_json.id",
        "owner": "CASE named.type WHEN 'object' THEN json_extract(named.value, '$.owner') ELSE named.atom END",
        "role": "CASE named.type WHEN 'object' THEN coalesce(json_extract(named.value, '$.role'), 'lead')"
        " ELSE 'lead' END",
        "note": f"CASE named.type WHEN 'object' THEN {_words('named.value', 'note')} END",
        "inherited": "coalesce(json_array_length(body, '$.owners'), 0) = 0",
    }
    return _select(columns, f"{item}_json, json_each(owners) named WHERE named.type IN ('text', 'object')")


def _value(json: str, path: str, name: str = "value") -> dict[str, str]:
    """A value and its kind; yes and no are 1 and 0, which only their kind tells from numbers."""
    return {name: f"json_extract({json}, '{path}')", f"{name}_kind": f"json_type({json}, '{path}')"}


_ITEM = {"id": "id", **_text("body", "title"), **_text("body", "description"), "note": _words("body", "note")}

VIEWS: Mapping[str, str] = {
    "programmes": _select(
        {
            "id": "kept_json.programme",
            "revision": "kept_json.number",
            "saved_at": "kept_json.saved_at",
            "saved_by": "kept_json.saved_by",
            **_text("kept_json.body", "title"),
            **_text("kept_json.body", "summary"),
            **_plain("kept_json.body", "period", "languages"),
            "municipality": _words("kept_json.body", "municipality.name"),
            "municipality_code": "json_extract(kept_json.body, '$.municipality.code')",
            "country": "json_extract(kept_json.body, '$.municipality.country')",
            "adopted_on": "json_extract(kept_json.body, '$.adopted.on')",
        },
        "kept_json",
    ),
    "themes": _select({"programme": "programme", "position": "position", **_ITEM, "parent": "parent"}, "theme_json"),
    "goals": _select(
        {"programme": "programme", "position": "position", "theme": "theme", **_ITEM, **_timeframe("body")}, "goal_json"
    ),
    "actions": _select(
        {
            "programme": "programme",
            "position": "position",
            "theme": "theme",
            "goal": "goal",
            **_ITEM,
            **_timeframe("body"),
            "visibility": "coalesce(json_extract(body, '$.visibility'), 'public')",
            **_plain("body", "depends_on", "tags"),
            "custom_values": "json_extract(body, '$.values')",
        },
        "action_json",
    ),
    "action_owners": _owners_of("action"),
    "goal_owners": _owners_of("goal"),
    "owners": _select(
        {
            "programme": "kept_json.programme",
            **_plain("owners.value", "id"),
            **_text("owners.value", "name"),
            **_plain("owners.value", "kind", "parent", "valid_from", "valid_until", "succeeded_by"),
        },
        "kept_json, json_each(kept_json.body, '$.owners') owners WHERE owners.type = 'object'",
    ),
    "indicators": _select(
        {
            "programme": "programme",
            "position": "position",
            "item": "item",
            **_ITEM,
            **_plain("body", "measure"),
            **_text("body", "unit"),
            **_plain("body", "per", "series", "direction"),
            **{
                name: f"CASE json_type(body, '$.baseline') WHEN 'object' THEN {inner} ELSE {bare} END"
                for (name, inner), bare in zip(
                    _value("body", "$.baseline.value", "baseline").items(),
                    _value("body", "$.baseline").values(),
                    strict=True,
                )
            },
            "baseline_period": "json_extract(body, '$.baseline.period')",
            "source": _words("body", "source"),
        },
        "indicator_json",
    ),
    "targets": _select(
        {
            "programme": "programme",
            "indicator": "indicator_json.id",
            "position": "targets.key",
            "value": "CASE targets.type WHEN 'object' THEN json_extract(targets.value, '$.value')"
            " ELSE targets.atom END",
            "value_kind": "CASE targets.type WHEN 'object' THEN json_type(targets.value, '$.value')"
            " ELSE targets.type END",
            **{
                name: f"CASE targets.type WHEN 'object' THEN {sql} END"
                for name, sql in {
                    "due": "CASE json_type(targets.value, '$.by') WHEN 'object'"
                    " THEN json_extract(targets.value, '$.by.text') ELSE json_extract(targets.value, '$.by') END",
                    **_plain("targets.value", "comparison", "set_on"),
                    "set_by": _words("targets.value", "set_by"),
                    "reason": _words("targets.value", "reason"),
                }.items()
            },
        },
        "indicator_json, json_each(indicator_json.body, '$.targets') targets"
        " WHERE json_type(indicator_json.body, '$.targets') = 'array'",
    ),
    "observations": _select(
        {
            "programme": "programme",
            "indicator": "indicator",
            "follow_up": "follow_up",
            **_plain("body", "period"),
            **_value("body", "$.value"),
            **_plain("body", "missing"),
            "reason": _words("body", "reason"),
            **_plain("body", "numerator", "denominator", "dimensions"),
            "note": _words("body", "note"),
            "source": _words("body", "source"),
            **_plain("body", "reported_by", "reported_on"),
        },
        "observation_json",
    ),
    "updates": _select(
        {
            "programme": "programme",
            "follow_up": "follow_up",
            **_plain("updates.value", "item", "status"),
            "note": _words("updates.value", "note"),
            "next_steps": _words("updates.value", "next_steps"),
            **_plain("updates.value", "planned_end", "actual_start", "actual_end"),
            **_plain("updates.value", "reported_by", "reported_on", "approved_by", "approved_on"),
        },
        "follow_up_json, json_each(follow_up_json.body, '$.updates') updates WHERE updates.type = 'object'",
    ),
}
"""Name of each view → the SQL that it is made of."""


def view_statements() -> list[str]:
    """Return the SQL that makes the views anew."""
    views = {**_BASES, **VIEWS}
    return [f"DROP VIEW IF EXISTS {name}" for name in views] + [
        f"CREATE VIEW {name} AS {query.strip()}" for name, query in views.items()
    ]
