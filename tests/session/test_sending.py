"""Once a response is sent, the log says where and the library has it as a past response."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core.document import BlockKind, DocumentFormat
from desktop.core.edits import (
    MarkAnswer,
    SaveRecommendation,
    SetBody,
    SetKeyPoint,
    response_scope,
)
from desktop.core.evidence import Passage, SourceKind
from desktop.core.finding import TextField
from desktop.core.imports import ImportState
from desktop.core.response import AnswerMark, Recommendation, Response
from desktop.core.sending import Sending
from desktop.core.sending_edits import ChangeSending, RemoveSending
from desktop.core.translating import Language, TextKey
from desktop.core.translating_edits import SetTranslation
from desktop.core.understanding import PartRole
from desktop.errors import WorkspaceError
from desktop.export import ExportOptions, FileFormat
from desktop.session import Session

HALLS = "Thirty of the 62 halls that we work with lost money in 2010, and nine closed in that year."
BUSES = (
    "Volunteers drove the last bus to Larch End for two winters before the council took it over."
)


@pytest.fixture
def written(session: Session, response: Response) -> Response:
    session.apply(SetKeyPoint(response.id, "2", "Halls are closing."))
    session.apply(SetBody(response.id, "2", f"{HALLS} [@no-such-source, p. 3]\n\n- {BUSES}"))
    session.apply(MarkAnswer(response.id, "5", AnswerMark.SKIPPED, "Not our field."))
    ask = Recommendation("a", response.id, "2", "The council", "keep the halls open", "2012")
    session.apply(SaveRecommendation(response.id, ask))
    return response


def send(session: Session, response: Response, **said: str) -> Sending:
    entry = replace(session.sending.new_entry(response.id), **said)
    recording = session.sending.recording(session.draft(response.id), entry, ExportOptions())
    session.apply(recording())
    return session.sending.log(response.id)[0]


def test_the_log_says_where_and_when_it_went(session: Session, written: Response) -> None:
    sent = send(session, written, place="Online form", reference="BSC 014")
    assert (sent.place, sent.reference, sent.sent) == (
        "Online form",
        "BSC 014",
        session.clock().replace(second=0, microsecond=0),
    )
    later = replace(sent, address="https://example.org/bsc014", quoted="Report, paragraph 12")
    session.apply(ChangeSending(written.id, later))
    assert session.sending.log(written.id) == (later,)
    source = session.sources()[session.intake.document(sent.document).source]
    assert (source.reference, source.address) == ("BSC 014", "https://example.org/bsc014")


def test_what_was_sent_in_two_languages_is_in_the_library_in_both(
    session: Session, written: Response
) -> None:
    welsh = "Caeodd naw neuadd yn y dyffryn y flwyddyn honno. [@no-such-source, p. 3]"
    body = session.draft(written.id).answer("2").body
    key = TextKey(Language.WELSH, TextField.BODY, "2")
    session.apply(SetTranslation(written.id, key, welsh, body))
    sent = send(session, written, place="Online form")
    review = session.intake.review(sent.document)
    said = [kept.block.text for kept in review.blocks]
    assert said.count(BUSES) == 1
    (place,) = [at for at, text in enumerate(said) if text.startswith("Caeodd naw neuadd")]
    assert place > said.index(BUSES)
    assert review.blocks[place + 1].block.kind is BlockKind.FOOTNOTE
    answers = [part for part in review.parts if part.role is PartRole.ANSWER and part.number == "2"]
    assert len(answers) == 2
    passages = [one.text for one in session.intake.passages_of(sent.document)]
    assert any("Caeodd naw neuadd" in text for text in passages)
    # What is not translated is there once.
    asked = "What the Big Society is"
    assert sum(asked in text for text in said) <= 1


def test_what_was_sent_is_in_the_library_as_a_past_response(
    session: Session, written: Response
) -> None:
    sent = send(session, written, place="Online form")
    document = session.intake.document(sent.document)
    assert (document.state, document.kind) == (ImportState.ACCEPTED, SourceKind.PAST_RESPONSE)
    assert (document.organisation, document.sent) == ("Fernbrook Community Trust", "2026-11-23")
    assert document.consultation == session.draft(written.id).consultation.id
    assert document.unsure == 0
    source = session.sources()[document.source]
    assert source.kind is SourceKind.PAST_RESPONSE
    assert (source.author, source.title, source.date) == (
        "Fernbrook Community Trust",
        "Response to: Smaller Government: Bigger Society?",
        "2026-11-23",
    )
    passages = session.intake.passages_of(sent.document)
    about = [item for item in passages if item.number == "2"]
    assert [HALLS in item.text for item in about].count(True) == 1
    assert all(item.ref.endswith("#2") for item in about)
    assert {"paragraph 1", "paragraph 2"} <= {item.locator for item in passages}
    assert not any("5" in item.number for item in passages)


def test_its_passages_are_offered_elsewhere_and_never_to_itself(
    session: Session, written: Response
) -> None:
    sent = send(session, written)
    other = session.start_response(written.consultation, written.organisation)
    offered = session.suggesting(session.draft(other.id), "2", passages=True)()
    assert sent.document in {
        item.piece.document for item in offered if isinstance(item.piece, Passage)
    }
    (past,) = session.past_answers(other.id)
    assert (past.document, past.answer.question) == (sent.document, "2")
    assert HALLS in past.answer.body
    found = session.finding_past_answers(session.draft(other.id), "2")()
    assert [item.document for item in found] == [sent.document]

    draft = session.draft(written.id)
    own = session.suggesting(draft, "2", passages=True)()
    assert not [item for item in own if isinstance(item.piece, Passage)]
    assert session.past_answers(written.id) == []
    assert session.finding_past_answers(draft, "2")() == []


def test_one_undo_takes_it_out_of_log_and_library_and_redo_brings_it_back(
    session: Session, written: Response
) -> None:
    scope = response_scope(written.id)
    sent = send(session, written)
    key = session.intake.document(sent.document).source
    assert session.undo_name(scope) == "noting where it was sent"
    session.undo(scope)
    assert session.sending.log(written.id) == ()
    assert session.intake.documents() == []
    assert key not in session.sources()
    other = session.start_response(written.consultation, written.organisation)
    assert session.past_answers(other.id)[0].document == ""
    session.redo(scope)
    assert session.sending.log(written.id) == (sent,)
    assert session.past_answers(other.id)[0].document == sent.document


def test_sent_again_it_takes_the_place_of_what_was_sent_before(
    session: Session, written: Response
) -> None:
    first = send(session, written)
    session.apply(SetBody(written.id, "2", f"{HALLS} Two more have closed since."))
    second = send(session, written)
    assert session.intake.document(first.document).state is ImportState.SUPERSEDED
    document = session.intake.document(second.document)
    assert document.updates == first.document
    assert document.source == session.intake.document(first.document).source
    other = session.start_response(written.consultation, written.organisation)
    assert [item.document for item in session.past_answers(other.id)] == [second.document]


def test_what_another_response_cites_of_it_stays_as_it_was_sent(
    session: Session, written: Response
) -> None:
    first = send(session, written)
    key = session.intake.document(first.document).source
    other = session.start_response(written.consultation, written.organisation)
    session.apply(SetBody(other.id, "2", f"As we said. [@{key}, paragraph 3]"))
    second = send(session, written)
    assert session.intake.document(second.document).source not in {key, ""}
    place = session.intake.find_place(key, "paragraph 3")
    assert place is not None
    assert place.document == first.document


def test_an_entry_taken_out_of_the_log_takes_its_text_to_the_bin(
    session: Session, written: Response
) -> None:
    first, second = send(session, written), send(session, written)
    session.apply(RemoveSending(written.id, second.id))
    assert session.intake.document(second.document).state is ImportState.BINNED
    assert session.intake.document(first.document).state is ImportState.ACCEPTED
    session.intake.bin([first.document])
    session.apply(RemoveSending(written.id, first.id))
    assert session.sending.log(written.id) == ()


def test_the_file_that_was_written_last_is_the_one_that_was_sent(
    session: Session, written: Response, tmp_path: Path
) -> None:
    draft, path = session.draft(written.id), tmp_path / "Evidence.docx"
    session.export_job(draft, path, ExportOptions(), FileFormat.WORD, replace=False)()
    why = "The committee takes it without a summary."
    session.apply(session.sending.noting_export(written.id, path, why, ["No summary.", "No date."]))
    (exported,) = session.sending.exports(written.id)
    assert (exported.file, exported.reason) == (str(path), why)
    assert exported.errors == ("No summary.", "No date.")
    assert session.undo_name(response_scope(written.id)) != "writing the document"
    sent = send(session, written)
    assert (sent.file, sent.note) == (str(path), why)
    document = session.intake.document(sent.document)
    assert (document.name, document.path) == ("Evidence.docx", str(path))
    with session.intake.pool() as pool:
        found = pool.submit(path).result()
        assert session.intake.adding(found)() == sent.document


def test_a_log_entry_that_is_gone_says_so(session: Session, written: Response) -> None:
    entry = session.sending.new_entry(written.id)
    with pytest.raises(WorkspaceError, match="sending log"):
        session.apply(ChangeSending(written.id, entry))


RICH = """\
### What we saw [@no-such-source, p. 1]

