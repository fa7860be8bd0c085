"""Small content files without a fault, for tests to write to disk and to spoil."""

from __future__ import annotations

from pathlib import Path

EVIDENCE = '''\
format = 1
version = 3

[source]
key = "marsh-survey"
title = "What our members told us"
author = "Ada Fenn"
body = "Marshside Together"
date = "2010-07"
kind = "report"
address = ""
licence = "Facts only; not reproduced"
short = "Fenn, 2010"

[[snippet]]
id = "marsh-closures"
claim = "Two in five of the groups asked had closed a service within a year."
text = """
Marshside Together asked ninety groups in the spring of 2010 how they were getting on. Two in \\
five said that they had closed at least one service within the year, mostly advice and \\
transport, as Ada Fenn reports in its survey of members.
"""
kind = "statistic"
tags = ["cuts", "local services"]
questions = ["harbour-2011#1", "harbour-2011#2.a"]
locator = "section 3, table 2"
review_by = 2027-11-23

[[snippet]]
id = "marsh-volunteers"
claim = "Volunteers need somebody to look after them."
text = "Nobody at Marshside Together believes that volunteers come free. In its survey of members \
the treasurer of a lunch club puts it plainly: every ten helpers need a day a week of somebody who \
is paid to look after them."
kind = "quotation"
tags = ["volunteers", "costs"]
questions = []
locator = "page 7, second paragraph"
speaker = "The treasurer of a lunch club"

[[prompt]]
id = "marsh-prompt-closed"
question = "What have you closed, and who noticed?"
starter = "In {{ organisation }}'s experience, "
purpose = "example"
questions = ["harbour-2011#1"]
why = "The question is about effects, and a closure is one."
locator = "section 3"
'''

PROMPTS = """\
format = 1
version = 1

[[prompt]]
id = "good-who-what-when"
question = "Who should do what by when?"
starter = "We ask {{ body }} to "
purpose = "recommendation"
questions = ["*"]
why = "A committee can only pass on what it can name."
source = "Advice of a fictional clerk"
address = "https://example.org/advice"
"""

CONSULTATION = """\
format = 1
version = 2
id = "harbour-2011"
title = "The future of the harbour"
body = "Marshside Harbour Committee"
announced = 2011-02-16
closes = "2011-03-11"
address = "https://example.org/harbour"
rules = "harbour-rules"
about = "A fictional inquiry."

[limit]
value = 3000
unit = "words"

[[question]]
number = "1"
heading = "Effects"
text = "What have the effects been?"

[[question]]
number = "2.a"
heading = "Choice"
text = "Which of these would you keep?"
kind = "single"
required = true
options = ["The ferry", "The slipway"]
"""

RULES = """\
format = 1
version = 1
id = "harbour-rules"
title = "The harbour committee's rules"
body = "Marshside Harbour Committee"
checked = 2026-11-22

[document]
title_line = "Written evidence submitted by {{ organisation }}"
numbering = "by-section"
parts = ["title", "answers", "date"]

[[rule]]
id = "length"
says = "At most 3,000 words."
strength = "must"
value = 3000
unit = "words"
authority = "official"
source = "Guidance of the committee"
address = "https://example.org/rules"
checked = 2026-11-22
"""


def write(folder: Path, name: str, text: str | bytes) -> Path:
    """Write a content file, with its folders, and return where it is."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def write_project(folder: Path) -> tuple[Path, Path]:
    """Write one file of each kind, laid out like the project; return the two folders to read."""
    write(folder, "snippets/marsh-survey.toml", EVIDENCE)
    write(folder, "resources/prompts/good.toml", PROMPTS)
    write(folder, "resources/consultations/harbour-2011.toml", CONSULTATION)
    write(folder, "resources/rules/harbour-rules.toml", RULES)
    return folder / "snippets", folder / "resources"


def spoilt(text: str, old: str, new: str) -> str:
    """Return a sample with its one ``old`` part replaced."""
    assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in the sample"
    return text.replace(old, new)
