"""Signs that a piece argues the other way, as far as words alone can tell.

Words cannot tell an argument from its opposite; they can tell that a sentence about the same thing
turns ("however"), denies ("no evidence that"), names a price (risk, cost) or a movement the other
way (rose where a sentence says fell). The card says which sign it was, and a person judges.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from desktop.matching.words import index_word, split

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z£\d])|\n+")

_UP_WORDS = """
rise rises rose risen rising increase increases increased increasing grow grows grew grown growing
growth gain gains gained improve improves improved improving improvement better more strengthen
strengthens strengthened stronger expand expanded expanding open opened opening succeed succeeds
succeeded success successful support supports
"""
_DOWN_WORDS = """
fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined
declining drop drops dropped lose loses lost losing loss losses worsen worsens worsened worse less
fewer weaken weakens weakened weaker shrink shrank shrunk shrinking close closed closing closure
closures cut cuts reduce reduced reduces reducing reduction reductions fail fails failed failing
failure failures oppose opposes undermine undermines undermined
"""
_UP, _DOWN = frozenset(_UP_WORDS.split()), frozenset(_DOWN_WORDS.split())
_DENIES = re.compile(
    r"\b(?:no (?:clear |good |strong |real |reliable )?"
    r"(?:evidence|proof|reason|sign|link|effect|difference|support|guarantee)"
    r"|little (?:evidence|proof|reason|sign|effect|difference|support)"
    r"|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should) not"
    r"|cannot|\w+n[’']t|never|neither|hardly|far from|rather than|without)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:however|but|although|though|nevertheless|nonetheless|yet|despite|in spite of"
    r"|on the other hand|by contrast|in contrast|contrary to"
    r"|on the contrary|instead|conversely|even so|whereas)\b",
    re.IGNORECASE,
)
_OBJECTS = re.compile(
    r"\b(?:critics?|opponents?|sceptics?|sceptical|objections?|object(?:s|ed)? to|dispute[sd]?"
    r"|disagree[sd]?|doubt(?:s|ed|ful)?|myth|contradict\w*|wrong(?:ly)?|mistaken|misleading"
    r"|questionable|warn(?:s|ed|ing)?|fear(?:s|ed)?|danger(?:s|ous)?|conflict(?:s|ed)?|tension|paradox)\b",
    re.IGNORECASE,
)
_PRICES = re.compile(
    r"\b(?:risk(?:s|y)?|cost(?:s|ly)?|burden(?:s|some)?|problem(?:s|atic)?|barriers?"
    r"|threat(?:s|en|ens)?|harm(?:s|ful|ed)?|drawbacks?|downsides?|unfair|expensive"
    r"|difficult(?:y|ies)?|limit(?:s|ed|ation|ations)?|at the expense)\b",
    re.IGNORECASE,
)
# What each sign is worth.
_SIGNS = ((_DENIES, 0.5), (_OBJECTS, 0.5), (_TURNS, 0.35), (_PRICES, 0.25))
_OTHER_WAY = 0.7
_ALONE = 0.5  # a sign in another sentence than the words on the subject


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that a piece argues the other way.

    ``words`` are the words that tell, as they stand in the piece, ``against`` those of the sentence
    that they go against ("" if it is no matter of those), ``strength`` runs from 0 to 1.
    """

    words: str
    strength: float
    against: str = ""


def opposing(sentence: str, text: str, about: Collection[str]) -> Sign | None:
    """Return the strongest sign that ``text`` argues against ``sentence``, or None.

    ``about`` are the words of the sentence that the text shares: a sign counts for most where it
    stands in one sentence with two of them.
    """
    topics = {index_word(word) for words in about for word in split(words)}
    mine = _directions(sentence)
    denied = _DENIES.search(sentence) is not None
    found: list[Sign] = []
    for said in _SENTENCE.split(text):
        near = len(topics.intersection(map(index_word, split(said))))
        part = 1.0 if near >= min(2, len(topics)) else _ALONE if near else 0.0
        if part:
            found += [
                Sign(sign.words, part * sign.strength, sign.against)
                for sign in _signs(said, mine, denied=denied)
            ]
    return max(found, key=lambda sign: sign.strength, default=None)


def _signs(said: str, mine: dict[int, str], *, denied: bool) -> list[Sign]:
    """Return the signs in one sentence of a piece."""
    found = [
        Sign(word, _OTHER_WAY, mine[-way])
        for way, word in _directions(said).items()
        if -way in mine and way not in mine
    ]
    for pattern, strength in _SIGNS:
        sign = pattern.search(said)
        # Where the sentence itself denies, what denies too is on its side.
        if sign and not (denied and pattern is _DENIES):
            found.append(Sign(sign.group().lower(), strength))
    return found


def _directions(text: str) -> dict[int, str]:
    """Return whether a text speaks of more (1) or of less (-1), with the first word that does."""
    found: dict[int, str] = {}
    for word in split(text):
        if word in _UP:
            found.setdefault(1, word)
        elif word in _DOWN:
            found.setdefault(-1, word)
    return found
