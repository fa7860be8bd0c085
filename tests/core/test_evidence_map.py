"""The evidence map: what an answer claims, rests on, meets and asks for, and what it lacks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.consultation import Limit
from desktop.core.evidence_map import (
    AnswerText,
    Argument,
    Evidence,
    Gap,
    cited_sentences,
    evidence_map,
)
from desktop.core.response import Answer, AnswerMark, AnswerState, Recommendation
from desktop.core.sentences import sentence_at
from desktop.core.text import Cite, Text
from tests.support.drafts import make_draft

CITED = Evidence("Nine halls closed.", "Larchfield Institute, page 4")


def argue(text: AnswerText) -> Argument:
    draft = make_draft({"1": Answer("r", "1", body="x")}, questions=1)
    return evidence_map(draft, {"1": text})[0]


def test_an_answer_that_is_not_begun_lacks_an_answer_and_nothing_else() -> None:
    (argument,) = evidence_map(make_draft(questions=1), {})
    assert argument.state is AnswerState.NOT_STARTED
    assert argument.gaps == (Gap.ANSWER,)


def test_a_skipped_question_has_no_gaps_and_says_why() -> None:
    skipped = Answer("r", "1", "Point.", "Text.", AnswerMark.SKIPPED, " Not our field. ")
    draft = make_draft({"1": skipped}, questions=1)
    (argument,) = evidence_map(draft, {"1": AnswerText(("Text.",), (CITED,), 1)})
    assert (argument.gaps, argument.skip_reason) == ((), "Not our field.")
    assert argument.evidence == ()


def test_every_gap_of_an_argument_is_named_in_its_order() -> None:
    argument = argue(AnswerText(("The halls matter.",)))
    assert argument.gaps == (Gap.KEY_POINT, Gap.EVIDENCE, Gap.COUNTER_ARGUMENT, Gap.RECOMMENDATION)


def test_a_whole_argument_has_no_gaps() -> None:
    lines = ("Nine halls closed.", "Some say that they were empty. They were not.")
    draft = make_draft(
        {"1": "x"},
        questions=1,
        recommendations=[
            Recommendation("a", "r", "1", "the council", "keep the halls", "2012"),
            Recommendation("b", "r", "1"),
        ],
    )
    (argument,) = evidence_map(draft, {"1": AnswerText(lines, (CITED,), 12, 1)})
    assert argument.gaps == ()
    assert argument.key_point == "Point 1."
    assert argument.evidence == (CITED,)
    assert argument.counter == "Some say that they were empty."
    assert argument.asks == ("The council should keep the halls by 2012.",)
    assert (argument.words, argument.unreviewed) == (12, 1)


def test_what_one_has_seen_oneself_is_evidence_where_nothing_is_cited() -> None:
    seen = "Our volunteers ran the last bus for two winters. It snowed."
    argument = argue(AnswerText((seen,)))
    assert argument.evidence == (Evidence("Our volunteers ran the last bus for two winters."),)
    assert Gap.EVIDENCE not in argument.gaps


def test_what_one_has_seen_oneself_stands_beside_what_is_cited() -> None:
    seen = "Our volunteers ran the last bus."
    assert argue(AnswerText((seen,), (CITED,))).evidence == (CITED, Evidence(seen))
    cited = Evidence(seen, "Our records")
    assert argue(AnswerText((seen,), (cited,))).evidence == (cited,)


def test_a_recommendation_in_the_text_counts_where_none_is_listed() -> None:
    argument = argue(AnswerText(("It is hard. We recommend that the council pays on time.",)))
    assert argument.asks == ("We recommend that the council pays on time.",)


def test_a_recommendation_names_what_it_does_not_say() -> None:
    draft = make_draft(
        {"1": "x"}, questions=1, recommendations=[Recommendation("a", "r", "1", by_when="2012")]
    )
    (argument,) = evidence_map(draft, {})
    assert argument.asks == ("[Who] should [do what] by 2012.",)


def test_each_answer_knows_its_share_of_the_words() -> None:
    arguments = evidence_map(make_draft(questions=2, limit=Limit(1000)), {})
    assert [item.share for item in arguments] == [450, 450]


@pytest.mark.parametrize(
    ("text", "at", "wanted"),
    [
        ("One hall. Two halls. Three.", "Two halls.", "Two halls."),
        ("Mr. Oak of St. Bride wrote on p. 3 of it. Then he left.", "wrote", "Mr. Oak of St. "),
        ("“We closed.” The council knew.", "The council", "The council knew."),
        ("It cost 3.5 million. No.", "3.5", "It cost 3.5 million."),
        ("No full stop at all", "stop", "No full stop at all"),
    ],
)
def test_the_sentence_round_a_place_is_found(text: str, at: str, wanted: str) -> None:
    place = text.index(at) + len(at)
    assert sentence_at(text, place).startswith(wanted)


@given(st.text(alphabet="Ab .!?”\n"), st.integers(0, 40))
def test_a_sentence_is_a_piece_of_the_line(text: str, at: int) -> None:
    assert sentence_at(text, at) in " ".join(text.split())


def test_each_citation_comes_with_the_sentence_before_it() -> None:
    line = (
        Text("Halls close. Nine did in 2010."),
        Cite("a", "p. 1"),
        Text(" Why? Trustees left "),
        Cite("b"),
        Text(" in "),
        Text("numbers", bold=True),
        Text("."),
    )
    assert cited_sentences(line) == [
        ("Nine did in 2010.", Cite("a", "p. 1")),
        ("Trustees left in numbers.", Cite("b")),
    ]
