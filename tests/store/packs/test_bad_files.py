from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.rule_kinds import RULE_KINDS
from desktop.errors import ContentError
from desktop.store.packs import (
    Level,
    PackError,
    Problem,
    read_consultation,
    read_evidence_pack,
    read_prompts_pack,
    read_rules,
)
from tests.store.packs.samples import CONSULTATION, EVIDENCE, PROMPTS, RULES, spoilt, write

ONE = "[[snippet]] 1 (marsh-closures)"
TWO = "[[snippet]] 2 (marsh-volunteers)"
ASKED = "[[prompt]] 1 (marsh-prompt-closed)"
SNIPPET_KINDS = "statistic, case-study, quotation, argument, recommendation, about-us"
SNIPPET_KEYS = "id, claim, text, kind, tags, questions, locator, speaker, review_by"
KEY = 'lower case letters a-z, digits and hyphens, such as "our-survey-2011"'
WHOLE = "a whole number from 1, without quotation marks"
LINE = "text in quotation marks, on one line"
REFERENCE = 'consultation-id#number, such as "pasc-big-society-2011#2"'
PARTIAL_DATE = 'YYYY-MM-DD, YYYY-MM or YYYY in quotation marks; "" where there is none'
NAMES = (
    "words with {{ organisation }}, {{ question }}, {{ heading }}, {{ consultation }}, {{ body }}"
)

LENGTH = RULES[RULES.index('id = "length"') : RULES.index("\nauthority")]
SAYS = 'says = "Be so."\nstrength = "must"'
CLOCK = 'a time of day such as "17:00"'
LIMITED = 'a table in curly brackets, such as { value = 300, unit = "words" }'

# What is replaced by what, then line, place, message and what is allowed.
Row = tuple[str, str, int | None, str, str, str]
TABLES = CONSULTATION[CONSULTATION.index("\n[limit]") :]

# fmt: off
NOT_TOML: list[Row] = [
    (
        'kind = "report"',
        'kind = "report',
        10,
        "column 15",
        "not valid TOML: a quotation mark is missing at the end of a text",
        "",
    ),
    (
        'kind = "report"',
        "kind = report",
        10,
        "column 8",
        "not valid TOML: the value is not one that TOML knows; text needs quotation marks",
        "",
    ),
    (
        'kind = "report"',
        'kind "report"',
        10,
        "column 6",
        "not valid TOML: an equals sign is missing after the key",
        "",
    ),
    (
        '"What our members told us"',
        '"What "our" members told us"',
        6,
        "column 16",
        "not valid TOML: something follows the end of the value; "
        "a quotation mark inside a text needs a backslash before it",
        "",
    ),
    (
        'kind = "report"',
        'kind = "report"\nkind = "slides"',
        11,
        "column 16",
        "not valid TOML: this key is in the same table twice",
        "",
    ),
    (
        "[source]\n",
        "[source]\n[source]\n",
        5,
        "column 8",
        "not valid TOML: this table is in the file twice, or its name is already a key",
        "",
    ),
    (
        "[source]\n",
        "[source\n",
        4,
        "column 8",
        "not valid TOML: the closing bracket of a table's name is missing",
        "",
    ),
    (
        "version = 3\n",
        "version = 3\n= 4\n",
        3,
        "column 1",
        "not valid TOML: this is neither a key with its value nor a table in square brackets",
        "",
    ),
    (
        "[source]\n",
        "[]\n",
        4,
        "column 2",
        "not valid TOML: the name of a key or table is missing or needs quotation marks",
        "",
    ),
    (
        'Ada Fenn"\n',
        'C:\\Fenn"\n',
        7,
        "column 15",
        "not valid TOML: a backslash in a text must be written twice",
        "",
    ),
    (
        '["volunteers", "costs"]',
        '["volunteers" "costs"]',
        34,
        "column 22",
        "not valid TOML: a comma or the closing square bracket of a list is missing",
        "",
    ),
    (
        'locator = "section 3"\n',
        'locator = """section 3\n',
        47,
        "end of the file",
        "not valid TOML: a quotation mark is missing at the end of a text",
        "",
    ),
    (
        "version = 3",
        "version = " + "9" * 5000,
        None,
        "",
        "not valid TOML: a number is far too long",
        "",
    ),
    (
        "version = 3",
        "version = " + "[" * 5000,
        None,
        "",
        "too many brackets inside one another",
        "",
    ),
]

