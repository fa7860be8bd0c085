from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from desktop.core.evidence import Prompt, Purpose
from desktop.core.text import safe_characters
from desktop.errors import ContentError
from desktop.store.packs.starters import STARTER_NAMES, render_starter, starter_faults

NAMES = {
    "organisation": "Marshside Together",
    "question": "What have the effects been?",
    "heading": "Effects",
    "consultation": "The future of the harbour",
    "body": "Marshside Harbour Committee",
}


def prompt(starter: str) -> Prompt:
    return Prompt("marsh-prompt", "What?", starter, Purpose.CLAIM, ("*",))


def rendered(starter: str, **names: str) -> str:
    return render_starter(prompt(starter), **(NAMES | names))


def test_a_starter_is_filled_in_with_the_names() -> None:
    starter = "In {{ organisation }}'s view of “{{heading}}”, "
    assert rendered(starter) == "In Marshside Together's view of “Effects”, "


def test_a_starter_keeps_signs_that_mean_something_elsewhere() -> None:
    name = "Fish & Chips <b>*Ltd*</b> {{ body }} {% if %}"
    assert rendered("{{ organisation }} says ", organisation=name) == f"{name} says "


def test_a_starter_is_one_line_without_control_characters() -> None:
    name = "Marsh\x00side\n\n\tTogether\x1b\u2028now"
    assert rendered("{{ organisation }}: ", organisation=name) == "Marshside Together now: "


@pytest.mark.parametrize(
    ("starter", "expected"),
    [
        ("{{ organisation|upper }} asks ", "MARSHSIDE TOGETHER asks "),
        ("{% if body %}We ask {{ body }} to {% else %}We ask {% endif %}",
         "We ask Marshside Harbour Committee to "),
        ("{{ 'Yes' if heading == 'Effects' and not body == '' else 'No' }}, ", "Yes, "),
        ("A brace { and another }} stay ", "A brace { and another }} stay "),
    ],
)  # fmt: skip
def test_a_starter_may_choose_between_words(starter: str, expected: str) -> None:
    assert rendered(starter) == expected


@pytest.mark.parametrize(
    ("starter", "fault"),
    [
        ("{{ organisation", "the template is not right: unexpected end of template"),
        ("{% if body %}", "the template is not right: Unexpected end of template"),
        ("{{ charity }} says ", "it uses unknown names: 'charity'"),
        ("{{ organization|upper }}", "it uses unknown names: 'organization'"),
        ("{{ body.__class__ }}", "it uses what a starter may not: a part of a name"),
        ("{{ body[0] }}", "it uses what a starter may not: the command 'getitem'"),
        ("{{ 9 ** 9 ** 9 ** 9 }}", "it uses what a starter may not: a calculation"),
        ("{{ -body }}", "it uses what a starter may not: a calculation"),
        ("{{ body ~ body }}", "it uses what a starter may not: a calculation"),
        ("{{ 'x'|center(999999999999) }}", "it uses what a starter may not: the filter 'center'"),
        ("{{ body|shout }}", "it uses what a starter may not: the filter 'shout'"),
        ("{% include 'x' %}", "it uses what a starter may not: the command 'include'"),
        ("{% for x in body %}{% endfor %}", "it uses what a starter may not: a loop"),
        ("{{ range(9) }}", "it uses what a starter may not: a call"),
        ("{{ " + "(" * 900, "the template is too complicated"),
        ("{{ " + "not " * 230 + "body }}", "the template is too complicated"),
        ("{{ body" + " and body" * 100 + " }}", "the template is too complicated"),
        ("x" * 1001, "it has 1,001 characters"),
    ],
)
def test_a_starter_that_cannot_be_used_is_refused_with_a_reason(starter: str, fault: str) -> None:
    ((told, allowed),) = starter_faults(starter, STARTER_NAMES)
    assert told.startswith(fault)
    assert allowed
    with pytest.raises(ContentError) as caught:
        rendered(starter)
    assert "'marsh-prompt'" in caught.value.message
    assert told in caught.value.message
    assert "Your answer is unchanged" in caught.value.hint


def test_a_starter_that_fails_with_some_names_only_is_told_when_it_is_used() -> None:
    starter = "{% if body == 'words' %}We {% else %}{{ body < 1 }}{% endif %}"
    assert not list(starter_faults(starter, STARTER_NAMES))
    assert rendered(starter, body="words") == "We "
    with pytest.raises(ContentError, match="'<' not supported"):
        rendered(starter, body="The committee")


_PIECES = st.one_of(
    st.sampled_from([f"{{{{ {name} }}}}" for name in STARTER_NAMES] + ["{{body}}", "{", "}}", "%"]),
    st.text(
        st.characters(codec="utf-8", exclude_characters="{\r\n\x85\u2028\u2029\t "), max_size=5
    ),
)


@given(st.lists(_PIECES, max_size=8).map("".join))
def test_plain_starters_come_out_as_jinja_writes_them(starter: str) -> None:
    if list(starter_faults(starter, STARTER_NAMES)):
        return
    expected = safe_characters(Environment().from_string(starter).render(NAMES))
    assert rendered(starter) == expected


@given(data=st.data())
def test_any_starter_gives_one_safe_line_or_a_sentence(data: Any) -> None:
    pieces = ["{{", "}}", "{%", "%}", "{#", "body", "if", "endif", "|", "upper", "'", "(", ")", " "]
    starter = "".join(data.draw(st.lists(st.sampled_from(pieces) | st.characters(), max_size=12)))
    try:
        text = rendered(starter)
    except ContentError:
        return
    assert text == safe_characters(text)
    assert len(text.splitlines()) <= 1
