"""Benchmarks get the same home of their own as tests; nothing watches over their shoulder."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.support.isolation"]
