"""Learners' files read all together: which are new, which take the place of an older one, and which
are refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from desktop.core.handing_in import ENDING, HandedIn, read_work
from desktop.core.learning_course_edits import KeptWork
from desktop.core.listing import counted, listed
from desktop.core.travelling import NotTaken
from desktop.session.course_list import CourseCard
from desktop.session.travelling_files import read_file

Told = Callable[[int, int], None]
_SO_OLD = "This is older work: that of"


@dataclass(frozen=True, slots=True)
class FileNote:
    """A sentence about one file; of one that was refused, ``then`` says what to do about it."""

    file: Path
    says: str
    then: str = ""

    @property
    def words(self) -> str:
        """Both, one after the other."""
        return f"{self.says} {self.then}".rstrip()


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read of learners' files, not kept yet: ``works`` that are new, each with the ``ids``
    that it is kept under, the name that it is to be listed under and the file it is from; those
    whose ids are among the ``replaced`` take the place of what the same learner handed in before.
    ``notes`` on files that were taken or are here already, and what was ``refused`` and why.
    """

    works: tuple[HandedIn, ...] = ()
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    replaced: frozenset[str] = frozenset()
    notes: tuple[FileNote, ...] = ()
    refused: tuple[FileNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Here:
    """What there is already: the ``courses``, what is ``known`` of learners by the digest of their
    files, and how many comments there are on a work by its id, with how many of them are about
    words that have changed in newer work (``moved``).
    """

    courses: Mapping[str, CourseCard]
    known: Mapping[str, KeptWork]
    moved: Callable[[str, HandedIn], tuple[int, int]] = lambda _id, _work: (0, 0)


def gather(
    paths: Sequence[Path],
    course: str,
    here: Here,
    told: Told,
    wanted: Callable[[], bool],
) -> Gathered:
    """Read learners' files; nothing is raised for a file, all is in the result."""
    gathering = _Gathering(course, here)
    files = list(dict.fromkeys(file for path in paths for file in gathering.files_at(path)))
    for done, file in enumerate(files, 1):
        if not wanted():
            break
        gathering.take(file)
        told(done, len(files))
    return gathering.result()


def as_kept(gathered: Gathered, now: datetime) -> tuple[KeptWork, ...]:
    """Return what was gathered as a workspace keeps it."""
    return tuple(
        KeptWork(key, work.course, name, work.digest, gathered.texts[work.digest], now)
        for work, key, name in zip(gathered.works, gathered.ids, gathered.names, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """One learner's work: where it is kept and listed, and the file that it is from (None = it was
    here before).
    """

    id: str
    name: str
    work: HandedIn
    file: Path | None = None
    replaces: bool = False


class _Gathering:
    """What was taken so far."""

    def __init__(self, course: str, here: Here) -> None:
        self._course = course
        self._here = here
        self._new: dict[str, _Taken] = {}
        self._texts: dict[str, str] = {}
        self._notes: list[FileNote] = []
        self._refused: list[FileNote] = []
        self._names = {(work.course, work.name.casefold()) for work in here.known.values()}
        self._whose: dict[tuple[str, str], list[_Taken]] | None = None

    def files_at(self, path: Path) -> list[Path]:
        """Return the file that a path stands for; of a folder, the learners' files in it, but for
        those that a Mac hides beside them.
        """
        try:
            if not path.is_dir():
                return [path]
            found = [each for each in path.iterdir() if each.suffix.casefold() == ENDING]
        except OSError as error:
            said = f"The folder cannot be read ({error.strerror or error})."
            self._refused.append(FileNote(path, said, "Choose another folder."))
            return []
        return sorted(each for each in found if not each.name.startswith("."))

    def take(self, file: Path) -> None:
        """Take one file, or say why not."""
        try:
            text = read_file(file)
            work = read_work(text)
        except NotTaken as error:
            self._refused.append(FileNote(file, error.message, error.hint))
            return
        if why := self._why_not(file, work):
            self._refused.append(why)
        elif work.digest in self._here.known or work.digest in self._texts:
            self._note(file, "It is here already, word for word.")
        else:
            self._texts[work.digest] = text
            self._keep(file, work)

    def result(self) -> Gathered:
        """Return all of it."""
        new = list(self._new.values())
        return Gathered(
            tuple(one.work for one in new),
            tuple(one.id for one in new),
            tuple(one.name for one in new),
            tuple(one.file for one in new if one.file is not None),
            self._texts,
            frozenset(one.id for one in new if one.replaces),
            tuple(self._notes),
            tuple(self._refused),
        )

    def _why_not(self, file: Path, work: HandedIn) -> FileNote | None:
        card = self._here.courses.get(work.course)
        if self._course and work.course != self._course:
            other = f"“{card.title}”" if card else f"“{work.course}”"
            then = "Collect it with the others of that course."
            return FileNote(file, f"It is from another course, {other}.", then)
        if card is None:
            said = f"It is from the course “{work.course}”, which is not here."
            return FileNote(file, said, "Open the file of that course, then add this one again.")
        return None

    def _keep(self, file: Path, work: HandedIn) -> None:
        same = self._from_same_practice(work)
        # Where neither was written on from the other, nobody can say which of the two is meant:
        # one was changed by hand, or a practice workspace went back to a backup, or was copied.
        theirs = [one for one in same if _called(one.work) == _called(work)]
        newer = next((one for one in theirs if one.work.follows(work)), None)
        if newer is not None:
            self._note(file, f"{_SO_OLD} {newer.name} is here already, and newer.")
            return
        older = (one for one in theirs if work.follows(one.work))
        before = max(older, key=lambda one: one.work.number, default=None)
        if before is None:
            taken = self._as_new(file, work, same)
        else:
            taken = self._in_place_of(before, file, work)
            same.remove(before)
        same.append(taken)
        self._new[taken.id] = taken
        if work.edited:
            self._note(
                file, "It was changed by hand after Consultee wrote it; it is taken as it is."
            )
        card = self._here.courses[work.course]
        if work.course_version != card.version:
            said = (
                f"It was written in edition {work.course_version} of the course; here is edition "
                f"{card.version}."
            )
            self._note(file, said)

    def _as_new(self, file: Path, work: HandedIn, same: Sequence[_Taken]) -> _Taken:
        typed = work.name or file.stem
        name = self._free_name(work.course, typed)
        if name != typed:
            said = f"There is work of somebody called {typed} already; this is kept as {name}."
            self._note(file, said)
        if same:
            others = listed([one.name for one in same])
            said = f"It is from the same practice as the work of {others}"
            if any(_called(one.work) == _called(work) for one in same):
                said += ", and neither was written on from the other"
            self._note(file, f"{said}; all are kept.")
        return _Taken(work.digest[:16], name, work, file)

    def _in_place_of(self, before: _Taken, file: Path, work: HandedIn) -> _Taken:
        comments, moved = self._here.moved(before.id, work)
        said = [f"It takes the place of what {before.name} handed in before."]
        if comments:
            said.append(f"{counted(comments, 'comment')} went along.")
        if moved:
            are = "is" if moved == 1 else "are"
            said.append(f"{moved} {are} about words that have changed, and at the nearest place.")
        self._note(file, " ".join(said))
        there = before.file is None or before.replaces
        return _Taken(before.id, before.name, work, file, there)

    def _from_same_practice(self, work: HandedIn) -> list[_Taken]:
        """Return the work that is from the same practice workspace, where the file can tell."""
        if self._whose is None:
            # Hundreds may be here, and nobody asks before a new one comes.
            self._whose = {}
            for kept in self._here.known.values():
                known = read_work(kept.text)
                if known.practice:
                    key = (known.course, known.practice)
                    self._whose.setdefault(key, []).append(_Taken(kept.id, kept.name, known))
        if not work.practice:
            return []
        return self._whose.setdefault((work.course, work.practice), [])

    def _free_name(self, course: str, typed: str) -> str:
        """Return a name that nobody else of the course is listed under."""
        names = chain([typed], (f"{typed} ({number})" for number in count(2)))
        name = next(name for name in names if (course, name.casefold()) not in self._names)
        self._names.add((course, name.casefold()))
        return name

    def _note(self, file: Path, says: str) -> None:
        self._notes.append(FileNote(file, says))


def _called(work: HandedIn) -> str:
    return work.name.casefold()
