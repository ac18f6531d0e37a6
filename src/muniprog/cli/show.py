"""`muniprog show`: a programme, or one thing in it, in the terminal."""

from collections.abc import Iterator

import click

from muniprog.cli.arguments import address_argument, content_language, language_option
from muniprog.cli.speech import SpokenCommand, words
from muniprog.messages import Spoken, message, plural_message
from muniprog.model import Action, Entry, Goal, Indicator, Owner, Programme, Responsibility, Theme
from muniprog.text import Text

Line = tuple[Spoken, str]


@click.command(
    cls=SpokenCommand,
    help=words("Show a programme, or one theme, goal, action, indicator or owner in it by its identifier."),
)
@address_argument
@click.argument("item", required=False)
@language_option
def show(address: str, item: str | None, language: str | None) -> None:
    """Print the programme or the item."""
    from muniprog.workspace import load

    programme = load(address)
    chosen = content_language(programme, language)
    lines = _programme(programme, chosen) if item is None else _item(programme, programme[item], chosen)
    for line in lines:
        click.echo(line)


def _programme(programme: Programme, language: str) -> Iterator[str]:
    yield programme.title[language]
    facts: list[Line] = [
        (message("identifier"), programme.id),
        (message("period"), programme.period.raw),
        (message("languages"), ", ".join(programme.languages)),
    ]
    if programme.municipality is not None:
        facts.insert(0, (message("municipality"), programme.municipality.name[language]))
    yield from _facts(facts, language)
    yield ""
    yield ", ".join(count.spoken(language) for count in _counts(programme))
    for theme in programme.all_themes:
        yield ""
        yield f"{theme.title[language]}  [{theme.id}]"
        for goal in theme.goals:
            yield f"  {goal.title[language]}  [{goal.id}]"
        for action in theme.actions:
            yield f"  {action.title[language]}  [{action.id}]"


def _counts(programme: Programme) -> Iterator[Spoken]:
    yield plural_message("{count} theme", "{count} themes", len(programme.all_themes))
    yield plural_message("{count} goal", "{count} goals", len(programme.goals))
    yield plural_message("{count} action", "{count} actions", len(programme.actions))
    yield plural_message("{count} indicator", "{count} indicators", len(programme.indicators))
    yield plural_message("{count} owner", "{count} owners", len(programme.owners))


def _item(programme: Programme, entry: Entry, language: str) -> Iterator[str]:
    kind = KINDS[type(entry)]
    yield f"{entry.title[language]}  [{entry.id}]"
    facts: list[Line] = [(message("kind"), kind.spoken(language)), *_translations(entry.title, language)]
    parent = programme.parent(entry.id)
    if parent is not None:
        facts.append((message("belongs to"), f"{parent.title[language]}  [{parent.id}]"))
    if isinstance(entry, Owner):
        facts.extend(_owner_facts(programme, entry, language))
    else:
        facts.extend(_answering(programme, entry, language))
        if entry.description:
            facts.append((message("description"), entry.description[language]))
    if isinstance(entry, Indicator):
        facts.extend(_indicator_facts(entry, language))
    if entry.note:
        facts.append((message("note"), entry.note[language]))
    yield from _facts(facts, language)
    for below in _children(entry):
        yield f"  - {KINDS[type(below)].spoken(language)}: {below.title[language]}  [{below.id}]"


KINDS: dict[type, Spoken] = {
    Theme: message("theme"),
    Goal: message("goal"),
    Action: message("action"),
    Indicator: message("indicator"),
    Owner: message("owner"),
}


def _translations(title: Text, language: str) -> Iterator[Line]:
    for other in title.languages:
        if other != language:
            yield message("in {language}", language=other), title[other]


def _answering(programme: Programme, entry: Entry, language: str) -> Iterator[Line]:
    timeframe, said_by = programme.effective_timeframe(entry.id)
    if timeframe:
        yield message("timetable"), _inherited(timeframe.raw, said_by, entry, language)
    owners, said_by = programme.effective_owners(entry.id)
    if owners:
        names = ", ".join(_owner(programme, responsibility, language) for responsibility in owners)
        yield message("owners"), _inherited(names, said_by, entry, language)


def _inherited(words_: str, said_by: Entry, entry: Entry, language: str) -> str:
    if said_by is entry:
        return words_
    return message("{value} (from “{title}”)", value=words_, title=said_by.title[language]).spoken(language)


def _owner(programme: Programme, responsibility: Responsibility, language: str) -> str:
    if responsibility.owner not in programme:
        return message("unknown owner: {id}", id=responsibility.owner).spoken(language)
    return f"{programme[responsibility.owner].title[language]}  [{responsibility.owner}]"


def _owner_facts(programme: Programme, owner: Owner, language: str) -> Iterator[Line]:
    if owner.aliases:
        yield message("also written"), ", ".join(owner.aliases)
    for action in programme.actions_of(owner.id):
        yield message("answers for"), f"{action.title[language]}  [{action.id}]"


def _indicator_facts(indicator: Indicator, language: str) -> Iterator[Line]:
    unit = f" ({indicator.unit[language]})" if indicator.unit else ""
    yield message("measure"), f"{indicator.measure}{unit}"
    if indicator.direction is not None:
        yield message("direction"), str(indicator.direction)
    if indicator.baseline is not None:
        yield message("baseline"), str(indicator.baseline.value)
    for target in indicator.targets:
        yield message("target"), f"{target.value} {target.by.raw}".rstrip()
    yield from (
        (message("observed {period}", period=observation.period.raw), str(observation.value))
        for observation in indicator.observations
    )


def _children(entry: Entry) -> tuple[Entry, ...]:
    if isinstance(entry, Theme):
        return (*entry.goals, *entry.actions, *entry.indicators, *entry.themes)
    if isinstance(entry, Goal):
        return (*entry.actions, *entry.indicators)
    return entry.indicators if isinstance(entry, Action) else ()


def _facts(facts: list[Line], language: str) -> Iterator[str]:
    names = [name.spoken(language) for name, _ in facts]
    width = max(map(len, names))
    for name, (_, value) in zip(names, facts, strict=True):
        yield f"  {name.ljust(width)}  {value}"
