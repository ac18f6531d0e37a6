"""Forms of follow-up as workbooks: written for the owners, and read when they come back."""