WRONG_EVIDENCE: list[Row] = [
    ('date = "2010-07"', 'date = "2010-7"', 9, "[source], key 'date'",
     "'2010-7' is not a date written like that", PARTIAL_DATE),
    ('date = "2010-07"', 'date = "2010-02-30"', 9, "[source], key 'date'",
     "'2010-02-30' is not a date written like that", PARTIAL_DATE),
    ('date = "2010-07"', "date = 2010-07-01", 9, "[source], key 'date'",
     "it is a date or time without quotation marks", PARTIAL_DATE),
    ('address = ""', 'address = "www.example.org"', 11, "[source], key 'address'",
     "'www.example.org' is not written like that",
     'a web address that begins with https:// or http://; "" where there is none'),
    ('kind = "statistic"', 'kind = "statistics"', 23, f"{ONE}, key 'kind'",
     "'statistics' is not one of them (did you mean 'statistic'?)", SNIPPET_KINDS),
    ('kind = "statistic"', "kind = 3", 23, f"{ONE}, key 'kind'",
     "it is the number 3", SNIPPET_KINDS),
    ('kind = "statistic"\n', "", 15, f"{ONE}, key 'kind'", "it is missing", SNIPPET_KINDS),
    ('locator = "section 3, table 2"\n', "", 15, f"{ONE}, key 'locator'", "it is missing", LINE),
    ('locator = "section 3"\n', "", 39, f"{ASKED}, key 'locator'", "it is missing", LINE),
    ('review_by = 2027-11-23', 'review_by = "next year"', 27, f"{ONE}, key 'review_by'",
     "'next year' is not a day of the calendar", "a day such as 2027-11-23"),
    ('review_by = 2027-11-23', 'review_by = "2027-W47-2"', 27, f"{ONE}, key 'review_by'",
     "'2027-W47-2' is not a day of the calendar", "a day such as 2027-11-23"),
    ('review_by = 2027-11-23', 'review_by = "2027-11"', 27, f"{ONE}, key 'review_by'",
     "'2027-11' is not a day of the calendar", "a day such as 2027-11-23"),
    ('review_by = 2027-11-23', 'review_by = 20271123', 27, f"{ONE}, key 'review_by'",
     "it is the number 20271123", "a day such as 2027-11-23"),
    ('review_by = 2027-11-23', 'review_date = 2027-11-23', 27, f"{ONE}, key 'review_date'",
     "there is no such key (did you mean 'review_by'?)", SNIPPET_KEYS),
    ('review_by = 2027-11-23', 'zebra = 1', 27, f"{ONE}, key 'zebra'",
     "there is no such key", SNIPPET_KEYS),
    ('id = "marsh-volunteers"', 'id = "marsh-closures"', 30,
     "[[snippet]] 2 (marsh-closures), key 'id'",
     "'marsh-closures' is already used by [[snippet]] 1", "one of its own for each [[snippet]]"),
    ('id = "marsh-volunteers"', 'id = "Marsh Volunteers"', 30,
     "[[snippet]] 2 (Marsh Volunteers), key 'id'",
     "'Marsh Volunteers' is not written like that", KEY),
    ('"Volunteers need somebody to look after them."', '" "', 31, f"{TWO}, key 'claim'",
     "it is empty", "one sentence in quotation marks"),
    ('"Volunteers need somebody to look after them."', r'"Volunteers\nneed help."', 31,
     f"{TWO}, key 'claim'", "it runs over several lines", "text on one line"),
    ('"Volunteers need somebody to look after them."', r'"Bells\u0007 and more\u000B."', 31,
     f"{TWO}, key 'claim'",
     "it holds characters that no Word file can carry (U+0007, U+000B)", "ordinary characters"),
    ('"Volunteers need somebody to look after them."', f'"{"x" * 10_001}"', 31,
     f"{TWO}, key 'claim'", "it has 10,001 characters", "at most 10,000 characters"),
    ('["cuts", "local services"]', '"cuts"', 24, f"{ONE}, key 'tags'", "it is text",
     "a list in square brackets of: words in lower case"),
    ('["cuts", "local services"]', '["cuts", "NHS"]', 24, f"{ONE}, key 'tags'",
     "item 2 of the list: 'NHS' has capital letters", "words in lower case"),
    ('["cuts", "local services"]', '["cuts", "cuts"]', 24, f"{ONE}, key 'tags'",
     "item 2 of the list: it is in the list twice", "each item once"),
    ('["cuts", "local services"]', str(["x"] * 201), 24, f"{ONE}, key 'tags'",
     "the list has 201 items", "at most 200 items"),
    ('"harbour-2011#2.a"', '"harbour-2011 2.a"', 25, f"{ONE}, key 'questions'",
     "item 2 of the list: 'harbour-2011 2.a' is not written like that", REFERENCE),
    ('speaker = "The treasurer of a lunch club"\n', "", 29, f"{TWO}, key 'speaker'",
     "a quotation needs to say whose words they are", "a name"),
    ("[source]\n", "[[source]]\n", 4, "[[source]]",
     "it is written with double brackets", "one table [source]"),
    ("[[prompt]]", "[prompt]", 39, "[prompt]",
     "it is written with single brackets", "[[prompt]], once for each prompt"),
    ("format = 1", "format = 2", 1, "key 'format'",
     "this file was made with a newer version of Consultee; install the newest one to use it", ""),
    ("format = 1", 'format = "1"', 1, "key 'format'", "it is text", WHOLE),
    ("format = 1\n", "", None, "key 'format'", "it is missing", WHOLE),
    ("version = 3", "version = 0", 2, "key 'version'", "it is the number 0", WHOLE),
    ("version = 3", "version = 1.5", 2, "key 'version'", "it is the number 1.5", WHOLE),
    ("version = 3", "version = true", 2, "key 'version'", "it is true", WHOLE),
    ("version = 3", "version = 99999999999", 2, "key 'version'", "it is a number", WHOLE),
    ("version = 3", "version = 3\nsnippets = 4", 3, "key 'snippets'",
     "there is no such key (did you mean 'snippet'?)", "format, version, source, snippet, prompt"),
    ("version = 3", "version = 3\n[extra]", 3, "[extra]",
     "there is no such table", "format, version, source, snippet, prompt"),
    ('purpose = "example"', 'purpose = "counter argument"', 43, f"{ASKED}, key 'purpose'",
     "'counter argument' is not one of them (did you mean 'counter-argument'?)",
     "claim, evidence, example, counter-argument, recommendation"),
    ("{{ organisation }}'s", "{{ organisation", 42, f"{ASKED}, key 'starter'",
     "the template is not right: expected token 'end of print statement', got 'experience'",
     NAMES),
    ("{{ organisation }}'s", "{{ organization }}'s", 42, f"{ASKED}, key 'starter'",
     "it uses unknown names: 'organization'", NAMES),
    ("{{ organisation }}'s", "{{ organisation|shout }}'s", 42, f"{ASKED}, key 'starter'",
     "it uses what a starter may not: the filter 'shout'", NAMES),
    ("{{ organisation }}'s", "{% for i in body %}{% endfor %}", 42, f"{ASKED}, key 'starter'",
     "it uses what a starter may not: a loop", NAMES),
]

