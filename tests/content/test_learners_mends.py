"""What somebody might well write when mending a paragraph counts as mended, and as nothing worse.

The solutions of a course are ours. These are the plainer ones that learners come to by themselves.
"""

from __future__ import annotations

import pytest

from desktop.core.finding import FindingLevel, TextField
from tests.support.practised import practised

FIRST, INQUIRY = "first-written-evidence.toml", "big-society-inquiry.toml"
MENDED = (
    (
        FIRST,
        "mend-vague",
        "58 of 187 passengers missed or put off an appointment. 21 of them did not ask us because"
        " they thought others needed it more. [@wheels-survey, paragraph 2]",
    ),
    (
        FIRST,
        "mend-figure",
        "In our survey 58 of the 187 passengers who replied had missed or put off an appointment"
        " [@wheels-survey, paragraph 2].",
    ),
    (
        FIRST,
        "mend-person",
        "An elderly lady, who has agreed to this, has eye injections. In February no driver was"
        " free and she had to wait eleven days longer [@wheels-cases, paragraph 2].",
    ),
    (
        FIRST,
        "mend-no-ask",
        "In three years we have lost 23 drivers and found 6 [@wheels-figures, paragraph 5]. Those"
        " who are left cannot take on more. The Assembly should raise the mileage rate to 51 pence"
        " by April 2027.",
    ),
    (
        FIRST,
        "mend-party",
        "Nothing has been done about the rate in twelve years. It is still 38 pence a mile"
        " [@wheels-figures, paragraph 6].",
    ),
    (
        FIRST,
        "mend-jargon",
        "Hospitals should ask patients how they will get there when they book.",
    ),
    (
        FIRST,
        "mend-survey",
        "We asked our passengers in April 2026. 70% of the 187 who answered have no other way to"
        " get to hospital [@wheels-survey, paragraph 2].",
    ),
    (
        FIRST,
        "mend-quotation",
        "One of our passengers in Hobthorn wrote in April 2026: “I mind lying awake the week"
        " before, wondering whether there will be a driver.” [@wheels-survey, paragraph 5]",
    ),
    (
        FIRST,
        "mend-certain",
        "Some drivers have left because of the cost: 11 of 20 [@wheels-figures, paragraph 5].",
    ),
    (
        INQUIRY,
        "mend-vague",
        "Calls from carers went up from 96 to 171. The group went down from 43 to 19 members."
        " [@sandrell-figures, paragraph 7]",
    ),
    (
        INQUIRY,
        "mend-survey",
        "We asked 160 of our diners and 104 answered. 45 see only our volunteer on most days."
        " [@sandrell-survey, paragraph 2]",
    ),
    (
        INQUIRY,
        "mend-person",
        "One of our diners had no dinner on three days. Each booking line thought that the other"
        " would bring it. [@sandrell-cases, paragraph 2]",
    ),
    (
        INQUIRY,
        "mend-jargon",
        "Staff who want to start a co-operative need clear answers about pensions, equipment and"
        " pay. Nine cooks near us asked eleven questions and got two answers."
        " [@sandrell-minutes, paragraph 3]",
    ),
    (
        INQUIRY,
        "mend-pasted",
        "Toby Blume said that some communities, often richer ones, have more skills and capacity"
        " to use new opportunities [@blume-reconfigure-big-society, paragraph 9, second sentence]."
        " Marl Cross has had no dinners since 2008 [@sandrell-figures, paragraph 8].",
    ),
    (
        INQUIRY,
        "mend-party",
        "The Big Society should mean that neighbours can both give help and get it.",
    ),
    (
        INQUIRY,
        "mend-no-ask",
        "Checks take 34 days on average. [@sandrell-minutes, paragraph 4] The Home Office should"
        " accept a check from another charity within a year.",
    ),
)


@pytest.mark.parametrize(("name", "item", "text"), MENDED, ids=[item for _, item, _ in MENDED])
def test_a_plain_mend_is_accepted_and_brings_nothing_new(name: str, item: str, text: str) -> None:
    place = practised(name)
    repair = place.course.repair(item)
    said = {
        one.check
        for one in place.said_of(repair.question, text)
        if one.level is not FindingLevel.NUDGE
        and (one.spot is None or one.spot.field is TextField.BODY)
    }

    assert said - place.course.switches.checks_off == set()
