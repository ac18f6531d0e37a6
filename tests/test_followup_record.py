"""What a closed round holds of its day, and that nothing later changes it."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from decimal import Decimal
from hashlib import sha256

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import muniprog as mp
from muniprog.conversion import structure, unstructure
from muniprog.errors import FollowUpError, UnknownNameError
from muniprog.followup.closing import close_round, reopen_round
from muniprog.followup.frozen import differing, exact_text, frozen_figures
from muniprog.followup.record import RoundStanding, recorded, standing_of
from muniprog.followup.seal import is_intact, kept_seal, one_form, seal_of
from muniprog.model import FollowUp, Owner, Programme
from muniprog.progress import assess
from muniprog.source import Path, Plain, PlainSource
from muniprog.testing.strategies import programmes
from muniprog.text import Text
from muniprog.timeframe import Calendar
from tests.rounds import CLOSING, closed, followed_up, round_2020, with_round_2020


def record_in(programme: Programme) -> dict[str, Plain]:
    """Return the record of the round of 2020."""
    record = round_2020(programme).record
    assert record is not None
    return dict(record)


def reread(programme: Programme) -> Programme:
    """Return the programme as it is read again after it has been written."""
    return structure(PlainSource(json.loads(json.dumps(unstructure(programme)))))


def with_record(programme: Programme, record: dict[str, Plain], *, seal: bool = True) -> Programme:
    """Return the programme with another record in its round of 2020, sealed anew or not."""
    follow_up = attrs.evolve(round_2020(programme), record=record)
    if seal:
        follow_up = attrs.evolve(follow_up, record={**record, "seal": seal_of(follow_up, programme)})
    return attrs.evolve(programme, follow_ups=(*programme.follow_ups[:-1], follow_up))


# What it holds


def test_the_record_holds_the_programme_without_private_contacts() -> None:
    assert "planerare@example.org" not in json.dumps(record_in(closed()))
    assert recorded(closed(), 2020).owners == tuple(attrs.evolve(owner, contact=None) for owner in followed_up().owners)


def test_earlier_rounds_are_there_without_their_records_and_later_ones_are_not() -> None:
    programme = close_round(followed_up(), 2019, on="2020-03-01")
    programme = attrs.evolve(
        closed(programme),
        follow_ups=(*closed(programme).follow_ups, FollowUp(period=mp.Period.parse(2021, language="sv"))),
    )
    then = recorded(programme, 2020)
    assert [follow_up.period.raw for follow_up in then.follow_ups] == ["2019", "2020"]
    assert then.follow_ups[0].record is None
    assert then.follow_ups[0].observations == followed_up().follow_ups[0].observations
    assert then.follow_ups[1] == round_2020(programme)
    assert [follow_up.period.raw for follow_up in recorded(programme, 2019).follow_ups] == ["2019"]


def test_numbers_are_kept_exactly_and_words_as_codes() -> None:
    figures = record_in(closed())["figures"]
    assert isinstance(figures, dict)
    assert figures["actions"] == [
        {
            "id": "kurser",
            "status": "done",
            "reported_on": "2020-12-31",
            "slip": -31,
            "first_planned_end": "2020-12-31",
            "planned_end": "2020-12-31",
            "actual_end": "2020-11-30",
            "time_passed": "1",
            "money": [{"currency": "EUR", "planned": "0.1"}],
        },
        {
            "id": "broschyr",
            "status": "cancelled",
            "reported_on": "2020-12-10",
            "slip": 0,
            "first_planned_end": "2019-12-31",
            "planned_end": "2019-12-31",
            "time_passed": "1",
        },
    ]
    assert figures["indicators"] == [
        {
            "id": "antal",
            "verdict": "behind",
            "attainment": "7/20",
            "latest": "2020",
            "target": "40",
            "total": "35.5",
            "values": [{"period": "2019", "value": "15"}, {"period": "2020", "value": "20.5"}],
        },
        {
            "id": "andel",
            "verdict": "not_assessable",
            "latest": "2020",
            "total": "100/3",
            "values": [{"period": "2020", "value": "100/3", "numerator": "1", "denominator": "3"}],
            "parts": [{"of": {"sex": "f"}, "values": [{"period": "2020", "value": "50"}]}],
        },
    ]
    assert figures["goals"] == [
        {
            "id": "radgivning",
            "actions": 2,
            "statuses": {"done": 1, "cancelled": 1},
            "done": "1/1",
            "indicators": 2,
            "verdicts": {"behind": 1, "not_assessable": 1},
            "attainment": "7/20",
            "assessed": "1/2",
            "money": [{"currency": "EUR", "planned": "0.1"}],
        }
    ]


def test_a_missing_value_says_what_kind_of_absence_it_is() -> None:
    missing: list[Plain] = [{"indicator": "antal", "period": 2020, "missing": "suppressed", "reason": "Färre än fem."}]
    programme = with_round_2020(observations=missing, asked=[{"owner": "bild", "items": ["antal"]}])
    figures = record_in(closed(programme))["figures"]
    assert isinstance(figures, dict)
    assert isinstance(figures["indicators"], list)
    antal = figures["indicators"][0]
    assert isinstance(antal, dict)
    assert antal["values"] == [{"period": "2019", "value": "15"}, {"period": "2020", "missing": "suppressed"}]


def test_owners_that_have_ended_tell_who_goes_on() -> None:
    owners: list[Plain] = [
        {"id": "bild", "name": "Bildning", "valid_until": "2020-12-31", "succeeded_by": "soc"},
        {"id": "soc", "name": "Social"},
    ]
    figures = record_in(closed(followed_up(owners=owners)))["figures"]
    assert isinstance(figures, dict)
    assert isinstance(figures["owners"], list)
    bild, soc = figures["owners"]
    assert isinstance(bild, dict)
    assert isinstance(soc, dict)
    assert (bild["continued_by"], soc["former"], soc["actions"]) == ("soc", ["bild"], 2)


def test_figures_hold_no_binary_fractions() -> None:
    def numbers(value: Plain) -> Iterator[Plain]:
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            for part in value:
                yield from numbers(part)
        else:
            yield value

    assert not any(isinstance(each, float) for each in numbers(record_in(closed())["figures"]))


def test_exact_text_leaves_alone_what_is_no_number() -> None:
    assert (exact_text("hög"), exact_text(False), exact_text(Decimal("1.50"))) == ("hög", False, "1.50")


def test_differing_figures_are_named_also_where_a_row_is_missing_or_is_none() -> None:
    before: Plain = {"programme": {"id": "p", "late": 1}, "actions": [{"id": "a", "slip": 1}, "?"]}
    after: Plain = {"programme": {"id": "p", "late": 2}, "actions": [{"id": "b"}]}
    assert list(differing(before, after)) == [("p", "late"), ("a", "id"), ("a", "slip"), ("b", "id")]
    assert list(differing(None, {"actions": []})) == []
    assert list(differing(before, before)) == []


# The seal


def test_the_seal_is_the_hash_of_the_round_as_it_is_written() -> None:
    """Anybody can compute it, without muniprog."""
    programme = closed()
    written = unstructure(programme)["follow_ups"]
    assert isinstance(written, list)
    mapping = deepcopy(written[1])
    assert isinstance(mapping, dict)
    assert isinstance(mapping["record"], dict)
    seal = mapping["record"].pop("seal")
    canonical = json.dumps(mapping, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert sha256(canonical.encode()).hexdigest() == seal


def test_a_round_that_is_written_and_read_again_is_intact() -> None:
    again = reread(closed())
    assert is_intact(round_2020(again), again)
    assert standing_of(again, 2020).intact


def test_one_form_is_json_with_keys_in_order_and_nothing_empty() -> None:
    value: Plain = {"ö": [], "a": {"z": None, "y": [1, 2.50, 1e22, 1e-7]}, "b": True}
    assert one_form(value) == '{"a":{"y":[1,2.5,10000000000000000000000,1e-07]},"b":true,"ö":[]}'


def leaves(value: Plain, path: Path = ()) -> Iterator[Path]:
    """Yield where each single value stands."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, (*path, key))
    elif isinstance(value, list):
        for position, part in enumerate(value):
            yield from leaves(part, (*path, position))
    else:
        yield path


