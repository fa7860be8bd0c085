"""One reader for each kind of file; each is imported when such a file is read."""
