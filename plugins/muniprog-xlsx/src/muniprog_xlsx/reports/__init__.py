"""Reports as workbooks: an index, the running text, and a sheet for each table."""
