"""What stands in a cell of a form that has come back, judged by what was asked: an answer, or a problem.

Each module reads one kind of answer. None of them guesses: what can mean two things is refused with both.

Modules: `words` (choices, yes and no), `numbers`, `days`, `marks` (a dash is no zero), `texts`, `cells` (any cell).
"""
