"""Plain mapping ⇄ model: nothing is cast, nothing is lost, and everything wrong is said at once."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muniprog.conversion import structure, unstructure
from muniprog.conversion.entities import read_programme
from muniprog.conversion.problems import findings
from muniprog.conversion.quick import Misfit, read_quickly
from muniprog.conversion.reading import Reading, reading
from muniprog.errors import SourceError
from muniprog.model import Goal, Indicator, Measure, Programme, Role
from muniprog.source import Finding, Plain, PlainSource
from muniprog.testing import programme_mappings
from muniprog.timeframe import Calendar
from muniprog.yaml12 import read
from tests.mappings import Mapping, small, with_action, with_goal, with_indicator

THOROUGH = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)


def structured(mapping: Mapping) -> Programme:
    return structure(PlainSource(mapping))


def problems(mapping: Mapping) -> list[Finding]:
    with pytest.raises(SourceError) as refused:
        structured(mapping)
    return list(refused.value.problems)


def the_problem(mapping: Mapping) -> tuple[str, str, tuple[str | int, ...]]:
    (problem,) = problems(mapping)
    return problem.code, problem.message.spoken("en"), problem.path


# What is right.


@THOROUGH
@given(programme_mappings())
def test_mapping_to_model_to_mapping_is_the_identity(mapping: Mapping) -> None:
    assert unstructure(structured(mapping)) == mapping


def test_bare_string_is_in_the_language_of_record() -> None:
    programme = structured(small())
    assert programme["boende"].title.languages == ("sv",)


def test_short_forms_come_back_as_short_forms() -> None:
    mapping = with_goal(
        owners=["bild", {"owner": "soc", "role": "partner"}],
        overview="Kontinuerlig",
        indicators=[
            {"id": "m", "title": "M", "measure": "count", "baseline": 12, "targets": [{"value": 5, "by": 2022}]}
        ],
    )
    assert unstructure(structured(mapping)) == mapping


def test_long_forms_that_say_no_more_become_short_ones() -> None:
    programme = structured(with_goal(owners=[{"owner": "bild", "role": "lead"}], overview={"timeframe": 2020}))
    written = unstructure(programme)
    assert written == with_goal(overview=2020)


def test_explicit_dates_of_a_timeframe_stay() -> None:
    timeframe: Plain = {"text": "när lokalerna är klara", "start": 2020, "end": "2021-05"}
    programme = structured(with_action(timeframe=timeframe))
    action = programme.actions[0]
    assert (action.timeframe.start, action.timeframe.end) == (date(2020, 1, 1), date(2021, 5, 31))
    assert unstructure(programme) == with_action(timeframe=timeframe)


def test_numbers_become_decimals_with_the_same_digits() -> None:
    programme = structured(with_indicator(baseline=0.1, targets=[12.5, 7]))
    indicator = programme["antal"]
    assert isinstance(indicator, Indicator)
    assert indicator.baseline is not None
    assert indicator.baseline.value == Decimal("0.1")
    assert [target.value for target in indicator.targets] == [Decimal("12.5"), Decimal(7)]


@pytest.mark.parametrize("key", ["description", "indicators", "timeframe", "extensions", "tags", "owners", "note"])
def test_empty_key_means_the_same_as_no_key(key: str) -> None:
    with_key = with_action(**{key: None})
    without_key = with_action() if key != "timeframe" else with_goal(actions=[{"id": "kurser", "title": "Kurser"}])
    assert structured(with_key) == structured(without_key)


def test_remembered_wording_of_a_translation_stays() -> None:
    mapping = small(title={"sv": "Ny titel", "fi": {"text": "Vanha otsikko", "translates": "Gammal titel"}})
    programme = structured(mapping)
    assert programme.title.stale("sv") == ("fi",)
    assert unstructure(programme) == mapping


def test_plugin_measure_is_kept_as_it_is_written() -> None:
    programme = structured(with_indicator(measure="climate:index"))
    indicator = programme["antal"]
    assert isinstance(indicator, Indicator)
    assert indicator.measure == "climate:index"
    assert not isinstance(indicator.measure, Measure)
    assert not indicator.is_numeric


def test_extensions_are_nobody_elses_business() -> None:
    mapping = with_action(extensions={"climate": {"co2": 3, "unknown": [None, {"deep": True}]}})
    assert unstructure(structured(mapping)) == mapping


def test_programmes_own_period_of_two_years_is_two_calendar_years() -> None:
    programme = structured(small(period="2019–2020"))
    assert (programme.period.start, programme.period.end) == (date(2019, 1, 1), date(2020, 12, 31))


def test_calendar_of_the_programme_counts() -> None:
    programme = structured(with_action(timeframe="hösten 2020") | {"calendar": {"autumn": [8, 12]}})
    assert programme.actions[0].timeframe.start == date(2020, 8, 1)


def test_country_of_the_municipality_decides_the_council_term() -> None:
    finnish = structured(
        with_action(timeframe="mandatperioden 2025–2029") | {"municipality": {"name": "Vasa", "country": "FI"}}
    )
    swedish = structured(with_action(timeframe="mandatperioden 2026–2030"))
    assert finnish.actions[0].timeframe.start == date(2025, 6, 1)
    assert swedish.actions[0].timeframe.start == date(2026, 10, 1)


def test_themes_go_to_any_depth() -> None:
    deep: Mapping = {
        "id": "t1",
        "title": "1",
        "themes": [{"id": "t2", "title": "2", "themes": [{"id": "t3", "title": "3"}]}],
    }
    programme = structured(small(themes=[deep]))
    assert [theme.id for theme in programme.all_themes] == ["t1", "t2", "t3"]
    assert unstructure(programme) == small(themes=[deep])


def test_population_and_statuses_are_mappings() -> None:
    mapping = small(
        municipality={"name": "Vasa", "population": {"2019": 67636}}, statuses={"done": {"sv": "klart", "fi": "valmis"}}
    )
    programme = structured(mapping)
    assert programme.municipality is not None
    assert programme.municipality.population == {"2019": 67636}
    assert unstructure(programme) == mapping


# What is wrong.


def test_value_of_another_kind_says_what_stands_there() -> None:
    code, said, path = the_problem(with_goal(title=12))
    assert (code, path) == ("F005", ("themes", 0, "goals", 0, "title"))
    assert said == 'Expected text, or a mapping from language to text, found the number 12. Put it in quotes: "12".'


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (None, "nothing"),
        (True, "true (yes or no)"),
        (1.5, "the number 1.5"),
        (["a"], "a list"),
        ({"a": 1}, "a mapping of keys and values"),
    ],
)
def test_every_kind_of_value_has_words(value: Plain, found: str) -> None:
    _, said, _ = the_problem(small(id=value))
    assert f"found {found}." in said


def test_long_text_is_shortened_in_the_message() -> None:
    _, said, _ = the_problem(small(owners="x" * 200))
    assert f"found the text “{'x' * 59}…”" in said


def test_misspelt_key_has_its_nearest_word() -> None:
    assert the_problem(with_indicator(baselin=12)) == (
        "F003",
        "There is no key “baselin” here. Did you mean “baseline”?",
        ("themes", 0, "goals", 0, "indicators", 0, "baselin"),
    )


def test_key_without_a_near_one_lists_what_is_possible() -> None:
    _, said, _ = the_problem(small(municipality={"name": "Vasa", "zzz": 1}))
    assert said == "There is no key “zzz” here. Possible: name, country, code, population."


def test_missing_key_names_the_item() -> None:
    code, said, path = the_problem(with_goal(indicators=[{"id": "x", "title": {"fi": "Mittari"}}]))
    assert (code, said) == ("F004", "The key “measure” is missing from “Mittari”.")
    assert path == ("themes", 0, "goals", 0, "indicators", 0, "measure")


def test_missing_key_of_something_without_a_title() -> None:
    found = {(problem.code, str(problem.message)) for problem in problems(small(themes=[{"goals": []}]))}
    assert found == {("F004", "The key “id” is missing here."), ("F004", "The key “title” is missing here.")}


def test_unknown_word_has_its_nearest_and_all_that_is_possible() -> None:
    code, said, _ = the_problem(with_indicator(measure="cuont"))
    assert code == "F006"
    assert said.startswith("“cuont” is not known here. Did you mean “count”? Possible: count, share,")


def test_word_that_is_no_text() -> None:
    _, said, _ = the_problem(with_indicator(direction=1))
    assert said == "Expected one of increase, decrease, keep, found the number 1."


def test_language_that_the_programme_does_not_have() -> None:
    code, said, path = the_problem(with_goal(title={"sv": "Mål", "de": "Ziel"}))
    assert (code, path[-1]) == ("F003", "de")
    assert said.startswith("“de” is not one of the programme's languages (sv, fi)")


def test_misspelt_language_has_its_nearest() -> None:
    _, said, _ = the_problem(small(languages=["sv", "fi-FI"], title={"sv": "T", "fi-Fl": "O"}))
    assert said == "There is no key “fi-Fl” here. Did you mean “fi-FI”?"


def test_text_of_a_language_is_text() -> None:
    found = problems(with_goal(title={"sv": 1, "fi": {"text": "a"}}))
    assert [problem.path[-1] for problem in found] == ["sv", "fi"]


def test_timeframe_that_is_not_understood_lists_the_choices() -> None:
    code, said, path = the_problem(with_action(timeframe="20223-2024"))
    assert (code, path[-1]) == ("F007", "timeframe")
    assert "20223-2024" in said


@pytest.mark.parametrize("timeframe", [True, [2019], 2.5])
def test_timeframe_of_another_kind(timeframe: Plain) -> None:
    code, said, _ = the_problem(with_action(timeframe=timeframe))
    assert code == "F005"
    assert said.startswith("Expected a timeframe such as 2019")


def test_long_timeframe_has_its_own_keys() -> None:
    found = problems(with_action(timeframe={"text": 1, "strat": 2019, "end": True}))
    assert {(problem.code, problem.path[-1]) for problem in found} == {
        ("F005", "text"),
        ("F003", "strat"),
        ("F005", "end"),
    }


def test_reversed_timeframe_quotes_both_ends() -> None:
    _, said, _ = the_problem(with_action(timeframe={"text": "x", "start": 2021, "end": 2020}))
    assert "2021" in said
    assert "2020" in said


@pytest.mark.parametrize("period", [None, True, ["2019"]])
def test_period_of_another_kind(period: Plain) -> None:
    _, said, _ = the_problem(small(period=period))
    assert said.startswith("Expected a period such as 2020")


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2019-13-01", "F007"), (2019, "F005"), ("i går", "F007")],
)
def test_day_is_a_day(value: Plain, expected: str) -> None:
    code, _, _ = the_problem(small(adopted={"on": value}))
    assert code == expected


def test_list_is_a_list() -> None:
    _, said, _ = the_problem(with_action(tags="abc"))
    assert said == "Expected a list, found the text “abc”. Put it in square brackets: [abc]."


def test_list_of_fixed_length() -> None:
    _, said, _ = the_problem(small(calendar={"spring": [3]}))
    assert said == "Expected a list of 2, found a list."


def test_item_of_a_list_is_a_mapping() -> None:
    _, said, path = the_problem(small(themes=["boende"]))
    assert (said, path) == ("Expected a mapping of keys and values, found the text “boende”.", ("themes", 0))


def test_open_mapping_is_a_mapping() -> None:
    _, said, _ = the_problem(with_action(extensions=["climate"]))
    assert said == "Expected a mapping of keys and values, found a list."


def test_values_of_a_mapping_are_checked() -> None:
    _, _, path = the_problem(
        small(owners=[{"id": "bild", "name": "B", "external_ids": {"kieku": 123}}]) | {"themes": []}
    )
    assert path == ("owners", 0, "external_ids", "kieku")


def test_population_is_by_year() -> None:
    found = problems(small(municipality={"name": "Vasa", "population": {"år": 1, "2019": "67 000"}}))
    assert [problem.path[-1] for problem in found] == ["år", "2019"]


@pytest.mark.parametrize("value", [[1], {"a": 1}, None])
def test_measured_value_is_a_scalar(value: Plain) -> None:
    _, said, _ = the_problem(with_indicator(targets=[{"value": value}]))
    assert said.startswith("Expected a number, true or false, or text, found")


def test_infinity_is_no_number() -> None:
    code, _, _ = the_problem(with_indicator(baseline=float("inf")))
    assert code == "F005"


def test_milestone_is_reached_or_not() -> None:
    _, said, _ = the_problem(with_indicator(measure="milestone", targets=["klart"]))
    assert said == "“Antal kurser” is a milestone: its values are true or false, not “klart”."


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"baseline": "hög"}, ("baseline",)),
        ({"baseline": {"value": "hög"}}, ("baseline", "value")),
        ({"targets": [5, True]}, ("targets", 1)),
        ({"targets": [{"value": "nan"}]}, ("targets", 0, "value")),
        ({"observations": [{"period": 2020, "value": "N/A"}]}, ("observations", 0, "value")),
    ],
)
def test_words_where_numbers_should_be(changes: Mapping, path: tuple[str | int, ...]) -> None:
    code, said, found = the_problem(with_indicator(**changes))
    assert (code, found[6:]) == ("F005", path)
    assert "`measure: text`" in said


def test_reported_value_is_checked_by_its_indicator() -> None:
    follow_up: Mapping = {
        "period": 2020,
        "observations": [
            {"indicator": "antal", "period": 2020, "value": "många"},
            {"indicator": "antal", "period": 2020, "missing": "not_available"},
            {"indicator": "okänd", "period": 2020, "value": "många"},
        ],
    }
    code, _, path = the_problem(small(follow_ups=[follow_up]))
    assert (code, path) == ("F005", ("follow_ups", 0, "observations", 0, "value"))


@pytest.mark.parametrize("again", ["2020", "2020-01–2020-12"])
def test_two_rounds_for_one_period_however_it_is_written(again: str) -> None:
    code, said, path = the_problem(small(follow_ups=[{"period": 2020}, {"period": again}]))
    assert (code, path) == ("F009", ("follow_ups", 1, "period"))
    assert "2020" in said


@pytest.mark.parametrize(
    ("mapping", "path"),
    [
        (with_action(id="radgivning"), ("themes", 0, "goals", 0, "actions", 0, "id")),
        (with_action(id="RADGIVNING"), ("themes", 0, "goals", 0, "actions", 0, "id")),
        (with_action(former_ids=["boende"]), ("themes", 0, "goals", 0, "actions", 0, "former_ids", 0)),
    ],
)
def test_identifier_stands_for_one_thing(mapping: Mapping, path: tuple[str | int, ...]) -> None:
    code, said, found = the_problem(mapping)
    assert (code, found) == ("F009", path)
    assert "Kurser" in said


def test_retired_identifier_is_refused() -> None:
    code, said, _ = the_problem(small(retired=["kultur"]))
    assert code == "F009"
    assert said == "The identifier “kultur” of “Kultur” is retired and is never used again; choose another one."


def test_item_without_words_is_named_by_its_identifier() -> None:
    themes: list[Plain] = [{"id": "a", "title": ""}, {"id": "a", "title": {"sv": ""}}]
    _, said, _ = the_problem(small(themes=themes))
    assert said.startswith("The identifier “a” of “a” is already used by “a”;")


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (None, "This is not a programme: the first line should be “muniprog: 1”."),
        (2, "The file is written in format 2; this muniprog reads format 1. Install a newer muniprog."),
        ("1", "There is no file format 1; expected “muniprog: 1”."),
        (True, "There is no file format True; expected “muniprog: 1”."),
    ],
)
def test_format_version_comes_first(version: Plain, said: str) -> None:
    assert the_problem(small(muniprog=version, id=None))[:2] == ("F011", said)


def test_problems_come_in_the_order_of_the_file() -> None:
    head = "muniprog: 1\nid: p\ntitle: P\nperiod: 2019\nlanguages: [sv]\n"
    text = f"{head}themes:\n- id: 1\n  title: 2\n  gaols: []\nzzz: 1\n"
    with pytest.raises(SourceError) as refused:
        structure(read(text, "p.yaml"))
    assert [str(problem.place) for problem in refused.value.problems] == [
        "p.yaml:7:7",
        "p.yaml:8:10",
        "p.yaml:9:3",
        "p.yaml:10:1",
    ]
    assert str(refused.value).splitlines()[0] == "4 problems in the programme:"


def test_languages_that_are_wrong_themselves_are_said_once() -> None:
    assert [problem.path for problem in problems(small(languages="sv", title="T"))] == [("languages",)]


def test_calendar_that_is_wrong_itself_is_said_once() -> None:
    (problem,) = problems(small(calendar={"fiscal_year": 13}))
    assert problem.path == ("calendar",)


def test_programme_needs_a_language() -> None:
    code, said, path = the_problem(small(languages=[], title="T"))
    assert (code, path) == ("F005", ("languages",))
    assert "language" in said


# The quick way and the converter are one.


def _broken(mapping: Mapping, data: st.DataObject) -> Mapping:
    """Return the mapping with one value replaced by something of any kind."""
    path: list[str | int] = []
    value: Plain = mapping
    while isinstance(value, (dict, list)) and value:
        steps: list[str | int] = [*value] if isinstance(value, dict) else [*range(len(value))]
        step = data.draw(st.sampled_from(steps))
        path.append(step)
        value = value[step]  # type: ignore[index]
        if data.draw(st.booleans()):
            break
    anything: list[Plain] = [None, True, 3, 2.5, "x", [], ["x"], {}, {"x": 1}, {"sv": "x"}]
    new = data.draw(st.sampled_from(anything))

    def put(plain: Plain, rest: list[str | int]) -> Plain:
        if not rest:
            return new
        if isinstance(plain, dict):
            return {key: put(part, rest[1:]) if key == rest[0] else part for key, part in plain.items()}
        assert isinstance(plain, list)
        return [put(part, rest[1:]) if place == rest[0] else part for place, part in enumerate(plain)]

    changed = put(mapping, path)
    assert isinstance(changed, dict)
    return changed


@THOROUGH
@given(programme_mappings(), st.data())
def test_quick_reading_takes_exactly_what_the_converter_takes(mapping: Mapping, data: st.DataObject) -> None:
    changed = _broken(mapping, data) if data.draw(st.booleans()) else mapping
    with reading(Reading(languages=("sv", "fi", "en"), calendar=Calendar())):
        found, expected = (_read_by(read, changed) for read in (read_quickly, read_programme))
    assert found == expected
    if changed is mapping:
        assert found is not None


def _read_by(read_whole: Callable[[Mapping], Programme], mapping: Mapping) -> Programme | None:
    try:
        return read_whole(mapping)
    except Exception:  # noqa: BLE001  whatever it refuses
        return None


def test_quick_reading_wants_a_mapping() -> None:
    with pytest.raises(Misfit):
        read_quickly([])  # type: ignore[arg-type]


def test_fault_of_muniprog_itself_is_not_blamed_on_the_file() -> None:
    fault = RuntimeError("a fault of muniprog's own")
    with pytest.raises(RuntimeError) as raised:
        findings(fault, PlainSource({}))
    assert raised.value is fault


def test_language_is_named_once() -> None:
    code, said, path = the_problem(small(languages=["sv", "fi", "sv"]))
    assert (code, said, path) == ("F005", "The language “sv” is named twice.", ("languages", 2))


def test_empty_key_is_no_second_problem() -> None:
    assert the_problem(with_action(tags=None, title=3))[2][-1] == "title"


def test_goal_reads_its_role_words() -> None:
    goal = structured(with_goal(owners=[{"owner": "soc", "role": "contact"}]))["radgivning"]
    assert isinstance(goal, Goal)
    assert goal.owners[0].role is Role.CONTACT