def changed_at(value: Plain, path: Path, change: Callable[[Plain], Plain]) -> Plain:
    """Return the value with one of its single values changed."""
    if not path:
        return change(value)
    step, *rest = path
    if isinstance(value, dict) and isinstance(step, str):
        return {**value, step: changed_at(value[step], tuple(rest), change)}
    assert isinstance(value, list)
    assert isinstance(step, int)
    return [changed_at(part, tuple(rest), change) if place == step else part for place, part in enumerate(value)]


def other(value: Plain) -> Plain:
    """Return another value of the same kind."""
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, (int, float)) else f"{value}x"


RECORD_LEAVES = sorted(leaves(record_in(closed())), key=str)
ROUND = unstructure(closed())["follow_ups"]
assert isinstance(ROUND, list)
ANSWERS = [
    path
    for path in leaves({key: value for key, value in dict(ROUND[1] or {}).items() if key != "record"})  # type: ignore[arg-type]
    if path[-1]
    in ("note", "sv", "fi", "reason", "value", "title", "numerator", "denominator", "sex", "item", "indicator")
]


@given(st.sampled_from(RECORD_LEAVES))
def test_changing_anything_in_a_record_breaks_the_seal(path: Path) -> None:
    programme = closed()
    record = changed_at(record_in(programme), path, other)
    assert isinstance(record, dict)
    tampered = with_record(programme, record, seal=False)
    assert not is_intact(round_2020(tampered), tampered)


