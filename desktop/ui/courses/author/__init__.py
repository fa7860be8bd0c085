"""Making a course: what the page of an author is put together from."""
