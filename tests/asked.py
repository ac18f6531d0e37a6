"""A small programme whose round of 2020 is open, its forms, and forms that have come back. All of it is invented."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

import attrs

from muniprog.followup.form_making import make_form
from muniprog.forms import CellContent, FilledCell, FilledForm, Form, FormAddress
from muniprog.model import BudgetLine, Measure, Per, Programme, Request, Status, Target, Theme
from muniprog.source import Place
from tests.builders import (
    action,
    goal,
    indicator,
    leads,
    measured,
    owner,
    programme,
    round_of,
    text,
    theme,
    update,
    when,
)

ON = date(2020, 12, 18)
"""The day on which forms are collected in these tests."""

LANGUAGES = ("sv", "fi", "en")

BILD = ("cafe", "broschyr", "tyst", "andel", "antal", "klart", "ord")
SOC = ("cafe", "besok")


def _theme() -> Theme:
    cafe = action(
        "cafe",
        "2020",
        title={"sv": "Språkkafé", "fi": "Kielikahvila"},
        budget=(
            BudgetLine(year=2019, planned=Decimal(900), actual=Decimal(850)),
            BudgetLine(year=2020, planned=Decimal(1000), funder=text("Staden")),
            BudgetLine(year=2020, planned=Decimal(500), currency="SEK"),
        ),
    )
    share = indicator(
        "andel", Measure.SHARE, title="Andel nöjda", unit="%", targets=(Target(value=Decimal(60), by=when("2022")),)
    )
    visits = indicator("besok", title="Besök", unit="besök", per=Per.QUARTER)
    many = indicator("antal", title="Antal deltagare", unit="personer", per=Per.YEAR)
    done = indicator("klart", Measure.MILESTONE, title="Planen är antagen")
    words = indicator("ord", Measure.TEXT, title="Hur det kändes")
    return theme(
        "boende",
        goal(
            "moten", cafe, action("broschyr", title="Broschyr"), owners=leads("bild"), indicators=(share, visits, many)
        ),
        goal("tyst", title="Ett tyst mål", owners=leads("bild"), indicators=(done, words)),
        title={"sv": "Boende", "fi": "Asuminen"},
    )


def asked(*answers: object, **more: object) -> Programme:
    """The programme, with these answers in its round of 2020."""
    note = text({"sv": "Ett försök.", "fi": "Yksi yritys."})
    last = round_of(
        "2019",
        update("cafe", Status.IN_PROGRESS, note=note, reported_on="2019-12-10"),
        measured("andel", "2019", 41.5),
        measured("andel", "2019", 40, dimensions={"sex": "f"}),
    )
    settings = {
        "opened_on": date(2020, 12, 1),
        "asked": (Request(owner="bild", items=BILD), Request(owner="soc", items=SOC)),
        **more,
    }
    return programme(
        _theme(),
        languages=LANGUAGES,
        statuses={Status.DONE: text({"sv": "Färdig", "fi": "Maalissa"})},
        owners=(
            owner("bild", "Bildning"),
            owner("soc", {"sv": "Social", "fi": "Sosiaali"}, language="fi"),
            owner("ny", "Ny"),
        ),
        follow_ups=(last, round_of("2020", *answers, **settings)),  # type: ignore[arg-type]
    )


def form(plan: Programme | None = None, owner_: str = "bild", **more: str) -> Form:
    """The form of an owner."""
    return make_form(plan or asked(), 2020, owner_, **more)


def filled(
    asking: Form,
    answers: Mapping[tuple[str, str], CellContent] | None = None,
    *,
    without: Collection[str] = (),
    file: str = "svar.xlsx",
    **address: str,
) -> FilledForm:
    """A form that has come back with these answers typed into it, by key and field, and without some of its rows.

    Answers to what was not asked stand in rows of their own below.
    """
    given = dict(answers or {})
    cells: list[FilledCell] = []
    row_of: dict[str, int] = {}
    for part, row, question in asking.questions():
        if row.key in without:
            continue
        line = row_of.setdefault(row.key, len(row_of) + 2)
        column = [each.field for each in part.columns].index(question.field) + 1
        content = given.pop((row.key, question.field), question.now)
        heading = part.columns[column - 1].title
        place = Place(file, line, column, part.title)
        cells.append(
            FilledCell(
                key=row.key, field=question.field, content=content, before=question.before, place=place, column=heading
            )
        )
    for number, ((key, field), content) in enumerate(given.items(), len(row_of) + 2):
        cells.append(
            FilledCell(key=key, field=field, content=content, before=None, place=Place(file, number, 2, "Mer"))
        )
    return FilledForm(file=file, address=attrs.evolve(asking.address, **address), cells=tuple(cells))


def cell(content: CellContent, before: str | None = "", *, per_cent: bool = False) -> FilledCell:
    """One cell of a form."""
    return FilledCell(
        key="k",
        field="f",
        content=content,
        before=before,
        place=Place("svar.xlsx", 2, 2, "Svar"),
        column="Rubrik",
        per_cent=per_cent,
    )


def address(**parts: str) -> FormAddress:
    """The address of the form of Bildning, with other parts."""
    return attrs.evolve(form().address, **parts)
