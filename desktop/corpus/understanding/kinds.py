"""What sort of document it is, guessed from cues that can be told to a person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.core.document import Block, BlockKind, Document, DocumentFormat
from desktop.core.evidence import SourceKind
from desktop.corpus.understanding.days import days
from desktop.corpus.understanding.labels import LabelStyle
from desktop.corpus.understanding.options import offers
from desktop.corpus.understanding.seen import Seen
from desktop.corpus.understanding.wording import answers, asked_until, asks, word_count

_FIRST = 12
_HEAD = 2500
_FEW = 3
_OPTIONS = 25
_SLIDE_WORDS = 25
_LONG = 6000


@dataclass(frozen=True, slots=True)
class Cue:
    """A sign that a document is of a kind, how much it weighs, and what was seen."""

    kind: SourceKind
    weight: float
    words: str


_TITLED = tuple(
    (kind, weight, re.compile(pattern, re.IGNORECASE))
    for kind, weight, pattern in (
        (
            SourceKind.WRITTEN_EVIDENCE,
            6.0,
            r"written evidence (?:submitted|from|by)|memorandum (?:submitted )?(?:by|from)"
            r"|written (?:evidence|submission) to the .{0,80}committee",
        ),
        (
            SourceKind.WRITTEN_EVIDENCE,
            2.0,
            r"\bwritten evidence\b(?! (?:is|should|must|will|on|by))",
        ),
        (
            SourceKind.PAST_RESPONSE,
            5.0,
            r"\b(?:response|submission|reply"
            r"|evidence)\b.{0,60}\bto\b.{0,80}\b(?:consultation|call for (?:evidence|views)"
            r"|inquiry|review|green paper|white paper|survey|proposals?)",
        ),
        (
            SourceKind.PAST_RESPONSE,
            4.0,
            r"\bconsultation (?:response|submission|reply)\b|\b(?:call for evidence|inquiry"
            r"|survey) (?:response|submission)\b|\bresponse (?:from|by|of) (?-i:[A-Z])",
        ),
        (
            SourceKind.PAST_RESPONSE,
            2.0,
            r"\bresponse\b(?! form)|\bwe (?:welcome|are (?:pleased"
            r"|grateful)).{0,40}opportunity to (?:respond|comment|contribute|submit)",
        ),
        (
            SourceKind.CALL_FOR_EVIDENCE,
            3.5,
            r"\bcall for (?:written )?(?:evidence|views|submissions)\b(?! response)"
            r"|\bterms of reference\b",
        ),
        (
            SourceKind.CALL_FOR_EVIDENCE,
            3.0,
            r"\b(?:consultation (?:document|paper|questions)|open consultation"
            r"|discussion paper|green paper)\b",
        ),
        (
            SourceKind.CALL_FOR_EVIDENCE,
            3.0,
            r"\b(?:invites?|inviting|seeks?|seeking|calling for|calls for"
            r"|would welcome) (?:.{0,30}\b)?(?:written )?(?:evidence|submissions|views"
            r"|responses|comments)\b",
        ),
        (
            SourceKind.CALL_FOR_EVIDENCE,
            4.0,
            r"\b(?:this|the|our) (?:consultation|call for (?:evidence|views)|inquiry) (?:begins"
            r"|opens?|opened|ends|closes|runs|will (?:close|end|run)|seeks|asks|sets out)\b"
            r"|\S: (?:open )?consultation\s*$",
        ),
        (
            SourceKind.BRIEFING,
            5.0,
            r"\bbriefing(?: paper| note| pack)?\b(?! (?:to|from) us)|\bpolicy (?:brief"
            r"|note)\b|\bfact ?sheet\b",
        ),
        (
            SourceKind.REPORT,
            3.0,
            r"\b(?:annual|final|interim|research|evaluation|impact|progress) report\b"
            r"|\breport (?:of|on|by|into|from|for)\b|: (?:a )?report\b|\breport 20\d\d\b"
            r"|\bevaluation of\b|\ba (?:study|review) of\b|\bfindings from\b",
        ),
        (
            SourceKind.NEWSLETTER,
            5.0,
            r"\b(?:e-?)?(?:newsletter|bulletin)\b|\bin this issue\b|fortnightly briefing"
            r"|\bweekly (?:update|digest)\b|\bunsubscribe\b",
        ),
        (
            SourceKind.LETTER,
            4.0,
            r"^\s*dear (?:(?-i:[A-Z])|sir|madam|colleague|minister|all)"
            r"|\n\s*dear (?:(?-i:[A-Z])|sir"
            r"|madam|colleague|minister|all)",
        ),
        (
            SourceKind.BLOG_POST,
            3.0,
            r"\bblog\b|\bposted (?:on|by|in)\b|\bguest post\b|#\w{4,}\]|\[#\w+\]|\bbit\.ly/",
        ),
        (SourceKind.SLIDES, 2.0, r"\bpresentation (?:to|by|slides)\b|\bslide \d"),
    )
)
_ANYWHERE = tuple(
    (kind, weight, re.compile(pattern, re.IGNORECASE))
    for kind, weight, pattern in (
        (
            SourceKind.CALL_FOR_EVIDENCE,
            3.0,
            r"\bhow to respond\b|\bclosing date\b|\bdeadline for (?:written )?(?:submissions"
            r"|responses|evidence)\b|\b(?:consultation|call for (?:evidence"
            r"|views)) (?:closes|ends|will (?:close|end|run)|runs|is open|is seeking|invites)"
            r"|\bresponses? (?:should|must|can|may) (?:be (?:sent|submitted|received"
            r"|returned|made|e-?mailed|posted)|arrive|reach)"
            r"|\brespond (?:online|by (?:email|post|\d))"
            r"|\b(?:evidence|responses?|submissions?) (?:must|should) (?:reach us"
            r"|arrive|be with us)"
            r"|\bmust receive (?:your|all) (?:response|submission|evidence|comments)"
            r"|\bsubmissions? (?:should|must)\b|\bsubmit (?:written )?(?:evidence"
            r"|your response|your views)\b",
        ),
        (
            SourceKind.CALL_FOR_EVIDENCE,
            2.0,
            r"\bthe committee (?:is|would be) (?:particularly )?interested in\b|\b(?:your"
            r"|please share your|we (?:would )?welcome) views on\b|\bterms of reference\b"
            r"|\bresponses (?:are|will be) (?:published|analysed)\b",
        ),
        (SourceKind.LETTER, 4.0, r"\byours (?:sincerely|faithfully)\b"),
        (
            SourceKind.BLOG_POST,
            2.5,
            r"\bleave a (?:reply|comment)\b|\bshare this\b|\bposted (?:on|by|in)\b"
            r"|\d+ comments\b|\bfiled under\b|\bpermalink\b|\btrackback\b|\btags?:\s",
        ),
        (
            SourceKind.NEWSLETTER,
            3.0,
            r"\bunsubscribe\b|\bview (?:this )?(?:email )?in your browser\b"
            r"|\bin this issue\b|fortnightly briefing",
        ),
        (
            SourceKind.REPORT,
            1.5,
            r"\bISBN\b|\bmethodology\b|\bour (?:research|survey|findings|study)\b"
            r"|\backnowledgements\b|\bthis report\b",
        ),
        (SourceKind.BRIEFING, 2.5, r"\bthis briefing\b|\bbackground briefing\b"),
        (
            SourceKind.PAST_RESPONSE,
            2.0,
            r"\b(?:our|this|in) (?:consultation )?(?:response|submission)\b|\bwe (?:welcome"
            r"|are (?:pleased|grateful)).{0,40}opportunity to (?:respond|comment|contribute"
            r"|submit)|\brespond(?:ing)? to (?:this|the) (?:consultation|call|inquiry)\b",
        ),
    )
)


def guess_kind(document: Document, seen: Seen, name: str) -> tuple[SourceKind, float]:
    """Return the kind that the cues speak for, and how sure that is (0 to 1)."""
    weights: dict[SourceKind, float] = defaultdict(float)
    for cue in cues(document, seen, name):
        weights[cue.kind] += cue.weight
    if not weights:
        return SourceKind.REPORT, 0.2
    kind = max(weights, key=lambda each: weights[each])
    others = sum(sorted(weights.values())[:-1])
    best = weights[kind]
    return kind, round(min(0.98, best / (best + others * 0.6 + 1.5)), 2)


def cues(document: Document, seen: Seen, name: str) -> Iterator[Cue]:
    """Yield everything that speaks for a kind."""
    titles = "\n".join((document.metadata.title, re.sub(r"[_-]", " ", name), _head(seen.blocks)))
    yield from _matching(_TITLED, titles)
    yield from _matching(_ANYWHERE, _ends(seen.blocks))
    yield from _of_format(document)
    yield from _of_the_web(document, seen)
    yield from _of_shape(document, seen)
    yield from _of_questions(seen)


def _matching(
    patterns: Sequence[tuple[SourceKind, float, re.Pattern[str]]], text: str
) -> Iterator[Cue]:
    for kind, weight, pattern in patterns:
        if found := pattern.search(text):
            yield Cue(kind, weight, " ".join(found.group().split()))


def _head(blocks: Sequence[Block]) -> str:
    """Return the words at the top: headings and short lines first of all."""
    return "\n".join(each.text[:250] for each in blocks[:_FIRST])[:_HEAD]


def _ends(blocks: Sequence[Block]) -> str:
    """Return the words of the beginning and the end, which say what a document is for."""
    first = "\n".join(each.text[:800] for each in blocks[:30])[:6000]
    last = "\n".join(each.text[:400] for each in blocks[30:][-12:])[-3000:]
    return f"{first}\n{last}"


def _of_format(document: Document) -> Iterator[Cue]:
    match document.format:
        case DocumentFormat.PPTX:
            yield Cue(SourceKind.SLIDES, 12.0, "a presentation")
        case DocumentFormat.HTML:
            yield Cue(SourceKind.WEB_PAGE, 3.0, "a web page")
        case DocumentFormat.EML:
            yield Cue(SourceKind.LETTER, 3.0, "an email")
        case _:
            return


_MYSELF = re.compile(r"\b(?:I|I’m|I'm|I’ve|I've|my|My)\b")
_NEWS = re.compile(
    r"\b(?:a|the) (?:new|recent|latest) (?:report|study|survey|research|figures)\b", re.IGNORECASE
)


def _of_the_web(document: Document, seen: Seen) -> Iterator[Cue]:
    """Yield what tells a page of the web that was kept as text, and what sort of one it is."""
    if any("web page" in notice for notice in document.notices):
        yield Cue(SourceKind.WEB_PAGE, 2.5, "parts of a web page around it")
    elif document.format is not DocumentFormat.HTML:
        return
    text = _ends(seen.blocks)
    if len(_MYSELF.findall(text)) >= _FEW:
        yield Cue(SourceKind.BLOG_POST, 3.5, "written in the first person")
    dated = any(next(days(each.text), None) for each in seen.blocks[:3] if len(each.text) < 60)
    if dated and (found := _NEWS.search(text)):
        yield Cue(SourceKind.NEWSLETTER, 3.0, found.group())


def _of_shape(document: Document, seen: Seen) -> Iterator[Cue]:
    texts = [each for each in seen.blocks if each.text and each.kind is not BlockKind.FOOTNOTE]
    words = seen.words(0, len(seen.blocks))
    breaks = sum(each.kind is BlockKind.BREAK for each in seen.blocks)
    heads = sum(each.kind is BlockKind.HEADING for each in texts)
    if document.format is not DocumentFormat.HTML and len(texts) > 2 * _FEW:
        average = sum(word_count(each.text) for each in texts) / len(texts)
        if average < _SLIDE_WORDS and (breaks * 60 > words or heads * 40 > words):
            bullets = sum(each.kind is BlockKind.LIST_ITEM for each in texts)
            weight = 5.0 if breaks > _FEW else 2.0
            yield Cue(SourceKind.SLIDES, weight + (bullets * 3 > len(texts)), "few words to a page")
    if words > _LONG:
        yield Cue(SourceKind.REPORT, 2.0, f"{words} words")
    elif words and not heads and words < 1500:
        yield Cue(SourceKind.BLOG_POST, 0.5, "a short text without headings")


def _of_questions(seen: Seen) -> Iterator[Cue]:
    """Yield what questions tell: with answers after them a response, without a call."""
    asking = [
        at
        for at, found in enumerate(seen.labels)
        if found
        and at not in seen.contents
        and (
            found.style is LabelStyle.WORD or (found.style is LabelStyle.BARE and asks(found.rest))
        )
    ]
    if len(asking) < 2:
        return
    ends = [*asking[1:], min(len(seen.blocks), asking[-1] + 8)]
    told = sum(_told(seen, at, end) for at, end in zip(asking, ends, strict=True))
    replies = sum(_replies(seen, at) for at in asking)
    if replies * 4 >= len(asking):
        yield Cue(SourceKind.PAST_RESPONSE, 4.0, f"{replies} questions that are answered")
    elif told * 2 > len(asking):
        yield Cue(SourceKind.PAST_RESPONSE, 2.0, f"{told} questions with text after them")
    else:
        yield Cue(SourceKind.CALL_FOR_EVIDENCE, 4.0, f"{len(asking)} questions in a row")


def _told(seen: Seen, at: int, end: int) -> bool:
    """Tell whether text that may be an answer follows a question; options to tick are none."""
    words = seen.words(at + 1, end) + _inline(seen, at)
    if words < _OPTIONS and offers(seen.blocks, seen.next_text(at)):
        return False
    return words >= _FEW


def _replies(seen: Seen, at: int) -> bool:
    """Tell whether the words after a question are those of somebody who answers it."""
    after = seen.next_text(at)
    for _ in range(_FEW):
        if after < len(seen.blocks) and asks(seen.blocks[after].text):
            after = seen.next_text(after)
    found = seen.labels[at]
    own = found.rest[asked_until(found.rest) :] if found else ""
    if not own and offers(seen.blocks, after):
        return False
    return answers(own or (seen.blocks[after].text if after < len(seen.blocks) else ""))


def _inline(seen: Seen, at: int) -> int:
    found = seen.labels[at]
    return word_count(found.rest) if found and found.rest and not asks(found.rest) else 0
