"""The panels beside the page, one file each."""
