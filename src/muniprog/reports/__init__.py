"""The reports that come with muniprog: each makes a document out of a programme."""
