"""What every type of form file promises, as tests that a plug-in inherits."""

from muniprog.testing.form_files.contract import FormFileContract
from muniprog.testing.form_files.strategies import forms

__all__ = ["FormFileContract", "forms"]
