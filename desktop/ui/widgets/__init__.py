"""Small widgets of our own that pages share."""
