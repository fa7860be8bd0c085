"""What fits a question best comes first, with the words that say so."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.search import Entry
from desktop.matching.index import build
from desktop.matching.index.arrays import Ints
from desktop.matching.scoring import rank
from tests.matching.scoring.pieces import ids, library, match, matched, passage

_FILLER = {f"other-{number}": f"Notes on tide tables, part {number}" for number in range(8)}


def test_a_piece_with_more_of_the_words_comes_first() -> None:
    index = library(
        one="Buses are few on Sundays in the valley",
        two="Village halls are warm in the winter",
        both="Village buses are few on Sundays",
        **_FILLER,
    )
    ranking = rank(index, "Why are there so few village buses?")
    assert ids(ranking)[0] == "both"
    assert matched(ranking, "both") == ["village", "buses"]


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    index = library(
        common="The council listens",
        rare="The ombudsman listens",
        **{f"c{number}": f"The council met on day {number}" for number in range(9)},
    )
    assert ids(rank(index, "council ombudsman"))[0] == "rare"


def test_words_that_stand_together_as_asked_count_for_more() -> None:
    index = library(
        apart="A base of operations for the approach road where risk is known",
        together="The approach to operations for a road is risk based where known",
        **_FILLER,
    )
    ranking = rank(index, "risk based approach")
    assert ids(ranking)[:2] == ["together", "apart"]
    assert match(ranking, "together").phrases == ((0, 1),)
    assert match(ranking, "apart").phrases == ()


def test_a_run_of_words_is_one_phrase() -> None:
    index = library(here="We want a citizens advice bureau in town", **_FILLER)
    ranking = rank(index, "Should there be a citizens advice bureau?")
    words = [word.written for word in ranking.words]
    phrase = match(ranking, "here").phrases[0]
    assert [words[place] for place in phrase] == ["citizens", "advice", "bureau"]


def test_what_a_passage_opens_with_counts_for_more() -> None:
    long = " ".join(f"plain{number}" for number in range(40))
    index = library(late=f"{long} allotments", early=f"allotments {long}", **_FILLER)
    assert ids(rank(index, "allotments")) == ["early", "late"]


def test_words_that_begin_alike_count_a_little() -> None:
    index = library(
        kin="Regulatory powers over ferries",
        same="Regulators of ferries",
        none="Ferries",
        **_FILLER,
    )
    ranking = rank(index, "Who regulates ferries?")
    assert ids(ranking) == ["same", "kin", "none"]
    assert matched(ranking, "kin") == ["ferries"]


def test_the_claim_and_the_tags_of_a_snippet_count_for_more_than_its_text() -> None:
    text = " ".join(f"plain{number}" for number in range(30))
    index = build(
        [
            Entry("text", "s", "statistic", claim="It rains", text=f"{text} ferries"),
            Entry("claim", "s", "statistic", claim="It rains ferries", text=text),
            Entry("tags", "s", "statistic", claim="It rains", text=text, tags="ferries"),
            *(passage(id, other) for id, other in _FILLER.items()),
        ]
    )
    assert ids(rank(index, "ferries"))[-1] == "text"
    assert set(ids(rank(index, "ferries"))) == {"text", "claim", "tags"}


@pytest.mark.parametrize("others", [1, 40])
def test_a_word_in_several_places_of_a_piece_is_added_up_before_it_is_damped(others: int) -> None:
    everywhere = Entry(
        "all", "s", "statistic", claim="Ferries", text="Night ferries", tags="ferries"
    )
    index = build(
        [
            everywhere,
            replace(everywhere, id="two", tags="harbours"),
            *(passage(f"other-{number}", "Tide tables") for number in range(others)),
        ]
    )
    ranking = rank(index, "ferries")
    assert ids(ranking) == ["all", "two"]
    assert match(ranking, "two").score > 0.6 * match(ranking, "all").score


def test_pieces_of_tags_alone_are_found_and_teach_nothing() -> None:
    index = build([Entry(f"t{number}", "s", "argument", tags="ferries") for number in range(12)])
    ranking = rank(index, "ferries")
    assert len(ranking.matches) == 12
    assert not ranking.helped


def test_a_passage_is_found_by_the_question_it_answered() -> None:
    index = build([passage("answer", "Yes, we do.", asked="Should ferries run all night?")])
    assert ids(rank(index, "ferries at night")) == ["answer"]


def test_a_question_is_not_found_by_who_wrote_something() -> None:
    index = build([passage("a", "Plain words", about="Ferries Trust", place="page 3 ferries")])
    assert ids(rank(index, "ferries")) == []


@pytest.mark.parametrize(
    "question", ["What colour is organised labour?", "WHAT COLOR IS ORGANIZED LABOR"]
)
def test_spelling_and_capitals_make_no_difference(question: str) -> None:
    index = library(british="Colour and organised labour", **_FILLER)
    assert len(match(rank(index, question), "british").matched) == 3


def test_an_acronym_finds_its_long_form_and_the_other_way_round() -> None:
    index = library(
        explains="The Rural Bus Partnership (RBP) began",
        short="What the RBP does",
        long="Each rural bus partnership does well",
        **_FILLER,
    )
    assert set(ids(rank(index, "RBP"))) == {"explains", "short", "long"}
    ranking = rank(index, "the rural bus partnership")
    assert "short" in ids(ranking)
    assert matched(ranking, "short") == ["rural", "bus", "partnership"]


def test_words_are_told_as_they_were_written_and_unknown_ones_count() -> None:
    index = library(a="Volunteers meet", **_FILLER)
    ranking = rank(index, "Do VOLUNTEERS’ zebras meet?")
    assert [word.written for word in ranking.words] == ["VOLUNTEERS", "zebras", "meet"]
    assert [word.term >= 0 for word in ranking.words] == [True, False, True]
    assert ranking.words[1].weight > 0
    found = match(ranking, "a")
    assert found.matched == (0, 2)
    assert found.share == pytest.approx(2 / 3, abs=0.1)


def test_a_word_that_the_index_writes_in_another_way_is_told_as_it_stands_in_the_question() -> None:
    index = library(a="Co-operatives of 1,000 people in the U.K.", **_FILLER)
    ranking = rank(index, "Are there “co-operatives” with 1,000 people in the U.K.?")
    words = [ranking.words[place].written for place in match(ranking, "a").matched]
    assert words == ["co-operatives", "1,000", "people", "U.K"]


def test_a_question_of_nothing_but_question_words_still_finds_them() -> None:
    index = library(a="We make three suggestions", **_FILLER)
    assert ids(rank(index, "Do you have suggestions for:")) == ["a"]


def test_only_what_is_allowed_comes() -> None:
    index = library(a="Ferries run", b="Ferries stop", **_FILLER)
    allowed = np.ones(index.size, np.bool_)
    allowed[index.slot("a")] = False
    assert ids(rank(index, "ferries", allowed=allowed)) == ["b"]
    among = np.array([index.slot("a")], np.int32)
    assert ids(rank(index, "ferries", allowed=allowed, among=among)) == ["b"]


def test_what_is_asked_for_by_name_comes_even_if_no_word_fits() -> None:
    index = library(a="Ferries run", b="Trams stop", **_FILLER)
    among = np.array([index.slot("b")], np.int32)
    ranking = rank(index, "ferries", limit=1, among=among)
    assert ids(ranking) == ["a", "b"]
    assert match(ranking, "b").score == 0
    assert match(ranking, "b").matched == ()


def test_what_went_is_not_asked_for_by_name() -> None:
    index = library(a="Ferries run", b="Ferries stop")
    slot = index.slot("b")
    left = index.changed([], ["b"])
    assert ids(rank(left, "ferries", among=np.array([slot], np.int32))) == ["a"]


def test_no_more_come_than_asked_for() -> None:
    index = library(**{f"p{number}": "Ferries run" for number in range(20)})
    assert len(rank(index, "ferries", limit=7).matches) == 7


def test_scores_are_shares_of_the_best_that_words_could_give() -> None:
    index = library(
        full="Ferries ferries ferries run at night, ferries at night", half="Ferries", **_FILLER
    )
    ranking = rank(index, "ferries at night")
    assert 0.5 < match(ranking, "full").score < 1.6
    assert 0 < match(ranking, "half").score < 0.6
    assert match(ranking, "full").learned == 0


class _Meaning:
    """Another judge, who knows that boats are ferries."""

    weight = 0.5

    def __init__(self, chosen: int) -> None:
        self.chosen = chosen

    def scores(self, text: str, slots: Ints) -> np.ndarray:
        assert text == "ferries boats"
        return (slots == self.chosen).astype(np.float32)


def test_another_judge_has_a_say_beside_the_words() -> None:
    index = library(words="Ferries, boats, ferries and boats", meaning="Boats", **_FILLER)
    assert ids(rank(index, "ferries boats"))[0] == "words"
    judge = _Meaning(index.slot("meaning"))
    ranking = rank(index, "ferries boats", scorer=judge)
    assert ids(ranking)[0] == "meaning"
    assert match(ranking, "meaning").score > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "ferries",
        "FERRIES",
        '"ferries" AND (run* OR NEAR(night, 5)) NOT -x ^y {z} col:w',
        "A ddylai’r llywodraeth gefnogi gwirfoddolwyr yn ein cymunedau gwledig?",
        "the of and",
        "?!…",
        "ferries " * 3000,
        " ".join(f"word{number} ferries" for number in range(1500)),
        "\x00\ud7ff🙂 ferries",
    ],
)
def test_any_question_is_answered(text: str) -> None:
    full = library(a="Ferries run at night", b="Gwirfoddolwyr gwledig", **_FILLER)
    found = rank(full, text)
    assert {"a"} <= set(ids(found)) if "ferries" in text.lower() else "a" not in ids(found)
    assert ids(rank(build([]), text)) == []


def test_of_a_very_long_text_the_words_that_tell_most_are_looked_for() -> None:
    index = library(a="Ferries run at night", **_FILLER)
    plain = " ".join(f"notes on tide tables part {number}" for number in range(400))
    ranking = rank(index, f"{plain} ferries")
    assert len(ranking.words) <= 32
    assert "a" in ids(ranking)


def test_many_identical_pieces_come_in_the_same_order_each_time() -> None:
    texts = {f"p{number}": "Ferries run at night" for number in range(900)}
    forwards = rank(library(**texts), "ferries at night", limit=30)
    backwards = rank(library(**dict(reversed(texts.items()))), "ferries at night", limit=30)
    assert ids(forwards) == ids(backwards)
    assert len(ids(forwards)) == 30


_WORDS = st.sampled_from(
    ["ferry", "ferries", "run", "night", "the", "you", "risk", "based", "board", "2019"]
)
_TEXTS = st.lists(_WORDS, max_size=8).map(" ".join)


@settings(deadline=None)
@given(
    before=st.lists(_TEXTS, max_size=12),
    after=st.lists(_TEXTS, max_size=12),
    question=_TEXTS,
)
def test_after_edits_the_order_and_the_scores_are_those_of_an_index_built_anew(
    before: list[str], after: list[str], question: str
) -> None:
    old = [passage(f"p{number}", text) for number, text in enumerate(before)]
    new = [passage(f"p{number}", text) for number, text in enumerate(after)]
    caught_up = build(old).changed(new, {entry.id for entry in old})
    ranking, expected = rank(caught_up, question), rank(build(new), question)
    assert ids(ranking) == ids(expected)
    scores = [found.score for found in ranking.matches]
    assert scores == pytest.approx([found.score for found in expected.matches])
    assert [found.matched for found in ranking.matches] == [
        found.matched for found in expected.matches
    ]
