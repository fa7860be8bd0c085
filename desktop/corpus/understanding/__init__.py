"""What a document is and what its parts are."""
