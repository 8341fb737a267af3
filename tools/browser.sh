#!/bin/sh
# Sees to a Chromium and a Firefox for the browser tests: tools/browser.sh BIN, where BIN holds playwright.
# It never fails: without a browser those tests skip, and say so. The tests look in the same places (tests/conftest.py,
# tests/extension/conftest.py).
set -u
bin=$1

# have NAME...: whether one of these programs is there.
have() {
    for name; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}

# debian PACKAGE...: install Debian packages, where that can be done without asking.
debian() {
    [ "$(id -u)" = 0 ] && have apt-get || return 1
    echo "Installing $1 (Debian package) for the browser tests…"
    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends "$@" >/dev/null
}

if ! have chromium chromium-browser google-chrome; then
    # Fonts are only recommended by chromium; without them a page is empty boxes, Chinese ones first.
    debian chromium fonts-liberation fonts-wqy-zenhei
    # Else Playwright's own, which may be there already. Its own Node wants libatomic, the one from PyPI does not.
    if ! have chromium && ! PLAYWRIGHT_NODEJS_PATH="$bin/node" "$bin/playwright" install chromium >/dev/null 2>&1; then
        echo "No Chromium: it is not installed and could not be downloaded. The tests that drive it will be skipped." >&2
        echo "Install it (sudo apt install chromium) to run them." >&2
    fi
fi

# geckodriver, which drives it, comes from PyPI with the tests' other needs.
if ! have firefox-esr firefox; then
    debian firefox-esr
    if ! have firefox-esr firefox; then
        echo "No Firefox: it is not installed. The tests that drive it will be skipped." >&2
        echo "Install it (sudo apt install firefox-esr) to run them." >&2
    fi
fi
exit 0
