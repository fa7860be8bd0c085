"""What a word that is still being typed may become.

The index holds words without their endings, so that "volunteeri" is the beginning of no word in it.
So the word is also looked for with each ending typed out that it may have been on the way to.
"""

from __future__ import annotations

from collections.abc import Iterator

_ENDINGS = """
able ably ability al ally ance ation ations ator ators e ed ence ent er ers es ful fully ied ies ing
ings ion ional ions isation ise ised ising ism ist ists ities ity ive iveness ives ization ize ized
izing ly ment ments ness s y ying
"""
_SHORTEST_STEM = 3


def completions(start: str) -> Iterator[str]:
    """Yield ``start`` with each ending finished that it may already be in the middle of."""
    for ending in _ENDINGS.split():
        for length in range(len(ending) - 1, 0, -1):
            if len(start) >= length + _SHORTEST_STEM and start.endswith(ending[:length]):
                yield start[:-length] + ending
