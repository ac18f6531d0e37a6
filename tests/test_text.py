"""A text in several languages: what it says, and that falling back shows."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.text import Text, Wording

LANGUAGES = st.sampled_from(["sv", "fi", "en", "se"])
TEXTS = st.builds(
    lambda pairs: Text(tuple(pairs.items())), st.dictionaries(LANGUAGES, st.one_of(st.none(), st.text()), max_size=4)
)


def test_bare_string_is_in_the_language_given() -> None:
    assert Text.of("Mål", "sv") == Text((("sv", "Mål"),))


def test_mapping_keeps_its_order() -> None:
    assert Text.of({"fi": "Tavoite", "sv": "Mål"}).languages == ("fi", "sv")


def test_asked_language_is_no_fallback() -> None:
    wording = Text.of({"sv": "Mål", "fi": "Tavoite"})["fi"]
    assert (wording, wording.language, wording.is_fallback) == ("Tavoite", "fi", False)


def test_regional_tag_is_answered_by_its_language() -> None:
    wording = Text.of({"sv": "Mål"})["sv-FI"]
    assert (wording, wording.is_fallback) == ("Mål", False)


@pytest.mark.parametrize("missing", ["", None])
def test_empty_translation_is_a_missing_one(missing: str | None) -> None:
    text = Text.of({"sv": "Mål 1", "fi": missing})
    assert text["fi"] == "Mål 1"
    assert text["fi"].is_fallback
    assert text.get("fi") is None
    assert text.missing(("sv", "fi", "en")) == ("fi", "en")


def test_fallback_follows_the_order_that_is_asked_for() -> None:
    text = Text.of({"sv": "Mål", "fi": "Tavoite"})
    assert text.wording("en", "fi").language == "fi"
    assert text.wording("en", "se").language == "sv"


def test_text_without_words_is_false_and_says_nothing() -> None:
    assert not Text()
    assert not Text.of({"sv": ""})
    assert str(Text()) == ""
    assert Text()["sv"] == ""
    assert not Text()["sv"].is_fallback


def test_text_says_itself() -> None:
    text = Text.of({"fi": "", "sv": "Mål"})
    assert str(text) == "Mål"
    assert list(text) == ["sv"]
    assert text.spoken("fi") == "Mål"
    assert repr(Text.of({"sv": "Mål", "fi": "Tavoite"})) == "<Text sv: Mål | fi: Tavoite>"


def test_translation_of_an_earlier_wording_is_stale() -> None:
    text = Text((("sv", "Ny"), ("fi", "Vanha"), ("en", "New")), translates=(("fi", "Gammal"), ("en", "Ny")))
    assert text.stale("sv") == ("fi",)


def test_wording_survives_copying_and_pickling() -> None:
    wording = Wording("Mål", "sv", is_fallback=True)
    for copied in (copy.copy(wording), copy.deepcopy(wording), pickle.loads(pickle.dumps(wording))):
        assert (copied, copied.language, copied.is_fallback) == ("Mål", "sv", True)


@given(TEXTS, LANGUAGES)
def test_wording_is_never_lost_while_there_is_one(text: Text, language: str) -> None:
    assert bool(text[language]) == bool(text)


@given(TEXTS, LANGUAGES)
def test_fallback_shows_exactly_when_the_language_is_missing(text: Text, language: str) -> None:
    assert text[language].is_fallback == (bool(text) and language not in text.languages)


def test_order_of_the_languages_makes_no_other_text() -> None:
    one, other = Text.of({"sv": "Boende", "fi": "Asuminen"}), Text.of({"fi": "Asuminen", "sv": "Boende"})
    assert one == other
    assert hash(one) == hash(other)
    assert one != Text.of({"sv": "Boende"})
