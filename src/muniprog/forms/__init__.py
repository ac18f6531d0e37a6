"""What one owner is asked in a round of follow-up, and what comes back; whatever file it is written as.

`Form` goes out, `FilledForm` comes in. A type of file needs to know nothing else: what a question means and whether
an answer is right is decided by `muniprog.followup`.
"""

from muniprog.forms.filled import CellContent, FilledCell, FilledForm
from muniprog.forms.form import Form, FormAddress, FormColumn, FormPart, FormRow, Question, QuestionKind

__all__ = [
    "CellContent",
    "FilledCell",
    "FilledForm",
    "Form",
    "FormAddress",
    "FormColumn",
    "FormPart",
    "FormRow",
    "Question",
    "QuestionKind",
]
