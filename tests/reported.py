"""A small programme with three rounds that hold whatever a report has to tell; and reports as text, for tests.

All of it is invented. The languages of record is Swedish; not everything is translated into Finnish and English.
"""

from datetime import date
from decimal import Decimal

import attrs

from muniprog.backends.text import TextBackend
from muniprog.document import Block, BulletList, Document, Heading, Note, Paragraph, Row, Table, plain
from muniprog.followup.closing import close_round
from muniprog.interfaces import Report, ReportOptions
from muniprog.model import (
    Baseline,
    BudgetLine,
    Contact,
    Measure,
    Missing,
    Per,
    Programme,
    Request,
    Series,
    Status,
    Target,
    Theme,
    Verdict,
    Visibility,
)
from muniprog.timeframe import Period
from tests.builders import (
    action,
    decided,
    goal,
    indicator,
    leads,
    measured,
    owner,
    period,
    programme,
    round_of,
    sent_back,
    text,
    theme,
    update,
    value,
    when,
)

LANGUAGES = ("sv", "fi", "en")


def _themes() -> tuple[Theme, ...]:
    jobs = indicator(
        "jobb",
        Measure.SHARE,
        title={"sv": "I arbete", "fi": "Työssä"},
        unit="%",
        series=Series.SNAPSHOT,
        baseline=Baseline(value=value(50), period=period("2018")),
        targets=(
            Target(value=value(60), by=when("2022"), set_on=date(2019, 2, 1)),
            Target(
                value=value(55),
                by=when("2022"),
                set_on=date(2020, 3, 15),
                set_by=text("Kommunstyrelsen"),
                reason=text("lagändring"),
            ),
        ),
    )
    visits = indicator("besok", title="Besök", unit="besök", per=Per.YEAR, targets=(Target(value=value(30)),))
    few = indicator("fa", title="Små grupper", unit="personer", series=Series.SNAPSHOT)
    plan = indicator("plan", Measure.MILESTONE, title={"sv": "Planen är antagen", "en": "The plan is adopted"})
    course = action(
        "kurs",
        "2019",
        ("utb",),
        title={"sv": "Kurs", "fi": "Kurssi", "en": "Course"},
        budget=(BudgetLine(year=2019, planned=Decimal(1000), actual=Decimal(1200)),),
    )
    guide = action("guide", "2020", ("utb", "kult"), title={"sv": "Vägledning", "fi": "Ohjaus"})
    brochure = action("broschyr", "2020", title="Broschyr")
    network = action("natverk", "2021", ("kult",), title="Nätverk", indicators=(plan,))
    hidden = action("hemlig", "2019", ("utb",), title="Intern beredning", visibility=Visibility.INTERNAL)
    everyday = action("vardag", "Kontinuerlig", title="Rådgivning")
    work = goal("arbete", course, guide, hidden, title="Fler i arbete", owners=leads("utb"), indicators=(jobs, visits))
    home = goal("hem", brochure, network, everyday, title="Trygga hem", owners=leads("kult"), indicators=(few,))
    alone = goal("tom", title="Ett mål utan åtgärder", owners=leads("bild"))
    return (
        theme("t-arbete", work, title={"sv": "Arbete", "fi": "Työ", "en": "Work"}),
        theme("t-hem", home, alone, title={"sv": "Boende", "fi": "Asuminen", "en": "Housing"}),
    )


def _round_2019() -> Programme:
    return programme(
        *_themes(),
        title={"sv": "Provprogram", "fi": "Koeohjelma", "en": "Trial programme"},
        notice=text({"sv": "Påhittat", "fi": "Keksitty", "en": "Invented"}),
        languages=LANGUAGES,
        headline=("jobb",),
        owners=(
            owner(
                "utb",
                {"sv": "Utbildning", "fi": "Koulutus"},
                valid_until=date(2020, 12, 31),
                succeeded_by="bild",
                contact=Contact(email="hemlig@example.org"),
            ),
            owner("kult", {"sv": "Kultur", "fi": "Kulttuuri"}, valid_until=date(2020, 12, 31), succeeded_by="bild"),
            owner("bild", {"sv": "Bildning", "fi": "Sivistys"}, aliases=("Bildningssektorn",)),
        ),
        follow_ups=(
            round_of(
                "2019",
                update("kurs", Status.IN_PROGRESS, note="Halvvägs.", owner="utb", reported_on="2019-12-10"),
                update("guide", Status.NOT_STARTED, owner="utb", reported_on="2019-12-10"),
                update("broschyr", Status.IN_PROGRESS, owner="kult", reported_on="2019-12-11"),
                update("hemlig", Status.IN_PROGRESS, note="Får inte synas.", owner="utb", reported_on="2019-12-10"),
                measured("jobb", "2019", 51, owner="utb", reported_on="2019-12-10"),
                measured("besok", "2019", 12, owner="utb", reported_on="2019-12-10"),
                measured("fa", "2019", missing=Missing.SUPPRESSED, reason=text("Färre än fem."), owner="kult"),
            ),
        ),
    )


