"""Filling fixed words: Jinja2 in its sandbox, where a name that is not known is an error."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.core.text import one_line, safe_characters

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

Values = Mapping[str, object]


class FillingError(Exception):
    """A template cannot be read or filled; the text says why in a few words."""


def fill(template: str, values: Values) -> str:
    """Return the template with its values, safe to put in a document.

    Raises:
        FillingError: the template is not Jinja2, uses a name that is not there, or does what the
            sandbox forbids.
    """
    # Imported late: nothing is filled until a person exports or previews.
    from jinja2 import TemplateError

    try:
        return safe_characters(_compiled(template).render(values))
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        # A template is data: whatever goes wrong inside it is a fault of the file, not of ours.
        raise FillingError(str(error) or type(error).__name__) from error


def fill_line(template: str, values: Values) -> str:
    """Return the filled template as one line of text; raises FillingError as ``fill`` does."""
    return one_line(fill(template, values))


@lru_cache(maxsize=256)
def _compiled(template: str) -> Template:
    return _environment().from_string(template)


@lru_cache(maxsize=1)
def _environment() -> SandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=False,  # the writers escape for their own form
        trim_blocks=True,
        lstrip_blocks=True,
    )
