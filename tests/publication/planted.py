"""A programme with a secret planted in everything that is not for everybody."""

from datetime import date
from decimal import Decimal
from functools import cache

import attrs

from muniprog.followup.closing import close_round
from muniprog.model import (
    Action,
    BudgetLine,
    Contact,
    Decision,
    Field,
    FieldKind,
    FollowUp,
    Formula,
    Goal,
    Indicator,
    Link,
    Measure,
    Missing,
    Observation,
    Owner,
    Programme,
    Request,
    Responsibility,
    Role,
    Rule,
    SentBack,
    Silence,
    Status,
    Step,
    Target,
    Theme,
    Update,
    Verdict,
    Visibility,
)
from muniprog.text import Text
from muniprog.timeframe import Period, Timeframe

LANGUAGES = ("sv", "fi", "en")

INTERNAL = {
    "title of an internal action": "qzxaaa",
    "description of an internal action": "qzxaab",
    "title of a step of an internal action": "qzxaac",
    "title of an indicator of an internal action": "qzxaad",
    "description of an indicator of an internal action": "qzxaae",
    "funder of an internal action": "qzxaaf",
    "title of a link of an internal action": "qzxaag",
    "address of an internal action": "qzxaah",
    "tag of an internal action": "qzxaai",
    "field of an internal action": "qzxaaj",
    "identifier of an internal action": "qzxaak",
    "former identifier of an internal action": "qzxaal",
    "identifier of an indicator of an internal action": "qzxaam",
    "what was answered about an internal action": "qzxaan",
    "next steps of an internal action": "qzxaao",
    "who reported an internal action": "qzxaap",
    "why an internal action goes on": "qzxaaq",
    "who decided on an internal action": "qzxaar",
    "remark beside a number of an internal action": "qzxaas",
    "name of an owner of internal actions alone": "qzxaat",
    "identifier of an owner of internal actions alone": "qzxaau",
    "reason of a target of an internal action": "qzxaav",
    "how an internal action is shared": "qzxaaw",
    "title of an internal action that is in no goal": "qzxaax",
    "timeframe of an internal action": "qzxaay",
}
"""What an internal action brings along: what it is, and the word that stands there."""

NOTES = {
    "note of the programme": "qzxbaa",
    "note of a theme": "qzxbab",
    "note of a goal": "qzxbac",
    "note of an action": "qzxbad",
    "note of an indicator": "qzxbae",
    "note of a step": "qzxbaf",
    "note of an owner": "qzxbag",
    "reason of a silenced finding": "qzxbah",
}
"""What those who keep the programme write to each other."""

PRIVATE = {
    "name of a contact": "qzxcaa",
    "e-mail of a contact": "qzxcab",
    "telephone of a contact": "040-5550143",
    "identifier of an item that is gone": "qzxcad",
    "answer that was sent back": "qzxcae",
    "next steps of an answer that was sent back": "qzxcaf",
    "remark beside a number that was sent back": "qzxcag",
    "remark beside a suppressed number": "qzxcah",
    "source of a suppressed number": "qzxcai",
    "data of a plug-in on the programme": "qzxcaj",
    "data of a plug-in on an owner": "qzxcak",
    "data of a plug-in on a round": "qzxcal",
    "data of a plug-in on a theme": "qzxcam",
    "data of a plug-in on an indicator": "qzxcan",
    "key of data of a plug-in": "qzxcao",
}
"""What nobody may ask for."""

NUMBERS = {
    "suppressed value": 48271,
    "numerator of a suppressed share": 30939,
    "denominator of a suppressed share": 64117,
    "suppressed value of a round": 52813,
    "value that was sent back": 73529,
    "sum with a suppressed value in it": 48271 + 1000,
    "value of an internal action": 86137,
    "target of an internal action": 91733,
    "budget of an internal action": 77417,
    "sum with an internal value in it": 86137 + 1000,
}
"""Numbers that are not for everybody."""

SUPPRESSED_SHARE = "48.254"
"""What the suppressed numerator over the suppressed denominator would be, in hundredths."""

WORDS = INTERNAL | NOTES | PRIVATE


def words_of(secret: str) -> Text:
    """Return a text that holds the secret in every language."""
    word = WORDS[secret]
    return Text.of({"sv": f"Dolt {word}", "fi": f"Salattu {word}", "en": f"Hidden {word}"})


def open_text(swedish: str, finnish: str, english: str) -> Text:
    return Text.of({"sv": swedish, "fi": finnish, "en": english})


@cache
def planted() -> Programme:
    """Return the programme: what it says openly is little, what it hides is all of the above."""
    before = attrs.evolve(_opened(), follow_ups=(_round("2019", _hidden_id()),))
    closed = close_round(before, 2019, on=date(2020, 1, 31), despite_unanswered=True)
    return attrs.evolve(closed, follow_ups=(*closed.follow_ups, _round("2020", _hidden_id())))


