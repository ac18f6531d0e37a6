"""`muniprog new`: the first file of a programme."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from muniprog.cli.arguments import Address, Typed, languages_of, shown
from muniprog.cli.speech import SpokenCommand, argument, option, reader_language, say, words
from muniprog.errors import ConflictError, MuniprogError, StorageError
from muniprog.messages import message
from muniprog.text import Text

if TYPE_CHECKING:
    from muniprog.model import Programme
    from muniprog.starting import Start
    from muniprog.timeframe import Period

_PREFIXED = re.compile("([a-z]{2,3}) *=(.*)", re.DOTALL)


@click.command(
    cls=SpokenCommand,
    short_help=words("Begin a programme: an empty one, or a copy of another."),
    help=words(
        "Make a new programme in FOLDER.\n\n"
        "It is empty, passes `muniprog check` and says what goes where. With --from it is a copy of another programme "
        "under its own name: the plan is kept, and what is the other municipality's own is left out."
    ),
    examples=(
        (words("An empty programme:"), 'muniprog new ourtown --title "Our town 2027–2030" --period 2027–2030 -l en'),
        (
            words("In two languages:"),
            'muniprog new staden -l sv,fi --title "sv=Vår stad" --title "fi=Kaupunkimme" --period 2027–2030',
        ),
        (
            words("From the example of Vasa:"),
            'muniprog new ourtown --from vasa_2019_2022 --title "Vår stad" --period 2027–2030',
        ),
    ),
)
@argument("folder", type=click.Path(path_type=Path), metavar=words("FOLDER"))
@option(
    "--title",
    "titles",
    type=Typed(),
    multiple=True,
    required=True,
    metavar=words("[LANGUAGE=]TITLE"),
    help=words("Title, in the first language or in the one before the equals sign; may be given once a language."),
)
@option(
    "--period",
    type=Typed(),
    required=True,
    metavar=words("PERIOD"),
    help=words("The period, such as 2027–2030."),
)
@option(
    "-l",
    "--language",
    "languages",
    callback=languages_of,
    metavar=words("LANGUAGE[,LANGUAGE]"),
    help=words("The languages of the programme, the language of record first; sv when not given."),
)
@option(
    "--municipality",
    "municipalities",
    type=Typed(),
    multiple=True,
    metavar=words("[LANGUAGE=]NAME"),
    help=words("Whose programme it is; may be given once a language."),
)
@option(
    "--id",
    "identifier",
    type=Typed(),
    metavar=words("IDENTIFIER"),
    help=words("Identifier of the programme; made from the title when not given."),
)
@option(
    "--from",
    "model",
    type=Address(),
    metavar=words("ADDRESS"),
    help=words("Another programme to copy; its languages are kept."),
)
def new(
    folder: Path,
    titles: tuple[str, ...],
    period: str,
    languages: tuple[str, ...] | None,
    municipalities: tuple[str, ...],
    identifier: str | None,
    model: str | None,
) -> None:
    """Make the programme."""
    from muniprog.starting import Start, empty_programme
    from muniprog.timeframe import Period
    from muniprog.workspace import load, write_file

    _need_free(folder)
    other = None if model is None else load(model)
    spoken = _languages(languages, other)
    title = _text(titles, spoken)
    start = Start(
        id=_identifier(identifier, title),
        title=title,
        period=_as_printed(Period.parse(period, language=spoken[0], whole_years=True), spoken[0]),
        languages=spoken,
        municipality=_text(municipalities, spoken) if municipalities else None,
    )
    if other is None:
        _need_every_language(title, spoken, "--title")
        if start.municipality is not None:
            _need_every_language(start.municipality, spoken, "--municipality")
        remarks = reader_language(*spoken)
        write_file(folder / "programme.yaml", empty_programme(start, shown(folder), remarks).encode())
    else:
        _copy(other, folder, start)
    say(message("“{title}” is in {folder}.", title=str(title), folder=shown(folder)))
    if other is not None:
        _say_left_out(other)


def _need_free(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise StorageError(message("“{path}” is a file, not a folder.", path=shown(folder)))
    if folder.is_dir() and any(folder.iterdir()):
        raise ConflictError(message("“{folder}” is not empty; nothing was written.", folder=shown(folder)))


def _languages(asked: tuple[str, ...] | None, other: "Programme | None") -> tuple[str, ...]:
    if other is None:
        return asked or ("sv",)
    if asked is not None and asked != other.languages:
        kept = ",".join(other.languages)
        raise MuniprogError(message("A copy keeps the languages of the other programme: {kept}.", kept=kept))
    return other.languages


def _identifier(asked: str | None, title: Text) -> str:
    from muniprog.identifiers import check_identifier, slug

    identifier = asked if asked is not None else slug(str(title), ())
    check_identifier(identifier)
    return identifier


def _text(typed: Sequence[str], languages: tuple[str, ...]) -> Text:
    """Return what was typed as one text: `sv=Vår stad`, or words alone in the first language."""
    said: dict[str, str | None] = {}
    for each in typed:
        prefixed = _PREFIXED.fullmatch(each)
        language, words_ = (prefixed[1], prefixed[2].strip()) if prefixed else (languages[0], each.strip())
        if language not in languages:
            raise MuniprogError(
                message(
                    "“{found}” is in “{language}”, which is none of the programme's languages: {languages}.",
                    found=each,
                    language=language,
                    languages=languages,
                )
            )
        if language in said:
            raise MuniprogError(message("“{found}” is the second in “{language}”.", found=each, language=language))
        if not words_:
            raise MuniprogError(message("“{found}” has no words.", found=each))
        said[language] = words_
    return Text.of({language: said[language] for language in languages if language in said})


def _need_every_language(text: Text, languages: tuple[str, ...], name: str) -> None:
    missing = text.missing(languages)
    if missing:
        raise MuniprogError(
            message(
                "“{text}” is missing in: {missing}. Write one {option} for each language, such as {option} {example}=…",
                text=str(text),
                missing=", ".join(missing),
                option=name,
                example=missing[0],
            )
        )


def _as_printed(period: "Period", language: str) -> "Period":
    """Return a period as it is printed: with a dash between years, whatever was typed."""
    return attrs.evolve(period, raw=period.label(language))


def _copy(other: "Programme", folder: Path, start: "Start") -> None:
    from muniprog.starting import copied_contents, renamed
    from muniprog.storage.atomic import write_files
    from muniprog.workspace import load, save

    contents = copied_contents(other)
    if contents is None:
        save(renamed(other, start), folder)
        return
    kept = {name: data for name, data in contents.items() if not name.startswith("followup/")}
    write_files({folder / name: data for name, data in kept.items()})
    save(renamed(load(folder), start))


def _say_left_out(other: "Programme") -> None:
    from muniprog.starting import left_out

    parts = [part.spoken(reader_language()) for part in left_out(other)]
    if parts:
        say(message("Left out, because it is the other programme's own: {parts}.", parts=", ".join(parts)))
    say(message("Look through the owners, the years and the remarks in the files, and then run muniprog check."))
