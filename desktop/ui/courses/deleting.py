"""Moving and deleting practice workspaces that nobody has open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.errors import DesktopError
from desktop.session import Session
from desktop.session.practising import PracticeCard
from desktop.ui.context import Context
from desktop.ui.courses.put_away_list import practice_name
from desktop.ui.single_instance import Claim

_OPEN_ELSEWHERE = (
    "The course is open in a window",
    "What is being worked in cannot be put away, brought back or deleted.",
    "Close that window first.",
)
_DELETED = (
    "“{name}” is deleted from this computer, with everything that was written in it and its "
    "backups. There is no way back."
)


def if_closed(context: Context, path: Path, act: Callable[[], object]) -> bool:
    """Do something with a workspace unless somebody works in it; tell whether it is done. What
    cannot be is explained.
    """
    try:
        with _claimed(path):
            act()
    except DesktopError as error:
        context.dialogs.show_error(error)
        return False
    return True


def delete_for_good(context: Context, card: PracticeCard) -> bool:
    """Delete a practice that was put away, once the person has said so again."""
    name, away = practice_name(card), context.session.courses.put_away
    asked = _DELETED.format(name=name)
    if not context.dialogs.confirm("Delete for good?", asked, "Delete for good", risky=True):
        return False
    return if_closed(context, card.path, lambda: away.delete(card.path))


def drop_previews(session: Session, but: Path) -> None:
    """Delete the previews that were looked at before; one that is open in a window stays."""
    away = session.courses.put_away
    for path in away.previews():
        if path != but:
            # It is in nobody's way: the next preview tries again.
            with suppress(DesktopError), _claimed(path):
                away.delete(path)


@contextmanager
def _claimed(path: Path) -> Iterator[None]:
    claim = Claim(path)
    if not claim.take():
        raise DesktopError(*_OPEN_ELSEWHERE)
    try:
        yield
    finally:
        claim.release()
