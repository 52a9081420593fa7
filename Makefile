.PHONY: run test check lock wheel

run: ## open the window on the sample case; without a display, check the sample from the command line
	@tools/prepare.sh run
	@tools/run.sh

test: ## every check: format, lint, types, walls, tests
	@tools/prepare.sh develop
	@tools/test.sh

lock: ## renew the locked package lists
	@tools/lock.sh

wheel: ## build the wheel into dist/
	@tools/prepare.sh develop
	@.venv/bin/python -m build --wheel --no-isolation
