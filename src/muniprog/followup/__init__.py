"""A round of follow-up from open to closed: who is asked for what, what was answered, and what is frozen."""
