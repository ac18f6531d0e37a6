"""`muniprog site`: a whole web site of a programme."""

from pathlib import Path

import click

import muniprog
from muniprog_sphinx.sentences import Sentence

_HELP = Sentence(
    "Gör en hel webbplats av programmet på ADRESS: sidor på alla dess språk, sökning, register och öppna "
    "data.\n\n"
    "Mappen får inte finnas, ska vara tom eller innehålla en tidigare webbplats, som byts ut när den nya är hel.",
    "Tee ohjelmasta, jonka osoite on ADDRESS, koko verkkosivusto: sivut kaikilla ohjelman kielillä, haku, hakemisto ja "
    "avoin data.\n\nKansiota ei saa olla, tai sen pitää olla tyhjä tai sisältää aiempi sivusto, joka vaihdetaan, kun "
    "uusi on valmis.",
    "Make a whole web site of the programme at ADDRESS: pages in all its languages, search, an index and open data.\n\n"
    "The folder must not be there, be empty, or hold an earlier site, which is replaced when the new one is whole.",
)
_SHORT = Sentence(
    "Gör en webbplats av ett program, på alla dess språk.",
    "Tee ohjelmasta verkkosivusto kaikilla sen kielillä.",
    "Make a web site of a programme, in all its languages.",
)
_FOLDER = Sentence("Mappen för webbplatsen.", "Sivuston kansio.", "The folder of the site.")
_LANGUAGES = Sentence(
    "Språken, med kommatecken mellan; alla programmets språk om inget anges.",
    "Kielet pilkulla erotettuina; ohjelman kaikki kielet, ellei muuta sanota.",
    "The languages, with commas between them; all those of the programme when not given.",
)
_AS_OF = Sentence(
    "Dagen som läget gäller, till exempel 2021-12-31; den senaste uppföljningens om ingen anges.",
    "Päivä, jota tilanne koskee, esimerkiksi 2021-12-31; viimeisimmän seurannan päivä, ellei muuta sanota.",
    "The day on which things stand, such as 2021-12-31; that of the latest round when not given.",
)
_LOOK = Sentence(
    "En fil med kommunens utseende; programmets egen om ingen anges.",
    "Tiedosto, jossa on kunnan ilme; ohjelman oma, ellei muuta sanota.",
    "A file with the municipality's look; the programme's own when not given.",
)
_DONE = Sentence(
    "{folder}: {pages} sidor på vart och ett av språken {languages}. Börja med {folder}/index.html.",
    "{folder}: {pages} sivua, kielet {languages}. Aloita sivusta {folder}/index.html.",
    "{folder}: {pages} pages in each of the languages {languages}. Begin with {folder}/index.html.",
)


def site_command(language: str) -> click.Command:
    """Return the command, which speaks a language."""

    def site(address: str, folder: Path, languages: str, as_of: str | None, look: Path | None) -> None:
        from muniprog_sphinx.settings import split
        from muniprog_sphinx.site import build_site

        built = build_site(
            muniprog.load(address),
            folder,
            languages=split(languages),
            as_of=as_of,
            look="" if look is None else str(look),
        )
        if built.warnings:
            click.echo(built.warnings, err=True, nl=False)
        said = _DONE.filled(folder=built.folder, pages=built.pages, languages=", ".join(built.languages))
        click.echo(said.spoken(language))

    path = click.Path(path_type=Path)
    parameters: list[click.Parameter] = [
        click.Argument(["address"]),
        click.Option(["-o", "--output", "folder"], type=path, required=True, help=_FOLDER.spoken(language)),
        click.Option(["-l", "--language", "languages"], default="", help=_LANGUAGES.spoken(language)),
        click.Option(["--as-of"], help=_AS_OF.spoken(language)),
        click.Option(["--look"], type=path, help=_LOOK.spoken(language)),
    ]
    return click.Command(
        "site", callback=site, params=parameters, help=_HELP.spoken(language), short_help=_SHORT.spoken(language)
    )
