from hypothesis import given
from hypothesis import strategies as st

from muniprog.checks.spelling import Dictionary, fold, shortened

WORDS = st.text("abcdefghijklmnopqrstuvwxyzåäö-", min_size=5, max_size=20).filter(lambda word: len(fold(word)) >= 5)


def test_case_spaces_and_hyphens_do_not_tell_words_apart() -> None:
    assert fold("Welcome  Office") == fold("welcome-office") == "welcomeoffice"


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert fold("Ba\u0308ckstro\u0308m") == fold("Bäckström") == "bäckström"


def test_a_word_is_found_by_another_way_of_writing_it() -> None:
    assert Dictionary.of(["welcome-office", "bildn"]).nearest("Welcome Office") == "welcome-office"


def test_a_word_stands_for_what_it_means() -> None:
    assert Dictionary({"Bildningen": "bildn"}).nearest("bildningen") == "bildn"


def test_of_two_that_fold_alike_the_first_is_meant() -> None:
    assert Dictionary.of(["a-b-c-d", "abcd"]).nearest("AB-CD") == "a-b-c-d"


def test_nothing_near_is_nothing() -> None:
    assert Dictionary.of(["bildn"]).nearest("tekniska") is None


def test_another_number_is_another_thing() -> None:
    assert Dictionary.of(["ACT-998", "ACT-997"]).nearest("ACT-999") is None


def test_among_few_words_a_larger_mistake_is_seen_too() -> None:
    assert Dictionary.of(["kulturtjansterna", "bildn"]).nearest("kulturstjansten") == "kulturtjansterna"


def test_among_many_words_one_letter_is_seen() -> None:
    many = Dictionary.of(
        [f"atgard-{'abcdefghij'[number % 10]}-{number}" for number in range(3000)] + ["boenderadgivning"]
    )
    assert many.nearest("boendradgivning") == "boenderadgivning"
    assert many.nearest("boenderadgivningens-utveckling") is None


def test_an_answer_is_remembered() -> None:
    words = Dictionary.of(["bildn"])
    assert words.nearest("bild") == words.nearest("bild") == "bildn"


@given(WORDS, st.data())
def test_a_word_with_a_letter_less_is_found(word: str, data: st.DataObject) -> None:
    folded = fold(word)
    position = data.draw(st.integers(0, len(folded) - 1))
    mistyped = folded[:position] + folded[position + 1 :]
    assert Dictionary.of([word]).nearest(mistyped) == word


@given(WORDS, st.data())
def test_a_word_with_two_letters_swapped_is_found(word: str, data: st.DataObject) -> None:
    folded = fold(word)
    position = data.draw(st.integers(0, len(folded) - 2))
    swapped = folded[:position] + folded[position + 1] + folded[position] + folded[position + 2 :]
    assert Dictionary.of([word]).nearest(swapped) == word


@given(st.text("abcå", max_size=8))
def test_the_shortened_forms_are_the_word_and_one_for_each_letter(word: str) -> None:
    assert [len(form) for form in shortened(word)] == [len(word)] + [len(word) - 1] * len(word)
