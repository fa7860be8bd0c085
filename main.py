"""Start Consultee from a source checkout: `python main.py`."""

from __future__ import annotations

from desktop.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())
