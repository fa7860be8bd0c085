"""Checks that protect the people in a case: nobody is recognised who has not agreed to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.checks.known import Known
from desktop.checks.names import Named, NameKind, recognise
from desktop.checks.reading import WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import spot_of
from desktop.checks.wording import matches
from desktop.core.consent import Consent, Use
from desktop.core.evidence import Snippet, SnippetKind
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.runs import share_found, word_runs

_TAKEN = 0.4  # of its five-word runs: less is chance, or another text from the same source
# How far from somebody's name, in letters, what is said of them stands.
_NEAR_AGE, _BEFORE, _AFTER, _ONE_CASE = 60, 80, 160, 240
_OF_PEOPLE = frozenset({SnippetKind.CASE_STUDY, SnippetKind.QUOTATION})
# The age of one person, not of a group.
_AGE = re.compile(
    r"(?<![\w-])(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?"
    r"|(?:six|seven|eigh|nine)(?:t)?een|eighteen|thirteen|fourteen|fifteen|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve)[- ]years?[- ]old\b"
    r"|(?:,| is| was| who is| who was) (?:aged )?\d{1,3}(?=,| and |\.|;|$)(?!,\d)"
    r"|\(\d{1,3}\)|\b(?:aged|age) \d{1,3}\b(?! ?(?:to|and over|or over|plus|and under|-|–|\+))"
)
# Without one of these there is none.
_MAY_BE_AGE = re.compile(r"\d(?:[,.;)]| and |$)|aged? \d|[ -]old\b")
_GROUP = re.compile(
    r"\b(?:people|children|adults|men|women|those|residents|pupils|anyone|everyone|patients|members"
    r"|young people|population|students|volunteers|carers|clients|groups?)\b[^.,;]{0,20}$"
)
# One person who has no name here.
_SOMEBODY = re.compile(
    r"\b(?:an?|one|another)(?: \w+| [\w-]+){0,2} (?:woman|man|mother|father|girl|boy|child|widow|"
    r"widower|grandmother|grandfather|teenager|pensioner|tenant|client|patient|resident|pupil|"
    r"volunteer|carer|worker|refugee|lady|gentleman|son|daughter|veteran|student|member|person)\b"
    r"|\b(?:she|he|her|his)\b",
    re.IGNORECASE,
)
# Somebody whose words or work are cited is no case.
_AUTHOR = re.compile(
    r"(?:['’]s)? (?:\(\d{4}|et al|and [A-Z][\w'’-]+ \(\d{4}|argue[sd]?\b|conclude[sd]?\b"
    r"|estimate[sd]?\b|report(?:s|ed)?\b|calculate[sd]?\b|shows? that|showed that)"
)
# Small enough for somebody to be known there.
_SMALL = re.compile(
    r"\b(?:Academy|Church|College|Hospice|Hospital|Infirmary|Library|Mosque|Prison|School|Surgery|"
    r"Synagogue|University|Club|Centre)$"
)
_REMEDY = (
    "Take out what tells who it is, or record on the snippet in the library that they have agreed "
    "to be published: evidence stays on the record for good."
)


def nobody_is_recognised(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """Nobody in a case can be told by name, age, place or health without having agreed."""
    text = line.text
    # Nearly every line says nothing private of anybody, and is soon done with.
    if not _ages(text) and not any(True for _ in matches(known.wording["circumstances"], text)):
        return
    if any(True for _ in matches(known.wording["agreed"], text)):
        return
    snippet = _snippet_of(line, known)
    if snippet is not None and snippet.id in known.consents:
        return
    renamed = any(True for _ in matches(known.wording["renamed"], text))
    names = recognise(text, known.names)
    people = [] if renamed else [one for one in names if _is_private(one, text)]
    found = _with_a_name(people, text, known) or _without_a_name(names, text, known)
    if found is None:
        return
    start, end, who = found
    yield Finding(
        "identifiable",
        FindingLevel.ERROR,
        line.part,
        f"Could {who} be recognised from this?",
        _REMEDY,
        question=line.question,
        excerpt=text[start:end],
        spot=spot_of(line, start, end),
        asks=True,
    )


def consent_covers_it(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """What the people in a case have agreed to still holds, and covers publication."""
    snippet = _snippet_of(line, known)
    consent = known.consents.get(snippet.id) if snippet else None
    sentence = _lacks(consent, known) if consent else ""
    if sentence:
        yield Finding(
            "consent",
            FindingLevel.WARNING,
            line.part,
            sentence,
            "Ask again and record it on the snippet, or leave the case out: what is published with "
            "evidence cannot be taken back.",
            question=line.question,
            excerpt=line.text[:80],
            spot=spot_of(line, 0, len(line.text)),
            asks=True,
        )


def _lacks(consent: Consent, known: Known) -> str:
    if consent.has_ended(known.today):
        assert consent.until is not None
        day = f"{consent.until.day} {consent.until:%B %Y}"
        return f"The consent for this case ended on {day}: has it been given again?"
    if Use.PUBLISHED not in consent.covers:
        return "The consent for this case does not cover evidence that is published: does it now?"
    return ""


def _snippet_of(line: WrittenLine, known: Known) -> Snippet | None:
    """Return the case study or quotation that a line was taken from, if it was."""
    keys = {cite.key for cite in line.cites}
    wanted = [one for one in known.snippets if one.source in keys and one.kind in _OF_PEOPLE]
    if not wanted:
        return None
    runs = word_runs(line.text)
    best = max(wanted, key=lambda one: share_found(one.text, runs))
    return best if share_found(best.text, runs) >= _TAKEN else None


def _is_private(named: Named, text: str) -> bool:
    if named.kind is not NameKind.PERSON or named.public:
        return False
    return not _AUTHOR.match(text, named.end)


def _with_a_name(people: list[Named], text: str, known: Known) -> tuple[int, int, str] | None:
    """Tell of "Margaret, 67, who has dementia": a name, and what is private or an age."""
    if not people:
        return None
    ages = _ages(text)
    private = [match.start for match in matches(known.wording["circumstances"], text)]
    for one in people:
        age = next((at for at, _ in ages if 0 <= at - one.end <= _NEAR_AGE), None)
        about = next((at for at in private if -_BEFORE <= at - one.end <= _AFTER), None)
        if age is None and about is None:
            continue
        if not _is_politician(one, known):
            return one.start, one.end, one.text
    return None


def _is_politician(one: Named, known: Known) -> bool:
    return any(True for _ in matches(known.wording["politician"], one.text))


def _without_a_name(
    names: tuple[Named, ...], text: str, known: Known
) -> tuple[int, int, str] | None:
    """Tell of "a 45-year-old woman from Skelby with epilepsy": age, place and what is private."""
    who = _SOMEBODY.search(text)
    ages = _ages(text)
    where = [
        one
        for one in names
        if one.kind is NameKind.PLACE or (one.kind is NameKind.BODY and _SMALL.search(one.text))
    ]
    private = next(iter(matches(known.wording["circumstances"], text)), None)
    if who is None or not ages or not where or private is None:
        return None
    told = [ages[0], (where[0].start, where[0].end), (private.start, private.end)]
    start, end = min(first for first, _ in told), max(last for _, last in told)
    return (start, end, "somebody") if end - start <= _ONE_CASE else None


def _ages(text: str) -> list[tuple[int, int]]:
    if not _MAY_BE_AGE.search(text):
        return []
    return [
        (found.start() + len(found[0]) - len(found[0].lstrip(" ,(")), found.end())
        for found in _AGE.finditer(text)
        if not _GROUP.search(text[: found.start()]) and not _is_plural(text, found.end())
    ]


def _is_plural(text: str, end: int) -> bool:
    return text[end : end + 1] == "s"


CHECKS = (
    Check(
        "identifiable",
        Group.PEOPLE,
        "Nobody is recognised who has not agreed",
        line=nobody_is_recognised,
        authority="Consent: best practices for storytelling, Charity Digital",
        address="https://charitydigital.org.uk/topics/consent-best-practices-for-storytelling-11281",
    ),
    Check(
        "consent",
        Group.PEOPLE,
        "Consent covers publication",
        line=consent_covers_it,
        authority="Informed consent, Thirtyone:eight, which names inquiries as a use that needs it",
        address="https://thirtyoneeight.org/help-and-resources/knowledge-hub/working-safely/"
        "record-keeping/informed-consent",
    ),
)
