"""Look files: a small file beside the logo, and what it says when something in it is wrong."""

import os
from collections.abc import Sequence
from pathlib import Path

import attrs
import pytest

from muniprog import Logo, Look, Programme, SourceError, StorageError, Template, load, read_look, report, save
from muniprog.document import plain
from muniprog.look_files import look_beside, look_for

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>'
PROGRAMME = "muniprog: 1\nid: plan\ntitle: Plan\nperiod: 2020–2021\nlanguages: [sv, fi, en]\n"


def written(folder: Path, text: str, name: str = "look.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(SourceError) as caught:
        read_look(written(folder, text))
    return [str(problem).removeprefix(str(folder) + os.sep) for problem in caught.value.problems]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written(tmp_path / "town", SVG, "logo.svg")
    return tmp_path / "town"


def test_a_look_file_says_what_it_wants(folder: Path) -> None:
    text = """\
logo: {file: logo.svg, alternative: Example Town}
accent: "#7A0026"
second: "#00594f"
font: Source Sans 3
heading_font: Lato
footer: Example Town · Market Square 1
"""
    assert read_look(written(folder, text)) == Look(
        accent="#7a0026",
        second="#00594f",
        font="Source Sans 3",
        heading_font="Lato",
        footer="Example Town · Market Square 1",
        logo=Logo(content=SVG.encode(), alternative="Example Town"),
    )


def test_what_is_not_said_is_muniprogs_own(folder: Path) -> None:
    assert read_look(str(written(folder, 'accent: "#7a0026"\n'))) == Look(accent="#7a0026")


@pytest.mark.parametrize(
    ("languages", "footer", "alternative"),
    [
        (["sv"], [("Torget 1", None)], "Staden"),
        (["fi"], [("Tori 1", None)], "Kaupunki"),
        (["sv-FI"], [("Torget 1", None)], "Staden"),
        (["fi", "sv"], [("Tori 1", None), (" / ", None), ("Torget 1", "sv")], "Kaupunki"),
        (["en"], [("Torget 1", "sv")], "Staden"),
        (["sv", "en"], [("Torget 1", None)], "Staden"),
        ([], [("Torget 1", None), (" / ", None), ("Tori 1", "fi")], "Staden"),
    ],
)
def test_words_come_in_the_languages_that_are_printed(
    folder: Path, languages: Sequence[str], footer: list[tuple[str, str | None]], alternative: str
) -> None:
    text = "logo: {file: logo.svg, alternative: {sv: Staden, fi: Kaupunki}}\nfooter: {sv: Torget 1, fi: Tori 1}\n"
    look = read_look(written(folder, text), languages=languages)
    assert [(span.text, span.language) for span in look.footer] == footer
    assert look.logo is not None
    assert look.logo.alternative == alternative


def test_words_without_a_language_are_the_same_in_all_of_them(folder: Path) -> None:
    look = read_look(written(folder, "footer: |\n  Box 3\n  12345 Town\n"), languages=["fi", "sv"])
    assert [(span.text, span.language) for span in look.footer] == [("Box 3 12345 Town", None)]


def test_everything_wrong_is_said_at_once_with_its_place(folder: Path) -> None:
    text = """\
accnt: x
accent: "#ffcc00"
second: 123456
font: Arial, sans-serif
footer: {sv: Torget 1, FI: Tori 1, en: 3}
logo: {file: ../logo.svg, alt: Town}
"""
    assert problems(folder, text) == [
        "look.yaml:1:1: error F003: There is no key “accnt” here. Did you mean “accent”?",
        "look.yaml:2:9: error F005: #ffcc00 is too pale to be read on white: its contrast is 1.51:1, and 4.5:1 is "
        "needed. The nearest darker colour that everybody can read is #907300.",
        'look.yaml:3:9: error F005: Expected a colour in quotes, such as "#0a4f8f", found the number 123456.',
        "look.yaml:4:7: error F005: “Arial, sans-serif” cannot be the name of a font. "
        "Write one name, with letters, digits, spaces and hyphens.",
        "look.yaml:5:24: error F003: “FI” is not the code of a language, such as sv, fi or en.",
        'look.yaml:5:40: error F005: Expected text, found the number 3. Put it in quotes: "3".',
        "look.yaml:6:7: error F004: The key “alternative” is missing here.",
        "look.yaml:6:14: error F013: “../logo.svg” is outside the folder town.",
        "look.yaml:6:27: error F003: There is no key “alt” here. Possible: file, alternative.",
    ]


def test_the_problems_are_those_of_a_look_file(folder: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read_look(written(folder, "font: 3\n"))
    assert str(caught.value).startswith("1 problem in the look file:\n")
    assert caught.value.spoken("sv").startswith("1 problem i utseendefilen:\n")
    assert caught.value.spoken("fi").startswith("1 ongelma ulkoasutiedostossa:\n")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("accent: #0a4f8f\n", "F015: What stands here is a comment and no text: “#0a4f8f”."),
        ("accent:\n", 'F005: Expected a colour in quotes, such as "#0a4f8f", found nothing.'),
        ("accent: 0a4f8f\n", "F005: Expected a colour such as "),
        ("font:\n", "F005: Expected text, found nothing."),
        ("footer: [a]\n", "F005: Expected text, or a mapping from language to text, found a list."),
        (f"footer: {'x' * 301}\n", "F005: The footer has 301 characters"),
        ("logo: logo.svg\n", "F005: Expected a mapping of keys and values, found the text “logo.svg”. Write {file: "),
        ("logo: {file: gone.svg, alternative: x}\n", "F013: There is no file “gone.svg” beside the look file."),
        ("logo: {file: look.yaml, alternative: x}\n", "F005: This is no picture"),
        ("logo: {file: logo.svg, alternative: ' '}\n", "F005: Say in words what the logo says"),
        ("logo: {file: '', alternative: x}\n", "F013: “” cannot be the name of a file"),
        ("- a\n", "F005: The file must consist of keys with values"),
        ("", "F001: The file is empty."),
    ],
)
def test_each_mistake_has_its_own_sentence(folder: Path, text: str, problem: str) -> None:
    (found,) = problems(folder, text)
    assert problem in found


