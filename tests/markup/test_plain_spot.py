"""A text to mark, shown without its markup."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.course import Marked, PartKind, Spot
from desktop.core.exercises import Mark, compare_marks
from desktop.core.marking import sentence_round
from desktop.core.text import Cite
from desktop.markup.plain_spot import PlainSpot, plain_spot, without_figures

TEXT = (
    "We drove 312 people [@figures, paragraph 4]. It costs **£11.45** each. [@figures] Nobody is "
    "paid.\n\n- Pay *monthly*\n- Let small lots [@log, paragraph 1]\n"
)
PLAIN = (
    "We drove 312 people¹. It costs £11.45 each.² Nobody is paid.\n\n• Pay monthly\n"
    "• Let small lots³"
)


def spot(text: str, *key: Marked) -> Spot:
    return Spot("s", text, "Mark it.", (PartKind.CLAIM, PartKind.EVIDENCE), key)


def test_citations_are_small_figures_and_marks_are_kept_where_the_markdown_has_them() -> None:
    key = Marked(PartKind.EVIDENCE, "We drove 312 people [@figures, paragraph 4].", "Counted.")
    found = plain_spot(spot(TEXT, key))
    assert found.spot.text == PLAIN
    assert found.cited == (
        Cite("figures", "paragraph 4"),
        Cite("figures"),
        Cite("log", "paragraph 1"),
    )
    assert found.spot.key[0].at == "We drove 312 people¹."
    start, end = sentence_round(without_figures(PLAIN), 0)
    mark = Mark(start, end, PartKind.EVIDENCE)
    ((kept_start, kept_end),) = [(kept.start, kept.end) for kept in found.to_kept([mark])]
    assert TEXT[kept_start:kept_end] == key.at
    assert len(compare_marks(found.spot, [mark]).right) == 1


def test_a_sentence_ends_before_the_figure_behind_its_stop() -> None:
    shown = without_figures(PLAIN)
    assert len(shown) == len(PLAIN)
    start, end = sentence_round(shown, PLAIN.index("costs"))
    assert PLAIN[start:end] == "It costs £11.45 each."
    start, end = sentence_round(shown, PLAIN.index("Nobody"))
    assert PLAIN[start:end] == "Nobody is paid."


def test_a_text_without_markup_stays_as_it_is_and_marks_beyond_it_go() -> None:
    found = plain_spot(spot("One thing. Another.\n"))
    marks = (Mark(0, 10, PartKind.CLAIM), Mark(11, 99, PartKind.CLAIM))
    assert found.spot.text == "One thing. Another."
    assert found.from_kept(marks) == marks[:1] == found.to_kept(marks[:1])


_WORDS = st.lists(st.sampled_from(["lots", "of", "312", "paid", "people"]), min_size=1, max_size=5)
_PIECES = st.one_of(
    _WORDS.map(" ".join),
    _WORDS.map(lambda words: f"**{' '.join(words)}**"),
    st.just("[@figures, paragraph 4]"),
)


@given(st.lists(_PIECES, min_size=1, max_size=8), st.data())
def test_what_was_marked_is_marked_again(pieces: list[str], data: st.DataObject) -> None:
    found: PlainSpot = plain_spot(spot(f"Here {' '.join(pieces)}."))
    words = found.spot.text
    starts = [at for at, sign in enumerate(words) if sign.isalnum()]
    start = data.draw(st.sampled_from(starts))
    end = data.draw(st.sampled_from([at for at in starts if at >= start])) + 1
    (kept,) = found.to_kept([Mark(start, end, PartKind.CLAIM)])
    (again,) = found.from_kept([kept])
    assert again.start <= start
    assert again.end >= end
    assert found.to_kept([again]) == (kept,)
