from __future__ import annotations

import pickle

import pytest

from desktop.corpus import failures
from desktop.corpus.failures import Cause, ReadError

EVERY = [
    (failures.password("a.docx"), Cause.PASSWORD),
    (failures.damaged("a.docx"), Cause.DAMAGED),
    (failures.damaged("a.docx", "a part is missing"), Cause.DAMAGED),
    (failures.wrong_name("a.docx", "a picture (JPEG)"), Cause.WRONG_NAME),
    (failures.too_large("a.docx", "it has 900 MB"), Cause.TOO_LARGE),
    (failures.out_of_memory("a.docx"), Cause.TOO_LARGE),
    (failures.too_slow("a.docx", 20), Cause.TOO_SLOW),
    (failures.empty("a.docx"), Cause.EMPTY),
    (failures.unsupported("a.xls", "a spreadsheet"), Cause.UNSUPPORTED),
    (failures.no_reader("a.docx"), Cause.UNSUPPORTED),
    (failures.missing("a.docx"), Cause.MISSING),
]


@pytest.mark.parametrize(("error", "cause"), EVERY)
def test_each_failure_names_the_file_its_cause_and_what_to_do(error: ReadError, cause: Cause):
    assert error.cause is cause
    assert "“a." in error.message
    assert error.message.endswith(".")
    assert error.hint.endswith(".")
    assert "!" not in str(error)


@pytest.mark.parametrize(("error", "cause"), EVERY)
def test_a_failure_comes_whole_out_of_a_reading_process(error: ReadError, cause: Cause):
    back = pickle.loads(pickle.dumps(error))
    assert isinstance(back, ReadError)
    assert (back.cause, str(back)) == (cause, str(error))


def test_what_the_system_says_becomes_a_clause():
    assert failures.reason(PermissionError(13, "Permission denied")) == "you may not read it"
    assert failures.reason(OSError(5, "Input/output error")) == "input/output error"
    assert failures.reason(OSError("odd")) == "the disk gave an error"
