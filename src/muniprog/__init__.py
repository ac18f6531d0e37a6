"""A municipality's programme as data: goals, actions, owners and indicators, and what can be made out of them.

Everything that users and plug-in authors need is a name of this module. Each is loaded when it is first used,
so that importing muniprog costs next to nothing.

>>> import muniprog as mp
>>> mp.Text.of({"sv": "Boende", "fi": "Asuminen"})["fi"]
'Asuminen'
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0.dev0"

# fmt: off
__all__ = [
    "API_VERSION", "Action", "ActionFigures", "Adoption", "Availability", "Baseline", "Block", "BudgetLine",
    "BulletList", "Candidate", "Cell", "CellContent", "Change", "Check", "ChecksItself", "Classification",
    "ClosedRoundError", "Code", "Collected", "Column", "ColumnKind", "Comparison", "Conflict", "ConflictError",
    "Contact", "ContestedNameError", "Contribution", "Copied", "CopiedProgramme", "Decision", "Direction", "Document",
    "DocumentError", "Entry", "Explanation", "Facet", "FacetKind", "Field", "FieldKind", "Figure", "Figures",
    "FilledCell", "FilledForm", "Finding", "FollowUp", "FollowUpError", "Form", "FormAddress", "FormColumn", "FormFile",
    "FormPart", "FormRow", "Format", "FormatDirectionError", "Formula", "Goal", "GroupFigures", "Heading", "Hit",
    "InLanguage", "Indicator", "IndicatorFigures", "KeepsHistory", "KeptSource", "Lineage", "Link", "Listed", "Logo",
    "Look", "Mark", "Measure", "Message", "Missing", "Municipality", "MuniprogError", "MuniprogWarning", "Note",
    "NoteKind", "Observation", "OpenQuestionsError", "Outcome", "Overview", "Owner", "OwnerFigures", "OwnerKind",
    "PageBreak", "Paragraph", "Path", "Per", "Period", "PeriodValue", "Place", "Plain", "PlainSource", "PluginError",
    "PluginFailure", "PluginWarning", "Printed", "Programme", "ProgrammePackage", "ProgressRules", "Prose", "Question",
    "QuestionKind", "Rejected", "Reminder", "Reopening", "Report", "ReportBackend", "ReportOfSeveral", "ReportOptions",
    "Request", "Responsibility", "Revision", "Role", "RoundStanding", "RoundStatus", "Row", "Rule", "SavesTogether",
    "Searches", "Section", "SentBack", "Series", "Severity", "ShareOf", "Silence", "Source", "SourceDocument",
    "SourceError", "Span", "Spoken", "Standing", "State", "Status", "Step", "Storage", "StorageDriver", "StorageError",
    "Stored", "Table", "Target", "Template", "Text", "Theme", "Timeframe", "Unanswered", "UnknownNameError", "Update",
    "ValueProblem", "Visibility", "Written", "actions_by_tag", "anchors_of", "approve", "assess", "by_link",
    "caption_repeats", "cell", "check", "close_round", "collect", "conflict", "copy", "draw_goal_map", "draw_series",
    "draw_statuses", "draw_timetable", "export", "figure_rows", "find_round", "hookimpl", "identifier_of",
    "json_schema", "kept_text", "language_name", "lines_of", "load", "load_all", "load_plugins", "make_form",
    "make_forms", "make_reminders", "message", "no_programme", "no_revision", "not_there_on", "one_figure",
    "open_questions", "open_round", "open_storage", "picture_png", "plain", "plural_message", "prose", "public_copy",
    "read_look", "recorded", "refuse_another", "reopen_round", "report", "round_status", "rows", "rows_to_csv", "save",
    "send_back", "shares", "sort_key", "standing_of", "stands_in", "texts_in", "the_one", "title_of", "walk",
    "words_in",
]
# fmt: on

_HOMES = {
    "muniprog.copying": "Copied CopiedProgramme Outcome copy",
    "muniprog.document": (
        "Block BulletList Cell Column ColumnKind Document DocumentError Facet FacetKind Figure Heading InLanguage "
        "Logo Look Mark Note NoteKind PageBreak Paragraph Prose Row Span Table Template anchors_of by_link "
        "caption_repeats cell lines_of plain prose walk"
    ),
    "muniprog.errors": (
        "ClosedRoundError ConflictError FollowUpError FormatDirectionError MuniprogError MuniprogWarning "
        "OpenQuestionsError SourceError StorageError UnknownNameError ValueProblem"
    ),
    "muniprog.figures": "draw_goal_map draw_series draw_statuses draw_timetable",
    "muniprog.followup.answering": "RoundStatus round_status",
    "muniprog.followup.approving": "approve send_back",
    "muniprog.followup.closing": "close_round open_questions reopen_round",
    "muniprog.followup.collected": "Candidate Change Collected Conflict Rejected Unanswered",
    "muniprog.followup.collecting": "collect",
    "muniprog.followup.finding": "find_round",
    "muniprog.followup.form_making": "make_form make_forms",
    "muniprog.followup.opening": "open_round",
    "muniprog.followup.record": "RoundStanding recorded standing_of",
    "muniprog.followup.reminding": "Reminder make_reminders",
    "muniprog.forms": (
        "CellContent FilledCell FilledForm Form FormAddress FormColumn FormPart FormRow Question QuestionKind"
    ),
    "muniprog.hookspecs": "hookimpl",
    "muniprog.interfaces": (
        "API_VERSION Check ChecksItself Contribution FormFile Format Hit KeepsHistory Listed ProgrammePackage "
        "Report ReportBackend ReportOfSeveral ReportOptions Revision SavesTogether Searches Storage StorageDriver "
        "Stored Written"
    ),
    "muniprog.language": "language_name sort_key",
    "muniprog.look_files": "read_look",
    "muniprog.messages": "Message Spoken message plural_message",
    "muniprog.model": (
        "Action Adoption Baseline BudgetLine Classification Code Comparison Contact Decision Direction Entry Field "
        "FieldKind FollowUp Formula Goal Indicator Lineage Link Measure Missing Municipality Observation Overview "
        "Owner OwnerKind Per Programme ProgressRules Reopening Request Responsibility Role Rule Section SentBack "
        "Series Silence SourceDocument Status Step Target Theme Update Visibility"
    ),
    "muniprog.pictures": "picture_png",
    "muniprog.plugins": "ContestedNameError PluginError PluginFailure PluginWarning load_plugins",
    "muniprog.printed": "Printed",
    "muniprog.progress": (
        "ActionFigures Availability Explanation Figures GroupFigures IndicatorFigures OwnerFigures PeriodValue "
        "ShareOf Standing actions_by_tag assess figure_rows one_figure shares"
    ),
    "muniprog.reports.public_copy": "public_copy",
    "muniprog.schema": "json_schema",
    "muniprog.source": "Finding Path Place Plain PlainSource Severity Source",
    "muniprog.storage.kept": "KeptSource identifier_of kept_text title_of",
    "muniprog.storage.states": "State conflict no_programme no_revision not_there_on refuse_another the_one",
    "muniprog.storage.wordsearch": "stands_in texts_in words_in",
    "muniprog.table_files": "rows_to_csv",
    "muniprog.tables": "rows",
    "muniprog.text": "Text",
    "muniprog.timeframe": "Period Timeframe",
    "muniprog.workspace": "check export load load_all open_storage report save",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

if TYPE_CHECKING:
    from muniprog.copying import Copied, CopiedProgramme, Outcome, copy
    from muniprog.document import (
        Block,
        BulletList,
        Cell,
        Column,
        ColumnKind,
        Document,
        DocumentError,
        Facet,
        FacetKind,
        Figure,
        Heading,
        InLanguage,
        Logo,
        Look,
        Mark,
        Note,
        NoteKind,
        PageBreak,
        Paragraph,
        Prose,
        Row,
        Span,
        Table,
        Template,
        anchors_of,
        by_link,
        caption_repeats,
        cell,
        lines_of,
        plain,
        prose,
        walk,
    )
    from muniprog.errors import (
        ClosedRoundError,
        ConflictError,
        FollowUpError,
        FormatDirectionError,
        MuniprogError,
        MuniprogWarning,
        OpenQuestionsError,
        SourceError,
        StorageError,
        UnknownNameError,
        ValueProblem,
    )
    from muniprog.figures import draw_goal_map, draw_series, draw_statuses, draw_timetable
    from muniprog.followup.answering import RoundStatus, round_status
    from muniprog.followup.approving import approve, send_back
    from muniprog.followup.closing import close_round, open_questions, reopen_round
    from muniprog.followup.collected import Candidate, Change, Collected, Conflict, Rejected, Unanswered
    from muniprog.followup.collecting import collect
    from muniprog.followup.finding import find_round
    from muniprog.followup.form_making import make_form, make_forms
    from muniprog.followup.opening import open_round
    from muniprog.followup.record import RoundStanding, recorded, standing_of
    from muniprog.followup.reminding import Reminder, make_reminders
    from muniprog.forms import (
        CellContent,
        FilledCell,
        FilledForm,
        Form,
        FormAddress,
        FormColumn,
        FormPart,
        FormRow,
        Question,
        QuestionKind,
    )
    from muniprog.hookspecs import hookimpl
    from muniprog.interfaces import (
        API_VERSION,
        Check,
        ChecksItself,
        Contribution,
        Format,
        FormFile,
        Hit,
        KeepsHistory,
        Listed,
        ProgrammePackage,
        Report,
        ReportBackend,
        ReportOfSeveral,
        ReportOptions,
        Revision,
        SavesTogether,
        Searches,
        Storage,
        StorageDriver,
        Stored,
        Written,
    )
    from muniprog.language import language_name, sort_key
    from muniprog.look_files import read_look
    from muniprog.messages import Message, Spoken, message, plural_message
    from muniprog.model import (
        Action,
        Adoption,
        Baseline,
        BudgetLine,
        Classification,
        Code,
        Comparison,
        Contact,
        Decision,
        Direction,
        Entry,
        Field,
        FieldKind,
        FollowUp,
        Formula,
        Goal,
        Indicator,
        Lineage,
        Link,
        Measure,
        Missing,
        Municipality,
        Observation,
        Overview,
        Owner,
        OwnerKind,
        Per,
        Programme,
        ProgressRules,
        Reopening,
        Request,
        Responsibility,
        Role,
        Rule,
        Section,
        SentBack,
        Series,
        Silence,
        SourceDocument,
        Status,
        Step,
        Target,
        Theme,
        Update,
        Visibility,
    )
    from muniprog.pictures import picture_png
    from muniprog.plugins import ContestedNameError, PluginError, PluginFailure, PluginWarning, load_plugins
    from muniprog.printed import Printed
    from muniprog.progress import (
        ActionFigures,
        Availability,
        Explanation,
        Figures,
        GroupFigures,
        IndicatorFigures,
        OwnerFigures,
        PeriodValue,
        ShareOf,
        Standing,
        actions_by_tag,
        assess,
        figure_rows,
        one_figure,
        shares,
    )
    from muniprog.reports.public_copy import public_copy
    from muniprog.schema import json_schema
    from muniprog.source import Finding, Path, Place, Plain, PlainSource, Severity, Source
    from muniprog.storage.kept import KeptSource, identifier_of, kept_text, title_of
    from muniprog.storage.states import (
        State,
        conflict,
        no_programme,
        no_revision,
        not_there_on,
        refuse_another,
        the_one,
    )
    from muniprog.storage.wordsearch import stands_in, texts_in, words_in
    from muniprog.table_files import rows_to_csv
    from muniprog.tables import rows
    from muniprog.text import Text
    from muniprog.timeframe import Period, Timeframe
    from muniprog.workspace import check, export, load, load_all, open_storage, report, save
else:

    def __getattr__(name: str) -> object:
        """Load a public name when it is first used."""
        if name not in _HOME_OF:
            raise AttributeError(f"module 'muniprog' has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(_HOME_OF[name]), name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
