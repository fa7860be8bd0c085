from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality import sentences as quality
from desktop.core.document import Block, BlockKind
from desktop.core.understanding import Mark, SentenceKind
from desktop.corpus.sentences import SentenceScores, classify, classify_all, f1_by_label, mark
from desktop.corpus.sentences.context import context, context_names
from desktop.corpus.sentences.cues import cues
from desktop.corpus.sentences.judging import f1
from desktop.corpus.sentences.weights import LABELS, weights
from desktop.corpus.sentences.words import shape, vocabulary


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def only(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Mark:
    (found,) = mark([Block(kind, text)])
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Government should publish its plan by March.", SentenceKind.RECOMMENDATION),
        ("We strongly recommend that councils keep the fund.", SentenceKind.RECOMMENDATION),
        ("Therefore, we call on Ministers to think again.", SentenceKind.RECOMMENDATION),
        ("The Association urges the Committee to hear from patients.", SentenceKind.RECOMMENDATION),
        ("Councils must reply within a month.", SentenceKind.RECOMMENDATION),
        ("Publish the guidance before the next round opens.", SentenceKind.RECOMMENDATION),
        ("It is unfair and dangerous to leave them waiting.", SentenceKind.CLAIM),
        # To say that nothing is needed asks for nothing.
        ("We don't need a new rule, and nobody has shown why we would.", SentenceKind.CLAIM),
        ("There is no need for a new regulator.", SentenceKind.CLAIM),
        ("We need a new rule.", SentenceKind.RECOMMENDATION),
        ("I rang my landlord and was told that my letter was lost.", SentenceKind.TESTIMONY),
        ("We would like to see a new rule for this.", SentenceKind.RECOMMENDATION),
        ("In 2019 our volunteers gave 12,000 hours to the library.", SentenceKind.FIGURE),
        ("Of those asked, 141 of 212 had been turned away.", SentenceKind.FIGURE),
        ("“I never felt so welcome anywhere,” said Ann Ash.", SentenceKind.QUOTATION),
        ("For example, my neighbour was told to wait and then lost her place.", SentenceKind.CASE),
        ("See www.fernbrook.example for the whole report.", SentenceKind.REFERENCE),
    ],
)
def test_a_telling_sentence_is_marked_with_its_kind(text: str, kind: SentenceKind) -> None:
    found = only(text)
    assert found.kind is kind
    assert (found.start, found.end, found.text) == (0, len(text), text)
    assert 0.5 <= found.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        "What should the Government do about it?",
        "Mark Hale, Assistant Chief Executive",
        "12 Mill Lane, Fernbrook FB1 2AB",
        "Write to us at office@fernbrook.example for more of this.",
        "Too short.",
        "Our three proposals should be these:",
        "",
    ],
)
def test_what_argues_nothing_is_not_marked(text: str) -> None:
    assert mark([paragraph(text)]) == ()


def test_headings_are_not_marked() -> None:
    assert mark([Block(BlockKind.HEADING, "Councils must reply within a month.", 1)]) == ()
    assert mark([Block(BlockKind.BREAK)]) == ()


def test_somebody_elses_advice_is_less_sure() -> None:
    own = only("Councils should be encouraged to reply within a month.")
    told = mark([paragraph("The paper says that councils should be encouraged to reply.")])
    assert all(each.confidence < own.confidence for each in told)


def test_what_people_need_is_no_advice() -> None:
    found = mark([paragraph("The service knows their needs, and it is helpful and good.")])
    assert all(each.kind is not SentenceKind.RECOMMENDATION for each in found)


def test_a_displayed_quotation_is_marked_with_its_speaker() -> None:
    found = only("We were glad of the company. – Ann Ash", BlockKind.QUOTATION)
    assert (found.kind, found.speaker) == (SentenceKind.QUOTATION, "Ann Ash")
    below = [
        Block(BlockKind.QUOTATION, "We were glad of the company."),
        paragraph("Ann Ash, trustee"),
    ]
    assert [each.speaker for each in mark(below)] == ["Ann Ash, trustee"]
    nobody = [
        Block(BlockKind.QUOTATION, "We were glad of the company."),
        paragraph("It was so. " * 9),
    ]
    assert mark(nobody)[0].speaker == ""


def test_a_footnote_is_a_reference_where_it_names_a_place() -> None:
    footnote = Block(BlockKind.FOOTNOTE, "Hale (2019), Halls and Hills, at www.hale.example.")
    assert [each.kind for each in mark([footnote])] == [SentenceKind.REFERENCE]
    assert mark([Block(BlockKind.FOOTNOTE, "The hall closed for two weeks in May.")]) == ()


