"""One programme as one JSON file."""

from muniprog.interfaces import Format, Written
from muniprog.messages import message
from muniprog.source import Plain, Source


class JsonFormat(Format):
    """JSON (RFC 8259): the same mapping as in YAML, for programs."""

    name = "json"
    title = message("JSON, for programs")
    suffixes = (".json",)
    media_type = "application/json"

    def read(self, data: bytes, file: str) -> Source:
        """Return what the file holds; places are looked up when somebody asks for one."""
        from muniprog.json_text import read_json

        return read_json(data, file)

    def write(self, mapping: dict[str, Plain]) -> Written:
        """Return the mapping as JSON; nothing is lost."""
        from muniprog.json_text import write_json

        return Written(write_json(mapping).encode())