@given(st.sampled_from(ANSWERS))
def test_changing_any_answer_of_a_closed_round_breaks_the_seal(path: Path) -> None:
    programme = closed()
    mapping = changed_at(unstructure(programme), ("follow_ups", 1, *path), other)
    assert isinstance(mapping, dict)
    tampered = structure(PlainSource(mapping))
    assert not is_intact(round_2020(tampered), tampered)


def test_taking_an_answer_away_breaks_the_seal() -> None:
    programme = closed()
    for name in ("updates", "observations", "decisions", "asked", "title", "opened_on", "closed_on"):
        mapping = changed_at(unstructure(programme), ("follow_ups", 1, name), lambda _: None)
        assert isinstance(mapping, dict)
        tampered = structure(PlainSource(mapping))
        assert not is_intact(round_2020(tampered), tampered), name


def test_a_round_without_a_seal_is_not_intact() -> None:
    by_hand = with_round_2020(closed_on="2021-03-01")
    assert kept_seal(round_2020(by_hand)) is None
    assert not is_intact(round_2020(by_hand), by_hand)


# What is recorded stays


def test_the_recorded_programme_gives_the_recorded_figures() -> None:
    programme = closed()
    assert frozen_figures(assess(recorded(programme, 2020), as_of=CLOSING)) == record_in(programme)["figures"]


def later_lives() -> st.SearchStrategy[Callable[[Programme], Programme]]:
    """Return what may become of a programme after a round was closed."""
    new_owner = Owner(id="ny", name=Text.of("Ny nämnd", "fi"))
    return st.sampled_from(
        [
            lambda p: attrs.evolve(p, themes=()),
            lambda p: attrs.evolve(p, owners=(new_owner,)),
            lambda p: attrs.evolve(p, title=Text.of("Ett annat program", "sv"), id="annat"),
            lambda p: attrs.evolve(p, languages=("fi", "sv")),
            lambda p: attrs.evolve(p, languages=("fi", "sv", "en")),
            lambda p: attrs.evolve(p, calendar=Calendar(fiscal_year=7)),
            lambda p: attrs.evolve(p, retired=("kurser",), themes=()),
            lambda p: attrs.evolve(
                p, follow_ups=(*p.follow_ups, FollowUp(period=mp.Period.parse(2021, language="sv")))
            ),
            lambda p: close_round(p, 2019, on="2022-01-01"),
            lambda p: attrs.evolve(p, follow_ups=tuple(each for each in p.follow_ups if each.period.raw != "2019")),
            reread,
        ]
    )


@given(st.lists(later_lives(), max_size=4, unique=True))
def test_whatever_becomes_of_the_programme_a_closed_round_stays_what_it_was(
    lives: list[Callable[[Programme], Programme]],
) -> None:
    before = closed()
    after = before
    for live in lives:
        try:
            after = live(after)
        except mp.UnknownNameError:  # the round of 2019 is gone already
            continue
    standing = standing_of(after, 2020)
    assert standing.intact
    assert standing.programme == recorded(before, 2020)
    assert unstructure(standing.programme) == unstructure(recorded(before, 2020))


@given(programmes())
def test_every_programme_can_be_closed_and_read_again(programme: Programme) -> None:
    period = mp.Period.parse(2020, language=programme.record)
    rounds = tuple(each for each in programme.follow_ups if each.period.order != period.order)
    programme = attrs.evolve(programme, follow_ups=(*rounds, FollowUp(period=period)))
    after = reread(close_round(programme, period, on=CLOSING, despite_unanswered=True))
    assert standing_of(after, 2020).intact
    then = recorded(after, 2020)
    assert then.themes == structure(PlainSource(unstructure(programme))).themes


def test_a_closed_round_is_read_in_the_languages_of_its_day() -> None:
    """The language of record may change, and a language may go: what was said then was said in those languages."""
    mapping = unstructure(closed())
    mapping |= {"languages": ["en", "sv"], "title": "Plan", "owners": []}
    mapping = dict(changed_at(mapping, ("themes", 0, "goals"), lambda _: []))  # type: ignore[arg-type]
    programme = structure(PlainSource(mapping))
    follow_up = round_2020(programme)
    assert follow_up.title == Text.of("Pandemiåret", "sv")
    assert follow_up.updates[0].note == Text.of({"sv": "Klart.", "fi": "Valmis."}, "sv")
    assert is_intact(follow_up, programme)
    assert unstructure(programme)["follow_ups"][1] == mapping["follow_ups"][1]  # type: ignore[index]


