"""What a plug-in implements. A plug-in author needs this module, the hooks and, for reports, the Document.

Storages and formats handle plain mappings and never meet the model; report backends handle a `Document` and
never meet the model either; reports and checks read the model and never meet a file.
"""

from muniprog.interfaces.checks import Check
from muniprog.interfaces.contribution import API_VERSION, Contribution
from muniprog.interfaces.form_files import FormFile
from muniprog.interfaces.formats import Format, Written
from muniprog.interfaces.packages import ProgrammePackage
from muniprog.interfaces.reports import Report, ReportBackend, ReportOfSeveral, ReportOptions
from muniprog.interfaces.storages import (
    ChecksItself,
    Hit,
    KeepsHistory,
    Listed,
    Revision,
    SavesTogether,
    Searches,
    Storage,
    StorageDriver,
    Stored,
)

__all__ = [
    "API_VERSION",
    "Check",
    "ChecksItself",
    "Contribution",
    "FormFile",
    "Format",
    "Hit",
    "KeepsHistory",
    "Listed",
    "ProgrammePackage",
    "Report",
    "ReportBackend",
    "ReportOfSeveral",
    "ReportOptions",
    "Revision",
    "SavesTogether",
    "Searches",
    "Storage",
    "StorageDriver",
    "Stored",
    "Written",
]
