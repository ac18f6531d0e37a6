"""Money: what was planned and what was spent, action by action and for the whole, currencies apart."""

from collections.abc import Iterator, Sequence

import attrs

from muniprog.document import Block, Cell, Column, ColumnKind, Prose, Row, Table, cell, prose
from muniprog.messages import Spoken, message
from muniprog.progress import Amount, Money, Quantity
from muniprog.progress.budgets import NOTHING
from muniprog.reports import words
from muniprog.reports.status_tables import WHOLE_PROGRAMME
from muniprog.reports.teller import DASH, Teller
from muniprog.reports.voice import BELOW


def spending(teller: Teller) -> Iterator[Block]:
    """Yield the chapter; nothing where no action has a budget."""
    found = [figures for figures in teller.figures.actions if figures.money]
    if not found:
        return
    voice = teller.voice
    yield teller.heading(1, message("Money"), "money")
    rows = [
        attrs.evolve(
            _row(teller, cell(teller.linked(each.action), header=True), each.money), facets=teller.facets(each.id)
        )
        for each in found
    ]
    rows.append(_row(teller, cell(voice.say(WHOLE_PROGRAMME), header=True), teller.figures.programme.money))
    yield Table(
        voice.say(message("Planned and spent")),
        [
            Column(voice.say(words.ACTION), share=2.4),
            Column(voice.say(message("Currency"), BELOW), share=0.7),
            Column(voice.say(message("Planned")), kind=ColumnKind.NUMBER),
            Column(voice.say(message("Spent")), kind=ColumnKind.NUMBER),
            Column(voice.say(message("More (+) or less (−) than planned"), BELOW), share=1.4),
        ],
        rows,
    )


def _row(teller: Teller, title: Cell, money: tuple[Money, ...]) -> Row:
    return Row(
        [
            title,
            cell(*(each.currency for each in money)),
            _amounts(teller, [each.planned for each in money]),
            _amounts(teller, [each.actual for each in money]),
            cell(*(_overrun(teller, each) for each in money)),
        ]
    )


def _amounts(teller: Teller, amounts: Sequence[Amount | None]) -> Cell:
    """Return a cell with an amount, or with a line for each currency; then no single value stands behind it."""
    alone = amounts[0] if len(amounts) == 1 else None
    said = [teller.voice.say(_amount(amount), BELOW) for amount in amounts]
    return cell(*said, value=None if alone is None else float(alone))


def _amount(amount: Amount | None) -> Spoken:
    return NOTHING if amount is None else Quantity(amount)


def _overrun(teller: Teller, money: Money) -> Prose:
    if money.unspent_years:
        years = tuple(map(str, money.unspent_years))
        return teller.voice.say(message("nothing stated for {years}", years=years), BELOW)
    if money.overrun is None:
        return prose(DASH)
    sign = "+" if money.overrun > 0 else ""
    return prose(sign, teller.voice.say(Quantity(money.overrun)))
