"""Where programmes are kept without any plug-in."""