def test_a_mark_shows_the_words_that_told() -> None:
    found = only("The Government should publish its plan by March.")
    assert any("should" in cue for cue in found.cues)
    assert only("In 2019 our volunteers gave 12,000 hours to the library.").cues == (
        "12,000 hours",
    )


def test_marks_name_the_block_and_place_of_each_sentence() -> None:
    blocks = [
        Block(BlockKind.HEADING, "What we ask", 1),
        paragraph("Nobody asked. Councils must reply within a month. Ministers must listen more."),
        paragraph("Every hall needs to be heated in winter."),
    ]
    found = mark(blocks)
    assert [each.block for each in found] == [1, 1, 2]
    assert all(blocks[each.block].text[each.start : each.end] == each.text for each in found)


def test_a_sentence_is_judged_by_its_neighbours_too() -> None:
    told = ("I rang three times.", "Nobody came.", "I was told to wait.", "I waited for a month.")
    alone, among = classify(told[1]), classify_all(told)[1]
    assert among.testimony > alone.testimony


def test_the_five_kinds_add_up() -> None:
    scores = classify("Councils must reply within a month.")
    assert scores.best == "policy"
    whole = scores.policy + scores.value + scores.testimony + scores.fact + scores.reference
    assert whole == pytest.approx(1)
    assert classify("We don't need a new rule.").policy < scores.policy
    assert scores.of("policy") == scores.policy


def test_cues_know_where_they_stand() -> None:
    text = "We strongly recommend that councils reply."
    found = cues(text, vocabulary())
    place = found.place("@asks")
    assert place is not None
    assert text[slice(*place)] == "We strongly recommend"
    assert found.place("@length 1") is None
    assert found.place("nowhere to be seen") is None
    assert text[slice(*(found.place("^we <ly>") or (0, 0)))] == "We strongly"


@pytest.mark.parametrize(
    ("word", "sort"),
    [
        ("£12", "<money>"),
        ("12%", "<share>"),
        ("1999", "<year>"),
        ("12", "<number>"),
        ("www.hall.example", "<url>"),
        ("wobbled", "<past>"),
        ("wobbling", "<ing>"),
        ("wobblily", "<ly>"),
        ("wobbles", "<many>"),
        ("wob", "<x>"),
        ("?", "?"),
    ],
)
def test_an_unknown_word_counts_by_its_shape(word: str, sort: str) -> None:
    assert shape(word) == sort


def test_the_weights_know_every_figure_of_the_context() -> None:
    names = context_names(LABELS)
    figures = context([[0.0] * 5, [1.0] * 5], [[0.5] * 5, [0.7] * 5], LABELS)
    assert {len(row) for row in figures} == {len(names)}
    assert {len(column) for column in weights().context} == {len(names)}
    assert context([], [], LABELS) == []


def test_labelled_units_are_scored(tmp_path: Path) -> None:
    text = "Councils must reply. I rang my landlord and was told to wait."
    units = [
        {"start": 0, "end": 20, "label": "policy"},
        {"start": 20, "end": len(text), "label": "testimony"},
    ]
    path = tmp_path / "units.jsonl"
    path.write_text(json.dumps({"text": text, "units": units}) + "\n\n", "utf-8")
    assert f1_by_label(path) == {"policy": 1.0, "testimony": 1.0}


def test_f1_counts_what_was_missed_and_what_was_wrong() -> None:
    found = f1(["policy", "policy", "value", "fact"], ["policy", "value", "value", "value"])
    assert found == {"policy": pytest.approx(2 / 3), "value": 0.5, "fact": 0.0}


def test_texts_written_for_the_purpose_are_read_well() -> None:
    scores = quality.scores()
    assert scores["splitting f1"] > 0.95
    assert scores["recommendation precision"] >= 0.9
    assert scores["recommendation f1"] >= 0.9
    assert scores["figure precision"] >= 0.9
    assert scores["claim f1"] >= 0.7


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_can_be_marked(texts: list[str]) -> None:
    blocks = [paragraph(text) for text in texts]
    for each in mark(blocks):
        assert blocks[each.block].text[each.start : each.end] == each.text
        assert isinstance(each.kind, SentenceKind)


@given(st.lists(st.text(max_size=80), min_size=1, max_size=4))
def test_scores_of_any_text_add_up(texts: list[str]) -> None:
    for scores in classify_all(texts):
        assert isinstance(scores, SentenceScores)
        assert sum(scores.of(label) for label in ("policy", "value", "testimony", "fact")) <= 1.001
