"""What the author of a course has to know of the program."""

from __future__ import annotations

from functools import cache


@cache
def check_titles() -> dict[str, str]:
    """Return what every check looks for, by its id, in alphabetical order of the words."""
    from desktop.checks import CHECKS

    titles = {check.id: check.title for check in CHECKS}
    return dict(sorted(titles.items(), key=lambda pair: pair[1].casefold()))
