"""Where the questions of a past response begin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.core.document import BlockKind
from desktop.corpus.understanding.chain import longest
from desktop.corpus.understanding.labels import Label, LabelStyle, order
from desktop.corpus.understanding.seen import Seen
from desktop.corpus.understanding.wording import answers, asked_until, asks, names_issue, word_count

_Shape = tuple[BlockKind, int]
_ASKED_IN = frozenset(
    {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION}
)
_PROSE_QUESTION = 80
_IN_A_ROW = 4
_FEW = 3  # fewer than one in so many headings ask: they are chapters
_ANSWERED = 3  # words that make an answer: "Yes, we do."


@dataclass(frozen=True, slots=True)
class Start:
    """A block where a question begins. ``number`` is as printed, ``order`` sorts it, and
    ``confidence`` says how sure it is that a question begins here.
    """

    block: int
    number: str
    order: tuple[str, int, tuple[int, ...], str]
    confidence: float
    labelled: bool


def find_starts(seen: Seen, *, loose: bool) -> tuple[Start, ...]:
    """Return the questions' beginnings by the plainest sign the document has.

    Args:
        seen: the document.
        loose: whether it is known to be a response, so that questions without a label count too.
    """
    worded = _worded(seen)
    if len(worded) > 1 or (worded and (loose or worded[0].confidence > 0.9)):
        return worded
    if not loose:
        return ()
    return _numbered(seen) or _unnumbered(seen)


def _shape(seen: Seen, at: int) -> _Shape:
    return seen.blocks[at].kind, seen.blocks[at].level


def _spans(seen: Seen, ats: Sequence[int]) -> dict[int, int]:
    """Return how many words of an answer follow each beginning, up to the next one."""
    ends = [*ats[1:], len(seen.blocks)]
    return {at: _answer_words(seen, at, end) for at, end in zip(ats, ends, strict=False)}


def _answer_words(seen: Seen, at: int, end: int) -> int:
    found = seen.labels[at]
    own = found.rest if found else seen.blocks[at].text
    words = 0 if asks(own) or seen.blocks[at].kind is BlockKind.HEADING else word_count(own)
    rest = at + 1
    while rest < end and (not seen.blocks[rest].text or asks(seen.blocks[rest].text)):
        rest += 1
    # Of an issue that is no question, the words after its label are still its wording.
    return seen.words(rest, end) + (words if words and found and not names_issue(own) else 0)


def _worded(seen: Seen) -> tuple[Start, ...]:
    """Find "Question 7" and "Q7."; "Response to question 7" where that is what has the answers."""
    found = [_chosen(seen, _styled(seen, style)) for style in (LabelStyle.WORD, LabelStyle.REPLY)]
    plain, replies = found
    if not plain or _told(seen, replies) > 2 * _told(seen, plain):
        return replies
    return plain


def _styled(seen: Seen, style: LabelStyle) -> list[int]:
    """Return the blocks with labels of a style; a heading "Questions 1 to 5" over those is none."""
    ats = [
        at
        for at, found in enumerate(seen.labels)
        if found and found.style is style and at not in seen.contents | seen.repeated
    ]
    single = {found.printed for at in ats if len((found := _label(seen, at)).numbers) == 1}
    return [
        at
        for at in ats
        if len(numbers := _label(seen, at).numbers) == 1 or not single & set(numbers)
    ]


def _told(seen: Seen, starts: Sequence[Start]) -> int:
    """Return how many of the beginnings have an answer after them."""
    spans = _spans(seen, [start.block for start in starts])
    return sum(words >= _ANSWERED for words in spans.values())


def _chosen(seen: Seen, ats: Sequence[int]) -> tuple[Start, ...]:
    """Choose, among all places that name a question, those where it is answered."""
    if not ats:
        return ()
    spans = _spans(seen, ats)
    usual = _usual_shapes(seen, ats, spans)
    chapters = _chapters(seen, ats, spans)
    kept: list[Start] = []
    for chapter in chapters:
        kept.extend(_of_chapter(seen, chapter, spans, usual))
    return tuple(sorted(kept, key=lambda start: start.block))


def _usual_shapes(seen: Seen, ats: Iterable[int], spans: dict[int, int]) -> frozenset[_Shape]:
    """Return the shapes that questions have in this document."""
    counts = Counter(_shape(seen, at) for at in ats if spans[at] >= _ANSWERED)
    most = max(counts.values(), default=0)
    return frozenset(shape for shape, count in counts.items() if count * 4 >= most)


def _label(seen: Seen, at: int) -> Label:
    found = seen.labels[at]
    return found or Label(LabelStyle.BARE, ("",), "", seen.blocks[at].text)


def _key(seen: Seen, at: int) -> tuple[str, int, tuple[int, ...], str]:
    return order(_label(seen, at).numbers[0])


def _chapters(seen: Seen, ats: Sequence[int], spans: dict[int, int]) -> list[list[int]]:
    """Part the beginnings where the numbers start again at 1 with other questions."""
    chapters: list[list[int]] = [[]]
    firsts: list[str] = []
    for place, at in enumerate(ats):
        again = _key(seen, at)[1] == 1 and _key(seen, at)[3] in ("", "a")
        follows = place + 1 < len(ats) and _key(seen, ats[place + 1])[1:] > _key(seen, at)[1:]
        words = _label(seen, at).rest.casefold()
        if again and follows and spans[at] >= _ANSWERED:
            answered = any(spans[each] >= _ANSWERED for each in chapters[-1])
            if answered and words not in firsts and _wide(seen, chapters[-1], spans):
                chapters.append([])
            firsts.append(words)
        chapters[-1].append(at)
    return chapters


def _wide(seen: Seen, ats: Sequence[int], spans: dict[int, int]) -> bool:
    """Tell whether a chapter has answers to two questions or more."""
    return len({_key(seen, at) for at in ats if spans[at] >= _ANSWERED}) > 1


def _of_chapter(
    seen: Seen, ats: Sequence[int], spans: dict[int, int], usual: frozenset[_Shape]
) -> list[Start]:
    groups: dict[tuple[str, int, tuple[int, ...], str], list[int]] = defaultdict(list)
    for at in ats:
        groups[_key(seen, at)].append(at)
    weights = {at: _weight(seen, at, spans, usual) for at in ats}
    ordered = longest([(_key(seen, at), weights[at]) for at in ats])
    chain = {ats[place] for place in ordered}
    kept: list[Start] = []
    for group in groups.values():
        at = max(group, key=lambda each: (each in chain, weights[each], -each))
        if at in chain or (weights[at] >= 3 and _shape(seen, at) in usual):
            confidence = 0.95 if _shape(seen, at) in usual else 0.65
            kept.append(_start(seen, at, confidence - (0.2 if at not in chain else 0)))
    return kept


def _weight(seen: Seen, at: int, spans: dict[int, int], usual: frozenset[_Shape]) -> int:
    answered = spans[at] >= _ANSWERED
    return 1 + 2 * (_shape(seen, at) in usual) + 3 * answered


def _start(seen: Seen, at: int, confidence: float) -> Start:
    found = _label(seen, at)
    return Start(
        at, found.printed, order(found.numbers[0]), confidence, labelled=bool(found.printed)
    )


def _numbered(seen: Seen) -> tuple[Start, ...]:
    """Find "7. Do you agree ...?": numbers that stand before questions, not before paragraphs."""
    bare = [
        at
        for at, found in enumerate(seen.labels)
        if found and found.style is LabelStyle.BARE and at not in seen.contents
    ]
    asking = [at for at in bare if asks(_label(seen, at).rest)]
    if _are_paragraphs(seen, bare, asking):
        return ()
    starts = _answered(seen, _with_like(seen, bare, asking)) if len(asking) > 1 else ()
    return starts or _issues(seen, bare)


def _are_paragraphs(seen: Seen, bare: Sequence[int], asking: Sequence[int]) -> bool:
    """Tell whether most that ask are but some of the numbered paragraphs or notes of a document:
    the numbers before and after stand beside them and ask nothing.
    """
    places = {at: place for place, at in enumerate(bare)}
    asked = frozenset(asking)

    def beside(at: int, step: int) -> bool:
        place = places[at] + step
        if not 0 <= place < len(bare) or bare[place] in asked:
            return False
        prefix, number, *rest = _key(seen, at)
        same = _key(seen, bare[place]) == (prefix, number + step, *rest)
        return same and _shape(seen, at) == _shape(seen, bare[place])

    prose = [at for at in asking if seen.blocks[at].kind is not BlockKind.HEADING]
    return sum(beside(at, -1) + beside(at, 1) for at in prose) > len(asking)


def _with_like(seen: Seen, bare: Sequence[int], asking: Sequence[int]) -> list[int]:
    """Add the headings among the numbered questions that happen not to ask ("9. Funding")."""
    shapes = Counter(_shape(seen, at) for at in asking)
    numbers = {_key(seen, at) for at in asking}
    first, last = min(asking), max(asking)
    like = [
        at
        for at in bare
        if first < at
        and shapes[_shape(seen, at)] * 2 > len(asking)
        and _shape(seen, at)[0] is BlockKind.HEADING
        and _key(seen, at) not in numbers
        and len(_key(seen, at)[2]) == len(_key(seen, asking[0])[2])
        and (at < last or names_issue(_label(seen, at).rest))
    ]
    return sorted({*asking, *like})


def _answered(seen: Seen, ats: Sequence[int]) -> tuple[Start, ...]:
    """Choose among numbered questions; a list of them without answers is none."""
    starts = _chosen(seen, ats)
    told = _told(seen, starts)
    if told < 2 or told * 2 < len(starts):
        return ()
    return tuple(replace(each, confidence=each.confidence - 0.1) for each in starts)


def _issues(seen: Seen, bare: Sequence[int]) -> tuple[Start, ...]:
    """Find the issues of terms of reference that serve as numbered headings."""
    headings = [at for at in bare if seen.blocks[at].kind is BlockKind.HEADING]
    issues = [at for at in headings if names_issue(_label(seen, at).rest)]
    long = [at for at in issues if word_count(_label(seen, at).rest) >= 8]
    if len(long) < 3 or len(issues) * 3 < len(headings) * 2:
        return ()
    return tuple(replace(each, confidence=0.6) for each in _answered(seen, issues))


def _unnumbered(seen: Seen) -> tuple[Start, ...]:
    """Find questions without any number: headings and paragraphs that do nothing but ask."""
    asking = [
        at
        for at, block in enumerate(seen.blocks)
        if at not in seen.contents | seen.repeated and _only_asks(seen, at, block.text)
    ]
    ats = _first_of_each(seen, asking)
    spans = _spans(seen, ats)
    kept = [at for at in ats if spans[at] >= _ANSWERED]
    headings = sum(seen.blocks[at].kind is BlockKind.HEADING for at in kept)
    if len(kept) < (2 if headings else 3) or len(kept) * _FEW < _headings_like(seen, kept):
        return ()
    return tuple(
        Start(at, "", ("", 0, (), ""), _sure_of(seen, at, headings), labelled=False) for at in kept
    )


def _headings_like(seen: Seen, ats: Sequence[int]) -> int:
    """Count the headings of the shapes that the headings among these places have: a report with
    thirty chapters, three of which are called by a question, was not asked these three.
    """
    shapes = {_shape(seen, at) for at in ats if seen.blocks[at].kind is BlockKind.HEADING}
    left_out = seen.contents | seen.repeated
    return sum(_shape(seen, at) in shapes for at in range(len(seen.blocks)) if at not in left_out)


def _sure_of(seen: Seen, at: int, headings: int) -> float:
    if seen.blocks[at].kind is BlockKind.HEADING:
        return 0.8
    return 0.7 if headings or seen.blocks[at].text.rstrip().endswith("?") else 0.6


def _first_of_each(seen: Seen, asking: Sequence[int]) -> list[int]:
    """Keep the first of questions that stand in a row (the others go on with it); of a long row,
    which is a list, the last.
    """
    rows: list[list[int]] = []
    for at in asking:
        if rows and seen.next_text(rows[-1][-1]) >= at:
            rows[-1].append(at)
        else:
            rows.append([at])
    return [row[0] if len(row) <= _IN_A_ROW else row[-1] for row in rows]


def _only_asks(seen: Seen, at: int, text: str) -> bool:
    block, found = seen.blocks[at], seen.labels[at]
    if block.kind not in _ASKED_IN:
        return False
    # "We welcome the opportunity to comment": the writer is speaking, nobody asks.
    if answers(text) and "?" not in text:
        return False
    if found and found.style is LabelStyle.LETTER:
        return False
    if word_count(text) > _PROSE_QUESTION or not asks(text) or asked_until(text) < len(text):
        return False
    return "?" in text[-120:] or (block.kind is not BlockKind.LIST_ITEM and word_count(text) <= 40)
