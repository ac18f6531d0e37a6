"""Make the sample programme out of Vasa's programme and what is invented, year by year.

    python examples/vasa_2019_2022_sample/tools/make_sample.py FOLDER

Each year goes as it would in a city: the programme is changed, the round is opened, the answers come in, the round is
closed. What is invented stands in `invented/`, one file a year; everything else is Vasa's. The same input gives the
same bytes, so a test can make the sample anew and compare.
"""

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import cast

import muniprog

SAMPLE = Path(__file__).parents[1]
VASA = SAMPLE.parent / "vasa_2019_2022" / "src" / "vasa_2019_2022" / "programme"
YEARS = ("2019", "2020", "2021", "2022")
MARK = "# SAMPLE DATA – invented. Exempeldata – påhittade uppgifter. Esimerkkitietoa – keksittyjä tietoja."
ABOVE = f"{MARK}\n# Made by tools/make_sample.py; the README says what is invented.\n"
BELOW_ITEMS = ("goals", "actions", "indicators")
"""Keys that hold other items; what is added to an item is written above them."""

Mapping = dict[str, muniprog.Plain]
Change = Callable[[Mapping], Mapping]


def make(folder: Path) -> None:
    """Make the sample in a folder that is not there yet."""
    shutil.copytree(VASA, folder, ignore=shutil.ignore_patterns("__pycache__"))
    main = folder / "programme.yaml"
    text = main.read_text(encoding="utf-8").replace("\nid: vasa-2019-2022\n", "\nid: vasa-2019-2022-sample\n", 1)
    main.write_text(text, encoding="utf-8", newline="\n")
    mark(folder)
    for year in YEARS:
        invented = read(SAMPLE / "invented" / f"{year}.yaml")
        edit(folder, lambda programme, invented=invented: changed(programme, part(invented, "changes")))  # type: ignore[misc]
        follow_up(folder, invented)


def follow_up(folder: Path, invented: Mapping) -> None:
    """Open the round of a year, let the answers come in, and close it if it was closed."""
    about = part(invented, "round")
    muniprog.save(opened(muniprog.load(folder), about))
    mark(folder)
    edit(folder, lambda programme: answered(programme, invented))
    if "closed_on" in about:
        day = date.fromisoformat(str(about["closed_on"]))
        programme = muniprog.load(folder)
        muniprog.save(muniprog.close_round(programme, str(about["period"]), on=day, despite_unanswered=True))


def opened(programme: muniprog.Programme, about: Mapping) -> muniprog.Programme:
    """Return the programme with an open round, in which it is said who is asked for what."""
    title = part(about, "title")
    return muniprog.open_round(
        programme,
        str(about["period"]),
        opened_on=str(about["opened_on"]),
        deadline=str(about["deadline"]),
        approver=str(about["approver"]) if "approver" in about else None,
        title=muniprog.Text.of({language: str(words) for language, words in title.items()}) if title else None,
    )


