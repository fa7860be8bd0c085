"""A person who answers every question at once: for tests of pages, in place of the real dialogs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.errors import DesktopError


@dataclass
class FakeDialogs:
    """Answers from a script and remembers what it was asked.

    Put answers into the lists, first to be given first; without one a question is declined, as
    Escape does.
    ``asked`` holds (kind, title, message) of everything that was asked, ``risky`` the titles of
    those questions where Enter must not mean yes.
    """

    confirms: list[bool] = field(default_factory=list)
    choices: list[int | None] = field(default_factory=list)
    texts: list[str | None] = field(default_factory=list)
    saves: list[Path | None] = field(default_factory=list)
    opens: list[Path | None] = field(default_factory=list)
    many: list[list[Path]] = field(default_factory=list)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    risky: list[str] = field(default_factory=list)
    errors: list[DesktopError] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    ways_back: list[Callable[[], object]] = field(default_factory=list)

    def confirm(
        self, title: str, message: str, yes: str, no: str = "Cancel", *, risky: bool = False
    ) -> bool:
        if risky:
            self.risky.append(title)
        self.asked.append(("confirm", title, message))
        return self.confirms.pop(0) if self.confirms else False

    def choose(self, title: str, message: str, options: Sequence[str], yes: str) -> int | None:
        self.asked.append(("choose", title, message))
        return self.choices.pop(0) if self.choices else None

    def ask_text(
        self, title: str, label: str, text: str = "", *, yes: str = "OK", multiline: bool = False
    ) -> str | None:
        self.asked.append(("text", title, label))
        return self.texts.pop(0) if self.texts else None

    def save_file(self, title: str, suggestion: Path, filter_: str) -> Path | None:
        self.asked.append(("save", title, str(suggestion)))
        return self.saves.pop(0) if self.saves else None

    def open_file(self, title: str, folder: Path, filter_: str) -> Path | None:
        self.asked.append(("open", title, str(folder)))
        return self.opens.pop(0) if self.opens else None

    def open_files(self, title: str, folder: Path, filter_: str) -> list[Path]:
        self.asked.append(("files", title, str(folder)))
        return self.many.pop(0) if self.many else []

    def open_folder(self, title: str, folder: Path) -> Path | None:
        self.asked.append(("folder", title, str(folder)))
        return self.opens.pop(0) if self.opens else None

    def show_error(self, error: DesktopError) -> None:
        self.errors.append(error)

    def notify(
        self, message: str, words: str = "", act: Callable[[], object] | None = None
    ) -> None:
        self.notices.append(message)
        if act is not None:
            self.ways_back.append(act)
