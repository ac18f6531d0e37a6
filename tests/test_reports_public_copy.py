"""What anybody may have of a programme: everything that reports print, and nothing that was told in confidence."""

import json
from pathlib import Path

import pytest

import muniprog
from muniprog.reports.public_copy import public_copy

SECRET = "HEMLIGT"

PROGRAMME = f"""
muniprog: 1
id: exempel
title: Ett exempel
period: 2019–2022
languages: [sv]
note: {SECRET} programmets anteckning
retired: [{SECRET}-borta]
headline: [oppen-matare, {SECRET}-matare]
silenced: [{{check: C102, reason: {SECRET} skäl}}]
extensions: {{nagot: {{a: {SECRET}}}}}
owners:
- id: kontoret
  name: Kontoret
  contact: {{name: {SECRET}, email: {SECRET}@example.org, phone: {SECRET}}}
  note: {SECRET} ägarens anteckning
  extensions: {{nagot: {SECRET}}}
themes:
- id: tema
  title: Tema
  note: {SECRET} temats anteckning
  actions:
  - {{id: fri, title: Fri åtgärd, note: {SECRET}, depends_on: [{SECRET}-atgard, gammal-{SECRET}, annan]}}
  - {{id: annan, title: En annan, supersedes: [{SECRET}-atgard], steps: [{{title: Ett steg, note: {SECRET}}}]}}
  goals:
  - id: mal
    title: Mål
    note: {SECRET}
    indicators:
    - id: oppen-matare
      title: Öppen mätare
      measure: count
      affects: [{SECRET}-matare]
      observations:
      - {{period: 2019, value: 7, note: Sju kurser}}
      - {{period: 2020, missing: suppressed, reason: Färre än fem, numerator: 987654, denominator: 876543,
         note: {SECRET} två personer, source: {SECRET} register}}
    - {{id: summa, title: Summa, measure: count, formula: {{rule: sum, of: [oppen-matare, {SECRET}-matare]}}}}
    - {{id: annan-summa, title: En annan summa, measure: count, formula: {{rule: sum, of: [oppen-matare, summa]}}}}
    actions:
    - id: {SECRET}-atgard
      title: {SECRET} åtgärd
      visibility: internal
      former_ids: [gammal-{SECRET}]
      indicators: [{{id: {SECRET}-matare, title: {SECRET} mätare, measure: count}}]
  themes:
  - {{id: undertema, title: Undertema, note: {SECRET}}}
follow_ups:
- period: 2020
  extensions: {{nagot: {SECRET}}}
  asked: [{{owner: kontoret, items: [fri, {SECRET}-atgard]}}]
  updates:
  - {{item: fri, status: done, note: Det blev klart}}
  - {{item: {SECRET}-atgard, status: done, note: {SECRET}}}
  observations:
  - {{indicator: {SECRET}-matare, period: 2020, value: 3}}
  - {{indicator: oppen-matare, period: 2020, missing: suppressed, numerator: 765432, denominator: 654321}}
"""


@pytest.fixture
def programme(tmp_path: Path) -> muniprog.Programme:
    (tmp_path / "programme.yaml").write_text(PROGRAMME, encoding="utf-8")
    return muniprog.load(tmp_path)


def written(programme: muniprog.Programme) -> str:
    return muniprog.export(programme, to="json").data.decode("utf-8")


def test_what_was_told_in_confidence_is_not_in_it(programme: muniprog.Programme) -> None:
    text = written(public_copy(programme))
    assert SECRET in written(programme)
    for secret in (SECRET, "987654", "876543", "765432", "654321", "suppressed_"):
        assert secret not in text


def test_what_reports_print_is_in_it(programme: muniprog.Programme) -> None:
    copy = public_copy(programme)
    assert [action.id for action in copy.actions] == ["fri", "annan"]
    assert copy["fri"] == copy.actions[0]
    text = written(copy)
    for kept in ("Det blev klart", "Sju kurser", "Färre än fem", "Ett steg", "suppressed"):
        assert kept in text


def test_a_formula_that_reckons_with_what_is_internal_is_gone_and_others_stay(programme: muniprog.Programme) -> None:
    formulas = {indicator.id: indicator.formula for indicator in public_copy(programme).indicators}
    assert formulas["summa"] is None
    assert formulas["annan-summa"] is not None


def test_it_can_be_loaded_again(programme: muniprog.Programme, tmp_path: Path) -> None:
    copy = public_copy(programme)
    muniprog.export(copy, tmp_path / "copy.json")
    assert muniprog.load(tmp_path / "copy.json") == copy
    assert copy.origin is None


def test_records_of_closed_rounds_are_not_in_it() -> None:
    sample = muniprog.load("vasa_2019_2022_sample")
    assert any(follow_up.record for follow_up in sample.follow_ups)
    copy = public_copy(sample)
    assert [follow_up.record for follow_up in copy.follow_ups] == [None] * len(copy.follow_ups)
    assert [follow_up.closed_on for follow_up in copy.follow_ups] == [each.closed_on for each in sample.follow_ups]


def test_what_is_public_already_stays_as_it_is() -> None:
    vasa = muniprog.load("vasa_2019_2022")
    mapping = json.loads(written(vasa))
    for left_out in ("note", "silenced", "retired"):
        mapping.pop(left_out, None)
    assert set(json.loads(written(public_copy(vasa)))) == set(mapping)


def test_copying_a_copy_changes_nothing(programme: muniprog.Programme) -> None:
    assert public_copy(public_copy(programme)) == public_copy(programme)
