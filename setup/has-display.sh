#!/usr/bin/env bash
# Says so when there is no screen to open a window on. Windows and macOS always have one.
set -euo pipefail

[ "$(uname -s)" = Linux ] || exit 0
[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ] || exit 0
echo 'There is no display to open the window on; "make demo" shows what Consultee makes without one.' >&2
exit 1
