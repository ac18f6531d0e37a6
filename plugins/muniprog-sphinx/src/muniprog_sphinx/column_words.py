"""What tables and their columns are called, in Swedish, Finnish and English."""

import muniprog

_TABLES = """
themes: Teman | Teemat | Themes
goals: Mål | Tavoitteet | Goals
actions: Åtgärder | Toimenpiteet | Actions
owners: Ansvarsinstanser | Vastuutahot | Owners
indicators: Mätare | Mittarit | Indicators
targets: Målvärden | Tavoitearvot | Targets
observations: Utfall | Toteumat | Observations
"""

_COLUMNS = """
actions: Åtgärder | Toimenpiteitä | Actions
action: Åtgärd | Toimenpide | Action
aliases: Andra namn | Muut nimet | Other names
baseline: Startvärde | Lähtöarvo | Baseline
by: Senast | Viimeistään | By
by_end: Sista dag | Viimeinen päivä | Last day
comparison: Jämförelse | Vertailu | Comparison
continuous: Kontinuerlig | Jatkuva | Continuous
denominator: Nämnare | Nimittäjä | Denominator
depends_on: Förutsätter | Edellyttää | Depends on
description: Beskrivning | Kuvaus | Description
dimensions: Delar | Osat | Parts
direction: Riktning | Suunta | Direction
end: Slut | Loppu | End
goal: Mål | Tavoite | Goal
goals: Mål | Tavoitteita | Goals
id: Id | Tunniste | Identifier
indicator: Mätare | Mittari | Indicator
indicators: Mätare | Mittareita | Indicators
kind: Slag | Laji | Kind
measure: Vad som mäts | Mitattava | Measure
missing: Saknas | Puuttuu | Missing
name: Namn | Nimi | Name
note: Anmärkning | Huomautus | Remark
numerator: Täljare | Osoittaja | Numerator
overview: I översikten | Yleiskatsauksessa | In the overview
overview_title: Namn i översikten | Nimi yleiskatsauksessa | Name in the overview
owner_ids: Ansvarsinstansernas id | Vastuutahojen tunnisteet | Identifiers of owners
owners: Ansvarsinstans | Vastuutaho | Owner
parent: Hör till | Kuuluu | Belongs to
per: Per | Per | Per
period: Period | Jakso | Period
period_end: Periodens slut | Jakson loppu | End of the period
period_start: Periodens början | Jakson alku | Start of the period
reason: Orsak | Syy | Reason
reported_by: Rapporterat av | Raportoija | Reported by
reported_on: Rapporterat | Raportoitu | Reported on
series: Serie | Sarja | Series
set_by: Fastställt av | Asettaja | Set by
set_on: Fastställt | Asetettu | Set on
source: Källa | Lähde | Source
start: Början | Alku | Start
succeeded_by: Efterträdare | Seuraaja | Succeeded by
tags: Etiketter | Tunnisteet | Tags
target: Målvärde | Tavoitearvo | Target
target_by: Senast | Viimeistään | Target by
theme: Tema | Teema | Theme
timeframe: Tidtabell | Aikataulu | Timetable
title: Benämning | Nimi | Title
unit: Enhet | Yksikkö | Unit
valid_from: Från och med | Alkaen | From
valid_until: Till och med | Asti | Until
value: Värde | Arvo | Value
visibility: Synlighet | Näkyvyys | Visibility
"""


def _read(words: str) -> dict[str, muniprog.Text]:
    found = {}
    for line in words.strip().splitlines():
        name, _, said = line.partition(": ")
        swedish, finnish, english = said.split(" | ")
        found[name] = muniprog.Text.of({"en": english, "sv": swedish, "fi": finnish})
    return found


TABLES = _read(_TABLES)
COLUMNS = _read(_COLUMNS)
