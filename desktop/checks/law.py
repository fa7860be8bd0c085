"""Checks that ask about the law: matters before a court, one person's complaint, accusations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from desktop.checks.known import Known
from desktop.checks.names import NameKind, recognise
from desktop.checks.reading import WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import sentence_of, spot_of
from desktop.checks.worded import said_of
from desktop.checks.wording import matches
from desktop.core.finding import Finding, FindingLevel, Group

_NEAR = 60  # letters between a name and what is said of it
# Between a name and a word that accuses: nothing that makes it another's deed.
_HAS = re.compile(
    r"(?:,[^,]{0,40},)? ?(?:(?:has|have|had|also|then|repeatedly|knowingly|deliberately|simply"
    r"|again|systematically|who|which|and|staff|managers|officers|itself|himself|herself) ){0,4}$"
)
_IS = re.compile(
    r"(?:,[^,]{0,40},)? ?(?:is|are|was|were|has been|have been|had been)"
    r"(?: \w+ly| so| both| plainly)? $"
)
_NOT = re.compile(
    r"\b(?:not|never|no|nor|cleared|without|denies|denied|whether|if|tackle|prevent|reduce|against|investigate[sd]?|investigates|reported|report|allegations?)\b"
)
_BY = re.compile(r"(?:by|at|of|in|within|from) (?:the )?$")
_OF = re.compile(r"(?:['’]s?|’) (?:\w+ ){0,2}$")


@dataclass(frozen=True, slots=True)
class _Asking:
    """A list of words that a person is asked about: ``needs`` has what each of its patterns has one
    of and most lines have none of, since looking for that is cheap. ``once`` is for what is said of
    a paragraph, however many of its words are in the list.
    """

    words: str
    needs: tuple[str, ...]
    sentence: str
    remedy: str
    once: bool = False

    def of_line(self, line: WrittenLine, known: Known) -> Iterator[Finding]:
        """Yield what is asked about a line."""
        folded = line.text.casefold()
        if not any(word in folded for word in self.needs):
            return
        words = known.wording[self.words]
        for match in islice(matches(words, line.text), 1 if self.once else None):
            yield replace(said_of(words, match, line, self.sentence, self.remedy), asks=True)


_COURTS = _Asking(
    "proceedings",
    (
        *("appeal", "bail", "case", "charge", "coroner", "court", "hearing", "inquest", "inquiry"),
        *("investigat", "judge", "judicial", "jury", "legal", "prosecut", "sentenc", "sub judice"),
        *("suing", "trial", "tribunal"),
    ),
    "Is “{found}” about a case that is not over?",
    "If it is, leave it out or ask the body's staff first: most do not take evidence on matters "
    "before a court.",
)
_COMPLAINTS = _Asking(
    "individual-complaint",
    (
        *("apolog", "appealed", "case", "compensat", "complain", "denied", "dismissed", "excluded"),
        *("ignored", "my ", "overturn", "reconsider", "refused", "rejected", "reopen", "reverse"),
        *("treated", "turned down", "i was "),
    ),
    "Is “{found}” about one case of somebody's own?",
    "Say what it shows about the rule or the service: most bodies do not look into individual "
    "cases.",
    once=True,
)


def nobody_named_is_accused(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """No person or organisation is accused by name without being asked about first."""
    text = line.text
    for start, end, name in _accused(text, known):
        yield Finding(
            "accusation",
            FindingLevel.WARNING,
            line.part,
            f"Does this accuse {name}, and could you prove it?",
            "Say what happened and cite who found it so, or leave the name out: evidence that a "
            "body publishes may be protected, what you publish yourself is not.",
            question=line.question,
            excerpt=text[start:end],
            spot=spot_of(line, start, end),
            asks=True,
        )
        return


def _accused(text: str, known: Known) -> Iterator[tuple[int, int, str]]:
    """Yield each name that something is said against, and where it is said."""
    lists = ("accused-of-doing", "accused-of-being", "accused-of")
    said = [
        (kind, match.start, match.end)
        for kind in lists
        for match in matches(known.wording[kind], text)
    ]
    if not said:
        return
    names = [one for one in recognise(text, known.names) if one.kind is not NameKind.PLACE]
    for one in names:
        for kind, start, end in said:
            first, last = sentence_of(text, one.start)
            if first <= start < last and _is_said_of(text, kind, (start, end), one.start, one.end):
                yield min(start, one.start), max(end, one.end), one.text


def _is_said_of(text: str, kind: str, said: tuple[int, int], start: int, end: int) -> bool:
    first, last = said
    between = text[end:first] if first >= end else text[last:start]
    if len(between) > _NEAR or _NOT.search(between):
        return False
    if _NOT.search(text[max(0, first - 20) : first]):
        return False
    if first >= end:  # the name comes first
        if kind == "accused-of-doing":
            return bool(_HAS.fullmatch(between))
        if kind == "accused-of-being":
            return bool(_IS.fullmatch(between))
        return bool(_OF.match(between)) and between.count(" ") <= 3
    if kind == "accused-of-doing":
        return bool(re.fullmatch(r" by (?:the )?(?:staff (?:at|of) )?(?:the )?", between))
    return kind == "accused-of" and bool(_BY.fullmatch(between.lstrip()))


CHECKS = (
    Check(
        "proceedings",
        Group.PEOPLE,
        "Nothing about a case before a court",
        line=_COURTS.of_line,
        rule="sub-judice",
    ),
    Check(
        "individual-complaint",
        Group.PEOPLE,
        "No complaint about one case",
        line=_COMPLAINTS.of_line,
        rule="individual-cases",
    ),
    Check(
        "accusation",
        Group.PEOPLE,
        "Nobody is accused by name",
        line=nobody_named_is_accused,
        rule="third-parties",
        authority="Guide to submitting written evidence, Northern Ireland Assembly: publishing it "
        "yourself is not protected from the law of defamation",
        address="http://www.niassembly.gov.uk/Assembly-Business/Committees/Calls-for-Evidence/"
        "Guide-to-Submitting-Written-Evidence/",
    ),
)
