"""What is said of a rule on screen."""

from __future__ import annotations

from datetime import date

from desktop.core.clock import time_words
from desktop.core.consultation import Consultation
from desktop.core.rule_kinds import RULE_KINDS
from desktop.core.rules import DocumentRules, Numbering, Rule, Strength, SummaryForm, Venue
from desktop.core.rules_changes import is_old
from desktop.ui.models.words import AUTHORITIES, PARTS, counted, day

NUMBERINGS = {
    Numbering.CONTINUOUS: "1, 2, 3 through the whole document",
    Numbering.BY_SECTION: "1.1, 1.2 within each question",
    Numbering.NONE: "none",
}
SUMMARIES = {
    SummaryForm.BULLETS: "bullet points",
    SummaryForm.PROSE: "paragraphs",
    SummaryForm.NONE: "none",
}
PAGE_NUMBERS = {"either": "as you like", "yes": "wanted", "no": "not wanted"}
FORMATS = {
    "docx": "Word (docx)",
    "doc": "older Word (doc)",
    "odt": "OpenDocument (odt)",
    "rtf": "rich text (rtf)",
    "txt": "plain text (txt)",
    "pdf": "PDF",
    "html": "web page (html)",
}
VENUES = {
    Venue.COMMONS_COMMITTEE: "a Commons committee",
    Venue.LORDS_COMMITTEE: "a Lords committee",
    Venue.BILL_COMMITTEE: "a bill committee",
    Venue.SENEDD: "the Senedd",
    Venue.SCOTTISH_PARLIAMENT: "the Scottish Parliament",
    Venue.PETITION: "a petition",
    Venue.NI_ASSEMBLY: "the Northern Ireland Assembly",
    Venue.UK_GOVERNMENT: "the UK government",
    Venue.DEVOLVED_GOVERNMENT: "a devolved government",
    Venue.COUNCIL: "a council",
    Venue.APPG: "an all-party group",
    Venue.FORM: "an online form",
    Venue.OTHER: "any other body",
}
UK_TIME = "UK time"


def rule_words(rule: Rule) -> str:
    """Return who says so and when that was checked."""
    return f"{rule.source} ({AUTHORITIES[rule.authority]}), checked {day(rule.checked)}"


def value_words(rule: Rule) -> str:
    """Return the number, the choices and the text of a rule in words ("" where it has none)."""
    kind = RULE_KINDS.get(rule.id)
    if kind is None:
        return ""
    said: list[str] = []
    if rule.value is not None:
        # A rule that is no must asks for about so much, and takes more.
        at_most = "at most " if rule.strength is Strength.MUST else ""
        unit = kind.measure or (rule.unit.value if rule.unit else "")
        said.append(f"{at_most}{rule.value:,} {unit}".strip())
    if rule.choices:
        said.append(kind.said(rule.choices))
    if rule.text:
        said.append(rule.text)
    return "; ".join(said)


def age_words(rule: Rule, today: date) -> str:
    """Return that a rule was checked long ago ("" where it was not)."""
    return (
        "Checked more than a year ago: look whether it still holds." if is_old(rule, today) else ""
    )


def closing_words(call: Consultation) -> str:
    """Return when a call closes: "1 March 2027 at 12:00, UK time"."""
    if call.closes is None:
        return "The closing day is not known."
    zone = UK_TIME if call.time_zone in {"", "Europe/London"} else f"time of {call.time_zone}"
    clock = f" at {time_words(call.closes_time)}, {zone}" if call.closes_time else ""
    unknown = "" if call.closes_time else "; the time of day is not known"
    return f"Closes on {day(call.closes)}{clock}{unknown}."


def document_words(document: DocumentRules) -> str:
    """Return the shape of a document in a sentence or two."""
    parts = ", ".join(PARTS[part].lower() for part in document.parts)
    formats = ", ".join(FORMATS[each] for each in document.formats)
    return (
        f"Parts: {parts}. Paragraph numbers: {NUMBERINGS[document.numbering]}. Page numbers: "
        f"{PAGE_NUMBERS[document.page_numbers]}. Summary: {SUMMARIES[document.summary]}. "
        f"Kinds of file: {formats}."
    )


def telling(title: str, body: str, known: int, differing: int) -> str:
    """Return whose rules these are, and how many are changed."""
    changed = f" {counted(differing, 'thing')} changed for this consultation." if differing else ""
    return f"{counted(known, 'rule')} of “{title}” ({body}).{changed}"
