#!/usr/bin/env bash
# Fetches the programs that read an exported document as others will: LibreOffice, the Open XML SDK's
# validator and an accessibility scan (axe). Where it cannot, it says why and goes on; their tests are then skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

libreoffice() {
    if command -v soffice >/dev/null 2>&1 || [ -d /Applications/LibreOffice.app ]; then
        return 0
    fi
    local packages='libreoffice-writer poppler-utils fonts-liberation'
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "LibreOffice is not installed, so tests that convert a document to PDF are skipped."
    elif [ "$(id -u)" != 0 ]; then
        echo "LibreOffice is not installed, so tests that convert a document to PDF are skipped; to have them: sudo apt-get install --no-install-recommends $packages"
    else
        echo "Installing LibreOffice Writer with apt-get (once, some minutes)"
        export DEBIAN_FRONTEND=noninteractive
        # shellcheck disable=SC2086  # three names, on purpose
        if ! { apt-get update -qq && apt-get install -y -qq --no-install-recommends $packages >/dev/null; }; then
            echo "apt-get could not install LibreOffice, so tests that convert a document to PDF are skipped."
        fi
    fi
}

# With the npm of the pinned Node.js in .venv. No lock file: it would have to list the validator for
# every system; package.json names exact versions of what is used.
node_tools() {
    local folder=.tools/node
    if [ -x "$folder/node_modules/.bin/ooxml-validator" ] && [ -d "$folder/node_modules/axe-core" ] && cmp -s setup/package.json "$folder/package.json"; then
        return 0
    fi
    echo "Installing the Open XML validator and the accessibility scan (once)"
    rm -rf "$folder"
    mkdir -p "$folder"
    cp setup/package.json "$folder/"
    if ! .venv/bin/python setup/npm.py install --prefix "$folder" --no-package-lock --ignore-scripts \
        --no-audit --no-fund --loglevel=error; then
        rm -rf "$folder"
        echo "npm could not install the Open XML validator and the accessibility scan, so tests that use them are skipped."
    fi
}

libreoffice
node_tools
