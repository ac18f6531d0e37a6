"""What every report backend promises, as tests that a plug-in inherits."""

from muniprog.testing.report_backends.contract import ReportBackendContract
from muniprog.testing.report_backends.strategies import documents

__all__ = ["ReportBackendContract", "documents"]
