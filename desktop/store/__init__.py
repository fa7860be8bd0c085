"""The workspace: one SQLite file through sqlite-utils, its backups, and the content packs it is
filled from.
"""
