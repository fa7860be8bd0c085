"""Which Prompts suit a Question, in which order, and why.

Pure and quick, without the index: there are some hundreds of Prompts, and the page of a question
waits for them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop.core.asking import SAID
from desktop.core.evidence import Prompt, Reason, question_ref_matches
from desktop.core.lacking import MISSING, Need, helps_with
from desktop.core.likeness import telling_words
from desktop.core.listing import listed
from desktop.core.suggesting import Asked

# On the scale on which a Prompt in the very words of the Question counts 1.
_TAGGED = 0.6
# What one has said oneself is asked about before the rest: the reader may remember it too.
_SAID = 1.0
_PARAGRAPH = 1.0
# One made for other Questions is offered if it shares so much, and at most so many of them; more
# readily where none was made for this one.
_LEAST_LIKE, _MOST_OTHERS = 0.18, 5
_LEAST_LIKE_ALONE, _MOST_OTHERS_ALONE = 0.12, 8
_FEWEST_WORDS = 2
_WORDS_SHOWN = 3
_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Prompted:
    """A Prompt that is offered, why, and whether the answer still lacks what it helps with.

    ``made_for_it`` tells whether it was made for this Question or for any.
    """

    prompt: Prompt
    reasons: tuple[Reason, ...]
    lacking: bool
    score: float
    made_for_it: bool


def prompted(
    prompts: Sequence[Prompt], asked: Asked, missing: Sequence[Need], ticked: Collection[str]
) -> list[Prompted]:
    """Return the Prompts that suit a Question, in the order in which they are to be asked.

    Those made for it or for any Question come, and a few made for others that are about the same
    thing. Those for what the answer still lacks (``missing``, what matters most first) lead, taking
    turns, so that the first ones are not all about one thing; then the others, and last those that
    are ``ticked`` (ids).
    """
    words = _Words.of(prompts)
    alone = not any(asked.ref and asked.ref in prompt.questions for prompt in prompts)
    texts = _Texts(
        telling_words(asked.wording),
        telling_words(asked.paragraph),
        _LEAST_LIKE_ALONE if alone else _LEAST_LIKE,
    )
    found = [item for each in prompts for item in _offered(each, asked, missing, words, texts)]
    found.sort(key=lambda item: item.score, reverse=True)
    others = [item for item in found if not item.made_for_it and item.prompt.id not in ticked]
    too_many = {
        item.prompt.id for item in others[_MOST_OTHERS_ALONE if alone else _MOST_OTHERS :]
    } | set(ticked)
    unticked = [item for item in found if item.prompt.id not in too_many]
    return [
        *in_turns([item for item in unticked if item.lacking], missing),
        *(item for item in unticked if not item.lacking),
        *(item for item in found if item.prompt.id in ticked),
    ]


def in_turns(items: Sequence[Prompted], missing: Sequence[Need]) -> Iterator[Prompted]:
    """Yield the best Prompt for each thing missing, then the second best for each, and so on."""
    left = list(items)
    while left:
        for need in missing:
            best = next((item for item in left if need in _helps(item.prompt)), None)
            if best is not None:
                left.remove(best)
                yield best


@dataclass(frozen=True, slots=True)
class _Texts:
    """The telling words of the Question, and of what is argued at the cursor.

    ``least`` is how much a Prompt made for another Question must share with either.
    """

    question: Mapping[str, str]
    paragraph: Mapping[str, str]
    least: float


@dataclass(frozen=True, slots=True)
class _Words:
    """How telling each word is: few Prompts have it."""

    count: int
    having: Counter[str]

    @classmethod
    def of(cls, prompts: Sequence[Prompt]) -> _Words:
        having = Counter(stem for prompt in prompts for stem in _telling(prompt))
        return cls(len(prompts), having)

    def weight(self, stem: str) -> float:
        having = self.having[stem]
        return math.log(1 + (self.count - having + 0.5) / (having + 0.5))

    def like(self, prompt: Prompt, other: Mapping[str, str]) -> tuple[float, list[str]]:
        """Return how much a Prompt is about what the telling words of a text are about, 0 to 1, and
        the words that both have.
        """
        one = _telling(prompt)
        shared = [stem for stem in other if stem in one]
        if not shared:
            return 0.0, []
        both = sum(map(self.weight, shared))
        whole = math.sqrt(sum(map(self.weight, one)) * sum(map(self.weight, other)))
        telling = sorted(shared, key=self.weight, reverse=True)[:_WORDS_SHOWN]
        return both / whole, [other[stem] for stem in shared if stem in telling]


def _offered(
    prompt: Prompt, asked: Asked, missing: Sequence[Need], words: _Words, texts: _Texts
) -> Iterator[Prompted]:
    """Yield the Prompt as it is offered, if it suits the Question."""
    like, shared = words.like(prompt, texts.question)
    argued, said = words.like(prompt, texts.paragraph)
    own = question_ref_matches(prompt.questions, asked.ref)
    near = len(shared) >= _FEWEST_WORDS and like >= texts.least
    argues = len(said) >= _FEWEST_WORDS and argued >= texts.least
    if not (own or near or argues):
        return
    lacks = [need for need in missing if need in _helps(prompt)]
    reasons = [Reason(MISSING[need]) for need in lacks]
    if argues:
        reasons.append(Reason(f"On what you are writing: {listed(said)}"))
    said_before = prompt.id.startswith(SAID)
    if not said_before:  # that says itself when it was said, and at what
        reasons += _made_for(prompt, asked, shared, own=own, near=near)
    tagged = _SAID if said_before else _TAGGED if asked.ref in prompt.questions else 0.0
    yield Prompted(prompt, tuple(reasons), bool(lacks), like + _PARAGRAPH * argued + tagged, own)


def _made_for(
    prompt: Prompt, asked: Asked, shared: Sequence[str], *, own: bool, near: bool
) -> Iterator[Reason]:
    """Yield what a Prompt of a pack was made for."""
    if asked.ref and asked.ref in prompt.questions:
        yield Reason("Made for this question")
    elif near and not own:
        yield Reason(f"Made for another question about {listed(shared)}")
    elif own:
        yield Reason("Good practice at any question")


@lru_cache(maxsize=_REMEMBERED)
def _helps(prompt: Prompt) -> frozenset[Need]:
    return helps_with(prompt)


@lru_cache(maxsize=_REMEMBERED)
def _telling(prompt: Prompt) -> dict[str, str]:
    return telling_words(f"{prompt.question} {prompt.starter.replace('{{', ' ')} {prompt.why}")
