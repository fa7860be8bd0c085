"""Imports in the workspace: documents with their blocks, parts, marks and passages."""
