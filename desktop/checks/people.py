"""Checks that protect people: contact details belong in the cover email, since evidence is
published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.rules import Part
from desktop.core.text import plain_text
from desktop.markup import parse

_CONTACT = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # email address
    r"|(?<!\d)(?:\+44\s?\(?0?\)?\s?|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)"  # UK telephone
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"  # UK postcode
)


def no_contact_details(reading: Reading) -> Iterator[Finding]:
    """No email address, telephone number or postcode in what will be published."""
    draft = reading.draft
    texts = [
        (Part.ABOUT, "", plain_text(parse(draft.about))),
        (Part.ABOUT, "", plain_text(parse(draft.response.reason))),
        (Part.ORAL_EVIDENCE, "", plain_text(parse(draft.response.oral_evidence))),
    ]
    for item in reading.answers:
        number = item.question.number
        texts.append((Part.ANSWERS, number, item.answer.key_point))
        texts.append((Part.ANSWERS, number, plain_text(item.blocks)))
    for part, question, text in texts:
        for match in _CONTACT.finditer(text):
            yield Finding(
                "contact-details",
                FindingLevel.ERROR,
                part,
                f"“{match[0].strip()}” looks like contact details.",
                "Take it out: evidence is published. Contact details go into the cover email.",
                question=question,
                excerpt=match[0].strip(),
                rule=draft.rules.rule("contact-details"),
            )


CHECKS = (Check("contact-details", Group.PEOPLE, "No contact details", no_contact_details),)
