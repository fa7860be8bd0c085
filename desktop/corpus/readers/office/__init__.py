"""What the readers of Word, OpenDocument, RTF and PowerPoint files share."""
