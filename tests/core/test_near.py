from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.near import Grouping, bands, groups, likeness, other_figures, same, signature

TEXT = (
    "The lunch club in Fernbrook feeds 140 older people each week, and most of them see nobody "
    "else from one Tuesday to the next. When the hall closed, volunteers carried meals to "
    "their doors and stayed for a cup of tea."
)
OTHER = (
    "Small groups spend weeks on forms for grants of a few hundred pounds, which takes them away "
    "from the work that the grants are meant to pay for in the first place, as our members said."
)
WORDS = ("river", "garden", "council", "member", "evening", "reading", "bridge", "hall", "winter")


def prose(seed: int, length: int = 60) -> str:
    chosen = random.Random(seed)
    return " ".join(f"{chosen.choice(WORDS)}{chosen.randrange(40):x}x" for _ in range(length))


def test_case_spacing_and_punctuation_do_not_matter() -> None:
    assert signature(TEXT) == signature(TEXT.upper().replace(",", " -").replace(" ", "\n "))


def test_a_typing_error_leaves_a_text_near_identical() -> None:
    assert same(signature(TEXT), signature(TEXT.replace("older", "odler")))


def test_an_added_sentence_leaves_a_text_near_identical() -> None:
    assert same(signature(TEXT), signature(f"{TEXT} We were glad of their help."))


def test_another_figure_is_near_identical_and_told_apart() -> None:
    changed = signature(TEXT.replace("140", "95"))
    assert same(signature(TEXT), changed)
    assert other_figures(signature(TEXT), changed)
    assert not other_figures(signature(TEXT), signature(TEXT.replace("older", "elderly")))


def test_a_figure_in_words_counts_as_one() -> None:
    assert other_figures(signature("It took twelve weeks"), signature("It took eleven weeks"))
    assert not other_figures(signature("It cost £1,200"), signature("It cost £1200"))


def test_different_texts_are_not_alike() -> None:
    assert not same(signature(TEXT), signature(OTHER))


def test_nothing_is_like_a_text_without_words() -> None:
    empty = signature(" – ")
    assert likeness(empty, empty) == 0
    assert bands(empty) == ()
    assert groups([("a", empty), ("b", empty)]) == []


def test_near_identical_texts_are_grouped_under_the_first() -> None:
    items = [
        ("a", signature(TEXT)),
        ("b", signature(OTHER)),
        ("c", signature(TEXT.replace("most", "many"))),
        ("d", signature(OTHER + " Thank you.")),
        ("e", signature(prose(7))),
        ("f", signature(TEXT.replace("140", "141"))),
    ]
    assert groups(items) == [("a", "c", "f"), ("b", "d")]


def test_a_text_can_be_added_later() -> None:
    grouping = Grouping()
    assert grouping.add("a", signature(TEXT)) == "a"
    assert grouping.add("b", signature(OTHER)) == "b"
    assert grouping.add("c", signature(TEXT + " Indeed.")) == "a"


def test_groups_are_right_among_many_with_edits_made_by_code() -> None:
    originals = [prose(seed) for seed in range(300)]
    edited = []
    for seed, text in enumerate(originals[:100]):
        words = text.split()
        words[seed % len(words)] = "slip"
        edited.append(" ".join(words))
    items = [(f"o{at}", signature(text)) for at, text in enumerate(originals)]
    items += [(f"e{at}", signature(text)) for at, text in enumerate(edited)]
    assert groups(items) == [(f"o{at}", f"e{at}") for at in range(100)]


@given(st.text())
def test_any_text_has_a_signature_of_one_length(text: str) -> None:
    made = signature(text)
    assert len(made) == len(signature(TEXT))
    assert made.isascii()


@given(st.text(), st.text())
def test_likeness_is_the_same_both_ways(one: str, two: str) -> None:
    first, second = signature(one), signature(two)
    assert likeness(first, second) == likeness(second, first)
    assert likeness(first, first) in (0.0, 1.0)


@given(st.integers(0, 10_000), st.integers(0, 39))
@settings(max_examples=60)
def test_one_changed_word_never_hides_a_near_identical_text(seed: int, place: int) -> None:
    words = prose(seed, 40).split()
    before = signature(" ".join(words))
    words[place] = "slip"
    after = signature(" ".join(words))
    assert same(before, after)
    assert set(bands(before)) & set(bands(after))
