from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.document import Block, BlockKind, Document
from desktop.corpus.readers.text import read_text

K = BlockKind
PROSE = "We run a hall in the valley. It is open every day of the week, and 400 people use it."


def shape(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.kind is K.HEADING]


MEMORANDUM = """\
Written evidence submitted by Fernbrook
Trust (XY 12)
1. A description of what the "Open Hall"
is or should be
An Open Hall should be a place that any neighbour may
use without asking, and that somebody looks after.
2. The effects and consequences of lower
grants on the ambitions of the county for halls
Without somebody who holds the keys, the
promises made in "Open Hall" come to nothing, and the people
who need a warm room in winter stay at home. Nobody has counted
them yet.
The likelihood is that the halls will be sold and that
only those with a car will reach another one, as happened at
Sampleton in 2014 when the bus was stopped.
8. The place of parish councils in the care
of halls and the role that clerks play
Councillors and clerks will need help to learn how a
hall is kept.
March 2019
|"""


def test_a_memorandum_with_broken_lines_gives_its_questions_as_headings():
    document = read_text(MEMORANDUM)
    assert [(b.level, b.number, b.text) for b in document.blocks if b.kind is K.HEADING] == [
        (1, "", "Written evidence submitted by Fernbrook Trust (XY 12)"),
        (2, "1", 'A description of what the "Open Hall" is or should be'),
        (
            2,
            "2",
            "The effects and consequences of lower grants on the ambitions of the county for halls",
        ),
        (
            2,
            "8",
            "The place of parish councils in the care of halls and the role that clerks play",
        ),
    ]
    paragraphs = [b.text for b in document.blocks if b.kind is K.PARAGRAPH]
    assert paragraphs[0].startswith("An Open Hall should be a place that any neighbour may use")
    assert paragraphs[1].endswith("Nobody has counted them yet.")
    assert paragraphs[2].startswith("The likelihood is")
    assert paragraphs[-1] == "March 2019"
    assert document.metadata.title == "Written evidence submitted by Fernbrook Trust (XY 12)"


SLIDES = """

'Open Hall' or 'Shut Hall': who holds the keys



Ann Example
Clerk, Fernbrook




Valley Research Group

Is this a hall?




Valley Research Group

What a hall is for



Warmth: 'where can we sit'?

- Open in the morning
- Heated from October to April, with tea

Company: 'who is there'?

- Somebody who knows your name



Valley Research Group

Towards the 'Open Hall'



"We want every village to have a room of its own, and somebody in it who is paid to be there."

Cllr Bo Sample, Leader of the Council

- Nobody has said who pays



Valley Research Group

**This is no time to lock
the door!**



Valley Research Group

Contact details

Email: ann@example.org
"""


def test_slides_lose_their_footer_and_keep_their_titles():
    document = read_text(SLIDES)
    assert "Valley Research Group" not in str(document.blocks)
    assert "“Valley Research Group”" in document.notices[0]
    assert headings(document) == [
        "'Open Hall' or 'Shut Hall': who holds the keys",
        "Is this a hall?",
        "What a hall is for",
        "Warmth: 'where can we sit'?",
        "Company: 'who is there'?",
        "Towards the 'Open Hall'",
        "This is no time to lock the door!",
        "Contact details",
    ]
    assert sum(block.kind is K.BREAK for block in document.blocks) == 5
    items = [block.text for block in document.blocks if block.kind is K.LIST_ITEM]
    assert items[1] == "Heated from October to April, with tea"


def test_who_is_quoted_is_no_heading():
    blocks = read_text(SLIDES).blocks
    at = next(i for i, block in enumerate(blocks) if block.kind is K.QUOTATION)
    assert blocks[at + 1] == Block(K.PARAGRAPH, "Cllr Bo Sample, Leader of the Council")


COPIED = """\
Please send me the Valley's weekly briefing:

Why we need to think again about halls:https://example.org/x1 [#halls]

There has been much talk this week about who holds the keys of the hall, and whether it matters.


So far so good…But who pays for the heating when the grant has gone, and the bus as well?


Let me explain…


A hall without heating is a shed, and nobody meets their neighbours in a shed in February.


Ann Example

Clerk

Fernbrook Trust



Twitter: http://example.org/ann/

Leave a Reply

Fill in your details below or click an icon to log in:

WordPress.com Logo

You are commenting using your WordPress.com account. Log Out /  Change )

Connecting to %s"""


