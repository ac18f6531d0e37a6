"""What may be an identifier, and how new ones are made."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.errors import ValueProblem
from muniprog.identifiers import (
    PATTERN,
    RULE,
    check_identifier,
    fold,
    is_identifier,
    natural_key,
    next_numbered,
    shown,
    slug,
    split_number,
)

identifiers = st.from_regex(PATTERN, fullmatch=True).filter(is_identifier)


def refusal(text: str) -> str:
    with pytest.raises(ValueProblem) as refused:
        check_identifier(text)
    assert refused.value.code == "F008"
    return str(refused.value)


@pytest.mark.parametrize("text", ["a", "7", "ACT-014", "boende.1_2", "x" * 80, "common", "lpt", "con-1"])
def test_an_identifier_passes(text: str) -> None:
    check_identifier(text)
    assert is_identifier(text)


@pytest.mark.parametrize("text", ["ACT 7", "A/B", "åtgärd", "-a", ".a", "_a", "x" * 81, "a\n", "a\u00a0b", "٣"])
def test_what_breaks_the_rule_is_told_the_rule(text: str) -> None:
    assert str(RULE) in refusal(text)
    assert not is_identifier(text)


@pytest.mark.parametrize("text", ["", " ", "\t\n"])
def test_an_empty_identifier_is_called_empty(text: str) -> None:
    assert refusal(text).startswith("The identifier is empty.")
    assert not is_identifier(text)


@pytest.mark.parametrize("text", ["con", "NUL", "com1.txt", "Lpt9"])
def test_names_of_windows_devices_are_refused(text: str) -> None:
    assert "Windows" in refusal(text)
    assert not is_identifier(text)


@given(st.text())
def test_what_a_refusal_suggests_is_an_identifier(text: str) -> None:
    if not is_identifier(text) and text.strip():
        suggested = re.search("“([^“”]*)” would do", refusal(text))
        assert suggested is not None
        check_identifier(suggested[1])


def test_a_refusal_shows_neither_control_characters_nor_a_whole_page() -> None:
    assert "“a\\x00b”" in refusal("a\0b")
    assert f"“{'x' * 40}…”" in refusal("x" * 300)
    assert shown("Språk") == "Språk"


def test_identifiers_differ_in_more_than_case() -> None:
    assert fold("Act-7") == fold("ACT-7") != fold("ACT-8")


@pytest.mark.parametrize(
    ("title", "identifier"),
    [
        ("Främjande av boendefärdigheter", "framjande-av-boendefardigheter"),
        ("Åtgärd: Öppna dörrar (2021)", "atgard-oppna-dorrar-2021"),
        ("Über die Straße", "uber-die-strasse"),
        ("Ærø, Łódź & Smørrebrød", "aero-lodz-smorrebrod"),
        ("  ", "item-1"),
        ("con", "con-2"),
    ],
)
def test_slug_of_a_title(title: str, identifier: str) -> None:
    assert slug(title) == identifier


def test_a_long_title_is_cut_between_words() -> None:
    assert slug("integration " * 20) == "-".join(["integration"] * 6)
    assert slug("x" * 200) == "x" * 80
    assert slug("x" * 200, ["X" * 80]) == "x" * 78 + "-2"


@given(st.lists(st.text(max_size=20), max_size=8), st.text(max_size=20))
def test_slugs_are_distinct_identifiers_and_one_more_renames_none(titles: list[str], another: str) -> None:
    def slugs(of: list[str]) -> list[str]:
        made: list[str] = []
        for title in of:
            made.append(slug(title, made))
        return made

    made = slugs([*titles, another])
    assert made[:-1] == slugs(titles)
    assert all(is_identifier(one) for one in made)
    assert len({fold(one) for one in made}) == len(made)


def test_natural_order_counts() -> None:
    assert sorted(["ACT-10", "act-9", "ACT-1.10", "ACT-1.9"], key=natural_key) == [
        "ACT-1.9",
        "ACT-1.10",
        "act-9",
        "ACT-10",
    ]


@pytest.mark.parametrize(
    ("identifier", "parts"),
    [
        ("ACT-014", ("ACT-", "014")),
        ("IND-SYS-01", ("IND-SYS-", "01")),
        ("1.1.12", ("1.1.", "12")),
        ("7", ("", "7")),
        ("boende", None),
    ],
)
def test_prefix_and_number(identifier: str, parts: tuple[str, str] | None) -> None:
    assert split_number(identifier) == parts


@pytest.mark.parametrize(
    ("prefix", "used", "following"),
    [
        ("ACT-", [], "ACT-1"),
        ("ACT-", ["ACT-1", "ACT-9"], "ACT-10"),
        ("ACT-", ["ACT-001", "ACT-014"], "ACT-015"),
        ("ACT-", ["ACT-099"], "ACT-100"),
        ("ACT-", ["act-4", "IND-77", "ACT-PLUS-9", "boende"], "ACT-5"),
        ("", ["3", "A-9"], "4"),
    ],
)
def test_the_next_number_follows_the_highest_ever_used(prefix: str, used: list[str], following: str) -> None:
    assert next_numbered(prefix, used) == following


@given(st.lists(identifiers, max_size=6), st.sampled_from(["ACT-", "M", "x."]))
def test_the_next_number_is_always_new(used: list[str], prefix: str) -> None:
    assert fold(next_numbered(prefix, used)) not in {fold(one) for one in used}
