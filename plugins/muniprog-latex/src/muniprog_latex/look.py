"""The municipality's look, as far as LaTeX alone can show it: the colour of headings and links, and the footer."""

from collections.abc import Iterator

import muniprog
from muniprog_latex.prose import typeset_prose

# The headings of the class `article`, each with its own distances, in the colour of the look.
_COLOURED = r"""\hypersetup{colorlinks,allcolors=accent}
\makeatletter
\renewcommand{\section}{\@startsection{section}{1}{\z@}{-3.5ex \@plus -1ex \@minus -.2ex}{2.3ex \@plus .2ex}%
  {\normalfont\Large\bfseries\color{accent}}}
\renewcommand{\subsection}{\@startsection{subsection}{2}{\z@}{-3.25ex \@plus -1ex \@minus -.2ex}{1.5ex \@plus .2ex}%
  {\normalfont\large\bfseries\color{accent}}}
\renewcommand{\subsubsection}{\@startsection{subsubsection}{3}{\z@}{-3.25ex \@plus -1ex \@minus -.2ex}%
  {1.5ex \@plus .2ex}{\normalfont\normalsize\bfseries\color{accent}}}
\makeatother
"""


def is_coloured(look: muniprog.Look) -> bool:
    """Return whether a look has a colour of its own; muniprog's own look is black on paper."""
    return look.accent != muniprog.Look().accent


def typeset_colours(look: muniprog.Look) -> str:
    """Return what the preamble says of the colours of a look; nothing where it has none of its own."""
    if not is_coloured(look):
        return ""
    parts = ",".join(f"{int(look.accent[start : start + 2], 16) / 255:.4f}" for start in (1, 3, 5))
    return f"\\usepackage{{color}}\n\\definecolor{{accent}}{{rgb}}{{{parts}}}\n{_COLOURED}"


def typeset_footer(document: muniprog.Document) -> Iterator[str]:
    """Yield the foot of every page, with the page's number where that does not stand in the head."""
    if document.look.footer:
        line = typeset_prose(document.look.footer, document.language, " ")
        number = "" if document.notice else r"\hfil\thepage"
        foot = f"\\parbox[t]{{0.9\\textwidth}}{{\\raggedright\\footnotesize {line}}}{number}"
        yield f"\\makeatletter\\def\\@oddfoot{{{foot}}}\\makeatother"
