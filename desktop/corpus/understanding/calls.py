"""A call for evidence taken apart, and made into a Consultation that can be walked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.core.clock import read_time
from desktop.core.consultation import Consultation, Question, QuestionKind
from desktop.core.document import BlockKind, Document
from desktop.core.understanding import Call, CalledQuestion
from desktop.corpus.understanding.asked import Found, Place, find_questions
from desktop.corpus.understanding.closing import address, closing, limit, limit_of_answer
from desktop.corpus.understanding.cutting import sentences
from desktop.corpus.understanding.labels import LabelStyle
from desktop.corpus.understanding.options import kind_of, options_after, without_options
from desktop.corpus.understanding.seen import Seen
from desktop.corpus.understanding.shortening import short_heading
from desktop.corpus.understanding.submitting import rule_mentions
from desktop.corpus.understanding.wording import asks, follows_up, names_issue, word_count

_GUIDANCE = 120
_LEAD = 160
_TITLE_PREFIX = re.compile(
    r"\s*(?:(?:open )?consultation|call for (?:written )?(?:evidence|views|submissions)"
    r"|inquiry|terms of reference|new inquiry)\s*[:–—|-]\s*(?=\S)",
    re.IGNORECASE,
)
_ONLY_KIND = re.compile(
    r"\W*(?:(?:open )?consultation(?: (?:document|paper))?|call for (?:written )?(?:evidence"
    r"|views|submissions)|terms of reference|inquiry)\W*",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"[\W\d]*(?:remit|background|introduction|membership|programme|contents|summary|overview|scope"
    r"|deadline|how to .*|(?:annex|appendix)\b.*|(?:the )?questions?)\W*",
    re.IGNORECASE,
)
_NAME = r"(?:[A-Z][\w’'&-]*,?|and|of|the|for|on|in|&)"
_BODY = (
    re.compile(
        rf"\b(?P<body>(?:House of (?:Commons|Lords)|Senedd|Scottish Parliament"
        rf"|Northern Ireland Assembly)(?:’s"
        rf"|'s)?\s(?:{_NAME}\s){{0,10}}(?:Select )?(?:Sub-)?Committee(?: on "
        rf"(?:{_NAME}\s?){{1,8}})?)"
    ),
    re.compile(
        rf"\b(?:[Tt]he\s)?(?P<body>(?!(?:The|This|Our|Your|Each|A|If|In"
        rf"|For)\s)(?:[A-Z][\w’'&-]*,?\s)(?:{_NAME}\s){{0,8}}(?:Select )?(?:Sub-)?"
        rf"(?:Committee|Commission|Council|Agency|Authority|Inspectorate|Board|Ombudsman"
        rf"|Regulator|Partnership)(?: for (?:{_NAME}\s?){{1,5}})?)\b"
    ),
    re.compile(
        rf"\b(?P<body>(?:Department|Ministry|Office|Directorate)\s(?:for"
        rf"|of)\s(?:the\s)?[A-Z][\w’'&-]*,?(?:\s{_NAME}){{0,7}})"
    ),
    re.compile(
        r"\b(?P<body>(?:HM Treasury|Home Office|Cabinet Office|HM Revenue (?:and|&) Customs"
        r"|(?:Scottish|Welsh|UK|Northern Ireland) (?:Government|Executive)|Ofcom|Ofsted"
        r"|Ofgem|Natural England|NHS England))\b"
    ),
    re.compile(
        rf"\b(?P<body>(?:All-Party Parliamentary Group|APPG)\s(?:on"
        rf"|for)\s(?:{_NAME}\s?){{1,8}})"
    ),
)
_WEAK_END = re.compile(r"(?:\s(?:and|of|the|for|on|in|&))+$")
_LIST_END = re.compile(r"\s?[;,](?:\s(?:and|or))?\s*$")
_FIRST = 30


def find_call(document: Document, seen: Seen, title: str) -> Call:
    """Return what a call asks; what is not found stays empty.

    Args:
        document: what was read, as its ``seen`` has it.
        seen: its blocks at a glance.
        title: what the document is called.
    """
    found = find_questions(seen)
    questions, used = _questions(seen, found)
    texts = list(_sentences(seen, used))
    closes = closing(texts)
    return Call(
        title=_title(title, seen),
        body=_body(document, seen),
        closes=closes.day,
        closing_time=closes.time,
        limit=limit(texts),
        rules=rule_mentions(seen.blocks, used),
        address=address(texts),
        lead_in=seen.blocks[found.lead].text if found.lead >= 0 else "",
        questions=questions,
    )


def _sentences(seen: Seen, used: frozenset[int]) -> Iterator[str]:
    lead = ""
    for at, block in enumerate(seen.blocks):
        if at in used or at in seen.contents or block.kind is BlockKind.BREAK:
            continue
        if block.kind is BlockKind.TABLE:
            yield from (": ".join(cell for cell in row if cell) for row in block.cells)
            continue
        flat = " ".join(block.text.split())
        if block.kind is not BlockKind.LIST_ITEM:
            lead = flat[-_LEAD:] if flat.endswith(":") else ""
        elif lead:
            flat = f"{lead} {flat}"  # "Submissions should be: no longer than 3,000 words"
        yield from (sentence.strip() for sentence in sentences(flat))


def _title(title: str, seen: Seen) -> str:
    short = _TITLE_PREFIX.sub("", title, count=1).strip()
    if not _ONLY_KIND.fullmatch(short):
        return short
    heads = (each.text for each in seen.blocks[:_FIRST] if each.kind is BlockKind.HEADING)
    told = (text for text in heads if not _ONLY_KIND.fullmatch(text))
    return next((text for text in told if not _NO_TITLE.fullmatch(text)), short)


def _body(document: Document, seen: Seen) -> str:
    """Return who asks: the first name of a committee, department or authority near the top."""
    texts = [each.text[:600] for each in seen.blocks[:_FIRST] if each.text]
    for text in (document.metadata.author, *texts):
        named = [found for pattern in _BODY if (found := pattern.search(text))]
        if named:
            first = min(named, key=lambda found: (found.start("body"), -found.end("body")))
            return _WEAK_END.sub("", first["body"].strip(" ,"))
    return ""


def _questions(seen: Seen, found: Found) -> tuple[tuple[CalledQuestion, ...], frozenset[int]]:
    """Return the questions with their sub-questions, options and guidance, and their blocks."""
    places = [place for place in found.places if place.text.strip()]
    stops = sorted({place.at for place in places})
    questions: list[CalledQuestion] = []
    used: set[int] = set()
    for place in places:
        later = bisect_right(stops, place.at)
        end = stops[later] if later < len(stops) else len(seen.blocks)
        these, last = _question(seen, place, end)
        questions.extend(these)
        used.update(range(place.at, last))
    return tuple(questions), frozenset(used)


def _question(seen: Seen, place: Place, end: int) -> tuple[list[CalledQuestion], int]:
    """Return a question with its sub-questions, and the block after them."""
    text, at = place.text, place.at
    found = seen.labels[at]
    if found and not found.rest and text:
        at = seen.next_text(at)
    at += 1
    while at < end and _goes_on(seen, text, at):
        text = f"{text} {seen.blocks[at].text}"
        at += 1
    options, at = options_after(text, seen.blocks, at, end)
    subs, at = _subs(seen, place, at, end)
    guidance, at = _guidance(seen, at, end) if not subs else ("", at)
    if not options and not subs:
        options, at = options_after(text, seen.blocks, at, end)
    wording = _LIST_END.sub("", without_options(" ".join(text.split())))
    question = CalledQuestion(
        number=place.number,
        text=wording,
        guidance=guidance,
        kind=kind_of(f"{text} {guidance}", options),
        options=options,
        parent=place.parent,
        block=place.at,
        confidence=place.confidence,
        limit=limit_of_answer(text, guidance),
    )
    return [question, *subs], at


def _goes_on(seen: Seen, text: str, at: int) -> bool:
    """Tell whether a wording that was cut goes on in a block."""
    block = seen.blocks[at]
    if block.kind is BlockKind.BREAK:
        return not text.rstrip().endswith(("?", ".", ":")) and at + 1 < len(seen.blocks)
    if block.kind is not BlockKind.PARAGRAPH or seen.labels[at]:
        return False
    return not text.rstrip(' ”’"').endswith(("?", ".", ":")) and block.text[:1].islower()


def _subs(seen: Seen, place: Place, at: int, end: int) -> tuple[list[CalledQuestion], int]:
    """Return the parts "(a)", "(b)" of a question, or its bullets where these ask."""
    found: list[CalledQuestion] = []
    leads = place.text.rstrip()[-1:] not in ("?", ".")
    while at < end and not place.parent:
        if seen.blocks[at].kind is BlockKind.BREAK:
            at += 1
            continue
        text = _sub_text(seen, at, leads=leads)
        if not text:
            break
        label = seen.labels[at]
        lettered = label and label.style is LabelStyle.LETTER
        letter = label.numbers[0] if label and lettered else chr(ord("a") + len(found) % 26)
        options, after = options_after(text, seen.blocks, at + 1, end)
        found.append(
            CalledQuestion(
                f"{place.number}{letter}",
                _LIST_END.sub("", without_options(" ".join(text.split()))),
                kind=kind_of(text, options),
                options=options,
                parent=place.number,
                block=at,
                confidence=place.confidence - 0.05,
                limit=limit_of_answer(text, ""),
            )
        )
        at = after
    return found, at


def _sub_text(seen: Seen, at: int, *, leads: bool) -> str:
    """Return the words of a sub-question, or "" if the block is none."""
    block, label = seen.blocks[at], seen.labels[at]
    if label and label.style is LabelStyle.LETTER:
        fits = asks(label.rest) or names_issue(label.rest) or leads
        return label.rest if fits and word_count(label.rest) <= 80 else ""
    if block.kind is BlockKind.LIST_ITEM and word_count(block.text) <= 80:
        return (
            block.text if leads or (asks(block.text) and block.text.rstrip().endswith("?")) else ""
        )
    return ""


def _guidance(seen: Seen, at: int, end: int) -> tuple[str, int]:
    """Return the words between a question and the next heading that help to answer it."""
    texts: list[str] = []
    stop = at
    while stop < end and seen.blocks[stop].kind in (
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTATION,
        BlockKind.BREAK,
    ):
        if options_after("", seen.blocks, stop, end)[0]:
            break
        texts.append(" ".join(seen.blocks[stop].text.split()))
        stop += 1
    texts = [text for text in texts if text]
    if sum(map(word_count, texts)) <= _GUIDANCE and stop < len(seen.blocks):
        return " ".join(texts), stop
    helps = texts[:1] if texts and follows_up(texts[0]) else []
    return " ".join(helps), at + len(helps)


def consultation(call: Call, id: str, rules: str) -> Consultation:
    """Return a Consultation that can be walked, from what was understood of a call.

    A question that only leads in to its parts ("What are your views on:") is put before each of
    them; all others are Questions of their own. Numbers that come twice are counted anew.
    """
    questions = list(_walkable(call.questions))
    numbers = [question.number for question in questions]
    if len(set(numbers)) < len(numbers) or not all(map(_NUMBER.fullmatch, numbers)):
        questions = [replace(each, number=str(at)) for at, each in enumerate(questions, 1)]
    return Consultation(
        id=id,
        title=call.title,
        body=call.body,
        questions=tuple(questions),
        rules=rules,
        closes=call.closes,
        closes_time=read_time(call.closing_time) if call.closes else None,
        address=call.address,
        lead_in=call.lead_in,
        limit=call.limit,
    )


_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]*")


def _walkable(asked: Sequence[CalledQuestion]) -> Iterator[Question]:
    parents = {each.parent for each in asked if each.parent}
    stems = {
        each.number: each.text
        for each in asked
        if each.number in parents and not each.parent and each.text.rstrip()[-1:] not in ("?", ".")
    }
    for each in asked:
        if each.number in stems and not each.parent:
            continue
        stem = stems.get(each.parent, "")
        text = f"{stem} {each.text}" if stem else each.text
        closed = each.kind is not QuestionKind.OPEN
        yield Question(
            number=each.number,
            text=text,
            heading=short_heading(each.text),
            guidance=each.guidance,
            kind=each.kind,
            options=each.options if closed else (),
            limit=each.limit,
        )
