"""`muniprog storage`: what a storage holds, its history, its search, and whether it is whole."""

from collections.abc import Sequence

import click

from muniprog.cli.arguments import Typed, address_argument
from muniprog.cli.output import print_table
from muniprog.cli.speech import SpokenCommand, SpokenGroup, argument, option, reader_language, say, words
from muniprog.errors import StorageError
from muniprog.interfaces import ChecksItself, KeepsHistory, Searches
from muniprog.messages import message


@click.group(
    cls=SpokenGroup,
    short_help=words("Look into a storage: what it holds, its history, what is found in it."),
    help=words(
        "Look into a storage: a folder of programmes, a database, or whatever a plug-in adds.\n\n"
        "ADDRESS is a folder, or begins with the storage's name, as in sqlite:///programmes.db."
    ),
)
def storage() -> None:
    """Run one of the commands."""


@storage.command(name="list", cls=SpokenCommand, help=words("List the programmes of a storage."))
@address_argument
def list_(address: str) -> None:
    """Print the list."""
    from muniprog.workspace import open_storage

    with open_storage(address) as place:
        listed = place.list()
    print_table(
        (message("Programme"), message("Title"), message("Revision")),
        ((each.identifier, each.title, each.revision[:12]) for each in listed),
    )


@storage.command(
    cls=SpokenCommand,
    help=words("List the states of a programme, the latest first, with who saved each of them and why."),
    examples=(
        (words("One of several programmes:"), "muniprog storage history 'sqlite:///programmes.db#vasa-2019-2022'"),
    ),
)
@address_argument
def history(address: str) -> None:
    """Print the states."""
    from muniprog.addresses import Address
    from muniprog.workspace import open_storage

    with open_storage(address) as place:
        if not isinstance(place, KeepsHistory):
            raise StorageError(message("The storage “{name}” keeps no history.", name=_name(address)))
        identifier = Address.of(address).identifier
        if identifier is None:
            identifier = str(place.load().source.mapping.get("id", ""))
        revisions = place.history(identifier)
    print_table(
        (message("Revision"), message("Saved (UTC)"), message("By"), message("What was changed")),
        ((each.revision, f"{each.when:%Y-%m-%d %H:%M:%S}", each.by, each.note) for each in revisions),
    )


@storage.command(
    cls=SpokenCommand,
    help=words("Find out whether what a storage keeps is whole.\n\nThe exit code is 1 when something is damaged."),
)
@address_argument
@click.pass_context
def integrity(ctx: click.Context, address: str) -> None:
    """Print what is damaged."""
    from muniprog.addresses import shown
    from muniprog.workspace import open_storage

    with open_storage(address) as place:
        if not isinstance(place, ChecksItself):
            raise StorageError(message("The storage “{name}” cannot check itself.", name=_name(address)))
        findings = place.integrity()
    for finding in findings:
        say(finding)
    if findings:
        ctx.exit(1)
    say(message("Everything in “{address}” is whole.", address=shown(address)))


@storage.command(
    cls=SpokenCommand,
    help=words("Find words in the titles and descriptions of all programmes of a storage."),
    examples=(
        (words("Texts with both words, or longer ones:"), "muniprog storage search sqlite:///programmes.db språk kurs"),
    ),
)
@address_argument
@argument("words_", type=Typed(), nargs=-1, required=True, metavar=words("WORDS"))
@click.pass_context
def search(ctx: click.Context, address: str, words_: Sequence[str]) -> None:
    """Print where they stand."""
    from muniprog.workspace import open_storage

    with open_storage(address) as place:
        if not isinstance(place, Searches):
            raise StorageError(message("The storage “{name}” cannot be searched.", name=_name(address)))
        hits = place.search(" ".join(words_))
    if not hits:
        say(message("Nothing was found."), err=True)
        ctx.exit(1)
    print_table(
        (message("Programme"), message("Item"), message("Language"), message("Text")),
        ((hit.programme, hit.item, hit.language, hit.text) for hit in hits),
    )


@storage.command(
    cls=SpokenCommand,
    help=words("Remove a programme from a storage. Where the storage keeps history, its earlier states stay there."),
)
@address_argument
@option("--yes", is_flag=True, help=words("Do not ask."))
def delete(address: str, yes: bool) -> None:
    """Remove it, after asking."""
    from muniprog.addresses import shown
    from muniprog.workspace import open_storage

    with open_storage(address) as place:
        identifier = _named(address)
        base = place.load(identifier)
        if not yes:
            question = message("Remove “{id}” from “{address}”?", id=identifier, address=shown(address))
            click.confirm(question.spoken(reader_language()), abort=True)
        place.delete(identifier, base=base)
    say(message("“{id}” was removed.", id=identifier))


def _named(address: str) -> str:
    """Return the programme that an address names; what is to be removed must be named, also when it is the only one."""
    from muniprog.addresses import Address, shown

    where = Address.of(address)
    if where.identifier is None:
        raise StorageError(message("Say which programme: {address}#…", address=shown(where.location)))
    return where.identifier


def _name(address: str) -> str:
    """Return the name of the storage that an address leads to."""
    from muniprog.addresses import Address
    from muniprog.workspace import plugins

    return plugins().storages.by_scheme(Address.of(address).scheme).name
