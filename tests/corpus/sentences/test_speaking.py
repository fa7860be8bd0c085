from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.corpus.sentences.speaking import attributed, quoted


@pytest.mark.parametrize(
    ("text", "after", "speaker"),
    [
        ("“I had forgotten what quiet was like,” said Ruth Pell.", "", "Ruth Pell"),
        ("“We lost a friend that day,” Ruth Pell said.", "", "Ruth Pell"),
        ("As one tenant told us, “nobody came for a week or more”.", "", "one tenant"),
        ("In our survey, a carer wrote: 'I have not slept since March'.", "", "a carer"),
        ("‘The hall is the heart of the village’ [Ann Ash, trustee].", "", "Ann Ash, trustee"),
        ("“The hall is the heart of it.”", " [Ann Ash]", "Ann Ash"),
        ("“The hall is the heart of it” (Ann Ash)", "", "Ann Ash"),
        ("“The hall is the heart of it.” – Ann Ash, trustee", "", "Ann Ash, trustee"),
        ('They call it "the best day of the week".', "", ""),
        ("“The hall is the heart of it” (see the annex for more)", "", ""),
    ],
)
def test_a_quotation_knows_its_speaker(text: str, after: str, speaker: str) -> None:
    found = quoted(text, after)
    assert found is not None
    assert found.speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The ‘Big Day’ went well.",
        "It's the members' hall, and it's theirs.",
        "No marks at all.",
        "“”",
    ],
)
def test_a_word_in_quotation_marks_is_no_quotation(text: str) -> None:
    assert quoted(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The hall is ours. – Ann Ash, trustee", "Ann Ash, trustee"),
        ("The hall is ours. (Ann Ash)", "Ann Ash"),
        ("The hall is ours. [Ann Ash]", "Ann Ash"),
        ("The hall is ours – and nobody else has a key to it.", ""),
        ("The hall is ours.", ""),
    ],
)
def test_a_displayed_quotation_may_name_its_speaker_at_the_end(text: str, name: str) -> None:
    assert attributed(text) == name


@given(st.text(alphabet="aB “”'‘’[]().,–said told", max_size=120), st.text(max_size=30))
def test_a_quotation_stands_where_it_is_said_to(text: str, after: str) -> None:
    found = quoted(text, after)
    if found:
        assert 0 < found.start < found.end <= len(text)
        assert len(text[found.start : found.end].split()) >= 4
    attributed(text)
