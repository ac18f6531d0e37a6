"""`muniprog show` reads well in a terminal: whole words, whole names, and nothing hidden."""

from pathlib import Path

import pytest

from muniprog.cli.show_words import DIRECTIONS, MEASURES, OWNER_KINDS
from muniprog.model.indicator import Direction, Measure
from muniprog.model.items import OwnerKind
from tests.command_line import muniprog, said, write

TOWN = """
    muniprog: 1
    id: staden
    title: {sv: Stadens program, fi: Kaupungin ohjelma}
    subtitle: Tillsammans
    period: 2024–2027
    languages: [sv, fi]
    municipality: {name: {sv: Staden, fi: Kaupunki}}
    based_on: {programme: staden-2020}
    owners:
    - id: bibl
      name: {sv: Biblioteket, fi: Kirjasto}
      kind: unit
      parent: bildning
      aliases: [bibba]
      former_ids: [lib]
    - {id: bildning, name: Bildningen, succeeded_by: kultur}
    - {id: kultur, name: Kulturen, contact: {email: kultur@example.org}}
    themes:
    - id: lasning
      title: {sv: Läsning, fi: Lukeminen}
      owners: [bildning]
      goals:
      - id: alla-laser
        title: {sv: Alla läser, fi: Kaikki lukevat}
        aliases: [Läslust]
        owners: [bibl, {owner: kultur, role: partner}, {owner: skolan, role: contact}]
        timeframe: hösten 2024
        note: |-
          Första raden.
          Andra raden.
        actions:
        - id: bokbuss
          title: Bokbuss
          description: En buss med böcker som kör ut till byarna varje vecka, året om, också under sommaren.
          steps: [{title: Upphandling, timeframe: 2024}, {title: Premiär}]
          depends_on: [lasprov, nagot]
          supersedes: [lasprov]
          links: [{url: https://example.org/buss}]
          indicators: [{id: turer, title: Turer, measure: milestone, targets: [true, false]}]
        - {id: lasprov, title: {sv: Läsprov, fi: Lukukoe}, timeframe: 2025}
        indicators:
        - id: lan
          title: {sv: Lån, fi: Lainat}
          measure: count
          unit: lån
          direction: increase
          baseline: {value: 1200, period: 2023}
          targets: [{value: 1500.5, by: 2026}, 2000]
          observations: [{period: 2024, value: 1300}, {period: 2025, missing: not_available}]
      - {id: ensam, title: Ensamt mål}
      themes:
      - id: klubbar
        title: Klubbar
        actions: [{id: klubb, title: Bokklubb}]
    - {id: tomt, title: Tomt tema, indicators: [{id: matt, title: Mått, measure: "klimat:index"}]}
    """


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return write(tmp_path / "staden", TOWN)


def test_the_whole_programme(town: Path) -> None:
    assert said(muniprog("show", town)) == (
        "Stadens program\n"
        "Tillsammans\n"
        "\n"
        "  kommun         Staden\n"
        "  identifierare  staden\n"
        "  period         2024–2027\n"
        "  språk          svenska, finska\n"
        "  bygger på      staden-2020\n"
        "\n"
        "3 teman, 2 mål, 3 åtgärder, 3 mätare, 3 ansvarsinstanser\n"
        "\n"
        "Läsning  [lasning]\n"
        "  Alla läser  [alla-laser]\n"
        "  Ensamt mål  [ensam]\n"
        "  Klubbar  [klubbar]\n"
        "    Bokklubb  [klubb]\n"
        "\n"
        "Tomt tema  [tomt]\n"
    )


def test_what_is_not_translated_says_which_language_it_is_in(town: Path) -> None:
    lines = said(muniprog("show", town, "-l", "fi")).splitlines()
    assert lines[:2] == ["Kaupungin ohjelma", "[sv] Tillsammans"]
    assert "  [sv] Ensamt mål  [ensam]" in lines
    assert "  kielet    ruotsi, suomi" in lines
    assert "3 teemaa, 2 tavoitetta, 3 toimenpidettä, 3 mittaria, 3 vastuutahoa" in lines


def test_one_of_each_is_said_in_the_singular(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        """
        muniprog: 1
        id: litet
        title: A small one
        period: 2024
        languages: [en]
        owners: [{id: o, name: Library}]
        themes:
        - id: t
          title: T
          goals: [{id: g, title: G, actions: [{id: a, title: A}], indicators: [{id: i, title: I, measure: count}]}]
        """,
    )
    assert "\n1 theme, 1 goal, 1 action, 1 indicator, 1 owner\n" in said(muniprog("show", folder))


def test_a_goal_and_its_own_answers(town: Path) -> None:
    assert said(muniprog("show", town, "alla-laser")) == (
        "Alla läser  [alla-laser]\n"
        "\n"
        "  slag              mål\n"
        "  på finska         Kaikki lukevat\n"
        "  hör till          Läsning  [lasning]\n"
        "  tidtabell         hösten 2024\n"
        "  ansvarsinstanser  Biblioteket  [bibl]\n"
        "                    Kulturen  [kultur] (partner)\n"
        "                    okänd ansvarsinstans: skolan (kontakt)\n"
        "  kallas också      Läslust\n"
        "  anmärkning        Första raden.\n"
        "                    Andra raden.\n"
        "\n"
        "  - åtgärd: Bokbuss  [bokbuss]\n"
        "  - åtgärd: Läsprov  [lasprov]\n"
        "  - mätare: Lån  [lan]\n"
    )


