"""`muniprog ids`: identifiers, filled in where they are missing, changed and retired without losing a reference."""

import click

from muniprog.cli.arguments import Identifier, address_argument
from muniprog.cli.speech import SpokenCommand, SpokenGroup, argument, option, say, words
from muniprog.messages import message, plural_message
from muniprog.source import Plain


@click.group(
    cls=SpokenGroup,
    short_help=words("Fill in, change and tell apart identifiers."),
    help=words(
        "Fill in, change and tell apart the identifiers of a programme's goals, actions, indicators and owners.\n\n"
        "An identifier is the short name by which the files, links and forms know an item."
    ),
)
def ids() -> None:
    """Run one of the commands."""


@ids.command(
    cls=SpokenCommand,
    short_help=words("Give an identifier to every item that has none."),
    help=words(
        "Give an identifier to every item that has none.\n\n"
        "Nothing else in the files changes, and running it again changes nothing."
    ),
    examples=((words("After writing new goals and actions without identifiers:"), "muniprog ids fill ourtown"),),
)
@address_argument
def fill(address: str) -> None:
    """Fill in the identifiers."""
    from muniprog.paths import items_in
    from muniprog.renaming import fill_identifiers
    from muniprog.workspace import rewrite

    before, after = rewrite(address, fill_identifiers)
    had_one = {item.path for item in items_in(before) if item.id.strip()}
    filled = [item for item in items_in(after) if item.path not in had_one]
    for item in filled:
        click.echo(f"  {item.id}")
    say(plural_message("{count} identifier filled in.", "{count} identifiers filled in.", len(filled)))


@ids.command(
    cls=SpokenCommand,
    short_help=words("Change an identifier and every reference to it."),
    help=words(
        "Change an item's identifier from OLD to NEW, and every reference to it.\n\n"
        "The old one is kept as a former identifier, so that links and forms that are already out still find the item."
    ),
    examples=((words("A better name for an indicator:"), "muniprog ids rename ourtown IND-3 jobs-newcomers"),),
)
@address_argument
@argument("old", type=Identifier(), metavar=words("OLD"))
@argument("new", type=Identifier(), metavar=words("NEW"))
@option("--forget", is_flag=True, help=words("Do not keep the old identifier: nobody has seen it yet."))
def rename(address: str, old: str, new: str, forget: bool) -> None:
    """Change the identifier."""
    from muniprog.renaming import rename_identifier
    from muniprog.workspace import rewrite

    rewrite(address, lambda mapping: rename_identifier(mapping, old, new, keep_former=not forget))
    say(message("“{old}” is now “{new}”.", old=old, new=new))


@ids.command(
    cls=SpokenCommand,
    short_help=words("Tell apart items that have the same identifier."),
    help=words(
        "Give a new identifier to each item whose identifier an earlier one has too, as after merging two branches.\n\n"
        "What cannot be decided, such as a reference that may mean either of them, is listed for you to look at."
    ),
    examples=((words("After a merge:"), "muniprog ids renumber ourtown"),),
)
@address_argument
def renumber(address: str) -> None:
    """Tell the items apart."""
    from muniprog.renaming import Renumbering
    from muniprog.renaming import renumber as tell_apart
    from muniprog.workspace import fetch, rewrite

    done: list[Renumbering] = []

    def change(mapping: dict[str, Plain]) -> dict[str, Plain]:
        done.append(tell_apart(mapping))
        return done[0].mapping

    rewrite(address, change)
    for renumbered in done[0].changed:
        say(message("“{old}” is now “{new}”.", old=renumbered.old, new=renumbered.new))
    if done[0].undecided:
        _, stored = fetch(address)
        for path in done[0].undecided:
            place = stored.source.where(path) or ".".join(map(str, path))
            say(message("Look at {place}: it may mean either item.", place=place))
    if not done[0].changed:
        say(message("Every identifier is used once; nothing was changed."))


@ids.command(
    cls=SpokenCommand,
    short_help=words("Take out an item for good."),
    help=words(
        "Take out the item ID and what stands in it. Its identifier is remembered and never used again.\n\n"
        "An item that others still name is not taken out; they are listed, with what to do instead."
    ),
    examples=((words("An action that was written by mistake:"), "muniprog ids retire ourtown language-cafe"),),
)
@address_argument
@argument("identifier", type=Identifier(), metavar=words("ID"))
def retire(address: str, identifier: str) -> None:
    """Take out the item."""
    from muniprog.renaming import retire_identifier
    from muniprog.workspace import rewrite

    rewrite(address, lambda mapping: retire_identifier(mapping, identifier))
    say(message("“{id}” is taken out and is never used again.", id=identifier))
