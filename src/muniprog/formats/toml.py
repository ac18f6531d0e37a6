"""One programme as one TOML file."""

from muniprog.interfaces import Format, Written
from muniprog.messages import message
from muniprog.source import Plain, Source


class TomlFormat(Format):
    """TOML 1.0: the same mapping as in YAML. TOML has no null; a null inside plug-in data is reported as lost."""

    name = "toml"
    title = message("TOML")
    suffixes = (".toml",)
    media_type = "application/toml"

    def read(self, data: bytes, file: str) -> Source:
        """Return what the file holds."""
        from muniprog.toml_text import read_toml

        return read_toml(data, file)

    def write(self, mapping: dict[str, Plain]) -> Written:
        """Return the mapping as TOML, and the paths of the nulls that were left out."""
        from muniprog.toml_text import write_toml

        text, losses = write_toml(mapping)
        return Written(text.encode(), losses)
