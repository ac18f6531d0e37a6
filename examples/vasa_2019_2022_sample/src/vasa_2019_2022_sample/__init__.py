"""Sample data: invented rounds of follow-up 2019–2022 on top of Vasa's integration programme.

Nothing here says anything about how it went in Vaasa. Installed beside muniprog it is found by its name:
`muniprog show vasa_2019_2022_sample`.
"""

from pathlib import Path

import muniprog

FOLDER = Path(__file__).parent / "programme"
"""The folder that holds `programme.yaml`, one file for each theme and one for each round of follow-up."""


@muniprog.hookimpl
def muniprog_register_programmes() -> list[muniprog.ProgrammePackage]:
    """Return the one programme of this package."""
    return [muniprog.ProgrammePackage(name="vasa_2019_2022_sample", folder=FOLDER)]
