"""What the question page is made of, one part per file."""
