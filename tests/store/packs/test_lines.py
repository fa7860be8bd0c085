from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.store.packs.lines import Steps, find_lines, line_of

_BARE = st.from_regex(r"[A-Za-z0-9_-]{1,6}", fullmatch=True)
# Values over one and several lines; many hold what looks like a table, a key or a string's end.
_VALUES = st.sampled_from(
    [
        "1",
        "2011-03-11",
        '"plain"',
        '"a # that begins no comment"',
        '"[[snippet]]"',
        r'"a \" within"',
        "'back\\'",
        '"""\n[[snippet]]\nid = "no"\n"""',
        "'''\n[table]\nkey = 'no'\n'''",
        '"""\nquoted at the end: "x"""""',
        "'''\nquoted at the end: 'x'''''",
        '"""a \\"""\n[no]\n"""',
        '""',
        "''",
        '""""""',
        '[\n  "one", # "not ] closed\n  "[two]",\n]',
        "[[1, 2], [\n3]]",
        '{ a = 1, b = "}" }',
        "[]",
        '1 # a comment with = and [[snippet]]"',
    ]
)
_FILLERS = st.sampled_from(["", "\n", "# [[snippet]]\n", "   \n# key = 1\n\n", '#\t"""\n'])
_TABLES = st.lists(
    st.tuples(
        st.sampled_from(["[[snippet]]", "[[ prompt ]]", '[["snippet"]]']),
        st.lists(st.tuples(_FILLERS, _BARE, _VALUES), max_size=4, unique_by=lambda row: row[1]),
    ),
    max_size=5,
)


def written(tables: Any) -> tuple[str, dict[Steps, int]]:
    """Write the tables as TOML, counting lines on the way."""
    text, expected, counts = "", dict[Steps, int](), dict[str, int]()
    for header, rows in tables:
        name = header.strip("[] ").strip('"')
        number = counts[name] = counts.get(name, -1) + 1
        expected[name, number] = text.count("\n") + 1
        text += f"{header}\n"
        for filler, key, value in rows:
            text += filler
            expected[name, number, key] = text.count("\n") + 1
            text += f"{key} = {value}\n"
    return text, expected


@given(_TABLES)
def test_every_table_and_key_is_found_on_its_line(tables: Any) -> None:
    text, expected = written(tables)
    tomllib.loads(text)  # the sample is right
    found = find_lines(text)
    assert {steps: found[steps] for steps in expected} == expected


def _places(data: object, before: Steps = ()) -> Iterator[Steps]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*before, key)
            yield from _places(value, (*before, key))


@given(_TABLES)
def test_nothing_but_tables_and_keys_is_found(tables: Any) -> None:
    text, _ = written(tables)
    data = tomllib.loads(text)
    for name, *rest in find_lines(text):
        assert name in data
        if len(rest) == 2:
            number, key = rest
            assert key in data[str(name)][number]


@given(st.text(alphabet="[]\"'=#.\\\n ab1{}", max_size=60) | st.text(max_size=60))
def test_any_text_at_all_gives_some_answer(text: str) -> None:
    lines = text.count("\n") + 1
    assert all(1 <= line <= lines for line in find_lines(text).values())


def test_keys_with_dots_and_quotation_marks_are_found_by_their_names() -> None:
    text = (
        '[source]\n"key" = 1\nnote.long = 2\n"with \\"marks\\"" = 3\n[source.more."a b"]\nx = 4\n'
    )
    found = find_lines(text)
    assert {steps: found[steps] for steps in _places(tomllib.loads(text))} == {
        ("source",): 1,
        ("source", "key"): 2,
        ("source", "note"): 3,
        ("source", "note", "long"): 3,
        ("source", 'with "marks"'): 4,
        ("source", "more"): 5,
        ("source", "more", "a b"): 5,
        ("source", "more", "a b", "x"): 6,
    }


def test_a_table_within_a_repeated_table_belongs_to_the_last_one() -> None:
    text = "[[snippet]]\n[[snippet]]\n[snippet.extra]\nx = 1\n[[snippet]]\n"
    assert find_lines(text)["snippet", 1, "extra", "x"] == 4


def test_a_missing_key_points_at_its_table_and_a_missing_table_at_nothing() -> None:
    found = find_lines("a = 1\n[[snippet]]\nid = 1\n")
    assert line_of(found, ("snippet", 0, "claim")) == 2
    assert line_of(found, ("source", "key")) is None


def test_a_key_that_is_not_right_is_found_as_it_is_written() -> None:
    assert find_lines('x = 1\n"\\q" = 2\n') == {("x",): 1, ('"\\q"',): 2}
