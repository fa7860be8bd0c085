"""What a trainer calls themselves beside their comments: asked for, and changed."""

from __future__ import annotations

from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.models.words import counted

_WHO = (
    "Learners see it beside your comments.\n\nYour name, or what they call you (it may stay empty)"
)


def ask_name(context: Context) -> None:
    """Ask what learners are to see beside the comments."""
    teaching = context.session.courses.teaching
    teaching.name = context.dialogs.ask_text("Who comments?", _WHO, yes="Use it") or ""


def change_name(context: Context) -> None:
    """Ask for another name; comments that were written before keep theirs unless the person says
    otherwise.
    """
    teaching = context.session.courses.teaching
    before = teaching.name
    typed = context.dialogs.ask_text("Who comments?", _WHO, before, yes="Use it")
    if typed is None:
        return
    try:
        teaching.name = typed
        written = teaching.written_as(before)
        if written and teaching.name != before and _wanted(context, before, written):
            teaching.sign_anew(before)
    except DesktopError as error:
        context.dialogs.show_error(error)


def _wanted(context: Context, before: str, written: int) -> bool:
    whose = f"the name {before}" if before else "no name"
    return context.dialogs.confirm(
        "Change the name on comments that you wrote before?",
        f"{counted(written, 'comment')} of yours {'has' if written == 1 else 'have'} {whose}.",
        "Change them too",
        "Leave them",
    )
