"""What `muniprog show` prints: lines in the language of the programme's texts, no wider than the terminal."""

from collections.abc import Iterable, Iterator

from muniprog.cli.show_words import DIRECTIONS, KINDS, MEASURES, NOT_SAID, OWNER_KINDS, ROLES, in_language, value_words
from muniprog.language import language_name
from muniprog.messages import Spoken, message, plural_message
from muniprog.model import Action, Entry, Goal, Indicator, Observation, Owner, Programme, Responsibility, Theme
from muniprog.text import Text

Fact = tuple[Spoken, Iterable[str]]
"""The name of a fact, and its values: each stands on a line of its own."""

INDENT = "  "


class Showing:
    """A programme on its way to the terminal.

    Args:
        programme: The programme.
        language: The language of its texts and of the words around them.
        width: How many columns there are.
    """

    def __init__(self, programme: Programme, language: str, width: int) -> None:
        self._programme, self._language, self._width = programme, language, width

    def whole(self) -> Iterator[str]:
        """Yield the lines of the whole programme: what it is, how much there is in it, its themes and goals."""
        programme = self._programme
        yield from self._wrapped(self._text(programme.title))
        if programme.subtitle:
            yield from self._wrapped(self._text(programme.subtitle))
        yield ""
        yield from self._facts(self._about_programme())
        yield ""
        yield from self._wrapped(", ".join(map(self._say, _counts(programme))))
        for theme in programme.themes:
            yield ""
            yield from self._tree(theme, "")

    def item(self, entry: Entry) -> Iterator[str]:
        """Yield the lines of one item: what it is, who answers for it, when, and what belongs to it."""
        yield from self._wrapped(self._named(entry))
        yield ""
        yield from self._facts(self._about(entry))
        below = list(_children(entry))
        if below:
            yield ""
        for child in below:
            yield from self._wrapped(f"{self._say(KINDS[type(child)])}: {self._named(child)}", f"{INDENT}- ")

    def _about_programme(self) -> Iterator[Fact]:
        programme = self._programme
        if programme.municipality is not None:
            yield message("municipality"), [self._text(programme.municipality.name)]
        yield message("identifier"), [programme.id]
        yield message("period"), [programme.period.raw]
        yield message("languages"), [", ".join(language_name(code, self._language) for code in programme.languages)]
        if programme.based_on is not None:
            yield message("based on"), [programme.based_on.programme]

    def _about(self, entry: Entry) -> Iterator[Fact]:
        yield message("kind"), [self._say(KINDS[type(entry)])]
        for language in self._programme.languages:
            if language != entry.title[self._language].language:
                yield in_language(language), [entry.title.get(language) or self._say(message("not translated"))]
        parent = self._programme.parent(entry.id)
        if parent is not None:
            yield message("belongs to"), [self._named(parent)]
        if isinstance(entry, Owner):
            yield from self._about_owner(entry)
        else:
            yield from self._answering(entry)
            if entry.description:
                yield message("description"), self._text(entry.description).splitlines()
        if isinstance(entry, Action):
            yield from self._about_action(entry)
        if isinstance(entry, Goal) and entry.aliases:
            yield message("also called"), map(self._text, entry.aliases)
        if isinstance(entry, Indicator):
            yield from self._about_indicator(entry)
        if entry.former_ids:
            yield message("former identifiers"), [", ".join(entry.former_ids)]
        if entry.note:
            yield message("note"), self._text(entry.note).splitlines()

    def _answering(self, entry: Entry) -> Iterator[Fact]:
        timeframe, said_by = self._programme.effective_timeframe(entry.id)
        if timeframe:
            yield message("timetable"), [self._inherited(timeframe.raw, said_by, entry)]
        owners, said_by = self._programme.effective_owners(entry.id)
        if owners:
            yield message("owners"), [self._inherited(self._owner(each), said_by, entry) for each in owners]
        elif not isinstance(entry, (Theme, Indicator)):
            yield message("owners"), [self._say(NOT_SAID)]

    def _about_action(self, action: Action) -> Iterator[Fact]:
        if action.steps:
            yield message("steps"), [self._dated(step.title, step.timeframe.raw) for step in action.steps]
        if action.depends_on:
            yield message("depends on"), map(self._reference, action.depends_on)
        if action.supersedes:
            yield message("supersedes"), map(self._reference, action.supersedes)
        if action.links:
            yield message("links"), [link.url for link in action.links]

    def _about_owner(self, owner: Owner) -> Iterator[Fact]:
        if owner.kind is not None:
            yield message("sort of owner"), [self._say(OWNER_KINDS[owner.kind])]
        if owner.aliases:
            yield message("also written"), [", ".join(owner.aliases)]
        if owner.parent is not None:
            yield message("belongs to"), [self._reference(owner.parent)]
        if owner.succeeded_by is not None:
            yield message("succeeded by"), [self._reference(owner.succeeded_by)]
        answers_for = [self._named(action) for action in self._programme.actions_of(owner.id)]
        yield message("answers for"), answers_for or [self._say(message("nothing"))]

    def _about_indicator(self, indicator: Indicator) -> Iterator[Fact]:
        measure = MEASURES.get(indicator.measure)
        unit = f" ({self._text(indicator.unit)})" if indicator.unit else ""
        yield message("measure"), [f"{self._say(measure) if measure else indicator.measure}{unit}"]
        if indicator.direction is not None:
            yield message("direction"), [self._say(DIRECTIONS[indicator.direction])]
        if indicator.baseline is not None:
            when = indicator.baseline.period.raw if indicator.baseline.period is not None else ""
            yield message("baseline"), [self._dated(value_words(indicator.baseline.value), when)]
        if indicator.targets:
            yield message("targets"), [self._dated(value_words(each.value), each.by.raw) for each in indicator.targets]
        observations = self._programme.observations_of(indicator.id)
        if observations:
            yield message("observed"), map(self._observed, observations)

    def _observed(self, observation: Observation) -> str:
        value = message("no value") if observation.value is None else value_words(observation.value)
        return f"{observation.period.raw}: {self._say(value)}"

    def _inherited(self, value: str, said_by: Entry, entry: Entry) -> str:
        if said_by is entry:
            return value
        return self._say(message("{value} (from “{title}”)", value=value, title=self._text(said_by.title)))

    def _owner(self, responsibility: Responsibility) -> str:
        owner = self._reference(responsibility.owner, message("unknown owner: {id}", id=responsibility.owner))
        role = ROLES.get(responsibility.role)
        return f"{owner} ({self._say(role)})" if role else owner

    def _reference(self, identifier: str, otherwise: Spoken | None = None) -> str:
        if identifier in self._programme:
            return self._named(self._programme[identifier])
        return self._say(otherwise or message("unknown: {id}", id=identifier))

    def _named(self, entry: Entry) -> str:
        return f"{self._text(entry.title)}  [{entry.id}]"

    def _dated(self, what: Spoken, when: str) -> str:
        said = self._text(what) if isinstance(what, Text) else self._say(what)
        return f"{said} ({when})" if when else said

    def _text(self, text: Text) -> str:
        """Return the words in the language that is shown; words in another language say which one."""
        wording = text[self._language]
        return f"[{wording.language}] {wording}" if wording.is_fallback else str(wording)

    def _say(self, spoken: Spoken) -> str:
        return spoken.spoken(self._language)

    def _tree(self, theme: Theme, indent: str) -> Iterator[str]:
        yield from self._wrapped(self._named(theme), indent)
        below: tuple[Goal | Action, ...] = (*theme.goals, *theme.actions)
        for entry in below:
            yield from self._wrapped(self._named(entry), f"{indent}{INDENT}")
        for inner in theme.themes:
            yield from self._tree(inner, f"{indent}{INDENT}")

    def _facts(self, facts: Iterable[Fact]) -> Iterator[str]:
        named = [(self._say(name), list(values)) for name, values in facts]
        column = max(len(name) for name, _ in named) + len(INDENT)
        for name, values in named:
            for position, value in enumerate(values):
                before = name if position == 0 else ""
                yield from self._wrapped(value, f"{INDENT}{before.ljust(column)}", " " * (column + len(INDENT)))

    def _wrapped(self, text: str, first: str = "", later: str | None = None) -> Iterator[str]:
        from textwrap import wrap

        hanging = f"{' ' * len(first)}{INDENT}" if later is None else later
        lines = wrap(text, self._width, initial_indent=first, subsequent_indent=hanging, break_on_hyphens=False)
        yield from lines or [first.rstrip()]


def _counts(programme: Programme) -> Iterator[Spoken]:
    yield plural_message("{count} theme", "{count} themes", len(programme.all_themes))
    yield plural_message("{count} goal", "{count} goals", len(programme.goals))
    yield plural_message("{count} action", "{count} actions", len(programme.actions))
    yield plural_message("{count} indicator", "{count} indicators", len(programme.indicators))
    yield plural_message("{count} owner", "{count} owners", len(programme.owners))


def _children(entry: Entry) -> tuple[Entry, ...]:
    match entry:
        case Theme():
            return (*entry.goals, *entry.actions, *entry.indicators, *entry.themes)
        case Goal():
            return (*entry.actions, *entry.indicators)
        case Action():
            return entry.indicators
        case _:
            return ()