def _hidden_id() -> str:
    return INTERNAL["identifier of an internal action"]


def _period(year: str) -> Period:
    return Period.parse(year, language="sv")


def _when(words: str) -> Timeframe:
    return Timeframe.parse(words, language="sv")


def _leads(owner: str, note: Text | None = None) -> tuple[Responsibility, ...]:
    return (Responsibility(owner=owner, role=Role.LEAD, note=note),)


def _opened() -> Programme:
    """Return the programme without its rounds."""
    return Programme(
        id="plan",
        title=open_text("Öppet program", "Avoin ohjelma", "Open programme"),
        period=_period("2019–2022"),
        languages=LANGUAGES,
        notice=open_text("Utkast", "Luonnos", "Draft"),
        fields=(Field(id="plats", title=open_text("Plats", "Paikka", "Place"), kind=FieldKind.TEXT),),
        headline=("offentligt", INTERNAL["identifier of an indicator of an internal action"]),
        retired=(PRIVATE["identifier of an item that is gone"],),
        silenced=(Silence(check="C102", reason=words_of("reason of a silenced finding")),),
        note=words_of("note of the programme"),
        extensions={"karta": {PRIVATE["key of data of a plug-in"]: PRIVATE["data of a plug-in on the programme"]}},
        owners=_owners(),
        themes=(_theme(),),
    )


def _owners() -> tuple[Owner, ...]:
    contact = Contact(
        name=PRIVATE["name of a contact"],
        email=f"{PRIVATE['e-mail of a contact']}@example.org",
        phone=PRIVATE["telephone of a contact"],
    )
    known = Owner(
        id="kultur",
        name=open_text("Kulturen", "Kulttuuri", "Culture"),
        contact=contact,
        note=words_of("note of an owner"),
        extensions={"karta": PRIVATE["data of a plug-in on an owner"]},
    )
    hidden = Owner(
        id=INTERNAL["identifier of an owner of internal actions alone"],
        name=words_of("name of an owner of internal actions alone"),
    )
    return known, hidden


def _theme() -> Theme:
    loose = Action(
        id="loose",
        title=words_of("title of an internal action that is in no goal"),
        timeframe=_when("2020"),
        owners=_leads("kultur"),
        visibility=Visibility.INTERNAL,
    )
    return Theme(
        id="tema",
        title=open_text("Kultur", "Kulttuuri", "Culture"),
        note=words_of("note of a theme"),
        extensions={"karta": PRIVATE["data of a plug-in on a theme"]},
        goals=(_goal(),),
        actions=(loose,),
    )


def _goal() -> Goal:
    shown = Action(
        id="kurs",
        title=open_text("Kurs", "Kurssi", "Course"),
        timeframe=_when("2020"),
        note=words_of("note of an action"),
        steps=(
            Step(
                title=open_text("Första kursen", "Ensimmäinen kurssi", "First course"), note=words_of("note of a step")
            ),
        ),
        depends_on=(_hidden_id(),),
        supersedes=(_hidden_id(),),
    )
    return Goal(
        id="mal",
        title=open_text("Fler är med", "Useampi on mukana", "More take part"),
        owners=_leads("kultur"),
        note=words_of("note of a goal"),
        actions=(shown, _hidden_action()),
        indicators=_indicators(),
    )


def _hidden_action() -> Action:
    measured = Indicator(
        id=INTERNAL["identifier of an indicator of an internal action"],
        title=words_of("title of an indicator of an internal action"),
        description=words_of("description of an indicator of an internal action"),
        measure=Measure.COUNT,
        affects=("offentligt",),
        targets=(
            Target(
                value=Decimal(NUMBERS["target of an internal action"]),
                by=_when("2022"),
                reason=words_of("reason of a target of an internal action"),
            ),
        ),
        observations=(
            Observation(
                period=_period("2019"),
                value=Decimal(NUMBERS["value of an internal action"]),
                note=words_of("remark beside a number of an internal action"),
            ),
        ),
    )
    word = INTERNAL["timeframe of an internal action"]
    return Action(
        id=_hidden_id(),
        title=words_of("title of an internal action"),
        description=words_of("description of an internal action"),
        timeframe=attrs.evolve(_when("2020"), raw=f"2020 {word}"),
        owners=_leads(
            INTERNAL["identifier of an owner of internal actions alone"], words_of("how an internal action is shared")
        ),
        steps=(Step(title=words_of("title of a step of an internal action"), timeframe=_when("2020")),),
        indicators=(measured,),
        budget=(
            BudgetLine(
                year=2020,
                planned=Decimal(NUMBERS["budget of an internal action"]),
                funder=words_of("funder of an internal action"),
            ),
        ),
        links=(
            Link(
                url=f"https://example.org/{INTERNAL['address of an internal action']}",
                title=words_of("title of a link of an internal action"),
            ),
        ),
        tags=(INTERNAL["tag of an internal action"],),
        values={"plats": INTERNAL["field of an internal action"]},
        former_ids=(INTERNAL["former identifier of an internal action"],),
        visibility=Visibility.INTERNAL,
    )


