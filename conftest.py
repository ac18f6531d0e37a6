"""How the tests of every package in this workspace run."""

import os

from hypothesis import settings

# No deadline: a slow machine is not a wrong program. In CI every run tries the same examples, so that a red run
# can be repeated; on a developer's machine each run tries new ones.
settings.register_profile("developer", deadline=None, print_blob=True)
settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "developer")
