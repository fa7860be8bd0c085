"""A check that protects people: contact details belong in the covering email, since evidence is
published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.checks.known import Known
from desktop.checks.reading import WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import sentence_of, spot_of
from desktop.core.finding import Finding, FindingLevel, Fix, Group, Replacement

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Ten or eleven digits as they are written here, or more after the code of a country.
_PHONE = re.compile(
    r"(?<![\d./-])(?:\+\d{2}\s?\(?0?\)?\s?|\(?0(?=[123578]))\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}"
    r"(?![\d-]|[./]\d)|(?<![\d.])0[12]\d \d{4} \d{4}(?!\d)"
)
_NUMBER_OF = re.compile(
    r"(?:\b(?:ISBN|ISSN|doi|charity|company|reference|ref|grant|invoice|registered|registration)\b"
    r"[^.]{0,25}|£\s?)$",
    re.IGNORECASE,
)
_STREET = (
    r"(?:\b(?:Flat|Unit|Suite|Floor)\s\w{1,9},\s)?(?<!\w)\d{1,5}[A-Za-z]?,?\s(?:[A-Z][\w'’]+\s){1,3}"
    r"(?:Road|Street|Lane|Avenue|Way|Close|Drive|Place|Square|Court|Terrace|Crescent|Gardens|Hill|Row)\b"
)
_POSTCODE = re.compile(
    rf"(?:{_STREET}(?:,?\s[A-Z][\w'’-]+){{0,5}},?\s)?(?<![A-Z0-9])[A-Z]{{1,2}}\d[A-Z\d]?\s\d[A-Z]{{2}}\b"
)
_SIGNATURE = re.compile(
    r"\b(?:Yours (?:sincerely|faithfully|truly)|(?:Kind|Best|Warm) regards|Signed(?: by)?:|"
    r"Signature:)"
)
# Each with what it cannot be without: most lines have none of that, and are soon done with.
_DETAILS = (
    (_EMAIL, re.compile("@"), "an email address", "contact_email"),
    (_PHONE, re.compile(r"\d{3}[\s-]?\d{3}"), "a telephone number", "contact_phone"),
    (_POSTCODE, re.compile(r"\d[A-Z]{2}\b"), "a postal address", "contact_address"),
    (_SIGNATURE, re.compile(r"Yours|regards|Sign"), "a signature", ""),
)
# Sentences that say no more than how to reach somebody.
_INVITES = re.compile(
    r"\b(?:contact|call|ring|phone|telephone|tel|mobile|fax|e-?mail|mail|write to|reach"
    r"|get in touch|speak to|based|address|office is|we are at|find us|enquiries|ask)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 16
_TO_IT = re.compile(r"\s*(?:\b(?:on|at|via|by)\b|[:–-])?\s*$")


@dataclass(frozen=True, slots=True)
class _Detail:
    """A contact detail: where it stands and what it is."""

    start: int
    end: int
    words: str
    field: str  # of the Organisation; "" where none holds it


def no_contact_details(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """No email address, telephone number, postal address or signature in what will be published."""
    del known
    text = line.text
    for one in _details(text):
        found = text[one.start : one.end]
        yield Finding(
            "contact-details",
            FindingLevel.ERROR,
            line.part,
            f"“{found}” looks like {one.words}.",
            "Take it out: evidence is published. Contact details go into the covering email.",
            question=line.question,
            excerpt=found,
            spot=spot_of(line, one.start, one.end),
            fixes=_fixes(line, one),
        )


def _details(text: str) -> Iterator[_Detail]:
    for pattern, needed, words, field in _DETAILS:
        for found in pattern.finditer(text) if needed.search(text) else ():
            if field != "contact_phone" or not _NUMBER_OF.search(text[: found.start()]):
                yield _Detail(found.start(), found.end(), words, field)


def _fixes(line: WrittenLine, one: _Detail) -> tuple[Fix, ...]:
    if not one.field:
        return ()
    text = line.text
    start, end = _to_take_out(text, one)
    replacement = Replacement(spot_of(line, start, end), text[start:end], "")
    taken = [each for each in _details(text) if start <= each.start and each.end <= end]
    contact = tuple((each.field, text[each.start : each.end]) for each in taken if each.field)
    return (Fix("Move it to the covering email", (replacement,), contact),)


def _to_take_out(text: str, one: _Detail) -> tuple[int, int]:
    """Return what goes with the detail: its sentence where that says no more than how to reach
    somebody, its brackets, or the word that leads to it.
    """
    start, end = sentence_of(text, one.start)
    sentence = text[start:end]
    if _INVITES.search(sentence) and len(sentence.split()) <= _MOST_WORDS:
        return len(text[:start].rstrip()), end
    start, end = one.start, one.end
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        start, end = start - 1, end + 1
    lead = _TO_IT.search(text[:start])
    return (lead.start() if lead else start), end


CHECKS = (
    Check(
        "contact-details",
        Group.PEOPLE,
        "No contact details",
        line=no_contact_details,
        rule="contact-details",
        authority="Guide for Lords witnesses: contact details are taken out before publication",
        address="https://www.parliament.uk/get-involved/committees/how-do-i-submit-evidence/"
        "lords-witness-guide/",
    ),
)
