"""The answer editor: a rich-text box for the answer subset, its toolbar, paste and drop."""

from __future__ import annotations

from desktop.ui.editor.actions import FormatActions
from desktop.ui.editor.clipboard import SNIPPET_MIME, snippet_mime
from desktop.ui.editor.editor import AnswerEditor
from desktop.ui.editor.kinds import EditorState
from desktop.ui.editor.toolbar import EditorToolbar

__all__ = [
    "SNIPPET_MIME",
    "AnswerEditor",
    "EditorState",
    "EditorToolbar",
    "FormatActions",
    "snippet_mime",
]
