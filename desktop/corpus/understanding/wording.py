"""Whether words ask something: a question, an invitation to write, an issue to speak to."""

from __future__ import annotations

import re

_ASKING = re.compile(
    r"[\W_]*(?:do|does|did|is|are|was|were|should|would|will|can|could|may|might|have|has"
    r"|had|what|which"
    r"|who|whom|whose|when|where|why|how|to what|in what|in which|in your|if|on what|on which"
    r"|for what|at what|at which|under what|from your|given|considering|thinking|looking"
    r"|are there"
    r"|is there|beyond|other than|apart from|as well as|with|based|as a|for each|does your"
    r"|has your|having|overall|aside from|following|by what|through what|among|over the|during"
    r"|regarding|in addition|taking|among|where)\b",
    re.IGNORECASE,
)
_INVITING = re.compile(
    r"[\W_]*(?:(?:if (?:yes|no|so|not|you)[^.?]{0,80},\s)?please\b"
    r"|(?:describe|explain|tell us|outline|set out|comment on|list|state|provide|give|share"
    r"|suggest"
    r"|identify|indicate|specify|summarise)\s(?:the|any|your|how|what|why|which|whether|us"
    r"|in|a)\b"
    r"|we (?:would )?(?:welcome|invite|are interested|are seeking|are keen|would like|seek)\b"
    r"|any (?:other|further|additional) (?:comments?|information|views|points|evidence"
    r"|issues)\b"
    r"|(?:additional|further|other|general) comments\b|(?:your )?(?:views|comments) (?:on"
    r"|are)\b)",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"[\W_]*(?:the|a|an|any|whether|how|what|which|why|where|possible|potential|ways"
    r"|barriers|lessons"
    r"|opportunities|challenges|evidence|progress|options|views|issues)\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"[\W_]*(?:please\b|if (?:yes|no|so|not|you|your)\b|why(?: not)?\b(?=[^?.]*\?)"
    r"|for example\b|e\.g\.|you may\b"
    r"|give reasons|\(|explain\b|in particular\b|when answering|answers? should|in responding)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.?!]*(?:[.](?=\w)[^.?!]*)*[.?!]*[\"'”’)\]]*\s*")
_FIRST_PERSON = re.compile(
    r"[\W_]*(?:we|our|yes|no|i|my|n/?a|agreed?|disagree|not|strongly|neither|don.t)\b",
    re.IGNORECASE,
)
_LONGEST_QUESTION = 150


def asks(text: str) -> bool:
    """Tell whether a text asks for an answer: it has a question or an invitation at its head."""
    if not text or len(text) > 2500:
        return False
    head = text[:1200]
    if "?" in head and (_ASKING.match(head) or _early_mark(head)):
        return True
    return bool(_INVITING.match(head)) and word_count(head) <= _LONGEST_QUESTION


def _early_mark(text: str) -> bool:
    """Tell whether a question mark ends the first or the last sentence."""
    tidy = text.rstrip(" \"'”’)]*_")
    if tidy.endswith("?"):
        return not _FIRST_PERSON.match(text) or text.count(".") == 0
    first = text.find("?")
    return first < 350 and ". " not in text[:first] and not _FIRST_PERSON.match(text)


def names_issue(text: str) -> bool:
    """Tell whether words could be an issue of terms of reference: a phrase that is no sentence of
    the writer's own.
    """
    words = word_count(text)
    return 4 <= words <= 80 and bool(_ISSUE.match(text)) and not answers(text)


def answers(text: str) -> bool:
    """Tell whether words read like the beginning of an answer: "Yes.", "We agree"."""
    return bool(_FIRST_PERSON.match(text))


def asked_until(text: str) -> int:
    """Return where the asking ends in a text that goes on to answer; its length if it never does.

    The question runs to its last question mark before a sentence that answers, and takes with it
    what follows from it ("If so, why?", "Please give reasons.").
    """
    end, seen, at = 0, False, 0
    while at < len(text):
        found = _SENTENCE.match(text, at)
        if not found or found.end() == at:
            break
        sentence = found.group().strip()
        if _asked_in(sentence, seen) or (not at and _INVITING.match(sentence)):
            seen, end = True, found.end()
        elif seen:
            break
        at = found.end()
    return end if seen and end else len(text)


def _asked_in(sentence: str, seen: bool) -> bool:
    if sentence.rstrip("\"'”’)]").endswith("?"):
        return True
    return seen and bool(_FOLLOWING.match(sentence))


def follows_up(text: str) -> bool:
    """Tell whether a block goes on with the asking: "Please explain your answer."."""
    return word_count(text) <= 60 and (asks(text) or bool(_FOLLOWING.match(text)))


def word_count(text: str) -> int:
    """Return how many runs between white space a text has."""
    return len(text.split())
