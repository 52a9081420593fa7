#!/bin/sh
# Every check, the same by hand and in continuous integration. Stops at the first that fails.
set -eu
cd "$(dirname "$0")/.."
PATH="$(pwd)/.venv/bin:$PATH"
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
ruff format --check .
ruff check .
mypy
lint-imports
python -m pytest
