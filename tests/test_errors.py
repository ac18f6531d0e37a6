"""An error writes its own sentence; one about a name helps to find the right one."""

from muniprog.errors import UnknownNameError
from muniprog.messages import message


def unknown(name: str, known: list[str]) -> str:
    return str(UnknownNameError(message("item"), name, known))


def test_few_names_are_all_told() -> None:
    assert unknown("boemde", ["boende", "halsa"]) == (
        "There is no item called “boemde”. Did you mean “boende”? Known: boende, halsa."
    )
    assert unknown("boende", []) == "There is no item called “boende”."


def test_many_names_do_not_bury_the_one_that_was_meant() -> None:
    many = [f"{number}" for number in range(100)]
    assert unknown("boemde", ["boende", *many]) == "There is no item called “boemde”. Did you mean “boende”?"
    assert unknown("xyz", many).endswith(
        "Known: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, …."
    )
