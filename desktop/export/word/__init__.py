"""The Word writer: an Outline becomes a DOCX. Imported only when a document is written."""
