#!/bin/sh
# Opens the window on the sample case. Without a display, does the same job from the command line.
set -eu
cd "$(dirname "$0")/.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    exec .venv/bin/python -m ui --sample
fi
echo "No display found, so here is the same check from the command line." >&2
.venv/bin/twosource check resources/sample/story.md --against resources/sample/sources \
    --summary twosource-summary.html
echo "The fact-check summary lies in $(pwd)/twosource-summary.html" >&2
