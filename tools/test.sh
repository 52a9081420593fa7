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
# Both cores, a file of tests at a time: the order within a file stays.
python -m pytest -n auto --maxprocesses 4 --dist loadfile --max-worker-restart 0
