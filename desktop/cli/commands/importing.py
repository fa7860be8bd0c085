"""`consultee import`: files read, understood, and kept to be looked at, or taken in at once."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, as_completed
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.adding import Commands, gives_json, takes_workspace
from desktop.cli.console import Console
from desktop.core.evidence import SourceKind
from desktop.core.understanding import PartRole

if TYPE_CHECKING:
    from desktop.core.consultation import Consultation
    from desktop.corpus.pool import Reading
    from desktop.session import Session

_AS = {
    "response": SourceKind.PAST_RESPONSE,
    "source": SourceKind.REPORT,
    "consultation": SourceKind.CALL_FOR_EVIDENCE,
}
_DETAILS = """\
PATH is a file or a folder (with all that is in it): Word, OpenDocument, PDF, web page, rich text,
PowerPoint, Markdown, plain text or email. What was understood waits on the import page of the
window until somebody has looked at it; `--accept-all` takes it into the library at once, and a call
for evidence becomes a consultation to answer. A file that cannot be read costs its own line, never
the others; the exit code is then 1. `--dry-run` keeps nothing: it shows what would be kept."""
_EXAMPLES = """\
  consultee import "past responses"
  consultee import call.docx --as consultation --accept-all
  consultee import response.pdf --dry-run --json"""


@dataclass
class _Outcome:
    """What has become of the files so far."""

    records: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    kept: list[str] = field(default_factory=list[str])
    failed: int = 0


def add(commands: Commands) -> None:
    """Add the command."""
    about = "Bring in past responses, sources and calls for evidence."
    parser = commands.add("import", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="what to read")
    parser.add_argument(
        "--as", dest="kind", choices=list(_AS), help="what the files are, instead of a guess"
    )
    parser.add_argument(
        "--accept-all", action="store_true", help="take all of it into the library unseen"
    )
    parser.add_argument("--dry-run", action="store_true", help="keep nothing")
    takes_workspace(parser)
    gives_json(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Read the files; 1 if any of them could not be read."""
    files = list(_files(options.paths))
    kind = _AS[options.kind] if options.kind else None
    if options.dry_run:
        outcome = _dry_run(files, kind, options, console)
    else:
        outcome = _bring_in(files, kind, options, console)
    if options.json:
        console.json({"files": outcome.records})
    elif not files:
        console.say("There is nothing to read there.")
    if outcome.failed:
        count = "1 file" if outcome.failed == 1 else f"{outcome.failed} files"
        console.complain(f"{count} could not be read; everything else was.")
    return 1 if outcome.failed else 0


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield each file once: those named, and those in the folders named, by name."""
    seen: set[Path] = set()
    for path in paths:
        named = path.expanduser().absolute()
        for file in _inside(named) if named.is_dir() else (named,):
            if file not in seen:
                seen.add(file)
                yield file


def _inside(folder: Path) -> list[Path]:
    """Return the files of a folder; hidden ones and Word's own marks are no documents."""
    found = (file for file in folder.rglob("*") if not file.name.startswith((".", "~$")))
    return sorted(file for file in found if file.is_file())


def _dry_run(
    files: Sequence[Path], kind: SourceKind | None, options: argparse.Namespace, console: Console
) -> _Outcome:
    from desktop.cli.import_records import as_record

    outcome = _Outcome()
    for reading in _readings(files, kind, _known(options.workspace, console)):
        _note(outcome, reading, console, quiet=options.json)
        if options.json:
            outcome.records.append(as_record(reading))
    return outcome


def _bring_in(
    files: Sequence[Path], kind: SourceKind | None, options: argparse.Namespace, console: Console
) -> _Outcome:
    from desktop.cli.opening import workspace

    outcome = _Outcome()
    with workspace(options.workspace, console) as session:
        for reading in _readings(files, kind, session.consultations()):
            _note(outcome, reading, console, quiet=options.json)
            for one in (reading, *reading.attachments):
                _keep(session, one, outcome, options)
        session.intake.added(outcome.kept)
    return outcome


def _keep(
    session: Session, reading: Reading, outcome: _Outcome, options: argparse.Namespace
) -> None:
    """Keep what was read, and take it into the library if that is wanted."""
    record: dict[str, Any] = {"file": reading.path or reading.name, "name": reading.name}
    if reading.error is not None:
        record |= {"import": None, "state": "failed", "error": str(reading.error)}
        outcome.records.append(record)
        return
    key = session.intake.adding(reading)()
    outcome.kept.append(key)
    document = session.intake.document(key)
    if options.accept_all and document.state.value == "waiting":
        if document.kind is SourceKind.CALL_FOR_EVIDENCE:
            session.intake.start_consultation(key)
        else:
            session.intake.accepting([key])()
        document = session.intake.document(key)
    record |= {
        "import": key,
        "state": document.state.value,
        "kind": document.kind.value,
        "title": document.title,
        "answers": document.answers,
        "passages": document.passages,
        "unsure": document.unsure,
        "source": document.source,
        "consultation": document.consultation,
        "error": None,
    }
    outcome.records.append(record)


def _readings(
    files: Sequence[Path], kind: SourceKind | None, known: Sequence[Consultation]
) -> Iterator[Reading]:
    """Yield what became of each file, in the order of the files."""
    from desktop.corpus.pool import ReaderPool

    with closing(ReaderPool(known)) as pool:
        waiting: list[Future[Reading]] = [pool.submit(file, kind) for file in files]
        done: dict[Future[Reading], Reading] = {}
        place = 0
        for future in as_completed(waiting):
            done[future] = future.result()
            while place < len(waiting) and waiting[place] in done:
                yield done.pop(waiting[place])
                place += 1


def _known(named: Path | None, console: Console) -> Sequence[Consultation]:
    """Return the consultations that files may answer, without making a workspace for it."""
    from desktop.paths import Paths

    paths = Paths.discover()
    if named is None and not paths.default_workspace.exists():
        from desktop.store.packs import read_content

        return read_content(paths.snippets, paths.resources).consultations
    from desktop.cli.opening import workspace

    with workspace(named, console) as session:
        return session.consultations()


def _note(outcome: _Outcome, reading: Reading, console: Console, *, quiet: bool) -> None:
    """Say in a line what a file is."""
    for one in (reading, *reading.attachments):
        if one.error is not None:
            outcome.failed += 1
            console.complain(f"{one.name}: {one.error}")
        elif not quiet and one.understanding is not None:
            console.say(f"{one.name}: {_said(one)}.")
            for notice in one.understanding.document.notices:
                console.paragraph(notice, "    ")


def _said(reading: Reading) -> str:
    found = reading.understanding
    assert found is not None
    words = found.kind.value.replace("-", " ")
    answers = sum(part.role is PartRole.ANSWER for part in found.parts)
    if found.call is not None:
        return f"{words}, {_counted(len(found.call.questions), 'question')}"
    parts = [_counted(answers, "answer")] if answers else []
    return ", ".join([words, *parts, _counted(len(found.pieces), "passage")])


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
