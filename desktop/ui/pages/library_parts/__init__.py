"""What the library page is made of, one part to a file."""
