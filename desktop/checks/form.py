"""Checks of form: title, who writes, why and when, and what sort of file it will be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from desktop.checks.advice import COMMONS, IMPERIAL, NICVA
from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.edits import SetDated
from desktop.core.finding import Finding, FindingLevel, Fix, Group
from desktop.core.moments import printed_day
from desktop.core.rules import Part, Rule, Venue
from desktop.core.word_file import WordFile

# What stands in a title line for the name of whoever writes, such as "Evidence from {{ … }}".
_PLACE = re.compile(r"\{\{.*?\}\}")
_NAME = re.compile(r"\{\{\s*organisation\b.*?\}\}")
# What people write where the name will come.
_NO_NAME = re.compile(
    r"[\W_x]*|(?:my|our|your|the|an?)? ?(?:organi[sz]ation|charity|group|company)(?:'s)?(?: name)?"
    r"|name(?: of .*)?|tb[ac]|to be confirmed|test(?:ing)?|example|untitled|new organi[sz]ation"
    r"|[\[<({].*[\])>}]",
    re.IGNORECASE,
)
_OLD = timedelta(days=31)
# What the program writes.
_WRITTEN = frozenset({"docx", "txt"})
_TELLING = 3


def the_title_says_who_writes(reading: Reading) -> Iterator[Finding]:
    """The first line is the one that the body prints, with the name of whoever writes."""
    rules, file = reading.draft.rules, reading.known.file
    rule, line = rules.rule("title"), rules.document.title_line
    if rule is None:
        return
    if file is not None and rules.venue is Venue.OTHER:
        return  # how a body heads a document that is not known, nobody can tell
    sentence = ""
    if file is not None and not _title_pattern(line).match(file.first_line):
        sentence = "The document does not begin with the title line that the body prints."
    elif file is None and Part.TITLE not in rules.document.parts:
        sentence = "The submission has no title line."
    elif not _NAME.search(line):
        sentence = "The title line does not name the organisation."
    if sentence:
        named = _PLACE.sub(reading.draft.organisation.name or "your name", line)
        yield Finding(
            "title-line",
            FindingLevel.ERROR if rule.is_demand else FindingLevel.WARNING,
            Part.TITLE,
            sentence,
            f"Begin with “{named}”."
            if _NAME.search(line)
            else "Have the title line say who the evidence is from.",
            excerpt=file.first_line if file else line,
            rule=rule,
        )


def _title_pattern(line: str) -> re.Pattern[str]:
    words = (re.escape(" ".join(part.split())) for part in _PLACE.split(line))
    return re.compile(r"\s*" + r".+".join(words), re.IGNORECASE)


def organisation_is_named(reading: Reading) -> Iterator[Finding]:
    """A body wants to know who a submission is from."""
    name = reading.draft.organisation.name.strip()
    if not name and reading.known.file is not None:
        yield _asked_who_it_is_from(reading.draft.rules.rule("capacity"))
    elif not name or _NO_NAME.fullmatch(name):
        yield Finding(
            "organisation-named",
            FindingLevel.ERROR,
            Part.TITLE,
            f"“{name}” is not the name of an organisation."
            if name
            else "The organisation has no name.",
            "Give the name as it should be printed on the submission.",
            excerpt=name,
            rule=reading.draft.rules.rule("capacity"),
            basis=name,
        )


def _asked_who_it_is_from(rule: Rule | None) -> Finding:
    """Ask where no name was found: a person sees at a glance what a signature is."""
    return Finding(
        "organisation-named",
        FindingLevel.ERROR if rule and rule.is_demand else FindingLevel.WARNING,
        Part.TITLE,
        "Does the beginning of the document say who it is from?",
        "Name the organisation in the title, and say in a sentence or two for whom you speak.",
        rule=rule,
        asks=True,
    )


def about_us_is_there(reading: Reading) -> Iterator[Finding]:
    """A body wants to know in what capacity somebody writes."""
    draft = reading.draft
    rule = draft.rules.rule("capacity")
    if reading.known.file is not None and not draft.organisation.name.strip():
        return  # asked already, with the name
    about = draft.about.strip()
    if len(about.split()) >= _TELLING:
        return
    yield Finding(
        "about-us",
        FindingLevel.ERROR
        if rule and rule.is_demand and not draft.organisation.name.strip()
        else FindingLevel.WARNING,
        Part.ABOUT,
        "What is said of you is too short to tell who you are."
        if about
        else "Nothing says who you are.",
        "Say in a sentence or two what you do, where, and for whom you speak.",
        excerpt=about,
        rule=rule,
        basis=about,
    )


def says_why(reading: Reading) -> Iterator[Finding]:
    """A body wants to know why somebody writes."""
    draft = reading.draft
    if not draft.response.reason.strip():
        rule = draft.rules.rule("reason")
        yield Finding(
            "reason",
            FindingLevel.WARNING if rule and rule.is_demand else FindingLevel.NUDGE,
            Part.ABOUT,
            "Nothing says why you are submitting.",
            "One sentence is enough: what you know about this that others do not.",
            rule=rule,
        )


def _file_is_dated(file: WordFile, rule: Rule | None) -> Iterator[Finding]:
    if rule is not None and not file.dated:
        yield Finding(
            "date",
            FindingLevel.ERROR if rule.is_demand else FindingLevel.WARNING,
            Part.DATE,
            "The document has no date.",
            "Print the day on which you send it, at the top or at the end.",
            rule=rule,
        )


def the_date_is_right(reading: Reading) -> Iterator[Finding]:
    """The submission is dated, with a day on which it can have been written."""
    draft, today = reading.draft, reading.known.today
    rule, dated = draft.rules.rule("date"), draft.response.dated
    if reading.known.file is not None:
        yield from _file_is_dated(reading.known.file, rule)
        return
    sentence = ""
    if Part.DATE not in draft.rules.document.parts:
        if rule is not None and rule.is_demand:
            yield Finding(
                "date",
                FindingLevel.ERROR,
                Part.DATE,
                "The submission has no date.",
                "Put the date back among the parts of the submission.",
                rule=rule,
            )
        return
    if dated is None:
        return
    closes = draft.consultation.closes
    # Of a submission that is late anyway, the deadline says so.
    if closes is not None and dated > closes >= today:
        sentence = f"The date on the submission, {printed_day(dated.isoformat())}, is after the "
        sentence += "closing day."
    elif today - dated > _OLD:
        sentence = f"The date on the submission, {printed_day(dated.isoformat())}, is over a month "
        sentence += "old."
    if sentence:
        edit = SetDated(draft.response.id, None)
        yield Finding(
            "date",
            FindingLevel.WARNING,
            Part.DATE,
            sentence,
            "Use the day on which you send it: readers judge by it how recent your facts are.",
            rule=rule,
            basis=dated.isoformat(),
            fixes=(Fix("Use the day of export", edit=edit),),
        )


def the_body_takes_this_kind_of_file(reading: Reading) -> Iterator[Finding]:
    """The file is of a kind that the body takes."""
    formats, file = reading.draft.rules.document.formats, reading.known.file
    own = frozenset({file.name.rpartition(".")[2].lower()}) if file else _WRITTEN
    if not formats or not own.isdisjoint(formats) or (file and file.macros):
        return
    wanted = " or ".join(f".{name}" for name in formats)
    yield Finding(
        "file-format",
        FindingLevel.ERROR,
        Part.ANSWERS,
        f"The body takes {wanted} files, and this is a .{min(own)} file."
        if file
        else f"The body takes {wanted} files, which are not written here.",
        f"Open it in Word or LibreOffice and save it as {wanted}.",
        rule=reading.draft.rules.rule("file-format"),
        basis=wanted,
    )


CHECKS = (
    Check(
        "title-line",
        Group.FORM,
        "The title line says who writes",
        the_title_says_who_writes,
        authority=COMMONS.authority,
        address=COMMONS.address,
    ),
    Check(
        "organisation-named",
        Group.FORM,
        "The organisation is named",
        organisation_is_named,
        authority=COMMONS.authority,
        address=COMMONS.address,
    ),
    Check(
        "about-us",
        Group.FORM,
        "It says who you are",
        about_us_is_there,
        authority=NICVA.authority,
        address=NICVA.address,
    ),
    Check(
        "reason",
        Group.FORM,
        "It says why you write",
        says_why,
        authority=COMMONS.authority,
        address=COMMONS.address,
    ),
    Check(
        "date",
        Group.FORM,
        "The date is there, and is right",
        the_date_is_right,
        authority=IMPERIAL.authority,
        address=IMPERIAL.address,
    ),
    Check(
        "file-format",
        Group.FORM,
        "The body takes this kind of file",
        the_body_takes_this_kind_of_file,
        authority=COMMONS.authority,
        address=COMMONS.address,
    ),
)
