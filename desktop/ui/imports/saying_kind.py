"""Saying what sort of document an import is: it is said at once, then understood as that."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.edits import Edit
from desktop.core.evidence import SourceKind
from desktop.core.intake_edits import SetImportKind
from desktop.ui.context import Context
from desktop.ui.jobs import Lane


def say_kind(
    context: Context,
    lane: Lane,
    document: str,
    kind: SourceKind,
    changed: Callable[[], object],
    origin: object = None,
) -> bool:
    """Make an import this kind of document; ``changed`` is called after each change that it brings.

    Both changes are one undo step. Return whether anything changed.
    """

    def understood(edit: Edit) -> None:
        if context.apply(edit, origin) is not None:
            changed()

    if context.apply(SetImportKind(document, kind), origin) is None:
        return False
    changed()
    lane.run(context.session.intake.understanding_as(document, kind), understood)
    return True
