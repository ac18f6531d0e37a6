"""`muniprog new`: the first file of a programme."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from muniprog.cli.arguments import Address
from muniprog.cli.speech import Languages, SpokenCommand, option, reader_language, say, words
from muniprog.errors import ConflictError, ValueProblem
from muniprog.messages import message
from muniprog.text import Text

if TYPE_CHECKING:
    from muniprog.starting import Start
    from muniprog.timeframe import Period


@click.command(
    cls=SpokenCommand,
    help=words(
        "Make a new programme in FOLDER: an empty one that passes `check` and says what goes where, "
        "or with --from a copy of another programme under its own name."
    ),
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@option(
    "--title",
    "titles",
    multiple=True,
    required=True,
    metavar="[LANGUAGE=]TITLE",
    help=words("Title, in the first language or in the one named before the equals sign; may be given once a language."),
)
@option("--id", "identifier", metavar="ID", help=words("Identifier of the programme; made from the title when not given."))
@option("--period", required=True, metavar="PERIOD", help=words("The period that the programme is for, such as 2027–2030."))
@option(
    "-l",
    "--language",
    "languages",
    type=Languages(),
    default=("sv",),
    show_default="sv",
    metavar="LANGUAGE[,LANGUAGE]",
    help=words("The languages of the programme; the first is the language of record."),
)
@option("--municipality", default="", metavar="NAME", help=words("Whose programme it is."))
@option("--from", "model", type=Address(), metavar="ADDRESS", help=words("Another programme to copy."))
def new(
    folder: Path,
    titles: tuple[str, ...],
    identifier: str | None,
    period: str,
    languages: tuple[str, ...],
    municipality: str,
    model: str | None,
) -> None:
    """Make the programme."""
    from muniprog.identifiers import check_identifier, slug
    from muniprog.starting import Start, empty_programme, folder_is_free
    from muniprog.timeframe import Period
    from muniprog.workspace import write_file

    if not folder_is_free(folder):
        raise ConflictError(message("“{folder}” is not empty; nothing was written.", folder=str(folder)))
    title = _title(titles, languages)
    chosen = identifier or slug(str(title), ())
    check_identifier(chosen)
    about = Period.parse(period, language=languages[0], whole_years=True)
    start = Start(id=chosen, title=title, period=about.raw, languages=languages, municipality=municipality)
    if model is None:
        write_file(folder / "programme.yaml", empty_programme(start, str(folder), reader_language(*languages)).encode())
    else:
        _copy(model, folder, start, about)
    say(message("“{title}” is in {folder}.", title=str(title), folder=str(folder)))


def _title(titles: tuple[str, ...], languages: tuple[str, ...]) -> Text:
    said: dict[str, str | None] = {}
    for title in titles:
        language, equals, words_ = title.partition("=")
        if not equals or language.strip() not in languages:
            language, words_ = languages[0], title
        if language.strip() in said:
            raise ValueProblem(message("The title is given twice in “{language}”.", language=language.strip()))
        said[language.strip()] = words_.strip()
    return Text.of({language: said[language] for language in languages if language in said})


def _copy(model: str, folder: Path, start: "Start", period: "Period") -> None:
    from muniprog.starting import copied_contents, renamed
    from muniprog.storage.atomic import write_files
    from muniprog.workspace import load, save

    other = load(model)
    contents = copied_contents(other)
    if contents is None:
        save(renamed(other, start, period), folder)
        return
    kept = {name: data for name, data in contents.items() if not name.startswith("followup/")}
    write_files({folder / name: data for name, data in kept.items()})
    save(renamed(load(folder), start, period))
