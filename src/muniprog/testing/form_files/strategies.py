"""A Hypothesis strategy for forms: every kind of question, every sort of text."""

from datetime import date

from hypothesis import strategies as st

from muniprog.forms import Form, FormAddress, FormColumn, FormPart, FormRow, Question, QuestionKind

HOSTILE = (
    "=1+1",
    "+ 3 platser",
    "- språkkafé",
    "@alla",
    "'=citat",
    '"citat"; <b>fet</b> & ]]>',
    "rad ett\nrad två",
    "Åland, ÖÄÅ 🙂",
    "{{ 7 * 7 }} ${x} %s",
    "1-2",
    "012",
    "2020-12-31",
)
"""Texts that some program or other would run, rewrite or choke on."""

_LETTERS = st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp", "Zs"])
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(_LETTERS, min_size=1, max_size=12))
_NUMBERS = st.decimals(-(10**6), 10**6, places=2, allow_nan=False, allow_infinity=False)
_ITEMS = st.from_regex(r"[a-z0-9][a-z0-9.-]{0,8}", fullmatch=True)
_VALUES = _ITEMS.map(lambda item: f"{item}@2020")


_CHOICES = ("inte påbörjad", "pågår, delvis", "=klar")

_ACTION: st.SearchStrategy[dict[str, Question]] = st.fixed_dictionaries(
    {
        "status": st.builds(
            Question,
            field=st.just("status"),
            kind=st.just(QuestionKind.CHOICE),
            choices=st.just(_CHOICES),
            now=st.one_of(st.none(), st.sampled_from(_CHOICES)),
        ),
        "note": st.builds(
            Question,
            field=st.just("note"),
            kind=st.just(QuestionKind.TEXT),
            last=TEXTS,
            now=st.one_of(st.none(), TEXTS),
        ),
        "actual_end": st.builds(
            Question,
            field=st.just("actual_end"),
            kind=st.just(QuestionKind.DATE),
            now=st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2100, 12, 31))),
        ),
    }
)
_INDICATOR: st.SearchStrategy[dict[str, Question]] = st.fixed_dictionaries(
    {
        "value": st.builds(
            Question,
            field=st.just("value"),
            kind=st.just(QuestionKind.NUMBER),
            unit=st.sampled_from(("", "%", "personer")),
            now=st.one_of(st.none(), _NUMBERS),
        ),
        "reached": st.builds(
            Question,
            field=st.just("reached"),
            kind=st.just(QuestionKind.YES_NO),
            choices=st.just(("ja", "nej")),
            now=st.one_of(st.none(), st.sampled_from(("ja", "nej"))),
        ),
    }
)
_WORDS = ("instructions", "last", "answer", "unit", "deadline", "so_far", "question", "part", "key", "choices")
_TITLE = FormColumn(field="title", title="Vad")
_ACTION_COLUMNS = (
    _TITLE,
    FormColumn(field="status", title="Läge", kind=QuestionKind.CHOICE),
    FormColumn(field="note", title="Vad har hänt", kind=QuestionKind.TEXT, help="Med några meningar."),
    FormColumn(field="actual_end", title="Färdig", kind=QuestionKind.DATE),
)
_INDICATOR_COLUMNS = (
    _TITLE,
    FormColumn(field="value", title="Värde", kind=QuestionKind.NUMBER),
    FormColumn(field="reached", title="Nått", kind=QuestionKind.YES_NO),
)


def forms() -> st.SearchStrategy[Form]:
    """Return forms with a part of actions and a part of indicators, answered in part."""
    return st.builds(_form, TEXTS, _rows(_ITEMS, _ACTION), _rows(_VALUES, _INDICATOR))


def _rows(
    keys: st.SearchStrategy[str], questions: st.SearchStrategy[dict[str, Question]]
) -> st.SearchStrategy[tuple[FormRow, ...]]:
    row = st.builds(FormRow, key=keys, shown=st.builds(lambda title: {"title": title}, TEXTS), questions=questions)
    return st.lists(row, min_size=1, max_size=4, unique_by=lambda row: row.key.casefold()).map(tuple)


def _form(title: str, actions: tuple[FormRow, ...], indicators: tuple[FormRow, ...]) -> Form:
    return Form(
        address=FormAddress(
            programme="exempel-2019", round="2019 / 2020", owner="bildning", language="sv", edition="3f2a91"
        ),
        title=title,
        programme=title,
        owner=title,
        round=title,
        last_round=title,
        deadline=date(2021, 1, 31),
        notice=title,
        instructions=(title,),
        words={name: f"{name}: {title}" for name in _WORDS},
        parts=(
            FormPart(name="actions", title="Åtgärder", columns=_ACTION_COLUMNS, rows=actions),
            FormPart(name="indicators", title="Mätare", columns=_INDICATOR_COLUMNS, rows=indicators),
        ),
    )
