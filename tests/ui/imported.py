"""A past response that was brought in from a file and is in the library."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from desktop.core.imports import ImportedDocument
from desktop.corpus.pool import Reading
from desktop.corpus.reading import read_file
from desktop.corpus.understand import understand
from desktop.session import Session

RECOMMENDED = (
    "The Government should ring-fence a transition fund for local infrastructure bodies for three "
    "years, so that savings made in one place do not undo what volunteers do in another."
)
CLOSED = (
    "Two of the five halls in our valley closed after their grants ended, and the groups that met "
    "there have not found another room within walking distance of their members."
)
PAST_RESPONSE = f"""\
# Response of Larchfield Halls to the inquiry into smaller government and the Big Society

Larchfield Halls runs three village halls and a lending library of tools in the Larch valley. We
have worked with volunteers since 1987 and speak for forty small groups that meet in our rooms.

## Question 2: The impact and consequences of reductions in public expenditure on the Government's \
ambitions to deliver its vision for the Big Society

{CLOSED}

In our survey of forty groups, 62% said that they had lost the worker who used to help them fill in
forms. The groups that had kept a worker were three times as likely to take on a new activity.

{RECOMMENDED}

## Question 3: The role and capacity of the voluntary and community sector to deliver local public \
services

Small groups can deliver services that large ones cannot reach, but only where contracts are cut to
their size. A lunch club of twelve cannot bid for a county, however good the lunch may be there.
"""


def bring_in(
    session: Session,
    folder: Path,
    text: str = PAST_RESPONSE,
    name: str = "larchfield-2019.md",
    sent: str = "2019-05-14",
) -> ImportedDocument:
    """Write a file, read it and take it into the library, as the import page does."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    understanding = understand(read_file(path), name, session.consultations())
    data = path.read_bytes()
    reading = Reading(str(path), name, sha256(data).hexdigest(), len(data), understanding)
    key = session.intake.adding(reading, organisation="Larchfield Halls", sent=sent)()
    session.intake.added([key])
    session.intake.accepting([key])()
    session.intake.accepted([key])
    return session.intake.document(key)