WRONG_PROMPTS: list[Row] = [
    ('["*"]', "[]", 9, "[[prompt]] 1 (good-who-what-when), key 'questions'",
     "the list has 0 items",
     f'at least 1, a list in square brackets of: {REFERENCE}, or "*" for any question'),
    ('["*"]', '["*", "all"]', 9, "[[prompt]] 1 (good-who-what-when), key 'questions'",
     "item 2 of the list: 'all' is not written like that",
     f'{REFERENCE}, or "*" for any question'),
    ('id = "good-who-what-when"\n', "", 4, "[[prompt]] 1, key 'id'", "it is missing", KEY),
    ("[[prompt]]", "[[prompts]]", None, "", "the table [[prompt]] is missing",
     "[[prompt]]: A question to the writer, and the start of a sentence that answers it."),
    ("We ask", "We " + "really " * 150 + "ask", 7,
     "[[prompt]] 1 (good-who-what-when), key 'starter'",
     "it has 1,071 characters", "at most 1,000 characters"),
]

WRONG_CONSULTATIONS: list[Row] = [
    ('"2011-03-11"', "2011-01-11", 7, "key 'closes'",
     "it closes before it is announced", "a day from 2011-02-16"),
    ('"2011-03-11"', "2011-03-11T10:00:00", 7, "key 'closes'",
     "it is a date or time without quotation marks", "a day such as 2027-11-23"),
    ('"2011-03-11"', '"11 March"', 7, "key 'closes'",
     "'11 March' is not a day of the calendar", "a day such as 2027-11-23"),
    ('"2011-03-11"', "{ day = 11 }", 7, "[closes]",
     "it is a table", "a day such as 2027-11-23"),
    ('number = "2.a"', 'number = "1"', 22, "[[question]] 2 (1), key 'number'",
     "'1' is already used by [[question]] 1", "one of its own for each [[question]]"),
    ('number = "2.a"', "number = 2", 22, "[[question]] 2, key 'number'", "it is the number 2",
     'letters, digits, full stops and hyphens, such as "3" or "4.a"'),
    ('["The ferry", "The slipway"]', '["The ferry"]', 27, "[[question]] 2 (2.a), key 'options'",
     "a question of the kind 'single' needs something to choose from",
     "a list of at least 2 options"),
    ('kind = "single"', 'kind = "open"', 27, "[[question]] 2 (2.a), key 'options'",
     "an open question has no options", "an empty list, or no such key"),
    ("required = true", 'required = "yes"', 26, "[[question]] 2 (2.a), key 'required'",
     "it is text", "true or false, without quotation marks"),
    ('unit = "words"', 'unit = "pages of A4"', 14, "[limit], key 'unit'",
     "'pages of A4' is not one of them (did you mean 'pages'?)", "words, characters, pages"),
    ('kind = "single"', 'kind = "single"\nlimit = 300', 26, "[[question]] 2 (2.a), key 'limit'",
     "it is the number 300", LIMITED),
    ('kind = "single"', 'kind = "single"\nlimit = { value = 300 }', 26,
     "[[question]] 2 (2.a), key 'limit'",
     "its key 'unit' is missing", "words, characters, pages"),
    ('kind = "single"', 'kind = "single"\nlimit = { value = 0, unit = "words" }', 26,
     "[[question]] 2 (2.a), key 'limit'",
     "its key 'value': it is the number 0", WHOLE),
    ('kind = "single"', 'kind = "single"\nlimit = { value = 9, unit = "words", size = 1 }', 26,
     "[[question]] 2 (2.a), key 'limit'", "it has no key 'size'", "value, unit, hard, note"),
    ('"2011-03-11"', '"2011-03-11"\ncloses_time = "later"', 8, "key 'closes_time'",
     "'later' is no time of day", CLOCK),
    ('"2011-03-11"', '"2011-03-11"\ncloses_time = 17', 8, "key 'closes_time'",
     "it is the number 17", CLOCK),
    ('closes = "2011-03-11"', 'closes_time = "17:00"', 7, "key 'closes_time'",
     "there is a time of day but no day", "the day under 'closes'"),
    ('"2011-03-11"', '"2011-03-11"\ntime_zone = "London"', 8, "key 'time_zone'",
     "'London' is no time zone",
     'the name of a time zone, such as "Europe/London"; "" where there is none'),
    ("[limit]", "[[limit]]", 12, "[[limit]]",
     "it is written with double brackets", "one table [limit]"),
]

