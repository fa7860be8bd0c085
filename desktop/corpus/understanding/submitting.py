"""Sentences of a call that say how submissions must be made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop.core.document import Block, BlockKind
from desktop.core.understanding import RuleMention
from desktop.corpus.understanding.cutting import sentences
from desktop.corpus.understanding.wording import asks

_ABOUT = re.compile(
    r"\b(?:submissions?|written evidence|evidence submitted|responses?|respondents?"
    r"|documents?|paragraphs?|attachments?"
    r"|files?|material|contributions?|your (?:response|submission|evidence|views)"
    r"|those (?:submitting|responding)"
    r"|pdfs?|word format|logos?|executive summary|personal (?:data|information)|contact details"
    r"|confidential\w*|anonym\w+|annex(?:es)?|appendices|welsh|hyperlinks?|footnotes)\b",
    re.IGNORECASE,
)
_DEMANDS = re.compile(
    r"\b(?:should|must|may not|cannot|can not|will not|please|required|need(?:s)? to|ask(?:s"
    r"|ed)? (?:that|you|to)|not accept\w*"
    r"|no (?:more|longer) than|maximum|not exceed|accepted|preferred|(?:will"
    r"|may) be (?:published|treated|made public|returned|circulated)"
    r"|do not|ensure|encouraged|expected|be aware)\b",
    re.IGNORECASE,
)
_LIST_LEAD = re.compile(
    r"\b(?:submissions?|responses?|written evidence|evidence|documents?"
    r"|your response)\b.{0,60}\b(?:should|must)\b[^.]{0,60}:\s*$",
    re.IGNORECASE,
)
_FORM_HEAD = re.compile(
    r"\W*(?:how to (?:respond|submit|make).*|submitting (?:written )?(?:evidence|your).*"
    r"|submissions?|format.*|guidance (?:for|on).*"
    r"|(?:form and )?guidelines?.*|responding.*|written evidence|confidentiality.*"
    r"|data protection|what to (?:include|send).*)\W*",
    re.IGNORECASE,
)
_LONGEST = 60
_SHORTEST = 4


def rule_mentions(blocks: Sequence[Block], asked: frozenset[int]) -> tuple[RuleMention, ...]:
    """Return the sentences about form, length, privacy and sending, in order. ``asked`` are the
    blocks of the questions, which are left out.
    """
    found: list[RuleMention] = []
    listed = headed = False
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            headed, listed = bool(_FORM_HEAD.fullmatch(block.text)), False
            continue
        if at in asked or block.kind in (BlockKind.BREAK, BlockKind.TABLE, BlockKind.FOOTNOTE):
            continue
        if listed and block.kind is BlockKind.LIST_ITEM:
            found.append(RuleMention(" ".join(block.text.split()), at))
            continue
        listed = bool(_LIST_LEAD.search(block.text))
        found.extend(RuleMention(each, at) for each in _rules(sentences(block.text), headed=headed))
    return tuple(found)


def _rules(texts: Iterable[str], *, headed: bool) -> Iterable[str]:
    for text in texts:
        flat = " ".join(text.split())
        words = len(flat.split())
        if not _SHORTEST <= words <= _LONGEST or (asks(flat) and flat.endswith("?")):
            continue
        if _DEMANDS.search(flat) and (_ABOUT.search(flat) or headed) and not flat.endswith(":"):
            yield flat
