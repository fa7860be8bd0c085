"""The window: the only place, app.py aside, where Qt is imported."""