def test_a_copied_web_page_loses_its_forms_and_keeps_the_signature():
    document = read_text(COPIED)
    assert headings(document) == ["Why we need to think again about halls"]
    texts = [text for _, text in shape(document)]
    assert texts[-3:] == ["Ann Example", "Clerk", "Fernbrook Trust"]
    assert len(texts) == 8
    assert any("web page" in notice for notice in document.notices)


LONG = (
    "The county plans to hand its halls to their users within two years. Users will pay for the "
    "heating and find somebody who holds the keys, and the county will pay for the roof."
)
POINT = (
    "The grant ends in 2020. Nobody has said what follows it, and the trustees cannot plan "
    "without knowing that."
)
BRIEFING = f"""\
Open Halls – A briefing

What is planned, who plans it and what it will cost the people in the county's villages

The county’s plan for its halls

{LONG}

LESS MONEY

•{POINT}

•Halls without a trust will be sold.

WHO DECIDES

{LONG}

RECORDS OFFICE keeps the deeds of the halls and answers questions about them.

Ann Example
Clerk

Bo Sample
KLMN

ADVISERS

Cy Specimen, Number 10
Di Instance, Number 12

{LONG}
"""


def test_a_briefing_keeps_its_headings_in_capitals_and_its_bullets():
    document = read_text(BRIEFING)
    assert headings(document) == [
        "Open Halls – A briefing",
        "The county’s plan for its halls",
        "LESS MONEY",
        "WHO DECIDES",
        "ADVISERS",
    ]
    assert [text for kind, text in shape(document) if kind is K.LIST_ITEM] == [
        POINT,
        "Halls without a trust will be sold.",
    ]


def test_lists_of_names_stay_one_name_to_a_paragraph():
    texts = [text for _, text in shape(read_text(BRIEFING))]
    assert "Cy Specimen, Number 10" in texts
    assert "Di Instance, Number 12" in texts
    assert "KLMN" in texts


@pytest.mark.parametrize(
    ("text", "level", "number", "words"),
    [
        ("# What we do\n\nText follows here.", 1, "", "What we do"),
        ("Text.\n\nWhat we do\n==========\nText follows here.", 2, "", "What we do"),
        (
            f"{PROSE}\n\nQuestion 7: What should change?\n\n{PROSE}",
            2,
            "",
            "Question 7: What should change?",
        ),
        (f"{PROSE}\n\n3.2 Costs of heating\n\n{PROSE}", 3, "3.2", "Costs of heating"),
        (f"{PROSE}\n\nSummary:\n\n{PROSE}", 2, "", "Summary:"),
        (f"{PROSE}\n\n**What we ask for**\n\n{PROSE}", 2, "", "What we ask for"),
    ],
)
def test_headings_are_told_by_their_marks_and_looks(text, level, number, words):
    block = next(b for b in read_text(text).blocks if b.kind is K.HEADING and b.text != "Text.")
    assert (block.level, block.number, block.text) == (level, number, words)


@pytest.mark.parametrize(
    "line",
    [
        "Let me explain…",
        "ann@example.org",
        "12 March 2019",
        "March 2019",
        "such as these",
        "For example:",
    ],
)
def test_short_lines_that_are_no_headings_stay_paragraphs(line: str):
    assert headings(read_text(f"{PROSE}\n\n{line}\n\n{PROSE}")) == []


def test_numbered_paragraphs_keep_their_numbers_and_are_no_headings():
    text = f"1. {PROSE}\n\n2. {PROSE}\n\n2.1 {PROSE}\n"
    assert [(b.kind, b.number) for b in read_text(text).blocks] == [
        (K.NUMBERED, "1"),
        (K.NUMBERED, "2"),
        (K.NUMBERED, "2.1"),
    ]


