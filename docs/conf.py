"""How Sphinx builds the documentation. What can be told by the code is generated from it by `muniprog_docs`."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

os.environ["MUNIPROG_LANGUAGE"] = "en"  # the help of the command line stands here in English, wherever it is built

import muniprog

project = "muniprog"
author = "The muniprog maintainers"
copyright = author
release = muniprog.__version__
language = "en"
default_role = "code"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "muniprog_docs", "muniprog_sphinx"]
muniprog_programmes = {"vasa": "vasa_2019_2022"}
muniprog_as_of = "2019-01-01"
exclude_patterns = ["_build", "_generated", "_ext"]
myst_enable_extensions = ["deflist", "fieldlist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
autodoc_inherit_docstrings = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# Other projects' names are not linked, since the documentation is built without a network; nor are muniprog's own
# that are not public. Links to public names, pages and sections must lead somewhere.
nitpick_ignore_regex = [
    ("py:.*", r"(?!muniprog\.).*"),
    ("py:.*", r"muniprog\.\w+\..*"),
]

html_theme = "furo"
html_title = "muniprog"
html_static_path: list[str] = []
