"""The overview page: a printed programme often shows its goals once more, by year, and the two may disagree."""

from collections.abc import Iterator

from muniprog.checks.rule import Rule
from muniprog.checks.spelling import fold
from muniprog.checks.survey import Survey, label
from muniprog.checks.timeframes import lies_in_time
from muniprog.messages import message
from muniprog.model import Goal, Overview
from muniprog.source import Finding, Severity
from muniprog.timeframe import Period, Timeframe


class ContraryPlacement(Rule):
    """The overview page places a goal where none of its actions is."""

    code, name, severity = "V101", "contrary-placement", Severity.WARNING
    title = message("Placement on the overview page against the actions")
    explanation = message(
        "The overview page places the goal in a year, or among what goes on all the time, and none of its actions is "
        "planned so. A reader of the one page gets another answer than a reader of the other. Correct the one that is "
        "wrong, or silence the finding when the printed document is kept as it is."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the goals whose placement fits none of their actions."""
        period = survey.programme.period
        for goal in survey.programme.goals:
            if goal.overview is not None and lies_in_time(goal.overview.timeframe):
                timeframes = _timeframes(survey, goal)
                if timeframes and not any(_fits(goal.overview.timeframe, planned, period) for planned in timeframes):
                    sentence = message(
                        "The overview page places “{title}” under “{found}”, but its actions are for: {actions}.",
                        title=label(goal),
                        found=goal.overview.timeframe.raw,
                        actions=tuple(dict.fromkeys(timeframe.raw for timeframe in timeframes)),
                    )
                    yield self.finding(sentence, goal.id, survey.path(goal, "overview"))


class OtherName(Rule):
    """The overview page calls a goal by a name that is not among its names."""

    code, name, severity = "V102", "other-name-on-overview", Severity.NOTE
    title = message("Another name on the overview page")
    explanation = message(
        "A reader who looks for the name on the overview page does not find it in the tables. Add it to the goal's "
        "`aliases`, so that both are found, or use the goal's own title."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the goals whose name on the overview page is neither their title nor an alias."""
        for goal in survey.programme.goals:
            if goal.overview is not None and goal.overview.title and not _is_known(goal, goal.overview):
                sentence = message(
                    "The overview page calls “{title}” by another name: “{found}”.",
                    title=label(goal),
                    found=goal.overview.title,
                )
                yield self.finding(sentence, goal.id, survey.path(goal, "overview", "title"))


class NotOnOverview(Rule):
    """The overview page leaves a goal out."""

    code, name, severity = "V103", "not-on-overview", Severity.NOTE
    title = message("Goal that is not on the overview page")
    explanation = message(
        "Other goals are placed on the overview page; this one is not. Place it there, or silence the finding."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the goals without a placement, when other goals have one."""
        goals = survey.programme.goals
        if any(goal.overview is not None for goal in goals):
            for goal in goals:
                if goal.overview is None:
                    sentence = message(
                        "“{title}” is not placed on the overview page, though other goals are.", title=label(goal)
                    )
                    yield self.finding(sentence, goal.id, survey.path(goal))


def _timeframes(survey: Survey, goal: Goal) -> list[Timeframe]:
    found = (survey.programme.effective_timeframe(action.id)[0] for action in goal.actions)
    return [timeframe for timeframe in found if lies_in_time(timeframe)]


def _fits(placement: Timeframe, planned: Timeframe, period: Period) -> bool:
    """Return whether an action that is planned so belongs under the heading of the placement."""
    if _goes_on(placement):
        return _goes_on(planned) or _lasts(planned, period)
    return not _goes_on(planned) and _meet(placement, planned)


def _goes_on(timeframe: Timeframe) -> bool:
    """Return whether it is said to go on, or to come back, all the time."""
    return timeframe.continuous or timeframe.recurring is not None


def _lasts(timeframe: Timeframe, period: Period) -> bool:
    """Return whether the dates take in all of the programme's period, or have no end."""
    begins = timeframe.start is None or timeframe.start <= period.start
    return timeframe.end is None or (begins and timeframe.end >= period.end)


def _meet(one: Timeframe, other: Timeframe) -> bool:
    return not (_is_before(one, other) or _is_before(other, one))


def _is_before(one: Timeframe, other: Timeframe) -> bool:
    return one.end is not None and other.start is not None and one.end < other.start


def _is_known(goal: Goal, overview: Overview) -> bool:
    """Return whether the overview's name is, in some language, one of the goal's names in that language."""
    names = {
        (language, fold(words)) for text in (goal.title, *goal.aliases) for language, words in text.values if words
    }
    used = overview.title.values if overview.title else ()
    return any((language, fold(words)) in names for language, words in used if words)


RULES = (ContraryPlacement(), OtherName(), NotOnOverview())
