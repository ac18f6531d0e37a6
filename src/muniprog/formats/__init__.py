"""The file types that a programme is read from and written to without any plug-in."""
