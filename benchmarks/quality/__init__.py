"""How well documents are read and understood, scored on documents that the project makes itself."""
