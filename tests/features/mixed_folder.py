"""A folder as a fictional charity has it, made anew: five kinds of file, one of them broken."""

from __future__ import annotations

from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from docx import Document

from desktop.core.consultation import Consultation

RESPONSE, REPORT, PAGE = "Our response 2011.docx", "Winter in the halls.txt", "Lunch club.html"
EMAIL, ATTACHED, BROKEN = "From the treasurer.eml", "Heating costs.docx", "Old minutes.docx"
NAME = "Fernbrook Community Trust"

FIRST = (
    "For us it is neighbours who run something together: a hall, a bus, a lunch club. Nobody asked "
    "them to begin, and nobody but themselves can say when it is done well."
)
SECOND = (
    "Two of the five halls in our district closed within a year of the grant ending, and the "
    "groups that met there have not found another room since then."
)
# Stands below the second question in the file, but says something on the third.
MISPLACED = (
    "Our treasurer finds helpers for the lunch club in an afternoon, but in eleven years she has "
    "found nobody willing to sign for the boiler, because the signature makes a volunteer liable."
)
FOURTH = (
    "A small trust that is paid by results waits nine months for the money. One of ours borrowed "
    "the wages of its caretaker from the family who keep the village shop."
)


def make_folder(folder: Path, inquiry: Consultation) -> Path:
    """Write all the files; return the folder."""
    (folder / "letters").mkdir(parents=True)
    (folder / RESPONSE).write_bytes(_word(_response(inquiry)))
    (folder / REPORT).write_text(_REPORT, encoding="utf-8")
    (folder / PAGE).write_text(_PAGE, encoding="utf-8")
    (folder / "letters" / EMAIL).write_bytes(_email())
    whole = _word((("Normal", "Minutes of the winter meeting."),))
    (folder / BROKEN).write_bytes(whole[: len(whole) // 3])
    return folder


def make_call(path: Path) -> Path:
    """Write a call for evidence; return where."""
    path.write_bytes(_word(_CALL))
    return path


def _word(lines: tuple[tuple[str, str], ...]) -> bytes:
    document, data = Document(), BytesIO()
    for style, text in lines:
        document.add_paragraph(text, style=style)
    document.save(data)
    return data.getvalue()


def _response(inquiry: Consultation) -> tuple[tuple[str, str], ...]:
    asked = [f"{question.number}. {question.text}" for question in inquiry.questions]
    return (
        ("Title", f"Written evidence submitted by {NAME}"),
        ("Normal", "March 2011"),
        ("Heading 1", asked[0]),
        ("Normal", FIRST),
        ("Heading 1", asked[1]),
        ("Normal", SECOND),
        ("Normal", MISPLACED),
        ("Heading 1", asked[3]),
        ("Normal", FOURTH),
    )


def _email() -> bytes:
    message = EmailMessage()
    message["Subject"] = "What the halls paid for heating"
    message["From"] = "Juno Ashgrove <juno@fernbrook.example>"
    message["To"] = "trustees@fernbrook.example"
    message["Date"] = "Tue, 08 Mar 2011 09:30:00 +0000"
    message.set_content(
        "Dear all,\n\nthe figures that you asked for are in the table I attach. The hall at Upper "
        "Fernbrook paid more for oil in January than in the whole of the summer.\n\nJuno\n"
    )
    attached = _word(
        (
            ("Heading 1", "Heating costs of the halls"),
            ("Normal", "The hall at Upper Fernbrook paid 1,140 pounds for oil in January alone."),
        )
    )
    kind = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
    message.add_attachment(attached, maintype=kind[0], subtype=kind[1], filename=ATTACHED)
    return message.as_bytes()


_REPORT = """WINTER IN THE HALLS

We asked 41 trusts in the Larch valley how they get through the winter. Half of
their halls have no heating that works from October to March, and a third of them
close for the whole of January.

The mean age of a roof is 38 years. No trust has put money by for a new one.
"""
_PAGE = """<!doctype html><html lang="en-GB"><head><title>The lunch club at Fernbrook</title></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><main><h1>The lunch club at
Fernbrook</h1><p>Every Thursday thirty people eat together in the hall. Most of them live alone, and
several have told us that it is the only meal of the week that they share with anybody.</p>
<p>The cooks are volunteers between 17 and 83 years old, and the potatoes are from the gardens
behind the church.</p></main><footer>Share this page</footer></body></html>
"""
QUESTIONS = (
    "What part do village halls play in the life of small places?",
    "What do halls need most: money, people or time?",
    "Please share your views on heating, roofs and access.",
)
_CALL = (
    ("Heading 1", "Call for evidence: Village halls and the places people meet"),
    ("Normal", "The Fernbrook Assembly Communities Committee is inviting written evidence."),
    ("Normal", "The deadline for submissions is 5pm on 12 May 2027."),
    ("Normal", "Submissions should be no longer than 3,000 words."),
    ("Heading 2", "Questions"),
    *(("List Number", question) for question in QUESTIONS),
    ("Heading 2", "How to submit"),
    ("Normal", "Please number your paragraphs and send them to halls@assembly.example."),
)
