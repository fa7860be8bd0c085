"""The keys that content files may have, written out for the people who write them."""

from __future__ import annotations

from desktop.store.packs import consultations, prompts, rules, snippets

_CHAPTERS = (
    ("Evidence: snippets/*.toml", snippets.SCHEMA),
    ("General prompts: resources/prompts/*.toml", prompts.SCHEMA),
    ("Consultations: resources/consultations/*.toml", consultations.SCHEMA),
    ("Rules: resources/rules/*.toml", rules.SCHEMA),
)


def allowed_keys() -> str:
    """Return every table and key of every kind of content file as Markdown."""
    return "\n".join(f"## {title}\n\n{schema.describe()}" for title, schema in _CHAPTERS)
