"""Bringing files in: they wait, are accepted, found, cited, found back, binned and restored."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.core import edits
from desktop.core.changes import Changes, Kind
from desktop.core.document import Block, BlockKind, DocumentFormat
from desktop.core.edits import WORKSPACE_SCOPE
from desktop.core.evidence import Passage, SnippetKind, Source, SourceKind
from desktop.core.imports import ImportState, MarkState
from desktop.core.intake_edits import (
    MoveBlock,
    SaveSnippetOf,
    SetImportField,
    SetImportKind,
    SetPart,
    SplitBlock,
    import_scope,
)
from desktop.core.response import Response
from desktop.core.understanding import PartRole
from desktop.corpus.failures import Cause, ReadError
from desktop.corpus.pool import Reading
from desktop.errors import WorkspaceError
from desktop.session import Session
from tests.support.imported import ASK, BUSES, HALLS, a_file, bring_in, take_in, understood
from tests.support.workspace import INQUIRY


def found(session: Session, words: str) -> list[str]:
    """Return the texts of the passages that free search finds."""
    hits = session.searching(words, kinds=frozenset(), passages=True)()
    return [hit.piece.text for hit in hits]


def test_an_added_file_waits_and_nothing_of_it_is_found(session: Session) -> None:
    (key,) = bring_in(session, a_file())
    waiting = session.intake.document(key)
    assert (waiting.state, waiting.name, waiting.format) == (
        ImportState.WAITING,
        "fernbrook.docx",
        DocumentFormat.DOCX,
    )
    assert (waiting.answers, waiting.passages, waiting.unsure) == (2, 3, 0)
    assert waiting.consultation == INQUIRY
    assert waiting.notices == ("Read as accepted.",)
    assert found(session, "volunteers") == []
    assert session.intake.passages_of(key) == []


def test_listeners_hear_of_imports_and_of_the_library(session: Session) -> None:
    heard: list[Changes] = []
    session.listen(heard.append)
    (key,) = bring_in(session, a_file())
    session.intake.accepting([key])()
    session.intake.accepted([key], origin="here")
    assert [set(changes.kinds) for changes in heard] == [
        {Kind.IMPORTS},
        {Kind.IMPORTS, Kind.LIBRARY},
    ]
    assert heard[-1].origin == "here"


def test_a_review_gives_back_what_was_understood(session: Session) -> None:
    known = understood()
    (key,) = bring_in(session, a_file(known))
    review = session.intake.review(key)
    assert tuple(kept.block for kept in review.blocks) == known.document.blocks
    assert [kept.locator.words() for kept in review.blocks[1:3]] == [
        "page 1, paragraph 1",
        "page 1, paragraph 2",
    ]
    assert [(part.number, part.ref) for part in review.parts] == [
        ("1", f"{INQUIRY}#1"),
        ("2", f"{INQUIRY}#2"),
    ]
    assert [mark.text for mark in review.marks] == [ASK]
    assert review.call is None


def test_accepted_passages_are_found_with_where_they_were_said(session: Session) -> None:
    (key,) = take_in(session, a_file())
    (hit,) = session.searching("volunteers cleaning", kinds=frozenset(), passages=True)()
    assert isinstance(hit.piece, Passage)
    assert hit.piece.text == HALLS
    assert hit.piece.locator == "page 1, paragraph 1"
    assert hit.reasons[0].text == (
        "From your response to Smaller Government: Bigger Society?, 2019, question 1"
    )
    assert hit.matched == ("volunteers", "cleaning")
    assert hit.source.kind is SourceKind.PAST_RESPONSE
    assert session.intake.document(key).state is ImportState.ACCEPTED


def test_a_passage_is_offered_at_the_question_it_answered(
    session: Session, response: Response
) -> None:
    take_in(session, a_file())
    offered = session.suggesting(session.draft(response.id), "1", kinds=frozenset(), passages=True)
    (first, *_) = offered()
    assert isinstance(first.piece, Passage)
    assert "Answered this question" in {reason.text for reason in first.reasons}


def test_passages_come_beside_snippets_unless_a_kind_of_snippet_is_asked_for(
    session: Session,
) -> None:
    take_in(session, a_file())
    every = [hit.piece for hit in session.searching("volunteers")()]
    assert {isinstance(piece, Passage) for piece in every} == {True, False}
    kinds = frozenset(SnippetKind)
    assert not any(isinstance(h.piece, Passage) for h in session.searching("halls", kinds=kinds)())
    both = session.searching("volunteers", kinds=kinds, passages=True)()
    assert any(isinstance(hit.piece, Passage) for hit in both)
    (source,) = {piece.source for piece in every if isinstance(piece, Passage)}
    narrowed = session.searching("volunteers", sources=frozenset({source}))()
    assert {hit.piece.source for hit in narrowed} == {source}


def test_the_same_bytes_are_known_and_kept_once(session: Session) -> None:
    (key,) = bring_in(session, a_file())
    assert session.intake.known(a_file().digest) == session.intake.document(key)
    assert bring_in(session, a_file(), a_file()) == [key, key]
    assert session.intake.known("never seen") is None
    session.intake.bin([key])
    assert session.intake.known(a_file().digest) is None
    assert bring_in(session, a_file()) != [key]


def test_the_same_bytes_can_be_taken_as_an_update(session: Session) -> None:
    (key,) = take_in(session, a_file())
    again = session.intake.adding(a_file(), again=True)()
    assert session.intake.document(again).updates == key
    session.intake.accepting([again])()
    assert session.intake.document(key).state is ImportState.SUPERSEDED
    assert found(session, "volunteers").count(HALLS) == 1


def test_a_changed_copy_takes_the_place_of_the_older_one(session: Session) -> None:
    (old,) = take_in(session, a_file())
    (new,) = take_in(session, a_file(understood(HALLS.replace("312", "298"), BUSES)))
    assert session.intake.document(new).updates == old
    assert session.intake.document(old).state is ImportState.SUPERSEDED
    assert session.intake.document(new).source == session.intake.document(old).source
    assert [text for text in found(session, "volunteers") if "312" in text] == []
    assert [item.id for item in session.intake.documents()] == [new]


def test_another_file_of_the_same_name_is_no_update(session: Session) -> None:
    take_in(session, a_file())
    other = understood("We were asked about libraries and said that they matter.", ask="Fund them.")
    (key,) = bring_in(session, replace(a_file(other), path="/elsewhere/fernbrook.docx"))
    assert session.intake.document(key).updates == ""


def test_what_an_answer_cites_is_found_back_after_an_update(
    session: Session, response: Response
) -> None:
    (old,) = take_in(session, a_file())
    first = session.intake.passages_of(old)[0]
    session.apply(
        edits.SetBody(response.id, "1", f"Halls close[@{first.source}, {first.locator}].")
    )
    (new,) = take_in(session, a_file(understood(HALLS.replace("312", "298"), BUSES)))
    place = session.intake.find_place(first.source, first.locator)
    assert place is not None
    assert (place.document, place.blocks, place.state) == (old, ("b1",), ImportState.SUPERSEDED)
    # The cited state of the source stays as it was: the new one is another source.
    assert session.intake.document(new).source == f"{first.source}-2"
    assert first.source in session.draft(response.id).sources
    kept = session.intake.passage(first.id)
    assert kept is not None
    assert kept.text == HALLS


def test_a_citation_leads_back_to_file_and_paragraph(session: Session) -> None:
    (key,) = take_in(session, a_file())
    first, second, third = session.intake.passages_of(key)
    place = session.intake.place_of(second)
    assert place == session.intake.find_place(second.source, second.locator)
    assert place is not None
    assert (place.name, place.path, place.blocks) == (
        "fernbrook.docx",
        "/papers/fernbrook.docx",
        ("b2",),
    )
    assert session.intake.find_place(third.source, "page 99") is None
    assert session.intake.place_of(replace(first, id="gone")) is None
    document = session.intake.source_document(first.source)
    assert document is not None
    assert document.id == key
    assert session.intake.source_document("nothing") is None


def test_a_binned_file_leaves_the_search_and_comes_back(session: Session) -> None:
    (key,) = take_in(session, a_file())
    session.intake.bin([key])
    assert found(session, "volunteers") == []
    assert session.intake.counts()[ImportState.BINNED] == 1
    session.intake.restore([key])
    assert found(session, "volunteers") == [HALLS]
    session.undo(WORKSPACE_SCOPE)
    assert session.intake.document(key).state is ImportState.BINNED
    session.undo(WORKSPACE_SCOPE)
    assert found(session, "volunteers") == [HALLS]
    assert session.intake.restore([key]) is None


def test_a_binned_file_is_restored_as_what_it_was(session: Session) -> None:
    (waiting,) = bring_in(session, a_file(name="one.docx"))
    session.intake.bin([waiting])
    session.intake.restore([waiting])
    assert session.intake.document(waiting).state is ImportState.WAITING
    (old,) = take_in(session, a_file(name="two.docx"))
    take_in(session, a_file(understood(HALLS.replace("312", "298"), BUSES), name="two.docx"))
    session.intake.bin([old])
    session.intake.restore([old])
    assert session.intake.document(old).state is ImportState.SUPERSEDED


def test_an_accepted_file_can_be_reviewed_again(session: Session) -> None:
    (key,) = take_in(session, a_file())
    source = session.intake.document(key).source
    assert session.intake.back_to_review(key) is not None
    assert session.intake.back_to_review(key) is None
    assert found(session, "volunteers") == []
    assert source in session.sources()
    session.apply(SetPart(key, "p0", PartRole.ABOUT_US))
    session.intake.accepting([key])()
    assert [passage.number for passage in session.intake.passages_of(key)] == ["", "", "2"]


def test_an_update_taken_back_gives_its_place_to_the_older_copy(session: Session) -> None:
    (old,) = take_in(session, a_file())
    (new,) = take_in(session, a_file(understood(HALLS.replace("312", "298"), BUSES)))
    session.intake.back_to_review(new)
    assert session.intake.document(old).state is ImportState.ACCEPTED
    assert [text for text in found(session, "volunteers") if "312" in text] == [HALLS]


def test_what_was_put_right_in_the_review_is_what_the_library_gets(session: Session) -> None:
    (key,) = bring_in(session, a_file())
    session.apply(MoveBlock(key, "b1", ""))
    session.apply(SetImportField(key, "title", "Fernbrook on halls"))
    session.apply(SetImportKind(key, SourceKind.REPORT))
    session.intake.accepting([key])()
    told = [(item.text, item.locator) for item in session.intake.passages_of(key)]
    # Moved it is, but where it stood in the file is still where it is found.
    assert told[-1] == (HALLS, "page 1, paragraph 1")
    source = session.sources()[session.intake.document(key).source]
    assert (source.title, source.kind) == ("Fernbrook on halls", SourceKind.REPORT)
    (hit, *_) = session.searching("volunteers", kinds=frozenset(), passages=True)()
    assert hit.reasons[0].text == "From “Fernbrook on halls”, 2019, question 2"


def test_an_accepted_file_is_not_edited_under_its_passages(session: Session) -> None:
    (key,) = take_in(session, a_file())
    with pytest.raises(WorkspaceError, match="not being reviewed"):
        session.apply(SplitBlock(key, "b1", 5, "cut"))
    assert session.undo_name(import_scope(key)) is None
    session.apply(SetImportField(key, "sent", "2019-04-01"))
    assert session.intake.document(key).sent == "2019-04-01"


def test_accepting_stops_when_asked_and_passes_over_what_does_not_wait(session: Session) -> None:
    keys = bring_in(session, *(a_file(name=f"{n}.docx") for n in range(3)))
    session.intake.bin(keys[:1])
    done: list[str] = []
    stop: Callable[[], bool] = lambda: len(done) == 2  # noqa: E731
    accepted = session.intake.accepting(keys, stop=stop, done=done.append)()
    assert done == keys[:2]
    assert accepted.documents == (keys[1],)
    assert accepted.passages == 3
    assert session.intake.document(keys[2]).state is ImportState.WAITING


def test_all_that_is_sure_can_be_accepted_at_once(session: Session) -> None:
    sure, unsure = bring_in(
        session, a_file(name="a.docx"), a_file(understood(confidence=0.4), name="b.docx")
    )
    assert session.intake.sure_ids() == [sure]
    assert session.intake.document(unsure).unsure == 1
    session.apply(SetPart(unsure, "p0", PartRole.ANSWER, "1"))
    assert set(session.intake.sure_ids()) == {sure, unsure}


def test_a_file_that_could_not_be_read_says_why(session: Session) -> None:
    error = ReadError(Cause.DAMAGED, "This file cannot be read", "It is broken.", "Save it anew.")
    broken = Reading("/papers/x.docx", "x.docx", "abc", 3, None, error)
    with pytest.raises(ReadError, match="broken"):
        session.intake.adding(broken)()
    with pytest.raises(WorkspaceError, match="could not be read"):
        session.intake.adding(replace(broken, error=None))()
    assert session.intake.documents() == []


def test_a_scanned_file_is_kept_as_a_source_by_its_metadata(session: Session) -> None:
    known = understood()
    scan = replace(
        known,
        document=replace(known.document, blocks=(), scanned=True, format=DocumentFormat.PDF),
        parts=(),
        marks=(),
        pieces=(),
    )
    (key,) = take_in(session, a_file(scan))
    assert session.intake.document(key).scanned
    assert session.intake.document(key).source in session.sources()
    assert session.intake.passages_of(key) == []


def test_near_identical_passages_are_shown_as_one_with_how_many_more(session: Session) -> None:
    files = [
        a_file(understood(HALLS, f"{BUSES} In {n} other places it is the same."), name=f"{n}.docx")
        for n in range(4)
    ]
    keys = take_in(session, *files)
    (hit,) = session.searching("volunteers cleaning", kinds=frozenset(), passages=True)()
    assert isinstance(hit.piece, Passage)
    assert hit.piece.likes == 3
    others = session.library.likes(hit.piece.id)
    assert {other.document for other in others} == set(keys) - {hit.piece.document}
    session.intake.bin(keys[:1])
    (again,) = session.searching("volunteers cleaning", kinds=frozenset(), passages=True)()
    assert isinstance(again.piece, Passage)
    assert again.piece.likes == 2
    # A narrowed search still finds the one of that source, whichever stood for all before.
    last = session.intake.document(keys[3]).source
    (only,) = session.searching(
        "volunteers cleaning", kinds=frozenset(), passages=True, sources=frozenset({last})
    )()
    assert only.piece.source == last


def test_a_sentence_becomes_a_snippet_with_its_place(session: Session) -> None:
    (key,) = bring_in(session, a_file())
    made = session.intake.make_snippet(key, "m0")
    assert made.kind is SnippetKind.RECOMMENDATION
    assert (made.text, made.questions) == (ASK, (f"{INQUIRY}#2",))
    assert made.locator.startswith("page 2")
    session.apply(session.intake.saving_snippet(key, made, "m0"))
    assert session.snippet(made.id) == made
    (mark,) = session.intake.review(key).marks
    assert (mark.state, mark.snippet) == (MarkState.MADE, made.id)
    # The next one of this file finds its Source there.
    more = session.intake.make_snippet_of(key, "b1", 0, 40, SnippetKind.STATISTIC)
    saving = session.intake.saving_snippet(key, more)
    assert isinstance(saving, SaveSnippetOf)
    assert saving.source is None
    session.intake.accepting([key])()
    assert session.intake.document(key).source == made.source


def test_a_snippet_of_what_is_gone_is_refused(session: Session) -> None:
    (key,) = bring_in(session, a_file())
    with pytest.raises(WorkspaceError, match="sentence is no longer"):
        session.intake.make_snippet(key, "m9")
    with pytest.raises(WorkspaceError, match="paragraph is no longer"):
        session.intake.make_snippet_of(key, "b99", 0, 4, SnippetKind.ARGUMENT)
    with pytest.raises(WorkspaceError, match="no longer among the imports"):
        session.intake.review("gone")


def test_whoever_types_is_not_refused_while_files_are_brought_in(
    session: Session, response: Response
) -> None:
    files = [a_file(name=f"{n}.docx") for n in range(12)]
    keys: list[str] = []

    def work() -> None:
        keys.extend(session.intake.adding(file)() for file in files)
        session.intake.accepting(keys)()

    worker = threading.Thread(target=work)
    worker.start()
    count = 0
    while worker.is_alive():
        count += 1
        session.apply(edits.SetBody(response.id, "1", f"Halls, sentence {count}."))
    worker.join()
    assert session.draft(response.id).answer("1").body == f"Halls, sentence {count}."
    assert len(session.intake.documents(ImportState.ACCEPTED)) == len(files)


def test_long_lists_are_read_on_another_thread(session: Session) -> None:
    bring_in(session, a_file())
    assert session.intake.listing()() == session.intake.documents()
    assert session.intake.listing(ImportState.BINNED)() == []


def test_two_files_of_one_title_are_two_sources(session: Session) -> None:
    one, two = take_in(
        session, a_file(name="a.docx"), a_file(understood(BUSES, HALLS), name="b.docx")
    )
    keys = [session.intake.document(key).source for key in (one, two)]
    assert keys == ["response-of-fernbrook-trust-2019", "response-of-fernbrook-trust-2019-2"]


def test_a_key_already_taken_by_a_source_of_ones_own_is_left_alone(session: Session) -> None:
    mine = Source("response-of-fernbrook-trust-2019", "Mine")
    session.apply(edits.SaveSource(mine))
    take_in(session, a_file())
    assert session.sources()[mine.key].title == "Mine"


def test_a_table_and_a_list_of_an_answer_come_whole(session: Session, response: Response) -> None:
    known = understood()
    blocks = (
        *known.document.blocks[:1],
        Block(BlockKind.PARAGRAPH, "Halls close [for good] *now*."),
        Block(BlockKind.LIST_ITEM, "one", 1),
        Block(BlockKind.LIST_ITEM, "two", 1),
        Block(BlockKind.TABLE, "a\tb\n1\t2", cells=(("a", "b"), ("1", "2"))),
        Block(BlockKind.QUOTATION, "We miss it."),
        Block(BlockKind.FOOTNOTE, "See the survey.", number="1"),
        Block(BlockKind.HEADING, "What we saw", 2),
    )
    part = replace(known.parts[0], end=len(blocks))
    changed = replace(
        known, document=replace(known.document, blocks=blocks), parts=(part,), marks=(), pieces=()
    )
    take_in(session, a_file(changed))
    (past,) = session.past_answers(response.id)
    assert past.answer.body == (
        "Halls close \\[for good\\] \\*now\\*.\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n"
        "| 1 | 2 |\n\n> We miss it.\n\n### What we saw"
    )


def test_a_passage_is_written_into_an_answer_as_it_stands(session: Session) -> None:
    passage = Passage("p", "s", "d", 0, "Halls [1] close *now*.\nSo do clubs.", "page 1")
    assert session.intake.as_markdown(passage) == ("Halls \\[1\\] close \\*now\\*.\n\nSo do clubs.")


def test_a_person_may_say_that_it_is_no_update(session: Session) -> None:
    (old,) = take_in(session, a_file())
    (new,) = bring_in(session, a_file(understood(HALLS.replace("312", "298"), BUSES)))
    session.apply(SetImportField(new, "updates", ""))
    session.intake.accepting([new])()
    assert session.intake.document(old).state is ImportState.ACCEPTED
    sources = [session.intake.document(key).source for key in (old, new)]
    assert sources[1] == f"{sources[0]}-2"


def test_a_person_may_say_what_it_is_an_update_of(session: Session) -> None:
    (old,) = take_in(session, a_file())
    (new,) = bring_in(session, a_file(understood(ASK, title="Another title"), name="b.docx"))
    session.apply(SetImportField(new, "updates", old))
    session.intake.accepting([new])()
    assert session.intake.document(old).state is ImportState.SUPERSEDED
    assert session.intake.document(new).source == session.intake.document(old).source
    assert session.sources()[session.intake.document(new).source].title == "Another title"
    with pytest.raises(WorkspaceError, match="is gone"):
        session.apply(SetImportField(bring_in(session, a_file(name="c.docx"))[0], "updates", "no"))


def test_an_update_with_snippets_of_its_own_keeps_its_source(session: Session) -> None:
    (old,) = take_in(session, a_file())
    (new,) = bring_in(session, a_file(understood(ASK, title="Another title"), name="b.docx"))
    session.apply(session.intake.saving_snippet(new, session.intake.make_snippet(new, "m0")))
    session.apply(SetImportField(new, "updates", old))
    session.intake.accepting([new])()
    assert session.intake.document(new).source == "another-title-2019"
