"""Checking a document that was not written here: read as an import is, and checked as a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop.core.consultation import Consultation
from desktop.core.document import BlockKind, DocumentFormat, Metadata
from desktop.core.evidence import SourceKind
from desktop.core.finding import Finding, FindingLevel
from desktop.core.response import Draft
from desktop.core.rules import Rules
from desktop.core.understanding import PartRole, Understanding
from desktop.core.word_file import WordFile
from desktop.corpus.failures import empty
from desktop.corpus.limits import USUAL
from desktop.corpus.pool import ReaderPool
from desktop.corpus.reading import guarded
from desktop.corpus.understanding.titles import written
from desktop.session.outside_draft import answer_blocks, answered, draft_of
from desktop.store import reading
from desktop.store.connection import Connection

# What only a response that is written here can have, so that nothing is said of it.
WRITTEN_HERE = frozenset(
    {
        "key-point",
        "skip-reason",
        "questions-skipped",
        "one-sentence",
        "unreviewed",
        # Of a footnote there is no more than its words: its source is not in the library.
        "source-known",
        "source-undated",
        "source-old",
        "source-not-public",
        "review-due",
        "citation-changed",
        "citation-retired",
        "summary-point",
        # Which sentences are its recommendations is guessed: these would speak of the guess.
        "recommendation-tied",
        "recommendation-complete",
        "many-asks",
        "remit",
        "sign-off",
        "interests",
        "welsh",
        "reason",
    }
)
# What is said of a document for want of something that it asks for.
_OF_ASKS = frozenset({"recommendations", "problem-without-ask"})
_ANY_BODY = "any-body"


@dataclass(frozen=True, slots=True)
class Outside:
    """A document from outside: the Draft that it amounts to, facts about the file, what reading it
    left out, and what the checks say.
    """

    draft: Draft
    file: WordFile
    notices: tuple[str, ...]
    findings: tuple[Finding, ...]


def check_outside(
    db: Connection, path: Path, resources: Path, now: datetime, body: str = ""
) -> Outside:
    """Return what the checks say about a document; ``body`` is the id of the rules of whom it is
    for, "" for those of the call that it is seen to answer, or of any body.

    Raises:
        ReadError: it cannot be read, or says nothing.
        WorkspaceError: there are no such rules.
    """
    from desktop import checks
    from desktop.session.knowing import known

    calls = reading.consultations(db)
    demanded = reading.rules(db, body) if body else None
    found = _understood(path, calls)
    if demanded is not None:
        calls = [_asked_by(demanded, call) for call in calls]
    else:
        call = answered(found, calls)
        demanded = reading.call(db, call.id)[1] if call else reading.rules(db, _ANY_BODY)
    draft = _from_somebody_known(db, draft_of(found, calls, demanded, now))
    file = _facts(path, found)
    told = replace(known(db, draft, now, resources), file=file)
    said = checks.check(draft, told)
    if not any(part.role is PartRole.RECOMMENDATIONS for part in found.parts):
        # Its asks were guessed from its sentences: those count once, and are spoken of once.
        alone = checks.check(replace(draft, recommendations=()), told)
        said = sorted(
            [
                *(finding for finding in alone if finding.check not in _OF_ASKS),
                *(finding for finding in said if finding.check in _OF_ASKS),
            ],
            key=lambda finding: list(FindingLevel).index(finding.level),
        )
    return Outside(
        draft,
        file,
        found.document.notices,
        tuple(finding for finding in said if finding.check not in WRITTEN_HERE),
    )


def _asked_by(rules: Rules, call: Consultation) -> Consultation:
    """Return a Consultation as asked by a body with these rules: without limits of another."""
    if call.rules == rules.id:
        return call
    questions = tuple(replace(question, limit=None) for question in call.questions)
    return replace(call, limit=None, questions=questions)


def _from_somebody_known(db: Connection, draft: Draft) -> Draft:
    """Return the Draft as one of an Organisation of this workspace, if it is called so: then its
    house rules hold.
    """
    name = draft.organisation.name.casefold()
    known = (one for one in reading.organisations(db) if one.name.casefold() == name)
    return replace(draft, organisation=next(known, draft.organisation))


def _understood(path: Path, calls: Sequence[Consultation]) -> Understanding:
    with ReaderPool(calls, workers=1) as pool:
        read = pool.submit(path, SourceKind.PAST_RESPONSE).result()
    if read.error is not None:
        raise read.error
    found = read.understanding
    if found is None or not any(block.text.strip() for block in found.document.blocks):
        raise empty(path.name)
    return found


def _facts(path: Path, found: Understanding) -> WordFile:
    """Return the facts about a file that has just been read, so that it is a sound one."""
    blocks = found.document.blocks
    kinds = [block.kind for block in answer_blocks(found)]
    if found.document.format is DocumentFormat.DOCX:
        from desktop.corpus.readers.docx.file_facts import facts

        file = guarded(facts, path, USUAL)
    else:
        first = next((block.text for block in blocks if block.text.strip()), "")
        file = WordFile(path.name, False, path.stat().st_size, first_line=" ".join(first.split()))
    printed = replace(found.document, metadata=Metadata())
    return replace(
        file,
        dated=bool(written(printed)),
        numbered=kinds.count(BlockKind.NUMBERED),
        unnumbered=kinds.count(BlockKind.PARAGRAPH),
    )
