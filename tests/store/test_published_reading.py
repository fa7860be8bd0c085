"""What was published before is read once, and what was sent of this very response is left out."""

from __future__ import annotations

from desktop.core.published import MOST_SHARED, runs_of
from desktop.core.response import Organisation, Response
from desktop.session import Session
from desktop.store.published_reading import published

TEXT = (
    "Village halls close less for want of money than for want of people, and the trustees of four "
    "halls that we visited told us that nobody had come forward in their place."
)


def bring(
    session: Session, name: str, *, kind: str = "past-response", state: str = "accepted"
) -> None:
    db = session._db
    with db.atomic():
        db.execute(
            "INSERT INTO sources (key, title, author, body, date, date_note, kind, reference, "
            "address, licence, short, note, origin, pack) "
            "VALUES (?, '', '', '', '', '', ?, '', '', '', '', '', 'own', '')",
            [name, kind],
        )
        db.execute(
            "INSERT INTO documents VALUES (?, ?, '', ?, 'txt', ?, 1, ?, ?, 'Evidence of 2023', '', "
            "'', '2026-01-01', '[]', 0, 0, 1, '', '', '', '', NULL)",
            [name, name, name, kind, state, name],
        )
        db.execute(
            "INSERT INTO passages VALUES (?, ?, ?, 0, ?, '', '', '', '', '', '', '')",
            [f"{name}:1", name, name, TEXT],
        )


def test_an_accepted_past_response_is_known_by_its_words(session: Session) -> None:
    bring(session, "old")
    (known,) = published(session._db, "r")
    assert known.title == "Evidence of 2023"
    runs = runs_of(TEXT.replace("four", "five"))
    assert len(runs & known.runs) / len(runs) >= MOST_SHARED
    other = runs_of("We asked the county for its figures. " * 6)
    assert not other & known.runs


def test_it_is_read_but_once(session: Session) -> None:
    bring(session, "old")
    assert published(session._db, "r") is published(session._db, "r")
    bring(session, "newer")
    assert len(published(session._db, "r")) == 2


def test_what_is_not_published_or_not_accepted_is_left_out(session: Session) -> None:
    bring(session, "report", kind="report")
    bring(session, "waiting", state="waiting")
    assert published(session._db, "r") == ()


def test_what_was_sent_of_this_response_is_no_earlier_publication(
    session: Session, organisation: Organisation, response: Response
) -> None:
    bring(session, "sent")
    with session._db.atomic():
        session._db.execute(
            "INSERT INTO sendings (id, response, sent, place, reference, address, quoted, file, "
            "note, document) VALUES ('s', ?, '2026-11-20', '', '', '', '', '', '', 'sent')",
            [response.id],
        )
    assert published(session._db, response.id) == ()
    assert len(published(session._db, "another")) == 1


def test_a_short_paragraph_tells_nothing() -> None:
    assert runs_of("Halls close for want of people.") == frozenset()
