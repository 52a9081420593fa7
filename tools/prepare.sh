#!/bin/sh
# Makes everything Twosource needs on a bare Debian machine: Qt's system libraries, the virtual
# environment .venv, the locked packages. Does nothing that is already done.
# Usage: prepare.sh run|develop
set -eu
cd "$(dirname "$0")/.."
want=$1
lock=requirements.lock
[ "$want" = develop ] && lock=requirements-develop.lock
python=${PYTHON:-python3}
libraries="libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0 libxcb-cursor0 libxcb-icccm4
libxcb-keysyms1 libxcb-shape0 libxcb-image0 libxcb-render-util0 libxcb-xkb1 libxkbcommon-x11-0"

say() { echo "$@" >&2; }

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    { say "Twosource needs Python 3.11 or later; $("$python" --version) is installed. Set PYTHON=… to use another."; exit 1; }

missing=""
if command -v dpkg-query >/dev/null 2>&1; then
    wanted=$libraries
    "$python" -c 'import ensurepip' 2>/dev/null || wanted="$wanted python3-venv"
    for package in $wanted; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
    done
fi
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then
        say "Installing system libraries:$missing"
        apt-get update -qq >/dev/null || true
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null ||
            say "Could not install all of them. The command line will work; the window may not open."
    else
        say "The window needs system libraries. Please run once:"
        say "    sudo apt-get install --no-install-recommends$missing"
    fi
fi

fingerprint=$(cat "$lock" pyproject.toml | sha256sum | cut -d' ' -f1)
if [ "$(cat .venv/.prepared-$want 2>/dev/null)" = "$fingerprint" ] && .venv/bin/python -c '' 2>/dev/null; then
    exit 0
fi
.venv/bin/python -c '' 2>/dev/null || rm -rf .venv
if [ ! -d .venv ]; then
    "$python" -m venv .venv || { say "A virtual environment could not be made. Please run once: sudo apt-get install python3-venv"; exit 1; }
fi
say "Installing the locked packages into .venv (a few minutes the first time)…"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$lock" ||
    { say "The packages could not be installed. Check the connection to your package registry and run this again."; exit 1; }
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . \
    >.venv/prepare.log 2>&1 || { cat .venv/prepare.log >&2; exit 1; }
echo "$fingerprint" > ".venv/.prepared-$want"
if [ "$want" = develop ]; then cat requirements.lock pyproject.toml | sha256sum | cut -d' ' -f1 > .venv/.prepared-run; fi