It has *parts*.

> A hall is a promise. [@no-such-source, p. 2]

| Hall | Cost |
| --- | --- |
| Larch End | £400 [@no-such-source, p. 3] |

1. First.
2. Second.
"""


def test_every_kind_of_block_is_kept_as_it_was_sent(session: Session, written: Response) -> None:
    session.apply(SetBody(written.id, "3", RICH))
    sent = send(session, written, file=str(session.path.parent / "gone.txt"))
    review = session.intake.review(sent.document)
    assert review.document.format is DocumentFormat.TEXT
    blocks = [kept.block for kept in review.blocks]
    kinds = {block.kind for block in blocks}
    assert kinds == set(BlockKind) - {BlockKind.BREAK}
    table = next(block for block in blocks if block.kind is BlockKind.TABLE)
    assert table.cells == (("Hall", "Cost"), ("Larch End", "£400"))
    assert table.text == "Hall\tCost\nLarch End\t£400"
    notes = [block.number for block in blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == [str(number) for number in range(1, len(notes) + 1)]
    assert len(notes) == 4
    answer = next(item for item in review.parts if item.number == "3")
    assert answer.role is PartRole.ANSWER
    first = next(kept for kept in review.blocks if kept.id == answer.first)
    assert first.block.text.startswith("Question 3: ")
    other = session.start_response(written.consultation, written.organisation)
    (answered,) = [i for i in session.past_answers(other.id) if i.answer.question == "3"]
    assert "> A hall is a promise." in answered.answer.body
