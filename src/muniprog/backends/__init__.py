"""The report backends that come with muniprog: plain text, Markdown and HTML."""
