from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.evidence import Snippet, SnippetKind
from desktop.core.text import Cite, Paragraph, Text
from desktop.core.usage import is_used, shared_places, used_in, written

WORDS = (
    "Networks that let small groups pool what they know are closing, and with them goes "
    "the support that made community rights more than a promise on paper."
)


def snippet(name: str = "a", locator: str = "para. 3", text: str = WORDS) -> Snippet:
    return Snippet(name, "oakfield-2010", "A claim.", text, SnippetKind.ARGUMENT, locator)


def places(*snippets: Snippet) -> list[tuple[str, str]]:
    return [(item.source, item.locator) for item in snippets]


def answer(text: str, *cites: Cite) -> tuple[Paragraph, ...]:
    return (Paragraph((Text(text), *cites)),)


def test_evidence_counts_as_used_where_its_place_is_cited() -> None:
    text = written(answer("In our own words.", Cite("oakfield-2010", "para. 3")))
    assert is_used(snippet(), text, frozenset())


def test_the_same_source_at_another_place_is_not_the_same_evidence() -> None:
    text = written(answer(WORDS, Cite("oakfield-2010", "para. 4")))
    assert not is_used(snippet(), text, frozenset())


def test_words_without_a_citation_do_not_count() -> None:
    assert not is_used(snippet(), written(answer(WORDS)), frozenset())


def test_white_space_in_a_locator_makes_no_difference() -> None:
    text = written(answer("So.", Cite("oakfield-2010", "para. 3")))
    assert is_used(snippet(locator=" para.  3 "), text, frozenset())


def test_of_two_pieces_from_one_place_only_the_one_whose_words_stand_in_the_text_is_used() -> None:
    first = snippet("a")
    second = snippet(
        "b", text="A different thought altogether, on what councils might buy next year."
    )
    shared = shared_places(places(first, second))
    text = written(answer(WORDS, Cite("oakfield-2010", "para. 3")))
    assert is_used(first, text, shared)
    assert not is_used(second, text, shared)


def test_evidence_that_was_edited_after_inserting_is_still_found_by_a_third_of_its_runs() -> None:
    first, second = (
        snippet("a"),
        snippet("b", text="Something else was said here about bidding costs."),
    )
    shared = shared_places(places(first, second))
    kept = " ".join(WORDS.split()[:14])
    cite = Cite("oakfield-2010", "para. 3")
    assert is_used(first, written(answer(kept + ", as we see in Elmsworth.", cite)), shared)
    assert not is_used(first, written(answer("Networks are closing.", cite)), shared)


def test_a_place_with_one_snippet_is_not_shared() -> None:
    assert shared_places(places(snippet("a"), snippet("b", locator="para. 9"))) == frozenset()


def test_every_answer_that_uses_the_evidence_is_named_in_order() -> None:
    cited = written(answer("So.", Cite("oakfield-2010", "para. 3")))
    answers = {"1": cited, "2": written(answer("No.")), "4": cited}
    assert used_in(snippet(), answers, frozenset()) == ("1", "4")


@given(st.text(), st.text())
def test_inserting_evidence_always_makes_it_used(text: str, more: str) -> None:
    item = snippet(text=text + " word")
    twin = snippet("b", text="x")
    blocks = (Paragraph((Text(more),)), *answer(item.text, Cite(item.source, item.locator)))
    assert is_used(item, written(blocks), shared_places(places(item, twin)))
