"""`muniprog ids`: identifiers, filled in where they are missing and changed without losing a reference."""

from collections.abc import Callable, Iterator

import click

from muniprog.cli.arguments import Address
from muniprog.cli.speech import SpokenCommand, SpokenGroup, option, say, words
from muniprog.messages import message, plural_message
from muniprog.source import Plain

Change = Callable[[dict[str, Plain]], dict[str, Plain]]


@click.group(cls=SpokenGroup, help=words("Fill in, change and tell apart the identifiers of a programme's items."))
def ids() -> None:
    """Run one of the commands."""


@ids.command(
    cls=SpokenCommand,
    help=words("Give an identifier to every item that has none. Nothing else in the files changes."),
)
@click.argument("address", type=Address())
def fill(address: str) -> None:
    """Fill in the identifiers."""
    from muniprog.renaming import fill_identifiers
    from muniprog.workspace import rewrite

    before, after = rewrite(address, fill_identifiers)
    count = sum(1 for _ in _identified(after)) - sum(1 for _ in _identified(before))
    say(plural_message("{count} identifier filled in.", "{count} identifiers filled in.", count))


@ids.command(
    cls=SpokenCommand,
    help=words("Change an item's identifier and every reference to it; the old one is kept as a former identifier."),
)
@click.argument("address", type=Address())
@click.argument("old")
@click.argument("new")
@option("--forget", is_flag=True, help=words("Do not keep the old identifier: nobody has seen it yet."))
def rename(address: str, old: str, new: str, forget: bool) -> None:
    """Change the identifier."""
    from muniprog.renaming import rename_identifier
    from muniprog.workspace import rewrite

    rewrite(address, lambda mapping: rename_identifier(mapping, old, new, keep_former=not forget))
    say(message("“{old}” is now “{new}”.", old=old, new=new))


@ids.command(
    cls=SpokenCommand,
    help=words("Give a new identifier to each item whose identifier an earlier item has too, as after a merge of two branches."),
)
@click.argument("address", type=Address())
def renumber(address: str) -> None:
    """Tell the items apart."""
    from muniprog.renaming import Renumbering, renumber as tell_apart
    from muniprog.workspace import rewrite

    done: list[Renumbering] = []

    def change(mapping: dict[str, Plain]) -> dict[str, Plain]:
        done.append(tell_apart(mapping))
        return done[0].mapping

    rewrite(address, change)
    for renumbered in done[0].changed:
        say(message("“{old}” is now “{new}”.", old=renumbered.old, new=renumbered.new))
    for path in done[0].undecided:
        say(message("Look at {path}: it may mean either item.", path=".".join(map(str, path))))
    if not done[0].changed:
        say(message("Every identifier is used once; nothing was changed."))


def _identified(mapping: dict[str, Plain]) -> Iterator[str]:
    from muniprog.paths import items_in

    return (item.id for item in items_in(mapping) if item.id)
