"""New identifiers where two items have the same one."""

from collections import defaultdict
from itertools import takewhile

import attrs

from muniprog.identifiers import fold, split_number
from muniprog.renaming.walk import Edit, Found, PlainDict, rewritten, survey_of
from muniprog.source import Path


@attrs.frozen(kw_only=True)
class Renumbered:
    """One item that got another identifier because an earlier item has the same one."""

    path: Path
    old: str
    new: str


@attrs.frozen(kw_only=True)
class Renumbering:
    """What `renumber` did.

    Attributes:
        mapping: The programme, where every identifier is used once.
        changed: The items that have a new identifier.
        undecided: The places of references that may have meant either item; they still name the first one.
    """

    mapping: PlainDict
    changed: tuple[Renumbered, ...]
    undecided: tuple[Path, ...]


def renumber(mapping: PlainDict) -> Renumbering:
    """Return the programme with a new identifier for each item whose identifier an earlier item already has.

    This is what two branches make that both took the next number. The first in the file keeps its identifier; the
    second takes the next one that was never used. A reference to their common identifier follows

    - the only one that it can mean: `headline` names indicators, `depends_on` actions, `owners` owners;
    - else the one that it stands closest to: a branch that adds an action usually writes the references to it in
      the same goal or the same theme, so of two items in different themes each keeps those of its own theme;
    - else the first, and it is listed as undecided, for somebody who knows to look at.

    Closed rounds are not touched. No former identifier is noted, since the common one still has an owner.
    """
    survey = survey_of(mapping)
    register = survey.register()
    twins: dict[str, list[Found]] = defaultdict(list)
    for item in survey.items:
        twins[fold(item.identifier)].append(item)
    changed = []
    for later in (item for same in twins.values() for item in same[1:]):
        parts = split_number(later.identifier)
        new = register.next_numbered(parts[0]) if parts else register.slug(later.identifier)
        register.add(new)
        changed.append(Renumbered(path=later.path, old=later.identifier, new=new))
    if not changed:
        return Renumbering(mapping=mapping, changed=(), undecided=())
    edit = _Doubles(
        {name: same for name, same in twins.items() if len(same) > 1}, {each.path: each.new for each in changed}
    )
    return Renumbering(mapping=rewritten(mapping, edit), changed=tuple(changed), undecided=tuple(edit.undecided))


class _Doubles(Edit):
    def __init__(self, twins: dict[str, list[Found]], new: dict[Path, str]) -> None:
        self._twins, self._new = twins, new
        self.undecided: list[Path] = []

    def item(self, item: PlainDict, kind: str, path: Path) -> PlainDict:
        return {**item, "id": self._new[path]} if path in self._new else item

    def reference(self, identifier: str, target: str, path: Path) -> str:
        possible = [twin for twin in self._twins.get(fold(identifier), ()) if twin.kind in target]
        closest = max((_shared(twin.path, path) for twin in possible), default=0)
        meant = [twin for twin in possible if _shared(twin.path, path) == closest]
        if len(meant) > 1:
            self.undecided.append(path)
        return self._new.get(meant[0].path, identifier) if len(meant) == 1 else identifier


def _shared(one: Path, other: Path) -> int:
    """Return how many steps from the top two places have in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
