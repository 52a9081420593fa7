#!/bin/sh
# Renews requirements.lock (what the program needs) and requirements-develop.lock (what the checks need besides).
# Needs pip-tools. Index addresses are left out, so that the locks work with any registry.
set -eu
cd "$(dirname "$0")/.."
common="--quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
    --strip-extras --allow-unsafe --no-header --build-deps-for editable --resolver=backtracking"
pip-compile $common --output-file requirements.lock pyproject.toml
pip-compile $common --extra develop --constraint requirements.lock \
    --output-file requirements-develop.lock pyproject.toml