def test_the_ending_of_a_logo_does_not_say_what_it_is(folder: Path) -> None:
    written(folder, SVG, "logo.png")
    look = read_look(written(folder, "logo: {file: logo.png, alternative: Town}\n"))
    assert look.logo is not None
    assert look.logo.media_type == "image/svg+xml"


def test_a_logo_may_lie_in_a_folder_below(folder: Path) -> None:
    written(folder / "pictures", SVG, "logo.svg")
    assert read_look(written(folder, "logo: {file: pictures/logo.svg, alternative: Town}\n")).logo is not None


@pytest.mark.parametrize(
    "name", ["../secret.svg", "/etc/hostname", "pictures/../../secret.svg", "link.svg", "linked/secret.svg"]
)
def test_x03_a_logo_never_comes_from_outside_the_folder(folder: Path, name: str) -> None:
    written(folder.parent, SVG, "secret.svg")
    (folder / "link.svg").symlink_to(folder.parent / "secret.svg")
    (folder / "linked").symlink_to(folder.parent, target_is_directory=True)
    (found,) = problems(folder, f"logo: {{file: {name}, alternative: Town}}\n")
    assert "F013" in found
    assert "outside the folder" in found


def test_a_large_logo_is_not_even_read(folder: Path) -> None:
    with (folder / "large.svg").open("wb") as file:
        file.truncate(50_000_000)
    (found,) = problems(folder, "logo: {file: large.svg, alternative: Town}\n")
    assert "The picture has 50000000 bytes; at most 1000000 are wanted." in found


def test_a_look_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="gone.yaml” cannot be read"):
        read_look(tmp_path / "gone.yaml")


# --- Which look a report gets ---------------------------------------------------------------------------------


