"""The keys that content files may have, written out for the people who write them."""

from __future__ import annotations

from desktop.store.packs import consultations, course_tables, prompts, rules, snippets

_CHAPTERS = (
    ("Evidence: snippets/*.toml", snippets.SCHEMA),
    ("General prompts: resources/prompts/*.toml", prompts.SCHEMA),
    ("Consultations: resources/consultations/*.toml", consultations.SCHEMA),
    ("Rules: resources/rules/*.toml", rules.SCHEMA),
)


def allowed_keys() -> str:
    """Return every table and key of every kind of content file as Markdown."""
    return "\n".join(f"## {title}\n\n{schema.describe()}" for title, schema in _CHAPTERS)


def course_keys() -> str:
    """Return every table and key of a course file as Markdown."""
    return f"## A course: resources/courses/*.toml\n\n{course_tables.SCHEMA.describe()}"
