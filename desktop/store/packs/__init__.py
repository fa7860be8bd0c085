"""Content packs: evidence, prompts, consultations and rules, read from TOML files.

Every key that a file may have is a row of a table (``SCHEMA`` in each kind's module); reading,
messages and the documentation all come from these rows.
"""

from __future__ import annotations

from desktop.store.packs.consultations import ConsultationPack, read_consultation
from desktop.store.packs.content import Content, Pack
from desktop.store.packs.digests import pack_digests
from desktop.store.packs.documentation import allowed_keys
from desktop.store.packs.folder import check_folder, read_content
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
    "pack_digests",
    "read_consultation",
    "read_content",
    "read_evidence_pack",
    "read_prompts_pack",
    "read_rules",
    "render_starter",
]
