"""Content packs: evidence, prompts, consultations and rules, read from TOML files.

Every key that a file may have is a row of a table (``SCHEMA`` in each kind's module); reading,
messages and the documentation all come from these rows.

The names below are imported when they are first used: a start of the program whose packs have not
changed compares digests and needs nothing else from here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.store.packs.consultations import ConsultationPack, read_consultation
    from desktop.store.packs.content import Content, Pack
    from desktop.store.packs.digests import pack_digests
    from desktop.store.packs.documentation import allowed_keys
    from desktop.store.packs.folder import check_folder, courses_in, read_content
    from desktop.store.packs.problems import Level, PackError, Problem
    from desktop.store.packs.prompts import PromptsPack, read_prompts_pack
    from desktop.store.packs.rules import RulesPack, read_rules
    from desktop.store.packs.snippets import EvidencePack, read_evidence_pack
    from desktop.store.packs.starters import STARTER_NAMES, render_starter

__all__ = [
    "STARTER_NAMES",
    "ConsultationPack",
    "Content",
    "EvidencePack",
    "Level",
    "Pack",
    "PackError",
    "Problem",
    "PromptsPack",
    "RulesPack",
    "allowed_keys",
    "check_folder",
    "courses_in",
    "pack_digests",
    "read_consultation",
    "read_content",
    "read_evidence_pack",
    "read_prompts_pack",
    "read_rules",
    "render_starter",
]

_HOMES = {
    "consultations": ("ConsultationPack", "read_consultation"),
    "content": ("Content", "Pack"),
    "digests": ("pack_digests",),
    "documentation": ("allowed_keys",),
    "folder": ("check_folder", "courses_in", "read_content"),
    "problems": ("Level", "PackError", "Problem"),
    "prompts": ("PromptsPack", "read_prompts_pack"),
    "rules": ("RulesPack", "read_rules"),
    "snippets": ("EvidencePack", "read_evidence_pack"),
    "starters": ("STARTER_NAMES", "render_starter"),
}


def __getattr__(name: str) -> object:
    """Import a public name from its module; Python asks here for names that are not yet known."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(name)
