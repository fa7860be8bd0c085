from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.evidence import Source
from desktop.core.outline import HeadingBlock, NoteRef, ParagraphBlock
from desktop.core.text import Cite, Text, plain
from desktop.export import ExportOptions
from desktop.export.notes import NoteBook
from tests.export.samples import full_draft, outline_of, plan
from tests.support.drafts import SOURCE, make_draft

FULL = "Larchfield Institute, “The state of village halls”, May 2024"


def book(*sources: Source) -> NoteBook:
    base: dict[str, object] = {"organisation": "", "inquiry": "", "body": "", "reference": ""}
    return NoteBook({source.key: source for source in sources}, plan(), base)


def notes(markdown: str) -> list[str]:
    draft = make_draft({"1": markdown}, key_points=False, about="", reason="")
    return [note.text for note in outline_of(draft).notes]


def test_the_first_note_is_full_later_ones_are_short_and_all_have_the_place():
    text = "One.[@larch-2024, page 4] Two.[@larch-2024, page 9] Three.[@larch-2024]"
    assert notes(text) == [
        f"{FULL}, page 4.",
        "Larchfield Institute, 2024, page 9.",
        "Larchfield Institute, 2024.",
    ]


def test_a_source_that_is_not_in_the_library_gives_a_note_that_says_so():
    assert notes("One.[@gone-one, para. 3] Two.[@gone-two]") == [
        "The source “gone-one” is missing from the library; the place in it: para. 3.",
        "The source “gone-two” is missing from the library.",
    ]


def test_notes_are_numbered_in_document_order_through_every_part():
    draft = make_draft(
        {"1": "- item[@larch-2024, b]\n\n|h|\n|-|\n|c[@larch-2024, c]|", "2": "x[@larch-2024, d]"},
        about="Us.[@larch-2024, a]",
        oral_evidence="> Said.[@larch-2024, e]",
    )
    found = outline_of(draft).notes
    assert [note.number for note in found] == [1, 2, 3, 4, 5]
    assert [note.text[-2] for note in found] == list("abcde")
    assert {note.source for note in found} == {"larch-2024"}


def test_a_citation_in_a_sub_heading_keeps_its_note():
    draft = make_draft({"1": "### What it costs [@larch-2024, page 4]\n\nMuch."})
    heading = next(b for b in outline_of(draft).blocks if isinstance(b, HeadingBlock) and b.notes)
    assert (heading.text, heading.notes) == ("What it costs", (1,))


def test_a_mark_stands_against_its_words_and_after_the_punctuation():
    line = (Text("as said "), Cite("larch-2024"), Cite("larch-2024", "b"), Text(", and more "))
    assert book(SOURCE).runs(line) == (
        Text("as said,"),
        NoteRef(1),
        NoteRef(2),
        Text(" and more "),
    )


def test_a_mark_before_a_word_keeps_its_space():
    line = (Text("see "), Cite("larch-2024"), Text("for this"))
    assert book(SOURCE).runs(line) == (Text("see "), NoteRef(1), Text("for this"))


def test_punctuation_that_looks_different_keeps_its_look():
    line = (Text("as said"), Cite("larch-2024"), Text(". More", bold=True))
    assert book(SOURCE).runs(line) == (
        Text("as said"),
        Text(".", bold=True),
        NoteRef(1),
        Text(" More", bold=True),
    )


def test_a_citation_at_the_very_start_stays_there():
    line = (Cite("larch-2024"), Text(". Then"))
    assert book(SOURCE).runs(line) == (NoteRef(1), Text(". Then"))


inlines = st.lists(
    st.one_of(
        st.builds(Text, st.text("ab .,)”", min_size=1), st.booleans()),
        st.builds(Cite, st.sampled_from(["larch-2024", "gone"]), st.sampled_from(["", "p. 1"])),
    )
).map(tuple)


@given(inlines)
def test_no_word_is_lost_or_moved_when_marks_are_set(line):
    runs = book(SOURCE).runs(line)
    said = "".join(run.text for run in runs if isinstance(run, Text))
    assert said.replace(" ", "") == plain(line).replace(" ", "")
    marks = [run.number for run in runs if isinstance(run, NoteRef)]
    assert marks == list(range(1, sum(isinstance(part, Cite) for part in line) + 1))


def test_the_list_of_sources_has_each_source_once_in_alphabetical_order():
    assert outline_of(full_draft()).sources == ()
    assert outline_of(full_draft(), ExportOptions(list_of_sources=True)).sources == (
        FULL,
        "Oakmoor Parish Council, “Halls & money: “who pays?””, OPC <12>, 2 November 2025, "
        "https://oakmoor.example/letters?id=12&part=2",
    )


def test_two_library_entries_of_one_document_are_listed_once():
    twin = Source("twin", SOURCE.title, author=SOURCE.author, date=SOURCE.date)
    draft = make_draft({"1": "a[@larch-2024] b[@twin]"}, sources=(SOURCE, twin))
    assert outline_of(draft, ExportOptions(list_of_sources=True)).sources == (FULL,)


def test_marks_and_notes_agree_in_the_full_submission():
    outline = outline_of(full_draft())
    paragraphs = [b for b in outline.blocks if isinstance(b, ParagraphBlock)]
    marks = [r.number for b in paragraphs for r in b.runs if isinstance(r, NoteRef)]
    assert marks == [1, 3, 4, 5]  # the second stands in a table
    assert [note.number for note in outline.notes] == [1, 2, 3, 4, 5]


def test_marks_with_a_space_between_them_stand_together():
    draft = make_draft({"1": "So. [@larch-2024] [@larch-2024, page 9] More."}, key_points=False)
    paragraph = next(
        b for b in outline_of(draft).blocks if isinstance(b, ParagraphBlock) and b.question == "1"
    )
    assert paragraph.runs == (Text("So."), NoteRef(1), NoteRef(2), Text(" More."))


def test_a_citation_with_nothing_but_a_space_before_it_keeps_its_note():
    book_of = book(SOURCE)
    assert book_of.runs((Text(" "), Cite("larch-2024"))) == (Text(" "), NoteRef(1))
    assert book_of.runs((Cite("larch-2024"), Text(" "), Cite("larch-2024"))) == (
        NoteRef(2),
        NoteRef(3),
    )
