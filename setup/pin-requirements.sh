#!/usr/bin/env bash
# Chooses every version and hash in requirements/ anew from pyproject.toml, for Python 3.11 and
# later on Linux, macOS and Windows at once. Names no index, so that yours is used.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v uv >/dev/null 2>&1 || {
    echo "This needs uv, only here: python3 -m pip install uv" >&2
    exit 1
}

pin() { # FILE TITLE ARGUMENTS...
    local file=$1 title=$2
    shift 2
    local pinned
    pinned=$(uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
        --no-header --no-annotate --no-strip-extras --no-emit-index-url --no-emit-find-links "$@" pyproject.toml)
    printf '# %s Made by "make pins"; do not edit by hand.\n%s\n' "$title" "$pinned" >"$file"
    echo "$file: $(grep -c == "$file") packages"
}

pin requirements/runtime.txt "What an installed Consultee runs on, pinned."
pin requirements/dev.txt "The same, with what tests, checks and builds need." \
    --group dev --constraints requirements/runtime.txt
