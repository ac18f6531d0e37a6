"""muniprog's own storages, formats, reports, backends and checks, added through the same hooks as everybody's.

Each hook imports what it returns when it is called, so that a command pays only for the kinds that it uses.
"""

from muniprog.hookspecs import hookimpl
from muniprog.interfaces import Check, Format, FormFile, Report, ReportBackend, StorageDriver


@hookimpl
def muniprog_register_storages() -> list[StorageDriver]:
    """Return the folder of YAML files, the SQLite database and the memory."""
    from muniprog.storage.drivers import MemoryDriver, SqliteDriver
    from muniprog.storage.files import FileDriver

    return [FileDriver(), MemoryDriver(), SqliteDriver()]


@hookimpl
def muniprog_register_formats() -> list[Format]:
    """Return YAML, JSON and TOML."""
    from muniprog.formats.json import JsonFormat
    from muniprog.formats.toml import TomlFormat
    from muniprog.formats.yaml import YamlFormat

    return [YamlFormat(), JsonFormat(), TomlFormat()]


@hookimpl
def muniprog_register_reports() -> list[Report]:
    """Return the programme as it is printed, its timetable, and what became of it."""
    from muniprog.reports.evaluation import EvaluationReport
    from muniprog.reports.followup import FollowUpReport
    from muniprog.reports.indicators import IndicatorsReport
    from muniprog.reports.owners import OwnersReport
    from muniprog.reports.programme import ProgrammeReport
    from muniprog.reports.timetable import TimetableReport

    return [
        ProgrammeReport(),
        TimetableReport(),
        FollowUpReport(),
        IndicatorsReport(),
        OwnersReport(),
        EvaluationReport(),
    ]


@hookimpl
def muniprog_register_report_backends() -> list[ReportBackend]:
    """Return plain text, Markdown and HTML."""
    from muniprog.backends.html import HtmlBackend
    from muniprog.backends.markdown import MarkdownBackend
    from muniprog.backends.text import TextBackend

    return [TextBackend(), MarkdownBackend(), HtmlBackend()]


@hookimpl
def muniprog_register_form_files() -> list[FormFile]:
    """Return CSV."""
    from muniprog.form_files.csv import CsvForm

    return [CsvForm()]


@hookimpl
def muniprog_register_checks() -> list[Check]:
    """Return muniprog's own rules."""
    from muniprog.checks import ALL

    return list(ALL)
