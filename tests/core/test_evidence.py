"""What a card shows of a passage."""

from __future__ import annotations

import pytest

from desktop.core.evidence import Passage


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Halls are full. Rents rise.", "Halls are full."),
        ("Yes. Halls are full. Rents rise.", "Yes. Halls are full."),
        ("We agree. Halls\nare full.", "We agree. Halls are full."),
        ("No.", "No."),
        ('She said: "It shut. We wept." Rents rise.', 'She said: "It shut. We wept."'),
        ("“It shut. We wept. Never", "“It shut. We wept."),
        ("", ""),
    ],
)
def test_a_passage_is_shown_by_its_first_sentence_that_says_something(
    text: str, claim: str
) -> None:
    assert Passage("p", "source", "document", 0, text, "paragraph 1").claim == claim