def programme_in(folder: Path, look: str | None = None) -> Programme:
    written(folder, PROGRAMME, "programme.yaml")
    if look is not None:
        written(folder, look)
    return load(folder)


def test_a_report_has_the_look_that_lies_beside_the_programme(tmp_path: Path) -> None:
    programme = programme_in(tmp_path, 'accent: "#7a0026"\nfooter: {sv: Torget 1, fi: Tori 1}\n')
    printed = report("programme", programme, languages=("fi", "sv"))
    assert printed.document.look.accent == "#7a0026"
    assert plain(printed.document.look.footer) == "Tori 1 / Torget 1"


def test_what_is_asked_for_goes_before_what_lies_there(tmp_path: Path) -> None:
    programme = programme_in(tmp_path, 'accent: "#7a0026"\n')
    other = written(tmp_path, 'accent: "#00594f"\n', "other.yaml")
    assert report("programme", programme, look=other).document.look == Look(accent="#00594f")
    assert report("programme", programme, look=str(other)).document.look == Look(accent="#00594f")
    assert report("programme", programme, look=Look()).document.look == Look()


def test_a_mistake_in_the_look_file_stops_the_report(tmp_path: Path) -> None:
    programme = programme_in(tmp_path, "accent: red\n")
    with pytest.raises(SourceError, match="1 problem in the look file"):
        report("programme", programme)


def test_a_programme_that_has_changed_keeps_its_look(tmp_path: Path) -> None:
    programme = programme_in(tmp_path, 'accent: "#7a0026"\n')
    assert look_beside(attrs.evolve(programme, period=programme.period)) == Look(accent="#7a0026")


def test_a_programme_that_lies_nowhere_has_muniprogs_look(tmp_path: Path) -> None:
    programme = programme_in(tmp_path, 'accent: "#7a0026"\n')
    assert look_beside(attrs.evolve(programme, origin=None)) == Look()
    kept = save(attrs.evolve(programme, origin=None), f"sqlite:///{tmp_path}/plans.db")
    assert look_beside(kept) == Look()


def test_a_programme_that_is_one_file_of_many_has_no_look_beside_it(tmp_path: Path) -> None:
    programme_in(tmp_path, 'accent: "#7a0026"\n')
    (tmp_path / "programme.yaml").rename(tmp_path / "plan.yaml")
    assert look_beside(load(tmp_path / "plan.yaml")) == Look()


def test_programmes_that_look_alike_share_their_look_and_others_do_not(tmp_path: Path) -> None:
    red = [programme_in(tmp_path / name, 'accent: "#7a0026"\n') for name in ("a", "b")]
    green = programme_in(tmp_path / "c", 'accent: "#00594f"\n')
    assert look_for(None, red, ["sv"]) == Look(accent="#7a0026")
    assert look_for(None, [*red, green], ["sv"]) == Look()


def test_a_template_lies_beside_the_look_file(folder: Path) -> None:
    (folder / "mallar").mkdir()
    (folder / "mallar" / "rapport.dotx").write_bytes(b"PK")
    look = read_look(written(folder, "template: mallar/rapport.dotx\n"))
    assert look == Look(template=Template(name="rapport.dotx", content=b"PK"))


def test_a_template_that_is_none_is_told_with_its_line(folder: Path) -> None:
    assert problems(folder, "template: logo.svg\n") == [
        "look.yaml:1:11: error F005: A template is a Word file that ends in .docx or .dotx, not “logo.svg”."
    ]
    assert "There is no file “mall.docx” beside the look file." in problems(folder, "template: mall.docx\n")[0]
    assert len(problems(folder, "template: ../mall.docx\n")) == 1


def test_a_template_that_is_too_large_is_told_with_its_line_and_not_read(folder: Path) -> None:
    with (folder / "mall.docx").open("wb") as file:
        file.truncate(10_000_001)
    assert problems(folder, "font: Arial\ntemplate: mall.docx\n") == [
        "look.yaml:2:11: error F005: The template has 10000001 bytes; at most 10000000 are wanted. "
        "Make the pictures in it smaller."
    ]
