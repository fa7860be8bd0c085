from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.compare import Change, Piece, compare

TEXTS = st.text(st.sampled_from("ab \n\t.é\u00a0")) | st.text()


def joined(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


@given(TEXTS, TEXTS)
def test_both_sides_keep_every_character(before: str, after: str) -> None:
    found = compare(before, after)
    assert joined(found.before) == before
    assert joined(found.after) == after


@given(TEXTS, TEXTS)
def test_what_stayed_is_the_same_on_both_sides(before: str, after: str) -> None:
    found = compare(before, after)
    stayed = [
        " ".join(joined(tuple(p for p in side if p.change is Change.SAME)).split())
        for side in (found.before, found.after)
    ]
    assert stayed[0].replace(" ", "") == stayed[1].replace(" ", "")


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    found = compare(text, text)
    assert (found.added, found.removed) == (0, 0)
    assert all(piece.change is Change.SAME for piece in found.before + found.after)


def test_one_changed_word_is_the_only_difference() -> None:
    found = compare("Four groups closed.\nTwo remain.", "Five groups closed.\nTwo remain.")
    assert [p.text for p in found.before if p.change is Change.REMOVED] == ["Four "]
    assert [p.text for p in found.after if p.change is Change.ADDED] == ["Five "]
    assert (found.removed, found.added) == (1, 1)


def test_a_new_paragraph_is_an_addition_and_nothing_else() -> None:
    found = compare("First.\nLast.", "First.\nIn between.\nLast.")
    assert (found.removed, found.added) == (0, 2)


def test_nothing_compared_with_nothing_has_no_pieces() -> None:
    assert compare("", "").before == ()


def test_ten_thousand_lines_that_are_all_alike_are_compared_at_once() -> None:
    page = "as before\n" * 10_000
    for changed in (f"first\n{page}", f"{page}last\n"):
        found = compare(page, changed)
        assert (found.removed, found.added) == (0, 1)
    assert compare(page, "quite another\n" * 9_000).removed == 20_000


def test_a_long_text_is_compared_quickly() -> None:
    words = [f"word{number}" if number % 3 else "the" for number in range(3000)]
    changed = [word if place % 7 else "other" for place, word in enumerate(words)]
    assert compare(" ".join(words), " ".join(changed)).added == 429
