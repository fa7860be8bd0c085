"""What a section is for, told by its heading or its first words."""

from __future__ import annotations

import re

from desktop.core.document import Block, BlockKind
from desktop.core.understanding import PartRole

_NUMBERED = (
    r"[\W_]*(?:(?:section|part|chapter)?\s?(?:\d{1,2}|[a-z]"
    r"|[ivx]{1,4})[.):\s–—-]{1,3}\s*)?"
)
_ROLES = tuple(
    (role, re.compile(_NUMBERED + rf"(?:{pattern})[\W_]*", re.IGNORECASE))
    for role, pattern in (
        (
            PartRole.ABOUT_US,
            r"about (?:us|our (?:organisation|charity|members|work)|you|your organisation"
            r"|(?!this|these|the (?:consultation|inquiry|survey|proposals?|call|submission"
            r"|response))"
            r"(?:the )?[\w’'&-]+(?: [\w’'&-]+){0,7})|who we are(?: and .{1,60})?"
            r"|our organisation"
            r"|what we do|background (?:to|on) (?:us|our organisation|the organisation)"
            r"|introduction to [A-Z][\w’'& -]{1,60}|respondent (?:information"
            r"|details)(?: form)?"
            r"|organisation(?:al)? (?:details|profile|background)|your details"
            r"|who is responding",
        ),
        (
            PartRole.SUMMARY,
            r"(?:executive |brief |short )?summary(?! of (?:the )?(?:questions?"
            r"|recommendations))"
            r"(?: of .{1,60}| and .{1,40})?|key (?:points?|messages?|findings|issues)|overview"
            r"|(?:our )?(?:main|headline|summary) (?:points?|messages?)|at a glance|in brief"
            r"|headlines",
        ),
        (
            PartRole.RECOMMENDATIONS,
            r"(?:(?:summary|list) of )?(?:our |key |main |policy |summary )?"
            r"(?:recommendations?|asks|calls? (?:to|for) action)(?: .{1,50})?"
            r"|what we (?:want|recommend|are (?:asking|calling) for)(?: .{1,50})?"
            r"|conclusions? and recommendations?",
        ),
        (
            PartRole.ANNEX,
            r"(?:annex(?:e|es)?|appendi(?:x|ces)|attachment)\b.{0,120}|references|bibliography"
            r"|endnotes|footnotes|notes|glossary(?: of terms)?|further reading|sources"
            r"|works cited",
        ),
        (PartRole.CONTENTS, r"(?:table of |list of )?contents|list of questions"),
    )
)
_CLOSING = re.compile(
    _NUMBERED + r"(?:conclusions?|concluding .{1,30}|closing (?:remarks|comments)|final (?:remarks"
    r"|thoughts|comments)"
    r"|contact(?: us| details| information)?|(?:for )?(?:further|more) information.{0,60}"
    r"|next steps"
    r"|declarations?(?: .{1,30})?|acknowledge?ments?|about this .{1,60}|signed|authors?)[\W_]*",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    r"[\W_]*(?:chapter|section|part|theme|pillar)\s(?:\d{1,2}|[a-z]|[ivx]{1,4}|one|two"
    r"|three)\b(?!\sof\b)",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"(?:we are|[A-Z][\w’'&.-]*(?: [\w’'&.()-]+){0,9} (?:is|are)) (?:a|an|the)\b[^.]{0,90}?"
    r"\b(?:charity|charities|voluntary|membership|umbrella|network|organisation|body"
    r"|social enterprise"
    r"|community interest|federation|association|think[- ]tank|trade union"
    r"|housing association)\b"
)
_SIGNING_OFF = re.compile(
    r"(?:for (?:further|more) (?:information|details)|(?:please )?contact\b"
    r"|yours (?:sincerely|faithfully)"
    r"|(?:e-?mail|tel(?:ephone)?|phone|fax|web(?:site)?|twitter|address|registered charity"
    r"|charity (?:no|number|registration)|date|signed|submitted)\b\s*[.:]|www\.|https?://"
    r"|\S+@\S+\.\w+|[\W_]{0,3}$)",
    re.IGNORECASE,
)
_LONGEST_HEADING = 14
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.NUMBERED})


def heading_role(block: Block) -> PartRole | None:
    """Return what the section under a heading is for, or None if it does not say."""
    if not _may_head(block):
        return None
    return next((role for role, words in _ROLES if words.fullmatch(block.text)), None)


def _may_head(block: Block) -> bool:
    """Tell whether a block is a heading, or a short line that may be one in all but name."""
    if block.kind is BlockKind.HEADING:
        return len(block.text.split()) <= _LONGEST_HEADING
    if block.kind not in _PROSE or len(block.text) > 60:
        return False
    return len(block.text.split()) <= 5 and block.text[-1:] not in {".", ";", ",", "?"}


def closes(block: Block) -> bool:
    """Tell whether a heading is of what comes after all answers, such as a conclusion."""
    return block.kind is BlockKind.HEADING and bool(_CLOSING.fullmatch(block.text))


def opens_chapter(block: Block) -> bool:
    """Tell whether a short line says that a chapter begins: "Part B - Funding"."""
    return (
        len(block.text) < 120
        and block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}
        and bool(_CHAPTER.match(block.text))
        and block.text[-1:] not in {".", ";"}
    )


def introduces_us(block: Block) -> bool:
    """Tell whether a paragraph says who is writing."""
    return block.kind in _PROSE and bool(_SELF.match(block.text[:300]))


def signs_off(block: Block) -> bool:
    """Tell whether a line at the end is no part of an answer: a contact, a stray mark."""
    return len(block.text) < 200 and bool(_SIGNING_OFF.match(block.text))
