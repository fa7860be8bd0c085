from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.corpus.sentences.splitting import sentences


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Pell and Dr. J. K. Hale spoke to Cllr. Ash about St. Anne’s hall.",
        "We asked Fernbrook Carers Ltd. and others, e.g. the clubs at Wick, i.e. all of them.",
        "It rose by 3.5 per cent, to £1.2 million (see para. 12 and pp. 4 to 6).",
        "The U.K. Government has not replied to No. 7 on the list.",
        "It began on 3 Sept. 2019 at 10.30 a.m. in the hall.",
        "“Will it last?” asked one member.",
        "They waited … and then they left.",
        "Hale et al. found the same approx. two years later.",
        "1. The fund should reopen.",
        "(b) Councils must reply.",
        "She said “never again!” and left.",
    ],
)
def test_what_is_one_sentence_stays_one(text: str) -> None:
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It closed. Nobody asked why.", ["It closed.", "Nobody asked why."]),
        ("“It closed.” Nobody asked.", ["“It closed.”", "Nobody asked."]),
        ("It closed (in May). Then it rained.", ["It closed (in May).", "Then it rained."]),
        ("Why? Because it was cheap!", ["Why?", "Because it was cheap!"]),
        ("They run services.12 The rest do not.", ["They run services.12", "The rest do not."]),
        ("They run it.[3] The rest do not.", ["They run it.[3]", "The rest do not."]),
        (
            "We ran clubs, walks, etc. The rest closed.",
            ["We ran clubs, walks, etc.", "The rest closed."],
        ),
        (
            "It is the law in the U.K. The rest differ.",
            ["It is the law in the U.K.", "The rest differ."],
        ),
        ("1. Reopen it. 2. Fund it.", ["1. Reopen it.", "2. Fund it."]),
        ("It is plan B. The rest wait.", ["It is plan B.", "The rest wait."]),
        ("It cost £5. 300 people came.", ["It cost £5.", "300 people came."]),
        ("Name\tHours\nPell\t12", ["Name", "Hours", "Pell", "12"]),
        ("  \n ", []),
    ],
)
def test_sentences_are_parted(text: str, found: list[str]) -> None:
    assert parts(text) == found


@given(st.text(alphabet='aB1.?!…)]”" \t\n-–’(Mr.e.g.', max_size=80))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    spans = sentences(text)
    end = 0
    for start, stop in spans:
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip() != ""
        end = stop
    assert not text[end:].strip()
