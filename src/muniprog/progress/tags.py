"""Actions by tag, with a stated base: how many of all actions carry each tag, and how many carry none."""

from collections import Counter
from collections.abc import Iterable

from muniprog.model import Action
from muniprog.progress.shares import ShareOf


def actions_by_tag(actions: Iterable[Action], classification: str = "") -> dict[str | None, ShareOf]:
    """Return for each tag how many of the actions carry it; None stands for those without any.

    The base is the number of actions, not of taggings: an action with two tags counts once under each of them, so
    the shares need not add up to 100%.

    Args:
        actions: The actions.
        classification: Only tags of this classification, such as `sdg` for `sdg:8`; all tags where it is empty.
    """
    prefix = f"{classification}:" if classification else ""
    found: Counter[str | None] = Counter()
    base = 0
    for action in actions:
        tags: set[str | None] = {tag for tag in action.tags if tag.startswith(prefix)}
        found.update(tags or {None})
        base += 1
    ordered = sorted((tag for tag in found if tag is not None), key=lambda tag: (tag.casefold(), tag))
    return {tag: ShareOf(found[tag], base) for tag in (*ordered, None)}
