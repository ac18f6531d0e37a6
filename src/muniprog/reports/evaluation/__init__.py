"""The evaluation: all rounds side by side, each as its own record has it, and what became of everything at the end.

Modules: `document` (the report), `rounds` (the rounds, each as of its own day), `side_by_side` (their figures, statuses
and decisions), `outcome` (what was reached, what was late), `owners` (who answered for what, then and at the end).
"""

from muniprog.reports.evaluation.document import EvaluationReport

__all__ = ["EvaluationReport"]
