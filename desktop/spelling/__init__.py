"""Spelling: which words of a text no dictionary and nobody here knows, and what was meant.

The engine (see ``docs/decisions/0038-spelling.md``) is imported when a word is first looked up.
"""

from __future__ import annotations

from desktop.spelling.dictionary import Dictionary as Dictionary
from desktop.spelling.misspelt import Misspelt as Misspelt
from desktop.spelling.misspelt import misspelt as misspelt
