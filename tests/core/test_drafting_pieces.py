from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.drafting_pieces import Leads, Ourselves, candidate, earlier_key_point
from desktop.core.evidence import (
    Origin,
    Passage,
    Purpose,
    Reason,
    Snippet,
    SnippetKind,
    Source,
    SourceKind,
    Suggestion,
)
from desktop.core.text import Cite, Paragraph, Quote, citations, plain_text
from tests.support.drafts import SNIPPET, SOURCE

US = Ourselves("Fernbrook Community Trust", frozenset({"Another Trust"}))
LEADS = Leads(
    said=lambda who, when: f"{who} wrote in {when}:" if when else f"{who} wrote:",
    opposed="There is another view.",
)
OWN_SNIPPET = replace(
    SNIPPET, origin=Origin.OWN, text="Halls close less for want of money than of people."
)
PAST = Source("past", "Village halls", date="2019", kind=SourceKind.PAST_RESPONSE)
PASSAGE = Passage(
    "p1", "past", "d1", 0, "Half of our halls closed last winter.\nNobody was left.", "page 2"
)


def told(piece: Snippet | Passage, source: Source = SOURCE, *, us: Ourselves = US) -> str:
    found = candidate(Suggestion(piece, source, 1.0), us, LEADS)
    assert found is not None
    return plain_text(found.blocks)


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        (SnippetKind.STATISTIC, Purpose.EVIDENCE),
        (SnippetKind.ARGUMENT, Purpose.EVIDENCE),
        (SnippetKind.QUOTATION, Purpose.EVIDENCE),
        (SnippetKind.CASE_STUDY, Purpose.EXAMPLE),
        (SnippetKind.RECOMMENDATION, Purpose.RECOMMENDATION),
    ],
)
def test_a_snippet_serves_the_part_that_its_kind_says(kind: SnippetKind, part: Purpose) -> None:
    found = candidate(Suggestion(replace(SNIPPET, kind=kind), SOURCE, 1.0), US, LEADS)
    assert found is not None
    assert found.parts == {part}


def test_what_we_say_about_ourselves_argues_nothing() -> None:
    about = replace(SNIPPET, kind=SnippetKind.ABOUT_US)
    assert candidate(Suggestion(about, SOURCE, 1.0), US, LEADS) is None


def test_a_shipped_snippet_goes_in_word_for_word_with_its_place() -> None:
    reasons = (Reason("Tagged for this question"),)
    found = candidate(Suggestion(SNIPPET, SOURCE, 1.0, reasons), US, LEADS)
    assert found is not None
    assert plain_text(found.blocks) == SNIPPET.text
    assert list(citations(found.blocks)) == [Cite("larch-2024", "page 4")]
    assert found.reference == "Larchfield Institute, May 2024, page 4"
    assert found.why == ("Tagged for this question",)
    assert Purpose.CLAIM not in found.parts


def test_what_somebody_else_argues_gets_their_name_where_it_does_not_say_it() -> None:
    assert told(OWN_SNIPPET) == f"Larchfield Institute wrote in 2024: {OWN_SNIPPET.text}"
    undated = replace(SOURCE, date="", author="")
    assert told(OWN_SNIPPET, undated).startswith("“The state of village halls” wrote: Halls close")


def test_a_name_that_is_there_already_is_not_said_again() -> None:
    named = replace(OWN_SNIPPET, text=f"As Larchfield has it, {OWN_SNIPPET.text}")
    assert told(named) == named.text


def test_a_figure_needs_no_more_than_its_footnote() -> None:
    figure = replace(OWN_SNIPPET, kind=SnippetKind.STATISTIC, text="Forty halls have closed.")
    assert told(figure) == "Forty halls have closed."


def test_the_words_of_somebody_elses_document_are_a_quotation() -> None:
    found = candidate(Suggestion(replace(PASSAGE, source="larch-2024"), SOURCE, 1.0), US, LEADS)
    assert found is not None
    lead, quote = found.blocks
    assert isinstance(lead, Paragraph)
    assert plain_text([lead]) == "Larchfield Institute wrote in 2024:"
    assert isinstance(quote, Quote)
    assert len(quote.paragraphs) == 2
    assert list(citations([quote])) == [Cite("larch-2024", "page 2")]


def test_our_own_past_words_go_in_as_ours_and_may_be_the_key_point() -> None:
    found = candidate(Suggestion(PASSAGE, PAST, 1.0), US, LEADS)
    assert found is not None
    assert all(isinstance(block, Paragraph) for block in found.blocks)
    assert plain_text(found.blocks) == PASSAGE.text
    assert found.key_point == "Half of our halls closed last winter."
    assert Purpose.CLAIM in found.parts


def test_a_document_of_ours_is_known_by_our_name() -> None:
    report = replace(SOURCE, author="  fernbrook community  TRUST ", kind=SourceKind.REPORT)
    assert told(OWN_SNIPPET, report) == OWN_SNIPPET.text


def test_a_past_response_of_another_organisation_here_is_not_ours() -> None:
    theirs = replace(PAST, author="Another Trust")
    assert not US.wrote(theirs)
    assert told(PASSAGE, theirs).startswith("Another Trust wrote in 2019:")
    assert US.wrote(replace(PAST, author="A. Writer"))


def test_an_organisation_without_a_name_takes_nothing_for_its_own_by_name() -> None:
    assert not Ourselves("").wrote(replace(SOURCE, author=""))


def test_the_other_side_of_the_argument_says_that_it_is_one() -> None:
    suggestion = Suggestion(SNIPPET, SOURCE, 1.0, (Reason("Says “however”"),))
    found = candidate(suggestion, US, LEADS, counters=True)
    assert found is not None
    assert found.parts == {Purpose.COUNTER_ARGUMENT}
    assert plain_text(found.opposed) == f"There is another view. {SNIPPET.text}"
    assert found.against == ("Says “however”",)


def test_a_passage_serves_what_its_words_do() -> None:
    text = (
        "For example, one of our groups lost its hall and its nine volunteers in a single winter "
        "because nobody could pay for the heating. We recommend that councils fund heating."
    )
    found = candidate(Suggestion(replace(PASSAGE, text=text), PAST, 1.0), US, LEADS)
    assert found is not None
    assert {Purpose.EVIDENCE, Purpose.EXAMPLE, Purpose.RECOMMENDATION} <= found.parts


def test_a_long_first_sentence_is_no_key_point() -> None:
    long = replace(PASSAGE, text="Halls " + "and halls " * 40 + "close.")
    found = candidate(Suggestion(long, PAST, 1.0), US, LEADS)
    assert found is not None
    assert Purpose.CLAIM not in found.parts


def test_nothing_to_say_is_no_candidate() -> None:
    assert candidate(Suggestion(replace(SNIPPET, text="  "), SOURCE, 1.0), US, LEADS) is None


def test_an_earlier_key_point_is_taken_if_it_reads_well() -> None:
    found = earlier_key_point("answer:r:1", "Halls close.", "Your answer 1 to Halls")
    assert found is not None
    assert (found.key_point, found.parts) == ("Halls close.", {Purpose.CLAIM})
    assert found.source == ""
    assert earlier_key_point("answer:r:1", "  ", "") is None
    assert earlier_key_point("answer:r:1", "hall " * 31, "") is None