def test_an_action_takes_from_its_goal_and_says_so(town: Path) -> None:
    text = said(muniprog("show", town, "bokbuss", COLUMNS="72"))
    assert text == (
        "Bokbuss  [bokbuss]\n"
        "\n"
        "  slag              åtgärd\n"
        "  på finska         inte översatt\n"
        "  hör till          Alla läser  [alla-laser]\n"
        "  tidtabell         hösten 2024 (ur ”Alla läser”)\n"
        "  ansvarsinstanser  Biblioteket  [bibl] (ur ”Alla läser”)\n"
        "                    Kulturen  [kultur] (partner) (ur ”Alla läser”)\n"
        "                    okänd ansvarsinstans: skolan (kontakt) (ur ”Alla\n"
        "                    läser”)\n"
        "  beskrivning       En buss med böcker som kör ut till byarna varje\n"
        "                    vecka, året om, också under sommaren.\n"
        "  delåtgärder       Upphandling (2024)\n"
        "                    Premiär\n"
        "  väntar på         Läsprov  [lasprov]\n"
        "                    okänt: nagot\n"
        "  ersätter          Läsprov  [lasprov]\n"
        "  länkar            https://example.org/buss\n"
        "\n"
        "  - mätare: Turer  [turer]\n"
    )


def test_an_indicator_with_its_figures(town: Path) -> None:
    assert said(muniprog("show", town, "lan")).partition("  måttslag")[2] == (
        "          antal (lån)\n"
        "  riktning          mer är bättre\n"
        "  utgångsläge       1\u00a0200 (2023)\n"
        "  målvärden         1\u00a0500,5 (2026)\n"
        "                    2\u00a0000\n"
        "  utfall            2024: 1\u00a0300\n"
        "                    2025: inget värde\n"
    )


def test_a_milestone_is_yes_or_no_in_the_programmes_language(town: Path) -> None:
    text = said(muniprog("show", town, "turer", "-l", "fi"))
    assert "  tavoitearvot       kyllä\n                     ei\n" in text


def test_a_measure_of_a_plug_in_is_named_as_it_is_written(town: Path) -> None:
    assert "klimat:index" in said(muniprog("show", town, "matt"))


def test_an_owner_and_what_it_answers_for(town: Path) -> None:
    assert said(muniprog("show", town, "bibl")) == (
        "Biblioteket  [bibl]\n"
        "\n"
        "  slag                    ansvarsinstans\n"
        "  på finska               Kirjasto\n"
        "  slag av ansvarsinstans  enhet i en organisation\n"
        "  skrivs också            bibba\n"
        "  hör till                Bildningen  [bildning]\n"
        "  ansvarar för            Bokbuss  [bokbuss]\n"
        "                          Läsprov  [lasprov]\n"
        "  tidigare identifierare  lib\n"
    )


def test_an_owner_that_has_ended_says_who_took_over(town: Path) -> None:
    text = said(muniprog("show", town, "bildning"))
    assert "efterträds av  Kulturen  [kultur]" in text
    assert "ansvarar för   Bokklubb  [klubb]" in text


def test_contact_details_are_private(town: Path) -> None:
    assert "example.org" not in said(muniprog("show", town, "kultur"))


def test_what_nobody_has_said_is_said(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        """
        muniprog: 1
        id: p
        title: P
        period: 2024
        languages: [de]
        owners: [{id: o, name: O}]
        themes: [{id: t, title: T, goals: [{id: g, title: G}]}]
        """,
    )
    assert "owners      not said" in said(muniprog("show", folder, "g"))
    assert "answers for  nothing" in said(muniprog("show", folder, "o"))
    assert "languages   Deutsch" in said(muniprog("show", folder))


def test_a_language_that_muniprog_does_not_speak_is_named(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        """
        muniprog: 1
        id: p
        title: P
        period: 2024
        languages: [en, de]
        themes: [{id: t, title: {en: T, de: U}}]
        """,
    )
    assert "  in German  U\n" in said(muniprog("show", folder, "t"))


def test_an_item_is_found_by_its_former_identifier_and_whatever_the_case(town: Path) -> None:
    assert said(muniprog("show", town, "LIB")).startswith("Biblioteket  [bibl]")


def test_what_is_not_there_is_refused_with_what_is_near(town: Path) -> None:
    text = said(muniprog("show", town, "bokbus", language="fi"), 2)
    assert "Tarkoititko ”bokbuss”?" in text
    assert "de" in said(muniprog("show", town, "-l", "de"), 2)


@pytest.mark.parametrize("columns", ["30", "64", "200"])
def test_lines_are_as_wide_as_the_terminal_but_never_too_wide_to_read(columns: str) -> None:
    lines = said(muniprog("show", "vasa_2019_2022", COLUMNS=columns)).splitlines()
    assert max(map(len, lines)) <= max(40, min(int(columns), 100))
    cut = "  Individuellt stödande vid övergången från grundläggande utbildning till andra stadiet"
    assert any(line.startswith(cut) for line in lines) == (columns == "200")


def test_every_word_of_the_model_has_words_to_show() -> None:
    assert set(MEASURES) == set(Measure)
    assert set(DIRECTIONS) == set(Direction)
    assert set(OWNER_KINDS) == set(OwnerKind)
