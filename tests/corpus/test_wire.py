from __future__ import annotations

import io
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.document import Block, BlockKind, Document, DocumentFormat
from desktop.core.evidence import SourceKind
from desktop.core.understanding import Call, Understanding
from desktop.corpus import failures
from desktop.corpus.wire import Result, receive, send


def round_trip(message: object) -> object:
    pipe = io.BytesIO()
    send(pipe, message)
    pipe.seek(0)
    return receive(pipe)


@given(st.lists(st.text(), max_size=5))
def test_what_was_understood_crosses_between_processes_whole(texts: list[str]):
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    understanding = Understanding(
        Document(DocumentFormat.TEXT, blocks),
        SourceKind.REPORT,
        0.5,
        call=Call(closes=date(2019, 3, 4)),
    )
    assert round_trip(Result("a.txt", understanding=understanding)) == Result(
        "a.txt", understanding=understanding
    )


def test_why_a_file_was_not_read_crosses_whole():
    result = round_trip(Result("a.docx", error=failures.password("a.docx")))
    assert isinstance(result, Result)
    assert str(result.error) == str(failures.password("a.docx"))


class Evil:
    def __reduce__(self):
        return eval, ("1",)


@pytest.mark.parametrize("evil", [Evil(), pickle.PickleBuffer, io.BytesIO])
def test_nothing_but_our_own_values_is_taken_from_a_reading_process(evil: object):
    with pytest.raises(pickle.UnpicklingError, match="not a value of ours"):
        round_trip(evil)


@pytest.mark.parametrize(
    "code", [b"cdesktop.corpus.failures\ndamaged\n.", b"cdesktop.corpus.worker\nos.system\n."]
)
def test_functions_of_ours_are_no_values(code: bytes):
    pipe = io.BytesIO(len(code).to_bytes(4, "big") + code)
    with pytest.raises(pickle.UnpicklingError, match="not a value of ours"):
        receive(pipe)


@pytest.mark.parametrize("data", [b"", b"\0\0", b"\0\0\0\x09abc"])
def test_the_end_of_the_other_side_is_told(data: bytes):
    with pytest.raises(EOFError):
        receive(io.BytesIO(data))
