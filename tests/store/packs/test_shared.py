"""A pack for a colleague holds all that was chosen, and a file that is wrong says where."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.evidence import Origin, Snippet, SnippetKind, Source, SourceKind
from desktop.core.library import Pack
from desktop.store.packs.problems import PackError
from desktop.store.packs.shared import read_shared, shared_text
from tests.store.packs.samples import EVIDENCE

SURVEY = Source("fernbrook-survey", "Our members' survey", date="2019", origin=Origin.OWN)
HALL = Snippet(
    "hall",
    "fernbrook-survey",
    "Four halls closed.",
    "In 2019 four halls closed.\nTwo were sold.",
    SnippetKind.STATISTIC,
    "page 3",
    tags=("Halls", "closures"),
    questions=("pasc-big-society-2011#2",),
    owner="Ada Fenn",
    review_by=date(2027, 3, 1),
    origin=Origin.OWN,
)

letters = st.sampled_from([*"aZ9 .\\\"'\n\t#=[]", "é", "“", "–", "\u2028", "\u200f", "😀"])
some_text = st.text(letters, max_size=12)
name = st.text(letters, max_size=6).map(lambda text: f"{text}x")
names = st.lists(name, max_size=2, unique=True).map(tuple)


def unwritten(text: str) -> str:
    """Blank text says nothing and is left out."""
    return text if text.strip() else ""


sources = st.builds(
    Source,
    key=name,
    title=name,
    author=some_text.map(unwritten),
    date=some_text.map(unwritten),
    kind=st.sampled_from(SourceKind),
    note=some_text.map(unwritten),
)


@st.composite
def packs(draw: st.DrawFn) -> tuple[Pack, ...]:
    found = []
    for number, source in enumerate(
        draw(st.lists(sources, min_size=1, max_size=2, unique_by=lambda each: each.key))
    ):
        snippets = [
            Snippet(
                f"s{number}-{place}",
                source.key,
                draw(name),
                draw(some_text.map(unwritten)),
                draw(st.sampled_from(SnippetKind)),
                draw(some_text.map(unwritten)),
                tags=draw(names),
                questions=draw(names),
                speaker=draw(some_text.map(unwritten)),
                owner=draw(some_text.map(unwritten)),
                review_by=draw(st.none() | st.dates()),
            )
            for place in range(draw(st.integers(1, 2)))
        ]
        found.append(Pack(source, tuple(snippets)))
    return tuple(found)


def written(folder: Path, text: str) -> Path:
    file = folder / "from-a-colleague.toml"
    file.write_text(text, encoding="utf-8", newline="")
    return file


@given(given_packs=packs())
def test_whatever_a_library_holds_comes_back_from_the_file(
    tmp_path_factory: pytest.TempPathFactory, given_packs: tuple[Pack, ...]
) -> None:
    file = written(tmp_path_factory.mktemp("pack"), shared_text(given_packs))
    assert read_shared(file) == given_packs


def test_whose_a_thing_is_stays_at_home(tmp_path: Path) -> None:
    (pack,) = read_shared(written(tmp_path, shared_text([Pack(SURVEY, (HALL,))])))
    assert pack.source.origin is Origin.BUILT_IN
    assert pack.snippets[0].origin is Origin.BUILT_IN
    assert pack.snippets[0].text == HALL.text
    assert pack.snippets[0].review_by == HALL.review_by


def test_a_pack_as_it_ships_is_taken_too(tmp_path: Path) -> None:
    (pack,) = read_shared(written(tmp_path, EVIDENCE))
    assert pack.source.key == "marsh-survey"
    assert [snippet.id for snippet in pack.snippets] == ["marsh-closures", "marsh-volunteers"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            'source = "fernbrook-survey"',
            'source = "elsewhere"',
            r"no \[\[source\]\] with the key 'elsewhere'",
        ),
        ('kind = "statistic"', 'kind = "statistics"', "did you mean 'statistic'"),
        ('claim = "Four halls closed."', "claim = 4", "it is the number 4"),
        ("[[snippet]]", "[[snipet]]", r"the table \[\[snippet\]\] is missing"),
        ("format = 1", "format = 99", "newer version of Consultee"),
        ('id = "hall"', 'id = "hall', "quotation mark is missing"),
    ],
)
def test_a_file_that_is_wrong_says_where_and_what(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    text = shared_text([Pack(SURVEY, (HALL,))])
    assert old in text
    with pytest.raises(PackError, match=words) as caught:
        read_shared(written(tmp_path, text.replace(old, new, 1)))
    assert "from-a-colleague.toml" in str(caught.value)


def test_a_shipped_pack_that_is_wrong_says_so_too(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="statistics"):
        read_shared(written(tmp_path, EVIDENCE.replace('"statistic"', '"statistics"', 1)))


def test_a_snippet_that_says_nothing_is_refused(tmp_path: Path) -> None:
    text = shared_text([Pack(SURVEY, (HALL,))])
    text = text.replace('claim = "Four halls closed."', 'claim = ""')
    text = text.replace('text = "In 2019 four halls closed.\\nTwo were sold."', 'text = ""')
    with pytest.raises(PackError, match="neither a claim nor a text"):
        read_shared(written(tmp_path, text))
