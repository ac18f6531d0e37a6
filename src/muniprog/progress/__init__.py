"""Progress: how far a programme has come on a given day, in figures that can explain themselves."""
