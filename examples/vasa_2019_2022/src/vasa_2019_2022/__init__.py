"""Vasa's integration programme 2019–2022, the example that muniprog is shown with.

Installed beside muniprog it is found by its name: `muniprog show vasa_2019_2022`.
"""

from pathlib import Path

import muniprog

FOLDER = Path(__file__).parent / "programme"
"""The folder that holds `programme.yaml` and one file for each theme."""


@muniprog.hookimpl
def muniprog_register_programmes() -> list[muniprog.ProgrammePackage]:
    """Return the one programme of this package."""
    return [muniprog.ProgrammePackage(name="vasa_2019_2022", folder=FOLDER)]
