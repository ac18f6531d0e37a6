"""What somebody gets wrong who writes a programme for the first time, and what is said of it."""

from pathlib import Path

import pytest

from tests.command_line import muniprog, said

SOUND = """\
muniprog: 1
id: x
title: {sv: Kort program, fi: Lyhyt ohjelma}
period: 2024–2027
languages: [sv, fi]
headline: [m]
owners:
- id: skola
  name: {sv: Skolkontoret, fi: Koulutoimisto}
themes:
- id: t
  title: {sv: Tema, fi: Teema}
  goals:
  - id: g
    title: {sv: Mål, fi: Tavoite}
    owners: [skola]
    actions:
    - id: a
      title: {sv: Åtgärd, fi: Toimenpide}
      timeframe: 2024
    indicators:
    - id: m
      title: {sv: Mätare, fi: Mittari}
      measure: count
      unit: {sv: barn, fi: lasta}
      direction: increase
"""

DRAFTS = {
    # Swedish and Finnish words for keys, and for the words that a key may have.
    "swedish key": ("timeframe: 2024", "tidtabell: 2024", "20:7 F003", "Did you mean “timeframe”?"),
    "finnish key": ("  goals:", "  tavoitteet:", "13:3 F003", "Did you mean “goals”?"),
    "swedish word": ("measure: count", "measure: antal", "24:16 F006", "Did you mean “count”?"),
    "finnish word": ("direction: increase", "direction: kasvaa", "26:18 F006", "Did you mean “increase”?"),
    # What a word processor makes of a text.
    "quotes around a key": ("id: x", "“id”: x", "2:1 F003", "Did you mean “id”?"),
    "invisible sign before a key": (
        "id: t\n",
        "\ufeffid: t\n",
        "11:3 F003",
        "no key “\\ufeffid” here. Did you mean “id”?",
    ),
    "no-break spaces before a key": (
        "  goals:",
        "\u00a0\u00a0goals:",
        "13:1 F003",
        "A sign in it only looks like a space, or is invisible. Type the line anew.",
    ),
    "no-break space after a key": (
        "timeframe: 2024",
        "timeframe:\u00a02024",
        "20:7 F001",
        "What stands after “timeframe:” only looks like a space (it is U+00A0). Type a space instead.",
    ),
    "bullet": ("    - id: a", "    • id: a", "18:5 F001", "begins with a hyphen and a space"),
    "dash as a bullet": ("    - id: a", "    – id: a", "18:5 F001", "begins with a hyphen and a space"),
    "hyphen without a space": ("    - id: a", "    -id: a", "18:5 F001", "begins with a hyphen and a space"),
    "quotes inside a text": (
        "title: {sv: Åtgärd, fi: Toimenpide}",
        'title: "Vasa" modellen tas i bruk',
        "19:21 F001",
        "put the whole of it in single quotes (')",
    ),
    # A list or a mapping where the other belongs.
    "word instead of a list": ("owners: [skola]", "owners: skola", "16:13 F005", "Put it in square brackets: [skola]."),
    "text instead of goals": (
        "  goals:\n  - id: g\n",
        "  goals: Bättre skolor\n  description:\n  - id: g\n",
        "13:10 F005",
        "found the text “Bättre skolor”.",
    ),
    "mapping instead of a list": (
        "    - id: a\n      title: {sv: Åtgärd, fi: Toimenpide}\n      timeframe: 2024\n",
        "      id: a\n      title: {sv: Åtgärd, fi: Toimenpide}\n      timeframe: 2024\n",
        "18:7 F005",
        "Begin each entry of the list with “- ”, a hyphen and a space.",
    ),
    "comma inside braces": (
        "{sv: Åtgärd,",
        "{sv: Råd, stöd och hjälp,",
        "19:24 F003",
        "Inside braces a comma begins a new key: put a text with a comma in quotes",
    ),
    "decimal comma inside braces": (
        "direction: increase",
        "baseline: {value: 3,5, period: 2023}",
        "26:27 F003",
        "write 3.5 for 3,5",
    ),
    # Numbers and dates as they are written for people.
    "decimal comma": ("direction: increase", "baseline: 3,5", "26:17 F005", "If it is a number, write 3.5:"),
    "space between thousands": ("direction: increase", "baseline: 67 000", "26:17 F005", "a number, write 67000:"),
    "comma that may be either": ("direction: increase", "baseline: 3,500", "26:17 F005", "write 3.500 or 3500:"),
    "unit after a number": ("direction: increase", "baseline: 5 %", "26:17 F005", "If it is a number, write 5:"),
    "minus as it is printed": ("direction: increase", "baseline: −5", "26:17 F005", "If it is a number, write -5:"),
    "several numbers for one": ("direction: increase", "baseline: 1,2,3", "26:17 F005", "Where there is no value"),
    "word for something else": (
        "direction: increase",
        "series: ja",
        "26:15 F006",
        "not known here. Possible: snapshot",
    ),
    "words for a number": ("direction: increase", "baseline: många", "26:17 F005", "Where there is no value write"),
    "currency after a sum": (
        "timeframe: 2024",
        "budget: [{year: 2024, planned: 10 000 €}]",
        "20:38 F005",
        "If it is a number, write 10000:",
    ),
    "words for a sum": (
        "timeframe: 2024",
        "budget: [{year: 2024, planned: litet}]",
        "20:38 F005",
        "Expected a number, found the text “litet”.",
    ),
    "finnish day as a start": (
        "timeframe: 2024",
        "timeframe: {start: 1.2.2024}",
        "20:18 F007",
        "Write the day “1.2.2024” as 2024-02-01.",
    ),
    "version in quotes": ("muniprog: 1", 'muniprog: "1"', "1:11 F011", 'There is no file format "1"; expected'),
}


def draft(folder: Path, old: str, new: str) -> Path:
    assert SOUND.count(old) == 1
    folder.mkdir(exist_ok=True)
    (folder / "programme.yaml").write_text(SOUND.replace(old, new), encoding="utf-8", newline="")
    return folder


def test_the_programme_is_sound_before(tmp_path: Path) -> None:
    assert said(muniprog("check", draft(tmp_path, "id: x", "id: y"), language="en")) == "No findings.\n"


@pytest.mark.parametrize(("old", "new", "place", "sentence"), DRAFTS.values(), ids=DRAFTS)
def test_draft_is_answered_with_what_to_do(tmp_path: Path, old: str, new: str, place: str, sentence: str) -> None:
    answer = said(muniprog("check", draft(tmp_path, old, new), language="en"), 1)
    at, code = place.split()
    (line,) = [each for each in answer.splitlines() if f"programme.yaml:{at}: error {code}: " in each]
    assert sentence in line


@pytest.mark.parametrize(("old", "new", "place", "sentence"), DRAFTS.values(), ids=DRAFTS)
def test_answer_is_as_long_in_swedish_and_finnish(
    tmp_path: Path, old: str, new: str, place: str, sentence: str
) -> None:
    folder = draft(tmp_path, old, new)
    answers = [said(muniprog("check", folder, language=language), 1) for language in ("en", "sv", "fi")]
    assert len({answer.count("\n") for answer in answers}) == 1
    assert len(set(answers)) == 3
    assert all(f":{place.split()[0]}: " in answer for answer in answers)


def test_number_of_a_thousand_figures_is_not_repeated_whole(tmp_path: Path) -> None:
    answer = said(
        muniprog("check", draft(tmp_path, "direction: increase", f"baseline: {'9' * 5000}"), language="en"), 1
    )
    assert len(answer) < 500
