"""Where things lie: the content that ships with the program, and the person's own files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

DATA_FOLDER_VARIABLE = "CONSULTEE_DATA"
_APP = "Consultee"
_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Paths:
    """The folders that Consultee reads from and writes to.

    Attributes:
        content: holds `templates`, `snippets` and `resources`; only ever read.
        data: the person's own data folder, made when something is first written there.
        config: settings that belong to this machine, such as the window's layout.
        cache: what can be made again at any time; inside `data` unless it is given.
    """

    content: Path
    data: Path
    config: Path
    cache: Path = Path()

    def __post_init__(self) -> None:
        """Find a place for the cache where none was given."""
        if self.cache == Path():
            object.__setattr__(self, "cache", self.data / "cache")

    @classmethod
    def discover(cls) -> Paths:
        """Find the folders of this copy of the program and of the person who runs it.

        The environment variable CONSULTEE_DATA, when set, moves data, settings and cache together:
        a memory stick, a trainer's fresh start, a test.
        """
        moved = os.environ.get(DATA_FOLDER_VARIABLE)
        if moved:
            data = Path(moved).expanduser().absolute()
            return cls(content=find_content(_PACKAGE), data=data, config=data / "settings")
        import platformdirs

        return cls(
            content=find_content(_PACKAGE),
            data=platformdirs.user_data_path(_APP, appauthor=False),
            config=platformdirs.user_config_path(_APP, appauthor=False),
            cache=platformdirs.user_cache_path(_APP, appauthor=False),
        )

    @property
    def templates(self) -> Path:
        """What a submission looks like, one folder per kind of document."""
        return self.content / "templates"

    @property
    def snippets(self) -> Path:
        """The evidence that ships with the program, one file per source."""
        return self.content / "snippets"

    @property
    def resources(self) -> Path:
        """Consultations, rules, general prompts, themes, icons and word lists."""
        return self.content / "resources"

    @property
    def default_workspace(self) -> Path:
        """The workspace file that opens when no other is named."""
        return self.data / "workspace.consultee"

    @property
    def practices(self) -> Path:
        """The folder of the workspaces in which courses are practised."""
        return self.data / "courses"

    @property
    def previews(self) -> Path:
        """The folder of those in which trainers look at courses as a learner would."""
        return self.practices / "previews"

    @property
    def log(self) -> Path:
        """The file that tells what went wrong, for a person to send with a question."""
        return self.data / "consultee.log"

    def search_index(self, workspace: Path) -> Path:
        """Give the file that keeps the search index of `workspace`, by where that is."""
        from hashlib import sha256

        place = sha256(os.fsencode(workspace.absolute())).hexdigest()[:16]
        return self.cache / "search" / f"{place}.index"

    def backups(self, workspace: Path) -> Path:
        """Give the folder for the backups of `workspace`: beside it, so that they move together.

        Of two files that differ in their ending alone each has a folder of its own.
        """
        usual = workspace.suffix == self.default_workspace.suffix
        return workspace.with_name(f"{workspace.stem if usual else workspace.name} backups")


def find_content(package: Path) -> Path:
    """Give the installed copy's content folder, or the checkout's root where there is none."""
    installed = package / "_content"
    return installed if installed.is_dir() else package.parent
