"""Review and sending: the report on a submission, and the log of where it went."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.response import Draft
from desktop.core.sending import Exported, Sending
from desktop.core.sending_edits import NoteExport, RecordSending
from desktop.core.translating import in_language, translated
from desktop.store import sending_rows
from desktop.store.connection import Connection

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.core.report import SubmissionReport
    from desktop.export import ExportOptions, FileFormat
    from desktop.session.jobs import Job
    from desktop.session.session import Session


class SendingDoor:
    """What becomes of a Response once it is written."""

    def __init__(self, session: Session, db: Connection) -> None:
        self._session = session
        self._db = db

    def log(self, response: str) -> tuple[Sending, ...]:
        """Return where and when a Response was sent, newest first."""
        return sending_rows.sendings(self._db, response)

    def exports(self, response: str) -> tuple[Exported, ...]:
        """Return the files that were written of a Response, newest first."""
        return sending_rows.exports(self._db, response)

    def noting_export(
        self, response: str, file: Path, reason: str = "", errors: Iterable[str] = ()
    ) -> NoteExport:
        """Return the Edit that notes that ``file`` was written; with ``errors`` left, why."""
        now = self._session.clock()
        errors = tuple(dict.fromkeys(errors))
        reason = reason if errors else ""
        noted = Exported(self._session.new_id(), response, now, str(file), reason, errors)
        return NoteExport(response, noted)

    def new_entry(self, response: str) -> Sending:
        """Return an entry of the log for now, about the file that was written last."""
        last = next(iter(self.exports(response)), None)
        return Sending(
            id=self._session.new_id(),
            response=response,
            sent=self._session.clock().replace(second=0, microsecond=0),
            file=last.file if last else "",
            note=last.reason if last else "",
        )

    def reporting(self, draft: Draft) -> Job[SubmissionReport]:
        """Return a Job that gives the report on a draft: what is ready, what is not, and why."""
        reviewing, now = self._session.reviewing(draft), self._session.clock()
        closing = self._session.deadlines.finding((draft.consultation,))

        def work(db: Connection) -> SubmissionReport:
            from desktop.session.reporting import report

            return report(db, draft, reviewing(), now, closing().get(draft.consultation.id))

        return self._session.reading_job(work)

    def writing_report(
        self, draft: Draft, path: Path, kind: FileFormat, *, replace: bool
    ) -> Job[Path]:
        """Return a Job that writes the report on a draft to ``path``; it raises FileExists unless
        ``replace``, and ExportError or ContentError where it cannot be written.
        """
        from desktop.export import submission

        reporting, templates = self.reporting(draft), self._session.paths.templates
        asked = draft.consultation
        return lambda: submission.write_report(reporting(), asked, templates, path, kind, replace)

    def report_text(self, draft: Draft) -> Job[str]:
        """Return a Job that gives the report as plain text."""
        from desktop.export import submission

        reporting, templates = self.reporting(draft), self._session.paths.templates
        return lambda: submission.report_text(reporting(), draft.consultation, templates)

    def recording(self, draft: Draft, entry: Sending, options: ExportOptions) -> Job[RecordSending]:
        """Return a Job that gives the Edit by which an entry comes into the log, and what was sent
        into the library as a past response, in each language that it is written in. It raises
        ContentError or ExportError.
        """
        outlining = self._session.outlining(draft, options)
        others = [in_language(draft, language) for language in translated(draft)]
        other = [(said, self._session.outlining(said, options)) for said in others]
        entry = replace(entry, document=self._session.new_id())
        now = self._session.clock()

        def work() -> RecordSending:
            from desktop.session.sent_text import sent_text

            more = [(said, its_outline()) for said, its_outline in other]
            text = sent_text(draft, outlining(), entry, now, more)
            return RecordSending(entry.response, entry, text)

        return work