def test_a_list_of_questions_is_no_list_of_headings():
    text = "Please answer:\n\n1. What do you do?\n2. Who pays for it?\n3. What should change?\n"
    assert [b.kind for b in read_text(text).blocks][1:] == [K.NUMBERED] * 3


def test_lettered_points_and_lost_bullets_are_list_items():
    lost = "The hall needs:\nwindows that close\na boiler from this century\nsomebody with a key\n"
    text = f"{lost}\n(a) first point;\n(b) second point.\n"
    items = [(b.number, b.text) for b in read_text(text).blocks if b.kind is K.LIST_ITEM]
    assert ("a", "first point;") in items
    assert ("b", "second point.") in items


def test_columns_parted_by_tabs_are_a_table():
    document = read_text(f"{PROSE}\n\nYear\tPeople\n2018\t412\n2019\t398\n")
    table = document.blocks[-1]
    assert table.kind is K.TABLE
    assert table.cells == (("Year", "People"), ("2018", "412"), ("2019", "398"))
    assert table.text == "Year\tPeople\n2018\t412\n2019\t398"


def test_a_drawn_table_is_a_table():
    document = read_text("| Year | People |\n|------|--------|\n| 2018 | 412 |\n")
    assert document.blocks[0].cells == (("Year", "People"), ("2018", "412"))


def test_page_numbers_and_footers_are_left_out():
    pages = [
        f"{PROSE}\n\n{PROSE} Part {n}.\n\n\n\nFernbrook Trust response\n{n}\n" for n in range(1, 5)
    ]
    document = read_text("\n\n".join(pages))
    texts = [text for kind, text in shape(document) if kind is not K.BREAK]
    assert len(texts) == 8
    assert all(text.startswith("We run") for text in texts)


def test_a_form_feed_ends_a_page():
    blocks = read_text(f"{PROSE}\n\f\n{PROSE}").blocks
    assert [block.kind for block in blocks] == [K.PARAGRAPH, K.BREAK, K.PARAGRAPH]


def test_a_sentence_that_a_page_end_parts_is_joined():
    blocks = read_text(f"{PROSE} It stands\n\fnext to the school, which has no hall.").blocks
    assert len(blocks) == 1
    assert "stands next to" in blocks[0].text


def test_answers_that_are_given_often_are_not_taken_for_footers():
    text = "".join(f"Is statement {n} true of your hall?\n\n\nStrongly agree\n\n" for n in range(6))
    assert sum(text == "Strongly agree" for _, text in shape(read_text(text))) == 6


def test_quoted_lines_are_quotations():
    blocks = read_text("> We want halls\n> that are open.\n\nSo do we, and we have said so.").blocks
    assert blocks[0] == Block(K.QUOTATION, "We want halls that are open.")


def test_emphasis_by_stars_is_left_out():
    text = "We want *every neighbour* to come, and **somebody** to be there. 5 * 3 * 2 is 30."
    assert read_text(text).blocks[0].text == (
        "We want every neighbour to come, and somebody to be there. 5 * 3 * 2 is 30."
    )


def test_a_word_that_a_line_end_parts_at_its_hyphen_is_joined():
    lines = (
        f"{PROSE}\nThe decision is for the whole of the valley, which has a self-\nhelp group.\n"
    )
    assert "self-help group" in read_text(lines * 3).blocks[0].text


WORDS = st.sampled_from(
    [
        "hall",
        "grant",
        "the",
        "people",
        "We",
        "use",
        "council",
        "cost",
        "and",
        "roof",
        "£400",
        "open,",
        "it.",
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@given(st.lists(st.lists(LINES, min_size=1, max_size=6), min_size=1, max_size=8))
def test_no_word_is_lost_and_none_comes_twice(paragraphs: list[list[str]]):
    text = "\n\n".join("\n".join(lines) for lines in paragraphs)
    found = Counter(word for block in read_text(text).blocks for word in block.text.split())
    assert found == Counter(text.split())


@given(st.text(max_size=600))
def test_any_text_gives_blocks_with_words(text: str):
    for block in read_text(text).blocks:
        assert block.kind is K.BREAK or block.text.strip()
        assert "\n" not in block.text or block.kind is K.TABLE
