"""The error of a report that builds a document which cannot be printed well."""

from muniprog.errors import MuniprogError


class DocumentError(MuniprogError, ValueError):
    """A document that no backend could print well; a mistake of the report that built it."""
