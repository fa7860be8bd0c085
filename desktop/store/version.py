"""What a workspace file says it is, and of which version."""

from __future__ import annotations

APPLICATION_ID = 0x436F6E73  # "Cons"
SCHEMA_VERSION = 5
