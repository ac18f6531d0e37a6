"""The types of file that muniprog itself writes forms as and reads them from."""