def test_what_is_wrong_in_a_closed_round_is_still_said_with_its_path() -> None:
    mapping = unstructure(closed())
    wrong = changed_at(mapping, ("follow_ups", 1, "updates", 0, "status"), lambda _: "klar")
    assert isinstance(wrong, dict)
    with pytest.raises(mp.SourceError) as caught:
        structure(PlainSource(wrong))
    assert [problem.path for problem in caught.value.problems] == [("follow_ups", 1, "updates", 0, "status")]


def test_an_earlier_round_keeps_the_languages_that_it_was_written_in() -> None:
    first = close_round(followed_up(), 2019, on="2020-03-01")
    turned = attrs.evolve(first, languages=("en",), title=Text.of("Plan", "en"), owners=(), themes=())
    rounds = (turned.follow_ups[0], FollowUp(period=mp.Period.parse(2020, language="en")))
    programme = reread(close_round(attrs.evolve(turned, follow_ups=rounds), 2020, on=CLOSING))
    then = recorded(programme, 2020)
    assert then.follow_ups[0].updates[0].note == Text.of("Ett försök.", "sv")
    assert then.languages == ("en",)


def test_a_measure_that_was_changed_later_leaves_an_old_answer_as_it_was() -> None:
    mapping = unstructure(closed())
    changed = changed_at(mapping, ("themes", 0, "goals", 0, "indicators", 0, "measure"), lambda _: "milestone")
    changed = changed_at(changed, ("themes", 0, "goals", 0, "indicators", 0, "baseline"), lambda _: False)
    changed = changed_at(changed, ("themes", 0, "goals", 0, "indicators", 0, "targets"), lambda _: [True])
    changed = changed_at(changed, ("follow_ups", 0, "observations"), lambda _: [])
    assert isinstance(changed, dict)
    assert standing_of(structure(PlainSource(changed)), 2020).intact


# What a report is made from


def test_an_open_round_stands_in_the_living_programme_on_no_day_of_its_own() -> None:
    programme = followed_up()
    assert standing_of(programme, 2020) == RoundStanding(
        programme=programme, round=round_2020(programme), as_of=None, closed=False, intact=True
    )


def test_a_closed_round_stands_in_the_programme_of_its_day() -> None:
    programme = attrs.evolve(closed(), title=Text.of("Nytt", "sv"))
    standing = standing_of(programme, 2020)
    assert str(standing.programme.title) == "Exempelprogram"
    assert (standing.as_of, standing.closed, standing.intact) == (CLOSING, True, True)
    assert standing.programme.origin is None


def test_a_round_that_was_changed_after_closing_is_not_intact() -> None:
    follow_up = attrs.evolve(round_2020(closed()), decisions=())
    programme = attrs.evolve(closed(), follow_ups=(closed().follow_ups[0], follow_up))
    standing = standing_of(programme, 2020)
    assert (standing.closed, standing.intact) == (True, False)
    assert standing.programme.title == closed().title


def test_a_round_that_was_closed_by_hand_stands_in_the_living_programme() -> None:
    programme = with_round_2020(closed_on="2021-02-01")
    standing = standing_of(programme, 2020)
    assert (standing.programme, standing.as_of) == (programme, date(2021, 2, 1))
    assert (standing.closed, standing.intact) == (True, False)
    with pytest.raises(FollowUpError, match="closed by hand"):
        recorded(programme, 2020)


@pytest.mark.parametrize("record", [{"programme": {"muniprog": 1}}, {}])
def test_a_record_that_cannot_be_read_never_stops_a_report(record: dict[str, Plain]) -> None:
    programme = with_record(closed(), {**record})
    standing = standing_of(programme, 2020)
    assert (standing.programme, standing.as_of, standing.intact) == (programme, CLOSING, False)


@pytest.mark.parametrize("settings", [{"languages": 5, "calendar": "x", "municipality": 3}, {"languages": ["??"]}, []])
def test_a_record_that_was_damaged_never_stops_a_programme_from_loading(settings: Plain) -> None:
    damaged = changed_at(unstructure(closed()), ("follow_ups", 1, "record", "programme"), lambda _: settings)
    assert isinstance(damaged, dict)
    assert not standing_of(structure(PlainSource(damaged)), 2020).intact


@pytest.mark.parametrize("as_of", [None, "i våras"])
def test_a_record_without_its_day_never_stops_a_report(as_of: str | None) -> None:
    programme = with_record(closed(), {**record_in(closed()), "as_of": as_of})
    assert not standing_of(programme, 2020).intact


def test_an_open_round_has_no_record() -> None:
    with pytest.raises(FollowUpError, match="is open"):
        recorded(followed_up(), 2020)
    with pytest.raises(UnknownNameError):
        standing_of(followed_up(), 2023)


def test_after_reopening_the_living_programme_counts_again() -> None:
    programme = reopen_round(closed(), 2020, on="2021-03-20", reason="Fel antal.")
    assert not standing_of(programme, 2020).closed
