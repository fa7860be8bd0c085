from __future__ import annotations

import pytest

from desktop.core.listing import listed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["cuts"], "cuts"),
        (["cuts", "halls"], "cuts and halls"),
        (["cuts", "halls", "buses"], "cuts, halls and buses"),
    ],
)
def test_words_are_listed_as_they_are_spoken(words: list[str], said: str) -> None:
    assert listed(words) == said
