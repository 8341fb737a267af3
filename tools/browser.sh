#!/bin/sh
# Sees to a Chromium for the browser tests: tools/browser.sh BIN, where BIN holds playwright.
# It never fails: without a browser those tests skip, and say so. tests/conftest.py looks in the same two places.
set -u
bin=$1

for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing chromium (Debian package) for the browser tests…"
    # Fonts are only recommended by chromium; without them a page is empty boxes, Chinese ones first.
    if apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends \
        chromium fonts-liberation fonts-wqy-zenhei >/dev/null && command -v chromium >/dev/null 2>&1; then
        exit 0
    fi
fi
# Does nothing when it is there already. Playwright's own Node wants libatomic, the one from PyPI does not.
if PLAYWRIGHT_NODEJS_PATH="$bin/node" "$bin/playwright" install chromium >/dev/null 2>&1; then
    exit 0
fi
echo "No Chromium: it is not installed and could not be downloaded. The browser tests will be skipped." >&2
echo "Install it (sudo apt install chromium) to run them." >&2
