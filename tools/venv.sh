#!/bin/sh
# Makes the virtual environment: tools/venv.sh PYTHON FOLDER.
# Debian and Ubuntu leave ensurepip out of python3, so that `python3 -m venv` fails there in a way that helps nobody.
set -eu
python=$1
folder=$2

if ! command -v "$python" >/dev/null 2>&1; then
    echo "There is no $python here. Install Python 3.11 or newer, or name one: make PYTHON=python3.12 run" >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Takeaways needs Python 3.11 or newer, and $python is $("$python" -V). Name another: make PYTHON=python3.12 run" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    # A Python beside Debian's own has a package of its own, such as python3.13-venv.
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    [ "$python" = python3 ] && package=python3-venv
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing $package (Debian package)…"
        apt-get -qq update
        DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends "$package" >/dev/null
    else
        echo "Python's venv module is not installed. Run: sudo apt install $package" >&2
        exit 1
    fi
fi
# --clear: what is there is half made, or of a Python that is gone.
"$python" -m venv --clear "$folder"
