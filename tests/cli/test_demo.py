"""The example: written as a person would write it, fit to be sent, and marked as an example."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document

from desktop.cli.demo import RESPONSE, Demo, fill_demo, read_demo
from desktop.core.finding import FindingLevel
from desktop.core.response import AnswerState, Draft
from desktop.core.text import Cite, Line, ListBlock, Quote, Table, citations, plain
from desktop.core.usage import shared_places, used_in, written
from desktop.core.walk import states
from desktop.errors import ContentError
from desktop.export import ExportOptions, FileFormat
from desktop.markup import parse
from desktop.markup.counting import document_words
from desktop.paths import Paths
from desktop.session import Session
from tests.cli.conftest import REPOSITORY, Consultee
from tests.export.test_accessible_documents import of_file
from tests.support.accessibility import AccessibilityScan
from tests.support.office import OoxmlValidator, PdfText

MARK = "Example submission: the organisation is fictional."


@pytest.fixture(scope="module")
def demo() -> Demo:
    return read_demo(Paths(content=REPOSITORY, data=REPOSITORY, config=REPOSITORY))


@pytest.fixture(scope="module")
def filled(example_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("filled")
    paths = Paths(content=REPOSITORY, data=folder, config=folder)
    clock = lambda: datetime(2026, 11, 23, 9, 5)  # noqa: DTZ001, E731
    session = Session.open(example_once, paths, clock)
    yield session
    session.close()


@pytest.fixture(scope="module")
def draft(filled: Session) -> Draft:
    return filled.draft(RESPONSE)


@pytest.fixture(scope="module")
def word_file(filled: Session, draft: Draft, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("word") / "example.docx"
    return filled.export_job(draft, path, ExportOptions(), FileFormat.WORD, replace=False)()


def test_a_scan_that_is_not_ours_finds_nothing_in_the_document(
    word_file: Path, accessibility_scan: AccessibilityScan
) -> None:
    assert accessibility_scan(word_file) == {}


def test_the_checks_of_files_find_nothing_in_the_document(word_file: Path) -> None:
    assert of_file(word_file) == set()


def test_all_nine_questions_are_answered_and_marked_as_ready(draft: Draft) -> None:
    assert set(states(draft).values()) == {AnswerState.READY}
    assert len(draft.recommendations) == 9


def test_the_checks_find_nothing_to_put_right(filled: Session, draft: Draft) -> None:
    findings = filled.checking(draft)()
    assert [f for f in findings if f.level is not FindingLevel.NUDGE] == []


def test_the_example_is_as_long_as_a_committee_asks(draft: Draft) -> None:
    assert 2400 <= document_words(draft) <= 2900


def test_every_answer_cites_snippets_at_their_exact_places(
    filled: Session, demo: Demo, draft: Draft
) -> None:
    snippets = filled.snippets()
    by_id = {snippet.id: snippet for snippet in snippets}
    shared = shared_places((snippet.source, snippet.locator) for snippet in snippets)
    for answer in demo.answers:
        blocks = parse(draft.answer(answer.question).body)
        places = {Cite(by_id[key].source, by_id[key].locator) for key in answer.snippets}
        assert len(places) >= 2
        assert set(citations(blocks)) == places
        text = {answer.question: written(blocks)}
        for key in answer.snippets:
            assert used_in(by_id[key], text, shared) == (answer.question,)


def test_all_five_sources_are_cited(demo: Demo, draft: Draft) -> None:
    cited = {c.key for a in draft.answers.values() for c in citations(parse(a.body))}
    assert len(cited) == 5
    assert cited <= draft.sources.keys()


def test_a_table_a_quotation_and_both_kinds_of_list_are_shown(draft: Draft) -> None:
    blocks = [block for a in draft.answers.values() for block in parse(a.body)]
    assert sum(isinstance(block, Table) for block in blocks) == 1
    assert sum(isinstance(block, Quote) for block in blocks) == 1
    assert {block.ordered for block in blocks if isinstance(block, ListBlock)} == {True, False}


def test_each_recommendation_says_who_should_do_what_by_when(draft: Draft) -> None:
    for item in draft.recommendations:
        assert item.who
        assert item.what
        assert item.by_when
        assert draft.answer(item.question).body


def test_prompts_that_were_used_are_ticked_and_suit_their_question(
    filled: Session, demo: Demo, draft: Draft
) -> None:
    for answer in demo.answers:
        cards = filled.prompts(draft, answer.question)
        assert {card.prompt.id for card in cards if card.ticked} == set(answer.prompts)


def test_the_history_shows_the_snippets_as_they_were_inserted(filled: Session, demo: Demo) -> None:
    for answer in demo.answers:
        first = filled.versions(RESPONSE, answer.question)[-1]
        for key in answer.snippets:
            snippet = filled.snippet(key)
            assert snippet
            assert Cite(snippet.source, snippet.locator) in set(citations(parse(first.body)))
        assert first.body != filled.draft(RESPONSE).answer(answer.question).body


def test_the_organisation_is_plainly_fictional(draft: Draft) -> None:
    assert draft.organisation.name.endswith("(example)")
    assert draft.organisation.contact_email.endswith(".example")
    assert draft.response.summary
    assert draft.response.summary[0].text == MARK


def pounds(line: Line) -> list[int]:
    return [int(found.replace(",", "")) for found in re.findall(r"£([\d,]+)", plain(line))]


def test_the_table_adds_up(draft: Draft) -> None:
    (table,) = (block for block in parse(draft.answer("3").body) if isinstance(block, Table))
    *parts, total = table.rows
    assert pounds(total[1]) == [sum(pounds(row[1])[0] for row in parts)]
    from_contract = sum(pounds(row[1])[0] for row in parts if "contract" in plain(row[2]))
    assert pounds(total[2]) == [from_contract, pounds(total[1])[0] - from_contract]


def test_the_same_public_income_is_named_wherever_it_is_named(draft: Draft) -> None:
    assert "£104,000" in draft.organisation.about
    assert "from £104,000 in 2009-10" in draft.answer("2").body


def test_the_file_cites_by_snippet_so_that_no_place_is_typed_twice() -> None:
    file = REPOSITORY / "resources" / "demo" / "fernbrook.toml"
    assert "[@" not in file.read_text(encoding="utf-8")


def test_filling_twice_changes_nothing(session: Session, paths: Paths) -> None:
    demo = read_demo(paths)
    first = fill_demo(session, demo)
    before = session.draft(first.id)
    assert fill_demo(session, demo) == first
    assert session.draft(first.id) == before


def test_the_example_is_the_same_each_time(
    session: Session, paths: Paths, tmp_path: Path, draft: Draft
) -> None:
    again = session.draft(fill_demo(session, read_demo(paths)).id)
    assert again.answers == draft.answers
    assert again.recommendations == draft.recommendations
    assert again.response == draft.response


def test_a_snippet_that_is_not_there_is_named(session: Session, paths: Paths) -> None:
    demo = read_demo(paths)
    lost = replace(demo.answers[0], text="A claim [snippet: no-such-snippet].")
    with pytest.raises(ContentError, match="no-such-snippet"):
        fill_demo(session, replace(demo, answers=(lost,)))


@pytest.mark.parametrize("text", ["not = = toml", "format = 1", '[organisation]\nkind = "moon"'])
def test_a_broken_example_file_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "resources" / "demo" / "fernbrook.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"fernbrook\.toml"):
        read_demo(Paths(content=tmp_path, data=tmp_path, config=tmp_path))


def test_every_snippet_and_prompt_named_in_the_file_is_shipped(demo: Demo) -> None:
    packs = [*(REPOSITORY / "snippets").glob("*.toml")]
    packs += (REPOSITORY / "resources" / "prompts").glob("*.toml")
    data = [tomllib.loads(pack.read_text(encoding="utf-8")) for pack in packs]
    snippets = {item["id"] for pack in data for item in pack.get("snippet", [])}
    prompts = {item["id"] for pack in data for item in pack["prompt"]}
    for answer in demo.answers:
        assert set(answer.snippets) <= snippets
        assert set(answer.prompts) <= prompts


# --- the command ------------------------------------------------------------------------------


def test_the_demo_leaves_a_document_a_text_an_email_and_a_workspace(
    consultee: Consultee, tmp_path: Path
) -> None:
    done = consultee("demo", "--out", tmp_path / "made")
    assert (done.code, done.err) == (0, "")
    names = {path.name for path in (tmp_path / "made").iterdir()}
    assert names == {
        "Fernbrook Community Trust (example) - Smaller Government Bigger Society.docx",
        "Fernbrook Community Trust (example) - Smaller Government Bigger Society.txt",
        "Cover email.txt",
        "example.consultee",
    }
    for name in names:
        assert str(tmp_path / "made" / name) in done.out


@pytest.mark.parametrize(
    ("started", "said"), [("/src/main.py", "python main.py"), ("/usr/bin/consultee", "consultee")]
)
def test_the_demo_says_how_to_open_its_workspace_with_this_copy_of_the_program(
    consultee: Consultee,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    started: str,
    said: str,
) -> None:
    monkeypatch.setattr(sys, "argv", [started])
    done = consultee("demo", "--out", tmp_path)
    workspace = tmp_path / "example.consultee"
    assert done.out.endswith(f'Open it in the window: {said} --workspace "{workspace}"\n')


def test_the_workspace_of_the_demo_opens_and_passes_the_checks(
    consultee: Consultee, tmp_path: Path
) -> None:
    files = consultee("demo", "--out", tmp_path, "--json").json
    assert files["workspace_kept"] is False
    listed = consultee("list", "--workspace", files["workspace"], "--json").json["responses"]
    assert [(item["id"], item["ready"]) for item in listed] == [("example", 9)]
    done = consultee("check", "example", "--workspace", files["workspace"])
    assert done.code == 0
    assert "\n0 errors, 0 warnings" in done.out
    assert "Dismissed: 1 finding." in done.out


def test_a_second_demo_keeps_the_workspace_and_what_was_written_in_it(
    consultee: Consultee, tmp_path: Path
) -> None:
    consultee("demo", "--out", tmp_path)
    (tmp_path / "example.consultee").write_bytes(b"what a person has made of it")
    done = consultee("demo", "--out", tmp_path)
    assert done.code == 0
    assert "left as it is" in done.out
    assert (tmp_path / "example.consultee").read_bytes() == b"what a person has made of it"


def test_the_cover_email_has_the_contact_details_and_the_document_has_not(
    consultee: Consultee, tmp_path: Path
) -> None:
    files = consultee("demo", "--out", tmp_path, "--json").json
    email = Path(files["email"]).read_text(encoding="utf-8")
    text = Path(files["text"]).read_text(encoding="utf-8")
    assert email.startswith("Subject: Written evidence from Fernbrook Community Trust (example)")
    assert "rowan@fernbrook.example" in email
    assert "rowan@" not in text
    assert MARK in text


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(
    consultee: Consultee, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    done = consultee("demo", "--out", tmp_path / "file" / "made")
    assert done.code == 1
    assert "The folder cannot be used" in done.err
    assert done.out == ""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's own")
def test_a_folder_that_nothing_can_be_written_in_is_said_in_a_sentence(
    consultee: Consultee,
) -> None:
    done = consultee("demo", "--out", "/proc")
    assert done.code == 1
    assert "cannot be made or written in" in done.err


def test_nothing_unfinished_is_left_in_the_folder(consultee: Consultee, tmp_path: Path) -> None:
    consultee("demo", "--out", tmp_path)
    assert len(list(tmp_path.iterdir())) == 4


def test_the_demo_is_told_no_workspace(consultee: Consultee, tmp_path: Path) -> None:
    done = consultee("--workspace", tmp_path / "mine.consultee", "demo", "--out", tmp_path / "x")
    assert done.code == 2
    assert "does not use a workspace" in done.err
    assert not (tmp_path / "x").exists()


# --- the document -----------------------------------------------------------------------------


def test_the_document_is_sound_for_every_version_of_office(
    word_file: Path, ooxml_validator: OoxmlValidator
) -> None:
    found = ooxml_validator.every_version(word_file)
    assert set(map(tuple, found.values())) == {()}


def test_paragraphs_count_up_and_every_word_arrives_in_libreoffice(
    word_file: Path, draft: Draft, pdf_text: PdfText
) -> None:
    pages = pdf_text(word_file)
    shown = "".join(pages.split())
    numbers = [int(n) for n in re.findall(r"^(\d+)\.\s", pages, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 40
    for answer in draft.answers.values():
        assert "".join(answer.key_point.split()) in shown
    assert "".join(MARK.split()) in shown


def test_the_document_says_who_wrote_it(word_file: Path) -> None:
    properties = Document(str(word_file)).core_properties
    assert properties.author == "Fernbrook Community Trust (example)"
