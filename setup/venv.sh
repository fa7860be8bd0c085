#!/usr/bin/env bash
# Makes .venv with a Python that is new enough, or says what to install. Keeps one that works.
set -euo pipefail
cd "$(dirname "$0")/.."

new_enough='import sys; sys.exit(sys.version_info < (3, 11))'
if .venv/bin/python -c "$new_enough" 2>/dev/null && .venv/bin/python -m pip --version >/dev/null 2>&1; then
    exit 0
fi

python=
for candidate in python3 python3.13 python3.12 python3.11 python3.14 python; do
    if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c "$new_enough" 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Consultee needs Python 3.11 or later, and none was found: install it, then run the same command again." >&2
    exit 1
fi

# Debian and Ubuntu keep half of venv in a package of its own.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing python$version-venv with apt-get"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq && apt-get install -y -qq --no-install-recommends "python$version-venv" >/dev/null
    else
        echo "Python's venv module is missing; on Debian or Ubuntu: sudo apt-get install python$version-venv" >&2
        exit 1
    fi
fi

echo "Making the virtual environment .venv with $("$python" --version)"
rm -rf .venv
"$python" -m venv .venv
