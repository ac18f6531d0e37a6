from muniprog.model import Owner
from tests.builders import found_by, owner, programme


def same(*owners: Owner) -> list[str]:
    return [finding.item for finding in found_by("O101", programme(owners=owners))]


def near(*owners: Owner) -> list[str]:
    return [finding.item for finding in found_by("O102", programme(owners=owners))]


def test_case_spaces_and_hyphens_make_no_other_owner() -> None:
    assert same(owner("a", "Welcome office"), owner("b", "Welcome  Office"), owner("c", "welcome-office")) == ["b", "c"]


def test_an_alias_that_is_another_owner_s_name() -> None:
    assert same(owner("a", "Bildningen"), owner("b", "Skolan", aliases=("Hobby", "bildningen", "Bildningen"))) == ["b"]


def test_an_owner_s_own_names_may_be_alike() -> None:
    assert (
        same(owner("a", {"sv": "Welcome Office", "fi": "Welcome Office", "en": ""}, aliases=("Welcome office",))) == []
    )


def test_names_without_letters_are_not_compared() -> None:
    assert same(owner("a", "!", aliases=("–",)), owner("b", "?")) == []


def test_the_finding_names_both_and_shows_the_later_one() -> None:
    plan = programme(owners=(owner("a", "Welcome office"), owner("b", "Welcome Office")))
    (finding,) = found_by("O101", plan)
    assert "“Welcome Office” (b) has the same name as “Welcome office” (a)." in str(finding)
    assert finding.path == ("owners", 1, "name", "sv")


def test_one_letter_in_a_long_name_is_a_slip() -> None:
    assert near(owner("a", "Personalservice"), owner("b", "Personalservicen"), owner("c", "Personlaservice")) == [
        "b",
        "c",
    ]
    assert near(owner("a", "Tekniska verket"), owner("b", "Teknsika verket")) == ["b"]
    assert near(owner("a", "Kultursektorn"), owner("b", "Kultur sektorm")) == ["b"]


def test_a_short_name_a_number_or_a_short_word_is_no_slip() -> None:
    assert near(owner("a", "Skolan"), owner("b", "Skolen")) == []
    assert near(owner("a", "Daghemmet 1"), owner("b", "Daghemmet 2")) == []
    assert near(owner("a", "Arbetsgrupp A"), owner("b", "Arbetsgrupp B")) == []
    assert near(owner("a", "Norra skolan"), owner("b", "Södra skolan")) == []


def test_what_is_the_same_is_not_also_nearly_the_same() -> None:
    assert near(owner("a", "Welcome office"), owner("b", "Welcome Office")) == []


def test_a_pair_is_told_once() -> None:
    assert near(owner("a", {"sv": "Personalservice", "fi": "Personalservice"}), owner("b", "Personalservicen")) == ["b"]
