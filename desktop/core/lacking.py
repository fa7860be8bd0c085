"""What an answer still lacks of a good argument, and which Prompts help with it.

Told by plain signs that a person can check by looking: figures, quotation marks, words such as "for
example" and "we recommend", and what is cited. It would rather ask once too often than keep quiet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from desktop.core.evidence import Prompt, Purpose, SnippetKind
from desktop.core.figure_finding import figures
from desktop.core.figure_values import tells
from desktop.core.first_hand import FIRST_HAND
from desktop.core.line_words import has_one_of
from desktop.core.listing import listed
from desktop.core.sentences import sentence_at

# A sentence or two: below that there is no answer yet that could lack anything.
BEGUN_WORDS = 20


class Need(StrEnum):
    """Something that a good answer has."""

    FIGURE = "figure"
    SOURCE = "source"
    EXAMPLE = "example"
    FIRST_HAND = "first-hand"
    RECOMMENDATION = "recommendation"
    COUNTER_ARGUMENT = "counter-argument"
    KEY_POINT = "key-point"


_LACKING = {
    Need.FIGURE: "gives no figure",
    Need.SOURCE: "cites nothing",
    Need.EXAMPLE: "has no example",
    Need.FIRST_HAND: "has nothing that you have seen yourselves",
    Need.RECOMMENDATION: "recommends nothing",
    Need.COUNTER_ARGUMENT: "meets no argument against it",
    Need.KEY_POINT: "has no key point",
}
# What the card says of a Prompt that helps with it.
MISSING = {need: f"Your answer {words} yet" for need, words in _LACKING.items()}

EXAMPLE = re.compile(
    r"\b(?:for example|for instance|e\.g\.|case stud(?:y|ies)|to take one"
    r"|as one (?:example|case)|an example (?:of|is|was|from)|one example"
    r"|in one (?:case|area|instance|town|village|ward|street)"
    r"|one (?:of (?:our|the|their|these) )?"
    r"(?:members?|groups?|clients?|volunteers?|projects?|famil(?:y|ies)|tenants?|parents?"
    r"|young person|wom[ae]n|m[ae]n|residents?|carers?|branch(?:es)?) "
    r"(?:\w+ )?(?:told|said|had|was|were|lost|closed|began|found|described|who|whose|in))\b",
    re.IGNORECASE,
)
_OF_EXAMPLES = ("example", "instance", "e.g.", "case", "one ")
_BODIES = (
    r"(?:government|ministers?|departments?|councils?|committee|parliament|authorit(?:y|ies)|commissioners?"
    r"|funders?|regulators?|commission|treasury|office|services?|nhs|trusts?|banks?|officials?)"
)
RECOMMENDS = re.compile(
    r"\b(?:we|i) (?:\w+ly |also |therefore |would |further )*"
    r"(?:recommend|urge|propose|call (?:up)?on|call for|ask (?:that|the|for|ministers))\b"
    rf"|\b{_BODIES} (?:\w+ly |also |therefore )?(?:should|must|ought to|needs? to)\b",
    re.IGNORECASE,
)
# Without one of these there is nothing to look for.
_OF_ASKING = frozenset(
    (
        *("recommend", "urge", "propose", "call", "ask"),
        *("should", "must", "ought", "need", "needs"),
    )
)
_COUNTERS = re.compile(
    r"\b(?:may|might|will|can|could|is|has been|often) (?:be )?(?:objected|argued|said|claimed)\b"
    r"|\b(?:some|others|critics|opponents|sceptics|those who disagree) (?:\w+ )?"
    r"(?:say|said|argue|argued|claim|believe|object|fear|would|will|may|might)\b"
    r"|\b(?:critics|opponents|sceptics|objections?|counter-?argument)\b"
    r"|\b(?:on the other hand|admittedly|against (?:this|that)|to be fair|it is true that)\b"
    r"|\bwe (?:\w+ )?(?:accept|recogni[sz]e|acknowledge|concede|understand|agree) that\b"
    r"|\b(?:had|has|have) (?:a|its|their|his|her|good|every) (?:good )?reasons?\b"
    r"|\b(?:is|are|was|were) right (?:to|that)\b|\bnobody should read this as\b"
    r"|\b(?:fair|just) (?:charge|criticism|objection|point)\b",
    re.IGNORECASE,
)
_CASES = frozenset({SnippetKind.CASE_STUDY, SnippetKind.QUOTATION})
_OWN_VOICE = re.compile(
    r"\b(?:you (?:know|have seen|do|did|lost|lose|hear|hold)|your (?:own|members|work|organisation"
    r"|area|experience|field|group)|near you|where you (?:are|work)|lived|have you|did you)\b"
    r"|\{\{ *organisation *\}\}",
    re.IGNORECASE,
)
_FIGURE_WORDS = re.compile(
    r"\b(?:how (?:many|much|often|long)|number|figures?|share|per cent|cost|out of|in pounds"
    r"|percentage)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Argued:
    """What there is of an answer.

    ``text`` is its body in plain words; ``cited`` holds the kinds of the Snippets it cites,
    ``cites`` tells whether it cites anything at all, ``quotes`` whether it has a displayed
    quotation, ``key_point`` and ``recommends`` whether those fields are filled in.
    """

    text: str
    key_point: bool = False
    recommends: bool = False
    cites: bool = False
    quotes: bool = False
    cited: frozenset[SnippetKind] = frozenset()

    @property
    def begun(self) -> bool:
        """Whether enough is written to say that something is missing."""
        return len(self.text.split()) >= BEGUN_WORDS


def lacks(answer: Argued) -> tuple[Need, ...]:
    """Return what an answer lacks, what matters most first; nothing of one not yet begun."""
    if not answer.begun:
        return ()
    # Line by line: what is found early decides, and a very long answer lets others go on meanwhile.
    lines = answer.text.splitlines()
    has = {
        Need.FIGURE: SnippetKind.STATISTIC in answer.cited or _gives_figure(lines),
        Need.SOURCE: answer.cites,
        Need.EXAMPLE: answer.quotes or bool(_CASES & answer.cited) or _says(EXAMPLE, lines),
        Need.FIRST_HAND: _says(FIRST_HAND, lines),
        Need.RECOMMENDATION: answer.recommends or _says(RECOMMENDS, lines),
        Need.COUNTER_ARGUMENT: _says(_COUNTERS, lines),
        Need.KEY_POINT: answer.key_point,
    }
    return tuple(need for need in Need if not has[need])


def gives_example(text: str) -> bool:
    """Tell whether a text gives an example, or tells of one case."""
    # Most lines have none of these words, and need no closer look.
    small = text.casefold()
    return any(word in small for word in _OF_EXAMPLES) and EXAMPLE.search(text) is not None


@lru_cache(maxsize=16_384)
def recommends(line: str) -> bool:
    """Tell whether a line says what should be done, and that it is asked for or by whom."""
    return has_one_of(_OF_ASKING, line) and RECOMMENDS.search(line) is not None


def passage_with(need: Need, lines: Iterable[str]) -> str:
    """Return the first sentence that gives an example, recommends something, says what was seen at
    first hand, or meets an argument against it; "" if none does. Others are not told by words.
    """
    pattern = _TOLD_BY_WORDS[need]
    for line in lines:
        if found := pattern.search(line):
            return sentence_at(line, found.start() + 1)
    return ""


def all_missing(said: Iterable[str]) -> str:
    """Return one sentence for what several of ``MISSING`` say, other words left out: "Your answer
    gives no figure and has no key point yet"; "" for none.
    """
    words = dict.fromkeys(said)
    wanted = [words_of for need, words_of in _LACKING.items() if MISSING[need] in words]
    return f"Your answer {listed(wanted)} yet" if wanted else ""


def helps_with(prompt: Prompt) -> frozenset[Need]:
    """Return what an answer may lack that a Prompt helps to write."""
    words = f"{prompt.question} {prompt.starter}"
    found: set[Need] = set()
    match prompt.purpose:
        case Purpose.CLAIM:
            found.add(Need.KEY_POINT)
        case Purpose.EVIDENCE:
            figure = _FIGURE_WORDS.search(words) is not None
            found.add(Need.FIGURE if figure else Need.SOURCE)
        case Purpose.EXAMPLE:
            found.add(Need.EXAMPLE)
        case Purpose.COUNTER_ARGUMENT:
            found.add(Need.COUNTER_ARGUMENT)
        case Purpose.RECOMMENDATION:
            found.add(Need.RECOMMENDATION)
    if prompt.purpose in _TOLD_BY_ONESELF and _OWN_VOICE.search(words):
        found.add(Need.FIRST_HAND)
    return frozenset(found)


_TOLD_BY_WORDS = {
    Need.EXAMPLE: EXAMPLE,
    Need.FIRST_HAND: FIRST_HAND,
    Need.RECOMMENDATION: RECOMMENDS,
    Need.COUNTER_ARGUMENT: _COUNTERS,
}
_TOLD_BY_ONESELF = frozenset({Purpose.CLAIM, Purpose.EVIDENCE, Purpose.EXAMPLE})


def _says(pattern: re.Pattern[str], lines: Sequence[str]) -> bool:
    return any(map(pattern.search, lines))


def _gives_figure(lines: Sequence[str]) -> bool:
    return any(tells(figure) for line in lines for figure in figures(line))
