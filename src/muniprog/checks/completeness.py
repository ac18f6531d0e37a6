"""Completeness: what a programme should have before it is adopted."""

from collections.abc import Iterator

from muniprog.checks.rule import Rule
from muniprog.checks.survey import Survey, label
from muniprog.messages import message
from muniprog.model import Owner
from muniprog.source import Finding, Severity
from muniprog.text import Text


class GoalWithoutAction(Rule):
    """A goal that nothing is done for."""

    code, name, severity = "C101", "goal-without-action", Severity.WARNING
    title = message("Goal without an action")
    explanation = message(
        "A goal that nobody does anything for is a wish. Add an action, or silence the finding with the reason."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the goals without actions."""
        for goal in survey.programme.goals:
            if not goal.actions:
                sentence = message("Nothing is done for the goal “{title}”: it has no action.", title=label(goal))
                yield self.finding(sentence, goal.id, survey.path(goal))


class GoalWithoutIndicator(Rule):
    """A goal of which nobody can know whether it is reached."""

    code, name, severity = "C102", "goal-without-indicator", Severity.WARNING
    title = message("Goal without an indicator")
    explanation = message(
        "Without an indicator, on the goal or on one of its actions, nobody can know whether the goal is reached. "
        "Reports show such a goal as not measured."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the goals that have no indicator, neither themselves nor on their actions."""
        for goal in survey.programme.goals:
            if not goal.all_indicators:
                sentence = message(
                    "Nobody can know whether the goal “{title}” is reached: it has no indicator.", title=label(goal)
                )
                yield self.finding(sentence, goal.id, survey.path(goal))


class EmptyTheme(Rule):
    """A chapter without content."""

    code, name, severity = "C103", "empty-theme", Severity.WARNING
    title = message("Empty theme")
    explanation = message("A theme without goals, actions and themes below it prints as a heading alone.")

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the themes that hold nothing."""
        for theme in survey.programme.all_themes:
            if not (theme.goals or theme.actions or theme.themes):
                sentence = message("The theme “{title}” has neither goals nor actions.", title=label(theme))
                yield self.finding(sentence, theme.id, survey.path(theme))


class ActionWithoutOwner(Rule):
    """An action that nobody answers for."""

    code, name, severity = "C104", "action-without-owner", Severity.WARNING
    title = message("Action without an owner")
    explanation = message(
        "What nobody answers for is seldom done. An action takes its owners from its goal or theme when it names "
        "none itself; here none of them does."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the actions without an owner of their own or inherited."""
        for action in survey.programme.actions:
            if not action.owners and not survey.programme.effective_owners(action.id)[0]:
                sentence = message("Nobody answers for the action “{title}”.", title=label(action))
                yield self.finding(sentence, action.id, survey.path(action))


class ActionWithoutTimeframe(Rule):
    """An action that has no time."""

    code, name, severity = "C105", "action-without-timeframe", Severity.WARNING
    title = message("Action without a timeframe")
    explanation = message(
        "Without a timeframe an action stands in no timetable and can never be late. An action takes its timeframe "
        "from its goal or theme when it has none itself; here none of them has."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the actions without a timeframe of their own or inherited; for words without a date see T105."""
        for action in survey.programme.actions:
            if not action.timeframe.raw and not survey.programme.effective_timeframe(action.id)[0]:
                sentence = message("The action “{title}” has no timeframe.", title=label(action))
                yield self.finding(sentence, action.id, survey.path(action))


class EmptyTitle(Rule):
    """Something that has no name in any language."""

    code, name, severity = "C106", "empty-title", Severity.ERROR
    title = message("Empty title")
    explanation = message("An item without a title cannot be read, listed or asked about. Write one.")

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield what has no title, or one of spaces only."""
        programme = survey.programme
        if _is_blank(programme.title):
            yield self.finding(message("The programme has no title."), path=("title",))
        for entry in survey.entries:
            if _is_blank(entry.title):
                key = "name" if isinstance(entry, Owner) else "title"
                sentence = message("“{id}” has no title.", id=entry.id)
                yield self.finding(sentence, entry.id, survey.path(entry, key))
        for action in programme.actions:
            for position, step in enumerate(action.steps):
                if _is_blank(step.title):
                    sentence = message(
                        "Step {number} of the action “{title}” has no title.", number=position + 1, title=label(action)
                    )
                    yield self.finding(sentence, action.id, survey.path(action, "steps", position, "title"))


class UnusedOwner(Rule):
    """An owner who answers for nothing."""

    code, name, severity = "C107", "unused-owner", Severity.NOTE
    title = message("Owner who answers for nothing")
    explanation = message(
        "The owner is in the list, but no item names it and no other owner belongs to it or hands over to it. "
        "Perhaps it was forgotten somewhere, or is no longer needed."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the owners that nothing names."""
        named = {share.owner for assignment in survey.assignments for share in assignment.owners}
        for owner in survey.programme.owners:
            named.update(name for name in (owner.parent, owner.succeeded_by) if name is not None)
        used = {found.id for name in named if (found := survey.find(name)) is not None}
        for owner in survey.programme.owners:
            if owner.id not in used:
                sentence = message("“{title}” answers for nothing in this programme.", title=label(owner))
                yield self.finding(sentence, owner.id, survey.path(owner))


class NoHeadline(Rule):
    """A programme without headline indicators."""

    code, name, severity = "C108", "no-headline", Severity.NOTE
    title = message("No headline indicators")
    explanation = message(
        "`headline` names the few indicators that stand for the whole programme on a first page. Without them a "
        "reader meets all indicators at once."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield one finding when there are indicators, but none is a headline."""
        if survey.programme.indicators and not survey.programme.headline:
            yield self.finding(message("No indicator is named as a headline for the whole programme."))


def _is_blank(text: Text) -> bool:
    return not any(words and words.strip() for _, words in text.values)


RULES = (
    GoalWithoutAction(),
    GoalWithoutIndicator(),
    EmptyTheme(),
    ActionWithoutOwner(),
    ActionWithoutTimeframe(),
    EmptyTitle(),
    UnusedOwner(),
    NoHeadline(),
)