# The tables of the sample are taken away, so that these may stand in their place.
WRONG_TABLES: list[tuple[str, int | None, str, str, str]] = [
    ("question = []", 11, "key 'question'", "the list is empty",
     "[[question]], once for each question"),
    ("question = 3", 11, "key 'question'", "it is the number 3",
     "[[question]], once for each question"),
    ("question = [1]", 11, "[[question]] 1", "it is the number 1", "a table [[question]]"),
    ("limit = 3000", 11, "key 'limit'", "it is the number 3000", "one table [limit]"),
    ("limit = [3000]", 11, "key 'limit'", "it is a list", "one table [limit]"),
]

WRONG_RULES: list[Row] = [
    ('unit = "words"', 'unit = "words"\ncheck = 1', 19, "[[rule]] 1 (length), key 'check'",
     "there is no such key (did you mean 'checked'?)",
     "id, says, strength, value, unit, choices, text, authority, source, address, checked"),
    ("value = 3000\n", "", 17, "[[rule]] 1 (length), key 'unit'",
     "there is a unit but no value", "both of value and unit, or neither"),
    ('id = "length"', 'id = "lenght"', 14, "[[rule]] 1 (lenght), key 'id'",
     "'lenght' is not one of them (did you mean 'length'?)", ", ".join(RULE_KINDS)),
    ('unit = "words"', 'unit = "pages"', 18, "[[rule]] 1 (length), key 'unit'",
     "'pages' is not what it counts", "words, characters"),
    ('unit = "words"\n', "", 13, "[[rule]] 1 (length), key 'unit'",
     "it is missing", "words, characters"),
    ('id = "length"', 'id = "file-size"', 18, "[[rule]] 1 (file-size), key 'unit'",
     "it is always in megabytes", "no such key"),
    ('id = "length"', 'id = "date"', 17, "[[rule]] 1 (date), key 'value'",
     "a rule 'date' has no number", "no such key"),
    (LENGTH, 'id = "anonymity"\nchoices = ["refuse"]\n' + SAYS, 15,
     "[[rule]] 1 (anonymity), key 'choices'",
     "'refuse' is not one of them (did you mean 'refused'?)", "ok, by-request, refused"),
    (LENGTH, 'id = "anonymity"\nchoices = ["ok", "refused"]\n' + SAYS, 15,
     "[[rule]] 1 (anonymity), key 'choices'",
     "they cannot all hold", "one of ok, by-request, refused"),
    (LENGTH, 'id = "date"\nchoices = ["today"]\n' + SAYS, 15, "[[rule]] 1 (date), key 'choices'",
     "a rule 'date' chooses from nothing", "no such key"),
    (LENGTH, 'id = "closing-time"\ntext = "25:00"\n' + SAYS, 15,
     "[[rule]] 1 (closing-time), key 'text'",
     "'25:00' is no time of day", 'a time such as "17:00"'),
    (LENGTH, 'id = "time-zone"\ntext = "Europe/Fernbrook"\n' + SAYS, 15,
     "[[rule]] 1 (time-zone), key 'text'",
     "'Europe/Fernbrook' is no time zone", 'a name such as "Europe/London"'),
    (LENGTH, 'id = "date"\ntext = "today"\n' + SAYS, 15, "[[rule]] 1 (date), key 'text'",
     "a rule 'date' has no such text", "no such key"),
    ("checked = 2026-11-22\n\n", 'checked = "2026-02-30"\n\n', 6, "key 'checked'",
     "'2026-02-30' is not a day of the calendar", "a day such as 2027-11-23"),
    ('strength = "must"', 'strength = "may"', 16, "[[rule]] 1 (length), key 'strength'",
     "'may' is not one of them", "must, should, advice"),
    ("{{ organisation }}", "{{ body }}", 9, "[document], key 'title_line'",
     "it uses unknown names: 'body'", "words with {{ organisation }}"),
    ('"date"]', '"dates"]', 11, "[document], key 'parts'",
     "item 3 of the list: 'dates' is not one of them (did you mean 'date'?)",
     "title, about, summary, answers, recommendations, oral-evidence, date"),
]
# fmt: on

