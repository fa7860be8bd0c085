"""Checks of numbers: of paragraphs, of what points at them, and of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop.checks.advice import COMMONS, NI_ASSEMBLY
from desktop.checks.known import Known
from desktop.checks.reading import LineKind, Reading, WrittenLine
from desktop.checks.registry import Check
from desktop.core.finding import Finding, FindingLevel, Fix, Group, Replacement, Spot
from desktop.core.response import AnswerMark, Draft
from desktop.core.rules import Numbering, Part, Rule
from desktop.core.text import Paragraph
from desktop.markup import parse

# "1.1 The hall", "3. The hall", "(4) The hall"; not "2.5 million" and not "12 halls".
_TYPED = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){1,2}[.)]?|\d{1,3}[.)]|\(\d{1,3}\))\s+(?=[A-Z“‘\"'(])")
_NUMBER = r"\d{1,3}(?:\.\d{1,3})?"
_POINTS = re.compile(
    rf"\b(?P<word>paragraphs?|paras?\.?)\s*(?P<numbers>{_NUMBER}"
    rf"(?:\s*(?:-|–|,|to|and|or|&)\s*{_NUMBER})*)(?![\d%])",
    re.IGNORECASE,
)
_QUESTIONS = re.compile(
    r"\b(?:answers?|response|reply) to (?P<word>questions?)\s+(?P<numbers>\d{1,3}[a-z]?)\b",
    re.IGNORECASE,
)
# Paragraphs of something else: "paragraph 12 of the White Paper", "the Act (paragraph 3)".
_ELSEWHERE = re.compile(
    r"\s*[,)]?\s*(?:of|in|from|to|on|at|under)\b(?! (?:this|our) (?:submission|response|evidence))",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    r"\b(?:Acts?|Bill|[Pp]aper|[Rr]eport|[Gg]uidance|[Ss]trategy|[Ss]chedule|[Rr]egulations?|[Cc]ode"
    r"|[Pp]lan|[Rr]eview|[Mm]inutes|[Ll]etter|[Nn]otes?|[Ee]dition|[Cc]onsultation|[Dd]ocument"
    r"|[Jj]udg(?:e)?ment|[Ss]tatement|[Ff]ramework|[Pp]olicy|Q|[Tt]ranscript|[Hh]ansard|HC|HL|Cm"
    r"|[Aa]nnex(?:es)?|[Aa]ppendix|ibid|op\. cit)\b[^.;]*$"
)
_PAGE = re.compile(
    r"\b(?:see |on |at |from )?(?:pages?|pp?\.)\s*\d{1,3}(?:\s*(?:-|–|to|and)\s*\d{1,3})?"
    r",?\s+(?:above|below"
    r"|of (?:this|our) (?:submission|response|evidence|document|paper|answer))\b",
    re.IGNORECASE,
)
_MAY_BE_PAGE = re.compile(r"\d,?\s+(?:above|below|of)\b", re.IGNORECASE)
# Said in passing and by itself, it can go: "(see paragraph 40)".
_ASIDE = re.compile(r"\s*\((?:see )?(?:our )?$", re.IGNORECASE)


def paragraphs_are_numbered(reading: Reading) -> Iterator[Finding]:
    """Paragraphs have a number each where the body wants that, and no more than one."""
    rules, file = reading.draft.rules, reading.known.file
    rule, numbering = rules.rule("numbering"), rules.document.numbering
    if file is not None:
        if rule is not None and numbering is not Numbering.NONE and file.unnumbered > file.numbered:
            yield _unnumbered("Most paragraphs of the document have no number.", rule)
        return
    if numbering is Numbering.NONE:
        if rule is not None and rule.is_demand:
            yield _unnumbered("The paragraphs are asked for with numbers, and have none.", rule)
        return
    for place, line in reading.lines:
        typed = _TYPED.match(line.text) if line.kind is LineKind.PARAGRAPH else None
        if typed and line.part in (Part.ANSWERS, Part.ABOUT, Part.ORAL_EVIDENCE):
            yield _typed_number(line, place, typed[0], rule)


def _unnumbered(sentence: str, rule: Rule) -> Finding:
    level = FindingLevel.ERROR if rule.is_demand else FindingLevel.WARNING
    remedy = "Number the paragraphs from 1, so that a committee can point at each of them."
    return Finding("numbering", level, Part.ANSWERS, sentence, remedy, rule=rule)


def _typed_number(line: WrittenLine, place: int, typed: str, rule: Rule | None) -> Finding:
    spot = Spot(line.field, line.item, place, 0, len(typed.rstrip()))
    whole = Spot(line.field, line.item, place, 0, len(typed))
    return Finding(
        "numbering",
        FindingLevel.WARNING,
        line.part,
        f"“{typed.strip()}” is typed at the start of a paragraph that gets a number anyway.",
        "Take the typed number out: paragraphs are numbered when the document is written.",
        question=line.question,
        excerpt=typed.strip(),
        rule=rule,
        spot=spot,
        basis=line.text,
        fixes=(Fix("Take the typed number out", (Replacement(whole, typed, ""),)),),
    )


def references_lead_somewhere(reading: Reading) -> Iterator[Finding]:
    """What the text says of its own paragraphs and answers is there."""
    if reading.known.file is not None:
        return  # it has numbers of its own, which only Word knows
    pointing = [
        (place, line, found) for place, line in reading.lines for found in _pointers(line.text)
    ]
    if not pointing:
        return
    paragraphs = _Paragraphs(reading.draft)
    answered = {
        item.question.number
        for item in reading.answers
        if item.answer.body.strip() or item.answer.key_point.strip() or item.answer.choice
    }
    for place, line, found in pointing:
        numbers = re.findall(_NUMBER + "[a-z]?", found["numbers"])
        of_questions = found["word"].lower().startswith("question")
        known = answered.__contains__ if of_questions else paragraphs.has
        missing = [number for number in numbers if not known(number)]
        if missing:
            word = "answer to question" if of_questions else "paragraph"
            yield _leads_nowhere(line, place, found, f"There is no {word} {missing[0]}.")


@lru_cache(maxsize=16_384)
def _pointers(text: str) -> tuple[re.Match[str], ...]:
    """Return what in a line points at paragraphs or answers of this very submission."""
    # Most lines have neither word, and need no closer look.
    small = text.casefold()
    return tuple(
        found
        for pattern, needed in ((_POINTS, "para"), (_QUESTIONS, "question"))
        if needed in small
        for found in pattern.finditer(text)
        if not _ELSEWHERE.match(text, found.end())
        and not _NAMED_BEFORE.search(text, 0, found.start())
    )


def _leads_nowhere(line: WrittenLine, place: int, found: re.Match[str], sentence: str) -> Finding:
    start, end = found.span()
    spot = Spot(line.field, line.item, place, start, end)
    before = _ASIDE.search(line.text[:start])
    fixes: tuple[Fix, ...] = ()
    if before and line.text[end : end + 1] == ")":
        whole = Spot(line.field, line.item, place, before.start(), end + 1)
        aside = line.text[before.start() : end + 1]
        fixes = (Fix("Take the reference out", (Replacement(whole, aside, ""),)),)
    return Finding(
        "cross-reference",
        FindingLevel.ERROR,
        line.part,
        sentence,
        "Point at what is there, or say “above” or “below”: numbers change while you write.",
        question=line.question,
        excerpt=found[0],
        spot=spot,
        basis=line.text,
        fixes=fixes,
    )


class _Paragraphs:
    """Which paragraph numbers the document has; what it may have beside is counted too, so that
    nothing is said of a number that is there after all.
    """

    def __init__(self, draft: Draft) -> None:
        self._numbering = draft.rules.document.numbering
        self._of_questions = {
            question.number: _of_answer(draft, question.number)
            for question in draft.consultation.questions
        }
        self._of_parts = sum(
            _counted(text)
            for text in (draft.about, draft.response.reason, draft.response.oral_evidence)
        )
        self._of_parts += 1  # what is said of the organisation's number and reach

    def has(self, number: str) -> bool:
        """Tell whether a paragraph has this number."""
        question, _, place = number.rpartition(".")
        if self._numbering is Numbering.CONTINUOUS:
            total = self._of_parts + sum(self._of_questions.values())
            return not question and 1 <= int(number) <= total
        if self._numbering is Numbering.BY_SECTION:
            return 1 <= int(place) <= self._of_questions.get(question, 0)
        return False


def _of_answer(draft: Draft, number: str) -> int:
    answer = draft.answer(number)
    if answer.mark is AnswerMark.SKIPPED:
        return 1
    return _counted(answer.body) + bool(answer.choice) + bool(answer.key_point.strip())


def _counted(markdown: str) -> int:
    return sum(isinstance(block, Paragraph) for block in parse(markdown))


def pages_are_numbered_as_asked(reading: Reading) -> Iterator[Finding]:
    """Pages of a file are numbered or not, as the body wants."""
    rules, file = reading.draft.rules, reading.known.file
    rule, wanted = rules.rule("page-numbers"), rules.document.page_numbers
    if file is None or not file.word:
        return
    if (wanted, file.page_numbers) in (("no", True), ("yes", False)):
        yield Finding(
            "page-numbers",
            FindingLevel.WARNING,
            Part.ANSWERS,
            "The document has page numbers, and they are not wanted."
            if wanted == "no"
            else "The document has no page numbers, and they are wanted.",
            "In Word: Insert, Page Number.",
            rule=rule,
        )


def pages_are_not_counted_on(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """The text does not point at pages of its own, which fall differently when it is published."""
    if known.file is not None or not _MAY_BE_PAGE.search(line.text):
        return
    for found in _PAGE.finditer(line.text):
        yield Finding(
            "page-numbers",
            FindingLevel.WARNING,
            line.part,
            f"“{found[0]}” points at a page, and pages fall differently when it is published.",
            "Point at the question or the paragraph.",
            question=line.question,
            excerpt=found[0],
            spot=Spot(line.field, line.item, 0, *found.span()),
        )


CHECKS = (
    Check(
        "numbering",
        Group.FORM,
        "Paragraphs have one number each",
        paragraphs_are_numbered,
        authority=COMMONS.authority,
        address=COMMONS.address,
    ),
    Check(
        "cross-reference",
        Group.FORM,
        "What the text points at is there",
        references_lead_somewhere,
        authority=COMMONS.authority,
        address=COMMONS.address,
    ),
    Check(
        "page-numbers",
        Group.FORM,
        "Page numbers as the body wants",
        whole=pages_are_numbered_as_asked,
        line=pages_are_not_counted_on,
        rule="page-numbers",
        authority=NI_ASSEMBLY.authority,
        address=NI_ASSEMBLY.address,
    ),
)
