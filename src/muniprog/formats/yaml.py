"""One programme as one YAML file."""

from muniprog.interfaces import Format, Written
from muniprog.messages import message
from muniprog.source import Plain, Source


class YamlFormat(Format):
    """YAML 1.2 without anchors, aliases and tags: the form that people write."""

    name = "yaml"
    title = message("YAML, for people")
    suffixes = (".yaml", ".yml")
    media_type = "application/yaml"

    def read(self, data: bytes, file: str) -> Source:
        """Return what the file holds, with the place of every value."""
        from muniprog.yaml12 import read

        return read(data, file)

    def write(self, mapping: dict[str, Plain]) -> Written:
        """Return the mapping as YAML; nothing is lost."""
        from muniprog.yaml12 import write

        return Written(write(mapping).encode())
