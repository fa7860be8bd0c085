"""Documents of a fictional charity, as files, for pictures of the import pages."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from docx import Document

from desktop.core.consultation import Consultation
from desktop.corpus.pool import ReaderPool
from desktop.session import Session

_ANSWERS = (
    "For us it is neighbours who run something together: a hall, a bus, a lunch club. In 2010 our "
    "volunteers gave 4,200 hours to the hall alone.",
    "Two of the five halls in our district closed within a year of the grant ending. The council "
    "should keep a repairs fund for halls until 2014, open to any trust that runs one.",
    "“We can find people to make tea, but nobody to sign for the boiler,” says the treasurer of "
    "Fernbrook hall. Small trusts need one body that carries the legal duties for several of them.",
)
_CALL = (
    ("Heading 1", "Call for evidence: Village halls and the places people meet"),
    ("Normal", "The Fernbrook Assembly Communities Committee is inviting written evidence."),
    ("Normal", "The deadline for submissions is 5pm on 12 May 2011."),
    ("Normal", "Submissions should be no longer than 3,000 words."),
    ("Heading 2", "Questions"),
    ("List Number", "What part do village halls play in the life of small places?"),
    ("List Number", "What do halls need most: money, people or time?"),
    ("List Number", "Please share your views on heating, roofs and access."),
    ("Heading 2", "How to submit"),
    ("Normal", "Please number your paragraphs and send them to halls@assembly.example."),
)
_REPORT = (
    "The state of our halls\n\nWe asked 41 trusts in the valley. Half of the halls have no heating "
    "that works all winter.\n\nThe mean age of a roof is 38 years.\n"
)


def bring_examples(session: Session, folder: Path) -> dict[str, str]:
    """Write the files, read and keep them; return the ids of the imports by file name."""
    folder.mkdir(parents=True, exist_ok=True)
    inquiry = session.consultations()[0]
    paths = [
        _response(folder / "Response to the Big Society inquiry.docx", inquiry),
        _written(folder / "Call for evidence on village halls.docx", _CALL),
        folder / "The state of our halls.txt",
    ]
    paths[-1].write_text(_REPORT, encoding="utf-8")
    ids: dict[str, str] = {}
    with ReaderPool(session.consultations(), workers=1) as pool:
        for path in paths:
            ids[path.name] = session.intake.adding(pool.submit(path).result())()
    session.intake.added(ids.values())
    return ids


def _response(path: Path, inquiry: Consultation) -> Path:
    lines = [("Heading 1", "Response of Fernbrook Community Trust"), ("Heading 2", "About us")]
    lines.append(("Normal", "We run five village halls and speak for the groups that use them."))
    for question, answer in zip(inquiry.questions, _ANSWERS, strict=False):
        lines += [("Heading 2", f"{question.number}. {question.text}"), ("Normal", answer)]
    lines += [("Heading 2", "Anything else"), ("Normal", "We would be glad to give oral evidence.")]
    return _written(path, tuple(lines))


def _written(path: Path, lines: tuple[tuple[str, str], ...]) -> Path:
    document = Document()
    document.core_properties.created = datetime.fromisoformat("2011-02-01T09:00")
    for style, text in lines:
        document.add_paragraph(text, style=style)
    document.save(str(path))
    return path
