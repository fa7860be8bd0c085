"""A text of the course as the answer editor shows answers, to be read and copied only."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from desktop.core.evidence import Source
from desktop.core.references import full_reference, with_locator
from desktop.core.text import Cite, citations
from desktop.markup import parse
from desktop.ui.editor import AnswerEditor
from desktop.ui.widgets.grown_height import GrownHeight


def model_text(
    markdown: str, name: str, sources: Mapping[str, Source], parent: QWidget | None = None
) -> AnswerEditor:
    """Return a box with a text of Markdown, as tall as the text; its citations are chips."""
    box = AnswerEditor(parent)
    box.setReadOnly(True)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByKeyboard
        | Qt.TextInteractionFlag.TextSelectableByMouse
    )
    box.setAccessibleName(name)
    box.setFrameShape(QFrame.Shape.NoFrame)
    box.set_markdown(markdown)
    box.set_reference_provider(lambda cite: reference(cite, sources))
    GrownHeight(box)
    return box


def cited_words(markdown: str, sources: Mapping[str, Source]) -> str:
    """Return what the numbers of a text's citations stand for, a line each; "" without any."""
    cited = citations(parse(markdown))
    return "\n".join(
        f"{number}  {reference(cite, sources)}" for number, cite in enumerate(cited, 1)
    )


def reference(cite: Cite, sources: Mapping[str, Source]) -> str:
    """Return what a citation stands for, in full."""
    source = sources.get(cite.key)
    return with_locator(full_reference(source) if source else cite.key, cite.locator)