def mark(folder: Path) -> None:
    """Write above each file that does not say so yet that it is sample data."""
    for file in sorted(folder.rglob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        if not text.startswith(MARK):
            file.write_text(ABOVE + text, encoding="utf-8", newline="\n")


def edit(folder: Path, change: Change) -> None:
    """Change the programme in a folder; what does not change keeps its lines."""
    with muniprog.open_storage(folder) as storage:
        stored = storage.load()
        storage.save(change(stored.source.mapping), old=stored.source.mapping, base=stored)


def read(file: Path) -> Mapping:
    """Return what a YAML file holds."""
    return muniprog.load_plugins().formats.find("yaml").read(file.read_bytes(), str(file)).mapping


def part(mapping: Mapping, key: str) -> Mapping:
    """Return the mapping at a key; an empty one where there is none."""
    return cast(Mapping, mapping.get(key) or {})  # these files are ours; a wrong one fails in the next line


def entries(mapping: Mapping, key: str) -> list[Mapping]:
    """Return the list of mappings at a key; an empty one where there is none."""
    return cast("list[Mapping]", mapping.get(key) or [])  # as above


# What is changed in the programme.


def changed(programme: Mapping, changes: Mapping) -> Mapping:
    """Return the programme with the changes of a year."""
    own = part(changes, "owners")
    found: Mapping = {
        **with_values(programme, part(changes, "programme")),
        "silenced": list(still_silenced(programme, part(changes, "no_longer_silenced"))),
        "owners": [
            *(with_values(owner, part(own, name(owner))) for owner in entries(programme, "owners")),
            *entries(changes, "new_owners"),
        ],
        "themes": [item_changed(theme, changes) for theme in entries(programme, "themes")],
    }
    return found


def still_silenced(programme: Mapping, without: Mapping) -> Iterator[Mapping]:
    """Yield what the programme silences, without the items that are named; without all of a check for an empty list."""
    for silence in entries(programme, "silenced"):
        check = str(silence["check"])
        if check not in without:
            yield silence
        elif named := cast("list[str]", without[check]):
            items = cast("list[str]", silence["items"])
            yield {**silence, "items": [item for item in items if item not in named]}


def item_changed(item: Mapping, changes: Mapping) -> Mapping:
    """Return a theme, goal, action or indicator with what is changed in it and below it."""
    found = with_values(item, part(part(changes, "items"), name(item)))
    for below in BELOW_ITEMS:
        new = entries(part(changes, f"new_{below}"), name(item))
        if below in found or new:
            found[below] = [*(item_changed(each, changes) for each in entries(found, below)), *new]
    return found


def with_values(item: Mapping, values: Mapping) -> Mapping:
    """Return an item with other values; new keys stand above the items below it, and what is null is taken away."""
    above = {key: value for key, value in item.items() if key not in BELOW_ITEMS}
    found = {**above, **values, **{key: item[key] for key in BELOW_ITEMS if key in item}}
    return {key: value for key, value in found.items() if value is not None}


def name(item: Mapping) -> str:
    """Return the identifier of an item."""
    return str(item["id"])


# What is answered in a round.


def answered(programme: Mapping, invented: Mapping) -> Mapping:
    """Return the programme with the answers and the decisions of a year in its last round."""
    about = part(invented, "round")
    answers = entries(invented, "answers")
    *before, last = entries(programme, "follow_ups")
    last = {
        **last,
        "updates": [update for answer in answers for update in updates(answer, about)],
        "observations": [seen for answer in answers for seen in observations(answer, about)],
        "decisions": invented.get("decisions"),
    }
    spent = {key: value for answer in answers for key, value in part(answer, "spent").items()}
    return {
        **programme,
        "themes": [paid(theme, spent, about["period"]) for theme in entries(programme, "themes")],
        "follow_ups": [*before, {key: value for key, value in last.items() if value}],
    }


def updates(answer: Mapping, about: Mapping) -> Iterator[Mapping]:
    """Yield what an owner answers about actions and goals."""
    for item, said in part(answer, "updates").items():
        yield {"item": item, "owner": answer["owner"], **in_words(said, answer), **signed(answer, about)}


def observations(answer: Mapping, about: Mapping) -> Iterator[Mapping]:
    """Yield what an owner has measured."""
    for indicator, values in part(answer, "values").items():
        for value in values if isinstance(values, list) else [values]:
            said = {"period": about["period"], **in_words(value, answer)}
            yield {"indicator": indicator, **said, "owner": answer["owner"], **signed(answer, about)}


def in_words(said: muniprog.Plain, answer: Mapping) -> Mapping:
    """Return an answer with its words in the language that the owner answers in."""
    found = cast(Mapping, said)
    language = answer.get("language")
    texts = (key for key in ("note", "next_steps", "reason") if key in found and language is not None)
    return {**found, **{key: {str(language): found[key]} for key in texts}}


def signed(answer: Mapping, about: Mapping) -> Mapping:
    """Return by whom and when an answer was given and approved."""
    found: Mapping = {"reported_by": answer["by"], "reported_on": answer["on"]}
    if "approved_on" in answer:
        found |= {"approved_by": about["approver"], "approved_on": answer["approved_on"]}
    return found


def paid(item: Mapping, spent: Mapping, year: muniprog.Plain) -> Mapping:
    """Return an item in whose budget stands what was spent; `spent` names the action, whose year is the round's."""
    found = dict(item)
    if (amount := spent.get(name(item))) is not None:
        lines = entries(item, "budget")
        found["budget"] = [{**line, "actual": amount} if line["year"] == year else line for line in lines]
    for below in BELOW_ITEMS[:2]:
        if below in found:
            found[below] = [paid(each, spent, year) for each in entries(item, below)]
    return found


if __name__ == "__main__":
    make(Path(sys.argv[1]))
