"""The translations of muniprog's own sentences are whole, and the script that keeps them so notices when not."""

import ast
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

from muniprog.messages import LANGUAGES, catalogue, message, plural_message

SCRIPT = Path(__file__).parents[1] / "tools" / "catalogues.py"


def load_script() -> ModuleType:
    spec = spec_from_file_location("catalogues", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The script, with catalogues of its own to work on."""
    module = load_script()
    source = tmp_path / "source"
    source.mkdir()
    (source / "goals.py").write_text('A = message("There is no goal.")\n', encoding="utf-8")
    (source / "counts.py").write_text('B = plural_message("{count} goal", "{count} goals", 2)\n', encoding="utf-8")
    monkeypatch.setattr(module, "SOURCE", source)
    monkeypatch.setattr(module, "LOCALE", tmp_path / "locale")
    return module


def translate(script: ModuleType, language: str, old: str, new: str) -> None:
    path = script.catalogue_file(language)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def told(script: ModuleType, capsysbinary: pytest.CaptureFixture[bytes]) -> list[str]:
    capsysbinary.readouterr()
    status = script.main("check")
    lines = capsysbinary.readouterr().out.decode().splitlines()
    assert status == bool(lines)
    return lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_and_every_translation_is_said(language: str) -> None:
    script = load_script()
    assert list(script.problems(language, script.extract())) == []


def test_no_sentence_hides_where_the_script_does_not_look() -> None:
    script = load_script()
    found = {script._key(entry) for entry in script.extract()}
    calls = [
        node
        for path in script.SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in script.KEYWORDS
    ]
    said = {call.args[0].value for call in calls if call.args and isinstance(call.args[0], ast.Constant)}
    assert said - found == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_places_of_every_translation_can_be_filled(language: str) -> None:
    for entry in load_script().read(language):
        forms = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        assert [list(Formatter().parse(form)) for form in forms], entry.id


@pytest.mark.parametrize("language", ["sv", "fi"])
def test_swedish_and_finnish_quotes_bend_one_way(language: str) -> None:
    said = {form for entry in load_script().read(language) for form in (entry.string, *entry.string)}
    assert [form for form in said if "“" in form] == []


def test_the_script_and_the_library_speak_the_same_languages() -> None:
    assert load_script().LANGUAGES == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_compiled_catalogue(language: str) -> None:
    assert catalogue(language).info()["language"].startswith(language)


def test_a_sentence_is_said_in_the_readers_language() -> None:
    sentence = message("Did you mean “{near}”?", near="mål")
    assert [sentence.spoken(language) for language in ("sv", "sv-FI", "fi", "en", "de")] == [
        "Menade du ”mål”?",
        "Menade du ”mål”?",
        "Tarkoititko ”mål”?",
        "Did you mean “mål”?",
        "Did you mean “mål”?",
    ]


def test_a_number_chooses_its_form() -> None:
    def problems(count: int) -> str:
        words = "{count} problem in the programme:", "{count} problems in the programme:"
        return plural_message(*words, count).spoken("fi")

    assert problems(1) == "1 ongelma ohjelmassa:"
    assert problems(3) == "3 ongelmaa ohjelmassa:"


def test_update_and_compile_write_the_same_bytes_every_time(script: ModuleType) -> None:
    def files() -> dict[str, bytes]:
        script.main("update")
        script.main("compile")
        return {str(path): path.read_bytes() for path in script.LOCALE.rglob("*.*")}

    first = files()
    assert len(first) == 2 * len(LANGUAGES)
    assert files() == first


def test_a_template_for_a_new_language_holds_every_sentence(
    script: ModuleType, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert script.main("extract") == 0
    template = capsysbinary.readouterr().out.decode()
    assert 'msgid "There is no goal."' in template
    assert 'msgid_plural "{count} goals"' in template
    assert "#: goals.py" in template


def test_what_is_wrong_is_told(script: ModuleType, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert "sv: missing: There is no goal." in told(script, capsysbinary)

    script.main("update")
    script.main("compile")
    assert told(script, capsysbinary) == [
        "sv: untranslated: {count} goal",
        "sv: untranslated: There is no goal.",
        "fi: untranslated: {count} goal",
        "fi: untranslated: There is no goal.",
    ]

    for language, words in {"sv": ("mål", "mål"), "fi": ("tavoite", "tavoitetta")}.items():
        translate(script, language, 'msgid "There is no goal."\nmsgstr ""', 'msgid "There is no goal."\nmsgstr "{x}."')
        translate(script, language, 'msgstr[0] ""', f'msgstr[0] "Ett {words[0]}"')
        translate(script, language, 'msgstr[1] ""', f'msgstr[1] "{{count}} {words[1]}"')
    assert told(script, capsysbinary) == [
        "sv: does not fill the same places: There is no goal.",
        "sv: the .mo file does not belong to the .po file",
        "fi: does not fill the same places: There is no goal.",
        "fi: the .mo file does not belong to the .po file",
    ]

    for language in ("sv", "fi"):
        translate(script, language, '"{x}."', '"Det finns inget mål."')
    translate(script, "sv", "#: goals.py\n", "#: goals.py\n#, fuzzy\n")
    script.main("compile")
    assert told(script, capsysbinary) == ["sv: fuzzy: There is no goal."]

    (script.SOURCE / "goals.py").write_text('A = plural_message("There is no goal.", "x", 2)', encoding="utf-8")
    (script.SOURCE / "counts.py").unlink()
    assert "fi: has plural forms in one of the two only: There is no goal." in told(script, capsysbinary)
    assert "fi: no longer said: {count} goal" in told(script, capsysbinary)


def test_an_unknown_command_tells_the_commands(script: ModuleType) -> None:
    with pytest.raises(SystemExit, match="compile"):
        script.main("")


def test_a_catalogue_that_does_not_exist_yet_is_empty(script: ModuleType) -> None:
    empty = script.read("sv")
    assert isinstance(empty, Catalog)
    assert len(empty) == 0