CASES = [
    *((EVIDENCE, read_evidence_pack, *row) for row in NOT_TOML + WRONG_EVIDENCE),
    *((PROMPTS, read_prompts_pack, *row) for row in WRONG_PROMPTS),
    *((CONSULTATION, read_consultation, *row) for row in WRONG_CONSULTATIONS),
    *((RULES, read_rules, *row) for row in WRONG_RULES),
    *((CONSULTATION, read_consultation, TABLES, f"{row[0]}\n", *row[1:]) for row in WRONG_TABLES),
]


def problems_of(read: Callable[[Path], object], file: Path) -> tuple[Problem, ...]:
    with pytest.raises(PackError) as caught:
        read(file)
    return caught.value.problems


@pytest.mark.parametrize(
    ("sample", "read", "old", "new", "line", "place", "message", "allowed"),
    CASES,
    ids=[f"{row[4]}-{row[6]}"[:90] for row in CASES],
)
def test_a_fault_is_told_with_file_line_place_and_what_is_allowed(
    tmp_path: Path,
    sample: str,
    read: Callable[[Path], object],
    old: str,
    new: str,
    line: int | None,
    place: str,
    message: str,
    allowed: str,
) -> None:
    file = write(tmp_path, "pack.toml", spoilt(sample, old, new))
    expected = Problem(file, place, line, message, allowed)
    assert expected in problems_of(read, file)


