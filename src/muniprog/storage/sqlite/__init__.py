"""Programmes kept in one SQLite file, with every state that they have had, open to plain SQL."""
