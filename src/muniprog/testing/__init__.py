"""What the authors of plug-ins test with: Hypothesis strategies for programmes, and later the contracts.

Needs the extra `muniprog[testing]`.
"""

from muniprog.testing.strategies import programme_mappings, programmes, texts

__all__ = ["programme_mappings", "programmes", "texts"]
