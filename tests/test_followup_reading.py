"""Reading one cell: words, numbers, days, marks, texts; each read or refused, never guessed."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from muniprog.errors import ValueProblem
from muniprog.followup.reading.cells import CellReader, is_untouched
from muniprog.followup.reading.days import read_day
from muniprog.followup.reading.marks import MARKS, mark_in
from muniprog.followup.reading.numbers import decimal_mark_of, read_number
from muniprog.followup.reading.texts import is_blank, key_of, plain_text, text_of
from muniprog.followup.reading.words import missing_words, statuses, yes_and_no
from muniprog.forms import CellContent, Question, QuestionKind
from muniprog.model import Missing, Status
from tests.asked import asked, cell

# --- Numbers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0", "0"),
        ("+5", "5"),
        ("-5", "-5"),
        ("− 5", "-5"),
        ("–5", "-5"),
        ("0,435", "0.435"),
        (",5", "0.5"),
        ("12.50", "12.5"),
        ("1234,567", "1234.567"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1 234,567", "1234.567"),
        ("1 234", "1234"),
        ("12345678901234567890123456789012345678901", "12345678901234567890123456789012345678901"),
        ("-12345678901234567890123456789012345678901", "-12345678901234567890123456789012345678901"),
    ],
)
def test_a_number_is_read_as_it_is_written(written: str, number: str) -> None:
    assert read_number(written) == Decimal(number)


@pytest.mark.parametrize(
    "written",
    ["", "K", "12 5", "1e5", "NaN", "5,", "10.000.5", "1234 567", "1 234 5", "1 234,", "1 234,5,6", "0/ 0", "12 st"],
)
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(ValueProblem, match="is not a number") as caught:
        read_number(written)
    assert caught.value.code == "Q202"


@pytest.mark.parametrize("written", ["1.234", "1,234", "-12,345"])
def test_what_can_be_two_numbers_is_refused_with_both(written: str) -> None:
    with pytest.raises(ValueProblem, match="can be") as caught:
        read_number(written)
    assert caught.value.code == "Q203"


def test_the_other_numbers_tell_which_mark_stands_before_decimals() -> None:
    assert read_number("1,286", decimal_mark=",") == Decimal("1.286")
    with pytest.raises(ValueProblem, match="can be"):
        read_number("1.286", decimal_mark=",")


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        (("0,435", "1,286"), ","),
        (("1.234,5",), ","),
        (("1,234.5",), "."),
        (("14 000,5",), ","),
        (("14 000.5",), "."),
        (("45,5 %",), ","),
        (("1.234", "1 234", "5", "K", ""), None),
        (("0,5", "0.5"), None),
        (("1 234,x", "1.234.567"), None),
    ],
)
def test_only_what_is_certain_tells_the_mark(written: tuple[str, ...], mark: str | None) -> None:
    assert decimal_mark_of(written) == mark


def test_the_unit_that_was_asked_for_may_stand_behind_a_number() -> None:
    assert read_number("12 Personer", unit="personer") == 12
    assert read_number("45%", unit="%") == 45


# --- Days -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        date(2020, 1, 1),
        datetime(2020, 1, 1, 23, 30),  # noqa: DTZ001  what a workbook holds has no time zone
        "2020-01-01",
        " 1.1.2020 ",
        "01.01.2020",
        "2020-01-01T23:30:00",
        "1.1.2020 23.30",
        Decimal(43831),
        Decimal("43831.979"),
        "43831",
        "43831,5",
    ],
)
def test_a_day_is_read_however_it_is_kept(content: CellContent) -> None:
    assert read_day(content).day == date(2020, 1, 1)


def test_a_day_that_was_counted_is_told() -> None:
    assert read_day("2020-01-01").remark is None
    remark = read_day(Decimal(43831)).remark
    assert remark is not None
    assert "1 January 2020" in remark.spoken("en")


@pytest.mark.parametrize(
    "content",
    ["2020", "i höst", "31.2.2020", "05/04/2020", "2020-13-01", Decimal(2020), Decimal("NaN"), Decimal(99999), True],
)
def test_what_is_no_day_is_refused(content: CellContent) -> None:
    with pytest.raises(ValueProblem, match="is not a day") as caught:
        read_day(content)
    assert caught.value.code == "Q205"


# --- Words ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    ["Färdig", "färdig", " FÄRDIG. ", "Maalissa", "klar", "valmis", "done", "Done", "“klar”", "Fa\u0308rdig"],
)
def test_a_status_is_known_in_any_language(written: str) -> None:
    assert statuses(asked(), "sv").read(written) is Status.DONE


@pytest.mark.parametrize("written", ["in progress", "in_progress", "In  progress", "pågår", "käynnissä"])
def test_the_codes_of_a_status_are_known_too(written: str) -> None:
    assert statuses(asked(), "sv").read(written) is Status.IN_PROGRESS


def test_another_word_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(ValueProblem) as caught:
        statuses(asked(), "sv").read("Färdg")
    assert caught.value.code == "Q201"
    assert str(caught.value) == (
        "“Färdg” is none of the choices. Did you mean “Färdig”? Choose one of: "
        "inte påbörjad, pågår, Färdig, kontinuerlig, uppskjuten, inställd."
    )


@pytest.mark.parametrize("content", ["zzz", True, Decimal(3), date(2020, 1, 1)])
def test_what_is_like_no_word_is_refused_with_the_choices(content: CellContent) -> None:
    with pytest.raises(ValueProblem, match=r"choices\. Choose one of: "):
        statuses(asked(), "sv").read(content)


def test_why_there_is_no_value_is_a_choice() -> None:
    words = missing_words("sv")
    assert [words.read(each) for each in words.offered] == list(Missing)
    assert words.read("suppressed") is Missing.SUPPRESSED


@pytest.mark.parametrize(
    ("content", "answer"),
    [("ja", True), ("Kyllä", True), ("YES", True), (True, True), ("SANT", True), ("nej", False), ("ei", False),
     (False, False), ("EPÄTOSI", False)],
)  # fmt: skip
def test_yes_and_no_are_known_in_any_language(content: CellContent, answer: bool) -> None:
    assert yes_and_no("sv").read(content) is answer


def test_one_is_not_yes() -> None:
    with pytest.raises(ValueProblem, match="none of the choices"):
        yes_and_no("sv").read(Decimal(1))


# --- Marks and texts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["-", "–", "—", "−", ":", ".", "..", "...", "…", "x", "X", " - "])
def test_marks_say_that_there_is_no_value(written: str) -> None:
    assert mark_in(written, MARKS) is Missing.NOT_AVAILABLE


@pytest.mark.parametrize("written", ["0", "", "–5", "xx"])
def test_other_things_are_no_marks(written: str) -> None:
    assert mark_in(written, MARKS) is None


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("- språkkafé", "- språkkafé"),
        ("=> klart", "=> klart"),
        ("+ 3 platser", "+ 3 platser"),
        ("rad 1\r\nrad 2\rrad 3\x0brad 4", "rad 1\nrad 2\nrad 3\nrad 4"),
        ("A\u030abo\x02", "Åbo"),
        (" \u00a0 ", None),
        (None, None),
        (Decimal("12.50"), "12.50"),
        (True, "TRUE"),
        (date(2020, 5, 1), "1.5.2020"),
        (datetime(2020, 5, 1), "1.5.2020"),  # noqa: DTZ001
        (datetime(2020, 5, 1, 9, 5), "1.5.2020 09:05"),  # noqa: DTZ001
    ],
)
def test_a_text_is_what_was_typed(content: CellContent, text: str | None) -> None:
    assert text_of(content, "sv") == text


@pytest.mark.parametrize("content", [None, "", " ", "\u00a0\u200b", "\ufeff"])
def test_a_cell_is_blank_for_whoever_looks_at_it(content: CellContent) -> None:
    assert is_blank(content)


def test_keys_are_found_without_what_programs_leave_in_them() -> None:
    plan = asked()
    for written in ("andel@2020", " ANDEL@2020\u00a0", "an\u00addel@2020\u200b"):
        assert key_of(written, plan) == "andel@2020"
    assert key_of("an del@2020", plan) != "andel@2020"
    assert plain_text(" a\r\nb ") == "a\nb"


# --- Cells --------------------------------------------------------------------------------------------------------

READER = CellReader(asked(), "sv")
NUMBER = Question(field="value", kind=QuestionKind.NUMBER, unit="%", minimum=Decimal(0), maximum=Decimal(100))


@pytest.mark.parametrize("content", [None, " ", "\u00a0"])
def test_an_empty_cell_is_no_answer(content: CellContent) -> None:
    assert READER.read(NUMBER, cell(content)).answer is None


def test_zero_is_an_answer() -> None:
    assert READER.read(NUMBER, cell("0")).answer == 0
    assert READER.read(NUMBER, cell(Decimal(0))).answer == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (Decimal(101), "101 is more than 100"),
        ("-1", "-1 is less than 0"),
        (True, "A number is wanted here, found “TRUE”"),
        (date(2020, 5, 1), "A number is wanted here, found “1.5.2020”"),
        (Decimal("Infinity"), "A number is wanted here"),
    ],
)
def test_what_cannot_be_is_refused(content: CellContent, sentence: str) -> None:
    with pytest.raises(ValueProblem, match=sentence):
        READER.read(NUMBER, cell(content))


def test_a_number_without_limits_may_be_any() -> None:
    assert READER.read(Question(field="actual", kind=QuestionKind.NUMBER), cell("-1000000")).answer == -1000000


def test_a_cell_that_shows_per_cent_is_read_as_it_is_shown() -> None:
    assert READER.read(NUMBER, cell(Decimal("0.45"), per_cent=True), per_cent=100).answer == 45
    people = Question(field="value", kind=QuestionKind.NUMBER, unit="personer")
    with pytest.raises(ValueProblem, match="The cell shows 45 %, but personer is wanted") as caught:
        READER.read(people, cell(Decimal("0.45"), per_cent=True))
    assert caught.value.code == "Q208"
    with pytest.raises(ValueProblem, match="but a plain number is wanted"):
        READER.read(Question(field="value", kind=QuestionKind.NUMBER), cell(Decimal("0.45"), per_cent=True))


def test_a_mark_is_kept_with_what_it_stands_for() -> None:
    read = READER.read(NUMBER, cell(" – "))
    assert (read.answer, read.mark, read.missing) == (None, "–", Missing.NOT_AVAILABLE)
    milestone = Question(field="value", kind=QuestionKind.YES_NO, choices=("ja", "nej"))
    assert READER.read(milestone, cell("-")).mark == "-"
    assert READER.read(milestone, cell(True)).answer is True


def test_a_text_may_be_a_mark() -> None:
    assert READER.read(Question(field="value", kind=QuestionKind.TEXT), cell("-")).answer == "-"


@pytest.mark.parametrize(
    ("question", "before", "answer"),
    [
        (NUMBER, "", None),
        (NUMBER, "1.234", Decimal("1.234")),
        (Question(field="actual_end", kind=QuestionKind.DATE), "2020-12-31", date(2020, 12, 31)),
        (Question(field="status", kind=QuestionKind.CHOICE), "Färdig", Status.DONE),
        (Question(field="note", kind=QuestionKind.TEXT), " a\r\nb", "a\nb"),
    ],
)
def test_what_stood_there_before_is_read_exactly(question: Question, before: str, answer: object) -> None:
    assert READER.before(question, before) == answer


@pytest.mark.parametrize(
    ("question", "before"), [(NUMBER, "x"), (Question(field="status", kind=QuestionKind.CHOICE), "Sen")]
)
def test_what_cannot_be_told_any_more_is_refused(question: Question, before: str) -> None:
    with pytest.raises(ValueProblem):
        READER.before(question, before)


@pytest.mark.parametrize(
    ("content", "before"),
    [
        (None, ""),
        (" ", ""),
        (Decimal("1.50"), "1.5"),
        (date(2020, 5, 1), "2020-05-01"),
        ("rad\r\nrad", "rad\nrad"),
        ("a", "a"),
    ],
)
def test_what_stands_as_it_stood_is_untouched(content: CellContent, before: str) -> None:
    assert is_untouched(cell(content, before))


@pytest.mark.parametrize(
    ("content", "before"), [(None, "a"), ("a", ""), ("a", None), (None, None), (True, "TRUE"), (Decimal(2), "1")]
)
def test_what_stands_otherwise_is_touched(content: CellContent, before: str | None) -> None:
    assert not is_untouched(cell(content, before))
