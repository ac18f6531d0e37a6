"""A round of follow-up from open to closed: who is asked, what was answered, and what is frozen.

Everything here is a function from a programme to a programme, or to what is to be told about it.

Modules: `opening` (a round begins), `asking` (who is asked for what), `answering` (who has answered), `approving`
(answers are approved or sent back), `closing` (the end, and a round opened again), `left_open` (what is open then),
`record` (what a closed round holds of its day), `frozen` (figures that last), `seal`, `guarding` (a closed round is not
saved changed), `finding` (a round by its period, and what is refused).
"""
