"""Ratios of muniprog's speed to that of well-known work on the same machine, in the same run."""
