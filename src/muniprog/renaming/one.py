"""Another identifier for one item."""

from muniprog.errors import MuniprogError, UnknownNameError, ValueProblem
from muniprog.identifiers import check_identifier, fold
from muniprog.messages import message
from muniprog.renaming.walk import Edit, Found, PlainDict, Survey, rewritten, survey_of
from muniprog.source import Path, Plain


def rename_identifier(mapping: PlainDict, old: str, new: str, *, keep_former: bool) -> PlainDict:
    """Return the programme where the item `old` and everything that refers to it say `new`.

    A closed round is not touched: it finds the item through `former_ids`.

    Args:
        mapping: The programme.
        old: The item's identifier, in any case.
        new: The identifier that it shall have.
        keep_former: Whether to note the old one in `former_ids`, so that old links and answers still arrive. Without
            it, the old identifier must be one that nobody has seen: no closed round may mention it.

    Raises:
        ValueProblem: If `new` is no identifier (F008), or it or `old` is used twice (F009).
        UnknownNameError: If there is no item `old`.
        MuniprogError: If a closed round mentions `old` and the former identifier is not kept.
    """
    check_identifier(new)
    survey = survey_of(mapping)
    item = _the_item(survey, old)
    _check_free(survey, item, new)
    if not keep_former and any(fold(name) == fold(old) for name in survey.closed):
        raise MuniprogError(
            message("A closed follow-up mentions “{old}”, so it has to be kept as a former identifier.", old=old)
        )
    return rewritten(mapping, _Renaming(item, new, keep_former))


class _Renaming(Edit):
    def __init__(self, item: Found, new: str, keep_former: bool) -> None:
        self._item, self._new, self._keep_former = item, new, keep_former

    def item(self, item: PlainDict, kind: str, path: Path) -> PlainDict:
        if path != self._item.path:
            return item
        former: list[Plain] = [name for name in self._item.former if fold(name) != fold(self._new)]
        if self._keep_former and fold(self._item.identifier) != fold(self._new):
            former.append(self._item.identifier)
        renamed = {**item, "id": self._new, "former_ids": former}
        if not former:
            del renamed["former_ids"]
        return renamed

    def reference(self, identifier: str, target: str, path: Path) -> str:
        return self._new if fold(identifier) == fold(self._item.identifier) else identifier


def _the_item(survey: Survey, identifier: str) -> Found:
    found = [item for item in survey.items if fold(item.identifier) == fold(identifier)]
    if not found:
        raise UnknownNameError(message("item"), identifier, [item.identifier for item in survey.items])
    if len(found) > 1:
        raise ValueProblem(message("More than one item has the identifier “{found}”.", found=identifier), code="F009")
    return found[0]


def _check_free(survey: Survey, item: Found, new: str) -> None:
    others = [name for other in survey.items if other != item for name in (other.identifier, *other.former)]
    if fold(new) in map(fold, others):
        raise ValueProblem(message("Another item has, or has had, the identifier “{new}”.", new=new), code="F009")
    if fold(new) in map(fold, survey.retired):
        raise ValueProblem(message("The identifier “{new}” is retired and is not used again.", new=new), code="F009")
