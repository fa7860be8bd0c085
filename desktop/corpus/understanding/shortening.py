"""A short heading made from the wording of a question."""

from __future__ import annotations

import re

_LEAD = re.compile(
    r"(?:what (?:more )?(?:should|can|could|must) be done (?:about|to|for)"
    r"|(?:do|would|to what extent do|if so, do|overall, do) you (?:agree|support|think"
    r"|believe|consider|feel|have any (?:views|comments|evidence"
    r"|suggestions))\s?(?:or disagree\s)?(?:with|that|about|on|there (?:is|are))?"
    r"|what (?:are|is|do you (?:think|see|consider|believe)(?: (?:are|is"
    r"|about))?)(?: your)?(?: (?:views?|opinions?|thoughts?|comments?|experiences?) (?:on|of"
    r"|about))?"
    r"|please (?:share|give|provide|tell us|set out|describe|explain|outline)(?: (?:us|your"
    r"|any|further))*(?: (?:views?|comments?|details?|information|evidence|experiences?"
    r"|examples?) (?:on|of|about))?"
    r"|how (?:far|well|should|can|could|do|does|might|would|will|effective(?:ly)? (?:is|are"
    r"|do|does)?)"
    r"|are there (?:any )?(?:other )?|is there (?:any )?|which of the following"
    r"|in what ways?|to what extent (?:is|are|does|do|should)|have you|should|whether)\s",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|a|an|our|your|this|these|any|that)\s(?=\w)", re.IGNORECASE)
# What is left of "How should ... be supported?"
_PASSIVE = re.compile(r"\s(?:best )?be (?:\w+ly )?\w+(?:ed|en|t)$", re.IGNORECASE)
_END = re.compile(
    r"[?:;(]|[.](?!\w)|,\s(?:and|including|such|so|if|particularly|especially"
    r"|in particular)\b|\s[–—-]\s"
)
_WEAK_WORDS = """
a an the of to in on for and or with by from at as is are be that which should will would could
can your our their its this these it you we if so how what who whom when not no any into about
between more than been have has
"""
_WEAK = frozenset(_WEAK_WORDS.split())
_WORDS = 8
_SHORTEST, _LONGEST = 6, 60


def short_heading(wording: str) -> str:
    """Return a heading of at most eight words: what the question is about, without the asking."""
    flat = " ".join(wording.split())
    lead = _LEAD.match(flat)
    text = flat[lead.end() :] if lead else flat
    article = _ARTICLE.match(text)
    text = text[article.end() :] if article else text
    end = _END.search(text)
    text = text[: end.start()] if end and end.start() > _SHORTEST else text
    if lead and lead.group().lower().startswith("how"):
        text = _PASSIVE.sub("", text)
    words = text.split()[:_WORDS]
    while len(" ".join(words)) > _LONGEST and len(words) > 1:
        words.pop()
    while len(words) > 2 and words[-1].lower().strip(",.") in _WEAK:
        words.pop()
    short = " ".join(words).strip(" ,.?:;–—-\"'“”‘’") or flat[:_LONGEST]
    return short[:1].upper() + short[1:]