def _indicators() -> tuple[Indicator, ...]:
    hidden = INTERNAL["identifier of an indicator of an internal action"]
    beside = {
        "missing": Missing.SUPPRESSED,
        "reason": open_text("För få svar", "Liian vähän vastauksia", "Too few answers"),
        "note": words_of("remark beside a suppressed number"),
        "source": words_of("source of a suppressed number"),
    }
    return (
        Indicator(
            id="offentligt",
            title=open_text("Offentligt", "Julkinen", "In public"),
            measure=Measure.COUNT,
            note=words_of("note of an indicator"),
            extensions={"karta": [PRIVATE["data of a plug-in on an indicator"]]},
            affects=(hidden,),
            targets=(Target(value=Decimal(2000), by=_when("2022")),),
            observations=(Observation(period=_period("2019"), value=Decimal(1000)),),
        ),
        Indicator(
            id="antal",
            title=open_text("Antal", "Määrä", "Number"),
            measure=Measure.COUNT,
            targets=(Target(value=Decimal(60000), by=_when("2022")),),
            observations=(
                Observation(period=_period("2019"), value=Decimal(NUMBERS["suppressed value"]), **beside),  # type: ignore[arg-type]
            ),
        ),
        Indicator(
            id="andel",
            title=open_text("Andel", "Osuus", "Share"),
            measure=Measure.SHARE,
            unit=open_text("%", "%", "%"),
            decimals=3,
            targets=(Target(value=Decimal(60), by=_when("2022")),),
            observations=(
                Observation(
                    period=_period("2019"),
                    numerator=Decimal(NUMBERS["numerator of a suppressed share"]),
                    denominator=Decimal(NUMBERS["denominator of a suppressed share"]),
                    **beside,  # type: ignore[arg-type]
                ),
            ),
        ),
        Indicator(
            id="summa",
            title=open_text("Summa", "Summa", "Sum"),
            measure=Measure.COUNT,
            formula=Formula(rule=Rule.SUM, of=("antal", "offentligt")),
        ),
        Indicator(
            id="summa-av-allt",
            title=open_text("Summa av allt", "Kaiken summa", "Sum of all"),
            measure=Measure.COUNT,
            formula=Formula(rule=Rule.SUM, of=(hidden, "offentligt")),
        ),
    )


def _round(year: str, hidden: str) -> FollowUp:
    day = date(int(year), 12, 1)
    back = SentBack(on=day, by="sekreteraren", reason=open_text("Hur många?", "Kuinka moni?", "How many?"))
    return FollowUp(
        period=_period(year),
        opened_on=date(int(year), 11, 1),
        deadline=date(int(year) + 1, 2, 1),
        approver="sekreteraren",
        asked=(
            Request(owner="kultur", items=("kurs", "offentligt", "antal", "loose")),
            Request(owner=INTERNAL["identifier of an owner of internal actions alone"], items=(hidden,)),
        ),
        updates=(
            Update(
                item="kurs",
                owner="kultur",
                status=Status.DONE,
                note=words_of("answer that was sent back"),
                next_steps=words_of("next steps of an answer that was sent back"),
                reported_on=day,
                sent_back=back,
            ),
            Update(
                item=hidden,
                status=Status.IN_PROGRESS,
                note=words_of("what was answered about an internal action"),
                next_steps=words_of("next steps of an internal action"),
                reported_by=INTERNAL["who reported an internal action"],
                reported_on=day,
            ),
        ),
        observations=(
            Observation(
                indicator="antal",
                period=_period(year),
                value=Decimal(NUMBERS["suppressed value of a round"]),
                missing=Missing.SUPPRESSED,
                note=words_of("remark beside a suppressed number"),
                reported_on=day,
            ),
            Observation(
                indicator="offentligt",
                period=_period(year),
                value=Decimal(NUMBERS["value that was sent back"]),
                note=words_of("remark beside a number that was sent back"),
                reported_on=day,
                sent_back=back,
            ),
        ),
        decisions=(
            Decision(
                item=hidden,
                decision=Verdict.CONTINUE,
                by=words_of("who decided on an internal action"),
                reason=words_of("why an internal action goes on"),
                on=day,
            ),
        ),
        extensions={"karta": PRIVATE["data of a plug-in on a round"]},
    )