def test_a_problem_reads_as_one_line() -> None:
    problem = Problem(Path("marsh.toml"), ONE, 4, "it is missing", "a name")
    assert str(problem) == f"marsh.toml:4: {ONE}: it is missing; allowed: a name"
    advice = Problem(Path("marsh.toml"), "", None, "it is long", level=Level.ADVICE)
    assert str(advice) == "marsh.toml: advice: it is long"


def test_odd_names_in_a_file_do_not_break_the_line(tmp_path: Path) -> None:
    text = EVIDENCE + '"a\\nb\\u202e" = 1\n[["x\\ny"]]\nz = 1\n'
    told = [str(each) for each in problems_of(read_evidence_pack, write(tmp_path, "a.toml", text))]
    assert len(told) == 2
    assert "key 'a\\u000ab\\u202e': there is no such key" in told[0]
    assert "[[x\\u000ay]]: there is no such table" in told[1]


def test_all_faults_of_a_file_are_told_at_once_from_top_to_bottom(tmp_path: Path) -> None:
    text = spoilt(EVIDENCE, 'kind = "statistic"', 'kind = "fact"')
    text = spoilt(text, 'date = "2010-07"', 'date = "soon"')
    text = spoilt(text, 'speaker = "The treasurer of a lunch club"\n', "")
    problems = problems_of(read_evidence_pack, write(tmp_path, "pack.toml", text))
    assert [problem.line for problem in problems] == [9, 23, 29]


def test_the_error_says_which_file_and_how_much_is_wrong(tmp_path: Path) -> None:
    file = write(tmp_path, "marsh.toml", "format = 1\nversion = 1\nid = 3\n")
    with pytest.raises(ContentError, match=r"There is more: 4 problems in all") as caught:
        read_rules(file)
    assert caught.value.title == "The content file marsh.toml cannot be used"
    assert "all other files still are" in caught.value.hint


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    latin = 'format = 1\ntitle = "Café"\n'.encode("latin-1")
    (problem,) = problems_of(read_rules, write(tmp_path, "pack.toml", latin))
    assert problem.line == 2
    assert problem.message == "the file is not saved as UTF-8 text"
    assert problem.allowed == 'UTF-8 (choose it in your editor under "Save as")'


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    (problem,) = problems_of(read_rules, write(tmp_path, "pack.toml", b"#" * 2_000_001))
    assert (problem.message, problem.allowed) == ("the file is too large", "at most 2 MB")


def test_a_folder_named_like_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").mkdir()
    (problem,) = problems_of(read_rules, tmp_path / "pack.toml")
    assert (problem.message, problem.allowed) == ("this is a folder", "a TOML file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pack.toml")
    (problem,) = problems_of(read_rules, tmp_path / "pack.toml")
    assert problem.message == "this is not an ordinary file"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (problem,) = problems_of(read_rules, tmp_path / "gone.toml")
    assert problem.message == "there is no such file"


def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    (problem,) = problems_of(read_rules, tmp_path / ("x" * 5000))
    assert problem.message.startswith("the file cannot be read (")