def three_rounds() -> Programme:
    """A programme whose rounds 2019 and 2020 are closed and whose round 2021 is open."""
    first = close_round(_round_2019(), 2019, on=date(2020, 1, 31), despite_unanswered=True)
    second = round_of(
        "2020",
        update(
            "kurs",
            Status.DONE,
            note=text({"sv": "Klar efter årsskiftet.", "fi": "Valmis vuodenvaihteen jälkeen."}),
            actual_end="2020-02-15",
            owner="utb",
            reported_by="rektor",
            reported_on="2020-12-01",
            approved_by="samordnaren",
            approved_on="2020-12-20",
        ),
        update(
            "guide",
            Status.POSTPONED,
            note="Ingen vägledare kunde anställas.",
            next_steps="Ny annons på våren.",
            planned_end="2021-06-30",
            owner="utb",
            reported_by="rektor",
            reported_on="2020-12-01",
        ),
        update("broschyr", Status.CANCELLED, owner="kult", reported_by="bibliotekschef", reported_on="2020-12-02"),
        update("vardag", Status.CONTINUOUS, owner="kult", reported_on="2020-12-02"),
        update(
            "natverk",
            Status.DONE,
            owner="kult",
            reported_on="2020-12-02",
            sent_back=sent_back("2020-12-20", "Planen är inte antagen än."),
        ),
        measured("jobb", "2020", 56, owner="utb", reported_on="2020-12-01", note=text("Goda tider.")),
        measured("besok", "2020", 10, owner="utb", reported_on="2020-06-30"),
        measured("besok", "2020", 12, owner="utb", reported_on="2020-12-01"),
        measured("fa", "2020", 7, owner="kult", reported_on="2020-12-02"),
        measured("fa", "2020", 3, dimensions={"sex": "f"}, owner="kult", reported_on="2020-12-02"),
        decided("broschyr", Verdict.END, by="Kommunstyrelsen", on="2020-11-02", reason="Ingen läste den."),
        decided("arbete", Verdict.CONTINUE, on="2020-11-02"),
        title=text("Året med distans"),
        opened_on="2020-11-01",
        deadline="2020-12-15",
        approver="samordnaren",
        asked=(Request(owner="kult", items=("natverk", "vardag", "fa", "plan")), Request(owner="bild", items=("tom",))),
    )
    both = attrs.evolve(first, follow_ups=(*first.follow_ups, second))
    closed = close_round(both, 2020, on=date(2021, 1, 31), despite_unanswered=True)
    third = round_of("2021", update("guide", Status.IN_PROGRESS, owner="bild", reported_on="2022-01-15"))
    return attrs.evolve(closed, follow_ups=(*closed.follow_ups, third))


def printed(report: Report, whole: Programme, *languages: str, **asked: object) -> str:
    """A report as plain text."""
    return TextBackend().render(built(report, whole, *languages, **asked)).decode()


def built(report: Report, whole: Programme, *languages: str, **asked: object) -> Document:
    """The document of a report; `period` may be given as text."""
    of = asked.pop("period", None)
    about = of if of is None or isinstance(of, Period) else period(str(of))
    return report.build(whole, ReportOptions(languages=languages or ("en",), period=about, **asked))  # type: ignore[arg-type]


def table(document: Document, caption: str, first: str = "") -> list[list[str]]:
    """The cells of the table with this caption, as text: titles first, without the blanks under spanning cells.

    `first` is the title of its first column, where several tables have the caption.
    """
    (found,) = [each for each in tables(document, first) if plain(each.caption) == caption]
    rows = [["\n".join(map(plain, each.content)) for each in row.cells] for row in found.rows]
    return [[plain(column.title) for column in found.columns], *rows]


def tables(document: Document, first: str = "") -> list[Table]:
    found = [each for each in document.walk() if isinstance(each, Table)]
    return [each for each in found if not first or plain(each.columns[0].title) == first]


def without_facets(document: Document) -> Document:
    """The same document with nothing in it by which readers could find an entry."""
    return attrs.evolve(document, blocks=tuple(map(_bare, document.blocks)))


def _bare(block: Block) -> Block:
    match block:
        case Heading():
            return attrs.evolve(block, facets=())
        case Table():
            return attrs.evolve(block, rows=[Row(row.cells) for row in block.rows])
        case _:
            return block


def captions(document: Document) -> list[str]:
    return [plain(each.caption) for each in document.walk() if isinstance(each, Table)]


def notes(document: Document) -> list[str]:
    return [plain(each.content) for each in document.walk() if isinstance(each, Note)]


def sentences(document: Document, heading: str) -> list[str]:
    """The paragraphs, list items and notes under a heading, as far as the next one."""
    found: list[str] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading):
            inside = plain(block.content) == heading
        elif inside:
            found.extend(_lines(block))
    return found


def _lines(block: Block) -> list[str]:
    if isinstance(block, BulletList):
        return [line for item in block.items for inner in item for line in _lines(inner)]
    return [plain(block.content)] if isinstance(block, (Paragraph, Note)) else []
