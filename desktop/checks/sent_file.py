"""What a body demands of the file itself: no macros, no more than so many megabytes, one file, few
pictures and little colour, nothing left of the work of colleagues.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.rules import Part, Rule

_MEGABYTE = 1024 * 1024
_COMMITTEES = (
    "UK Parliament: guidance on written evidence",
    "https://publications.parliament.uk/pa/cm/written-evidence-guidance.htm",
)
_PETITIONS = (
    "Scottish Parliament: your views on petitions (pages with comments are not published)",
    "https://www.parliament.scot/get-involved/petitions/your-views-on-petitions",
)
# What is still few: a logo at the top, a chart or two.
_FEW_PICTURES = 3
# Of a hundred words, so many in colour are no longer "little colour".
_LITTLE_COLOUR = 3


def no_macros(reading: Reading) -> Iterator[Finding]:
    """A file holds no programs: bodies refuse them, and mail filters drop them."""
    file = reading.known.file
    if file is not None and file.macros:
        yield _finding(
            "macros",
            FindingLevel.ERROR,
            "The file holds macros, which are small programs.",
            "In Word: save it as “Word document (.docx)”, which keeps the text and drops them.",
            reading.draft.rules.rule("macros"),
        )


def within_the_size_allowed(reading: Reading) -> Iterator[Finding]:
    """A file is no larger than the body takes."""
    file, rule = reading.known.file, reading.draft.rules.rule("file-size")
    if file is None or rule is None or rule.value is None:
        return
    if file.size >= rule.value * _MEGABYTE:
        has = f"{file.size / _MEGABYTE:,.1f}"
        yield _finding(
            "file-size",
            FindingLevel.ERROR,
            f"The file has {has} MB, and less than {rule.value:,} MB are asked for.",
            "Compress or take out pictures: they are what makes a document large.",
            rule,
        )


def one_file(reading: Reading) -> Iterator[Finding]:
    """A submission is one file, with nothing packed inside it."""
    file = reading.known.file
    if file is not None and file.embedded:
        others = "another file" if file.embedded == 1 else f"{file.embedded} other files"
        yield _finding(
            "single-file",
            FindingLevel.ERROR,
            f"The document holds {others} inside it.",
            "Put what it says into the text or an annex: a body publishes the document alone.",
            reading.draft.rules.rule("single-document"),
        )


def few_pictures_and_little_colour(reading: Reading) -> Iterator[Finding]:
    """Where a body asks for few logos and pictures, there are few, and little is in colour."""
    file, rule = reading.known.file, reading.draft.rules.rule("logos")
    if file is None or rule is None:
        return
    count, most = len(file.pictures), 0 if "none" in rule.choices else _FEW_PICTURES
    if count > most:
        yield _finding(
            "pictures",
            FindingLevel.WARNING,
            "There is 1 picture in the document."
            if count == 1
            else f"There are {count} pictures in the document.",
            "Take out logos and decoration, and give the figures of a chart as a table.",
            rule,
        )
    if file.coloured * 100 > file.words * _LITTLE_COLOUR:
        yield _finding(
            "pictures",
            FindingLevel.WARNING,
            f"{file.coloured:,} of {file.words:,} words are in colour.",
            "Make the text black: evidence is printed and published without colour.",
            rule,
        )


def nothing_is_left_of_the_work(reading: Reading) -> Iterator[Finding]:
    """Tracked changes and comments of colleagues are settled before a document is sent."""
    file = reading.known.file
    if file is None:
        return
    left = [
        words
        for there, words in ((file.tracked, "tracked changes"), (file.comments, "comments"))
        if there
    ]
    if left:
        yield _finding(
            "changes-and-comments",
            FindingLevel.WARNING,
            f"The document still has {' and '.join(left)} in it.",
            "In Word: under Review, accept or reject each change and delete each comment. Whoever "
            "gets the file can read them.",
            None,
            _PETITIONS,
        )


def _finding(
    check: str,
    level: FindingLevel,
    sentence: str,
    remedy: str,
    rule: Rule | None,
    source: tuple[str, str] = _COMMITTEES,
) -> Finding:
    return Finding(
        check,
        level,
        Part.ANSWERS,
        sentence,
        remedy,
        rule=rule,
        authority="" if rule else source[0],
        address="" if rule else source[1],
        basis=sentence,
    )


CHECKS = (
    Check("macros", Group.FORM, "No macros in a file", no_macros),
    Check("file-size", Group.FORM, "The size of a file", within_the_size_allowed),
    Check("single-file", Group.FORM, "One file", one_file),
    Check("pictures", Group.FORM, "Few pictures, little colour", few_pictures_and_little_colour),
    Check(
        "changes-and-comments",
        Group.FORM,
        "Nothing left of the work",
        nothing_is_left_of_the_work,
    ),
)
