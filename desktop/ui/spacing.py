"""The 8-pixel grid."""

from __future__ import annotations

GAP_SMALL = 4
GAP = 8
GAP_LARGE = 16
GAP_PAGE = 24
