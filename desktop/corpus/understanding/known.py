"""Questions of known Consultations found again in a document, word for word or nearly so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop.core.consultation import Consultation, Question
from desktop.core.document import Block, BlockKind
from desktop.core.likeness import telling_words

_TOKEN = re.compile(r"\w+")
_RUN = 3
_NEAR = 0.6
_SLACK = 4
_SHORT = 5
_TEXTUAL = frozenset(
    {BlockKind.HEADING, BlockKind.NUMBERED, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
)
_BEFORE = re.compile(
    r"(?:^|[.?!:;”\"’)\]]\s)[\W_]*(?:(?:consultation )?(?:question|issue|q|point)?\s?\.?"
    r"[\d]{1,3}[a-z]?\s?[.:)–—-]?\s*)?[\W_]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """The wording of a known question in a document.

    It begins at the character ``start`` of ``block`` (its number before it included) and ends at
    the character ``stop`` of the block ``last``. ``likeness`` is the share of it that is there.
    """

    consultation: str
    question: Question
    block: int
    start: int
    last: int
    stop: int
    likeness: float


@dataclass(frozen=True, slots=True)
class _Asked:
    consultation: str
    question: Question
    tokens: tuple[str, ...]


_Word = tuple[int, int, int]  # block, first character, character after the last


def sight(blocks: Sequence[Block], consultations: Sequence[Consultation]) -> tuple[Sighting, ...]:
    """Return the questions of the consultation that fits the whole document best, in the order
    in which they stand there; empty if none fits.
    """
    known = [
        _Asked(each.id, question, tuple(_TOKEN.findall(question.text.casefold())))
        for each in consultations
        for question in each.questions
    ]
    if not known:
        return ()
    tokens, words = _stream(blocks)
    seen = [each for each in _matches(tokens, words, known) if _begins(blocks, each)]
    by_consultation: dict[str, list[Sighting]] = defaultdict(list)
    for each in seen:
        by_consultation[each.consultation].append(each)
    sizes = {each.id: len(each.questions) for each in consultations}
    fitting = [each for each in by_consultation.values() if _fits(each, sizes)]
    best = max(fitting, key=lambda found: _fit(found, sizes), default=[])
    return tuple(sorted(_starts_moved(blocks, best), key=lambda each: (each.block, each.start)))


def _fits(found: Sequence[Sighting], sizes: dict[str, int]) -> bool:
    different = {each.question.number for each in found}
    if len(different) > 1 or sizes[found[0].consultation] == 1:
        return True
    return len(_TOKEN.findall(found[0].question.text)) >= 2 * _SHORT


def _fit(found: Sequence[Sighting], sizes: dict[str, int]) -> tuple[float, float]:
    """Return how well a consultation fits: how much of it was seen, then which share of it."""
    best: dict[str, float] = {}
    for each in found:
        best[each.question.number] = max(best.get(each.question.number, 0), each.likeness)
    return sum(best.values()), sum(best.values()) / sizes[found[0].consultation]


def _stream(blocks: Sequence[Block]) -> tuple[list[str], list[_Word]]:
    """Return the words of all running text one after the other, and where each stands."""
    tokens: list[str] = []
    words: list[_Word] = []
    for at, block in enumerate(blocks):
        if block.kind in _TEXTUAL:
            for found in _TOKEN.finditer(block.text):
                tokens.append(found.group().casefold())
                words.append((at, found.start(), found.end()))
    return tokens, words


def _matches(
    tokens: Sequence[str], words: Sequence[_Word], known: Sequence[_Asked]
) -> Iterator[Sighting]:
    """Find the wordings by their runs of three words that stand at like distances."""
    index: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for which, asked in enumerate(known):
        for j in range(len(asked.tokens) - _RUN + 1):
            index[asked.tokens[j : j + _RUN]].append((which, j))
    hits: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i, run in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        for which, j in index.get(run, ()):
            hits[which].append((i, j))
    for which, pairs in hits.items():
        yield from _groups(pairs, known[which], words)


def _groups(
    pairs: Sequence[tuple[int, int]], asked: _Asked, words: Sequence[_Word]
) -> Iterator[Sighting]:
    """Gather the hits of one question that belong to one occurrence of it."""
    runs = max(1, len(asked.tokens) - _RUN + 1)
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i, j in pairs:
        near[(i - j) // _SLACK].append((i, j))
    taken: set[int] = set()
    for bucket in sorted(near, key=lambda each: -len(near[each])):
        if taken & {bucket - 1, bucket, bucket + 1}:
            continue
        close = [*near[bucket], *near.get(bucket + 1, ()), *near.get(bucket - 1, ())]
        share = min(1.0, len({j for _, j in close}) / runs)
        if share < _NEAR or (runs <= _SHORT - _RUN and share < 1):
            continue
        taken.add(bucket)
        first, j = min(close)
        last = max(i for i, _ in close) + _RUN - 1
        first = max(0, first - j) if j <= _SLACK else first
        if j > _SLACK:
            continue
        block, start, _ = words[first]
        end, _, stop = words[min(last, len(words) - 1)]
        yield Sighting(asked.consultation, asked.question, block, start, end, stop, share)


def _begins(blocks: Sequence[Block], seen: Sighting) -> bool:
    """Tell whether the wording begins where a question would, not inside a sentence."""
    before = blocks[seen.block].text[max(0, seen.start - 60) : seen.start]
    return not before.strip() or bool(_BEFORE.search(before))


_NUMBER_BEFORE = re.compile(
    r"(?:(?:consultation )?(?:question|issue|q"
    r"|point)?\s?\.?[\d]{1,3}[a-z]?\s?[.:)–—-]\s*)?[\W_]*$",
    re.IGNORECASE,
)


def _starts_moved(blocks: Sequence[Block], found: Sequence[Sighting]) -> Iterator[Sighting]:
    """Take the number before a wording with it, and the full stop after it."""
    for each in found:
        before = blocks[each.block].text[: each.start]
        number = _NUMBER_BEFORE.search(before)
        start = number.start() if number and number.group().strip(" \"'‘“") else each.start
        start = 0 if not before[:start].strip(" \"'‘“”’") else start
        after = re.compile(r"[\"'”’)\]]*[.?:;]*[\"'”’)\]]*").match(
            blocks[each.last].text, each.stop
        )
        stop = after.end() if after else each.stop
        yield Sighting(
            each.consultation, each.question, each.block, start, each.last, stop, each.likeness
        )


@lru_cache(maxsize=512)
def _subject(text: str) -> frozenset[str]:
    return frozenset(telling_words(text))


def by_number(
    number: str, heading: str, consultation: Consultation
) -> tuple[Question, float] | None:
    """Return the question with this number if a (shortened) heading is about the same thing, or
    the one that shares most of its telling words; with how sure that is.
    """
    said = set(telling_words(heading))
    if not said:
        return None
    shares = Counter(
        {
            at: len(said & _subject(f"{question.text} {question.heading}")) / len(said)
            for at, question in enumerate(consultation.questions)
        }
    )
    for at, question in enumerate(consultation.questions):
        if question.number == number and shares[at] >= 0.5:
            return question, min(0.9, 0.4 + shares[at] / 2)
    (best, share), *others = shares.most_common(2)
    runner = others[0][1] if others else 0.0
    if share >= 0.75 and share - runner >= 0.25 and len(said) > 1:
        return consultation.questions[best], 0.75 * share
    return None
