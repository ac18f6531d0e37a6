"""A report on its way to its readers: one document, and every file type that it can be printed as."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from muniprog.errors import UnknownNameError, ValueProblem
from muniprog.interfaces import Report, ReportOfSeveral, ReportOptions
from muniprog.messages import message
from muniprog.model import Programme, expect_programme
from muniprog.timeframe import Period, parse_day

if TYPE_CHECKING:
    from muniprog.document import Document
    from muniprog.plugins import Plugins


@attrs.frozen(kw_only=True)
class Printed:
    """A report of a programme. `print(printed)` shows it as text; in a notebook it shows itself, pictures and all.

    Attributes:
        document: The report as a tree of blocks.
        plugins: Where the report backends are found.
    """

    document: "Document"
    plugins: "Plugins" = attrs.field(repr=False, eq=False)

    def render(self, to: str = "text") -> bytes:
        """Return the report as the file of a report backend.

        Raises:
            UnknownNameError: There is no such report backend.
        """
        return self.plugins.backends.find(to).render(self.document)

    def save(self, path: str | Path, *, to: str | None = None) -> None:
        """Write the report to a file; the ending of its name chooses the report backend unless `to` names one.

        Raises:
            UnknownNameError: No report backend answers to the ending or the name.
            StorageError: The file cannot be written.
        """
        from muniprog.storage.atomic import write_files

        backend = (
            self.plugins.backends.find(to) if to is not None else self.plugins.backends.by_suffix(Path(path).suffix)
        )
        write_files({Path(path): backend.render(self.document)})

    def __repr__(self) -> str:
        return f"<Printed {self.document!r}>"

    def __str__(self) -> str:
        return self.render("text").decode()

    def _repr_html_(self) -> str:
        from muniprog.backends.html import HtmlBackend

        return HtmlBackend().fragment(self.document)

    def _repr_markdown_(self) -> str:
        return self.render("markdown").decode()


def expect_programmes(given: object) -> tuple[Programme, ...]:
    """Return the programme or the programmes that a report is asked about.

    Raises:
        ValueProblem: It is something else, such as the address of one; or there is none.
    """
    several = given if isinstance(given, Sequence) and not isinstance(given, str) else (given,)
    programmes = tuple(map(expect_programme, several))
    if not programmes:
        raise ValueProblem(message("There is no programme to report about."))
    return programmes


def options_for(
    programmes: Sequence[Programme],
    languages: Sequence[str] | str | None,
    period: str | int | Period | None,
    as_of: str | None,
    owners: Sequence[str] | str,
    *,
    internal: bool,
    notes: bool,
) -> ReportOptions:
    """Return what a report is asked for, read and checked; where nothing is said the first programme tells.

    Raises:
        UnknownNameError: Not all of the programmes have one of the languages.
        ValueProblem: The period or the day is none.
    """
    first = programmes[0]
    chosen = (languages,) if isinstance(languages, str) else tuple(languages or (first.record,))
    for language in chosen:
        for programme in programmes:
            if language not in programme.languages:
                raise UnknownNameError(message("language"), language, programme.languages)
    about = (
        period
        if isinstance(period, Period) or period is None
        else Period.parse(period, language=first.record, calendar=first.calendar)
    )
    return ReportOptions(
        languages=chosen,
        period=about,
        as_of=None if as_of is None else parse_day(as_of).isoformat(),
        owners=(owners,) if isinstance(owners, str) else tuple(owners),
        internal=internal,
        notes=notes,
    )


def build(report: Report, given: Programme | Sequence[Programme], options: ReportOptions) -> "Document":
    """Return the document that a report makes of a programme or of several, in the look that is asked for.

    The look is put on here, so that no report can forget it, whoever wrote it.

    Raises:
        ValueProblem: The report is about one programme at a time.
    """
    document = (
        report.build(given, options)
        if isinstance(given, Programme)
        else _build_of_several(report, expect_programmes(given), options)
    )
    return document if document.look == options.look else attrs.evolve(document, look=options.look)


def _build_of_several(report: Report, programmes: Sequence[Programme], options: ReportOptions) -> "Document":
    if not isinstance(report, ReportOfSeveral):
        raise ValueProblem(message("The report “{name}” is about one programme at a time.", name=report.name))
    return report.build_of_several(programmes, options)
