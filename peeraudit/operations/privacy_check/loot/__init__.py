"""What can be carried off: rows, files, keys, and what the website says."""
