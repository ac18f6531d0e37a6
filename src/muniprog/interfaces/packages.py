"""A programme that comes with a package."""

from pathlib import Path

import attrs


@attrs.frozen(kw_only=True)
class ProgrammePackage:
    """A programme that an installed package brings with it.

    Attributes:
        name: The name that users load it by, such as `vasa_2019_2022`.
        folder: The folder with its `programme.yaml`.
    """

    name: str
    folder: Path
