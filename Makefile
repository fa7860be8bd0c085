# The one front door. Every target does its own set-up and is quick when nothing changed.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PYTHON := .venv/bin/python
RUNTIME := .venv/.stamp-runtime
DEV := .venv/.stamp-dev
PIP_INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all:

# What is harder to reach by tests, and so is measured on its own.
WINDOW := desktop/ui/*,desktop/app.py

# Tests, pictures and benchmarks draw without a screen.
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# pyright comes with its own copy of itself and of Node.js; it need not ask whether there is a newer one.
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

# Each core takes the next test that waits; more than eight would only wait for one another.
EVERY_CORE := --numprocesses=auto --maxprocesses=8 --dist=worksteal

# Sets that are not the project's own are compared with what was measured on this machine before.
SCORES := build/eval/scores.json
EVALUATE = echo && $(PYTHON) main.py evaluate $(if $(SAVE),--save)

.PHONY: help run demo test check bench eval golden screenshots build clean pins qt-libraries test-tools

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## open the window (ARGS="--workspace FILE" chooses a workspace)
	@setup/has-display.sh
	@$(MAKE) --no-print-directory $(RUNTIME) qt-libraries
	@$(PYTHON) main.py $(ARGS)

demo: $(RUNTIME) qt-libraries ## write an example submission to build/demo, without a window
	@$(PYTHON) main.py demo --out build/demo

test: $(DEV) qt-libraries test-tools ## run every test, with coverage (ARGS="tests/core" runs a part, without)
ifdef ARGS
	@$(OFFSCREEN) $(PYTHON) -m pytest $(ARGS)
else
	@$(OFFSCREEN) $(PYTHON) -m pytest $(EVERY_CORE) --cov --cov-report=
	@$(PYTHON) -m coverage report --omit='$(WINDOW)' --fail-under=95
	@$(PYTHON) -m coverage report --include='$(WINDOW)' --fail-under=90
endif

check: $(DEV) qt-libraries ## format, lint, types, import contracts, documentation
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m pyright
	.venv/bin/lint-imports --no-logo
	$(OFFSCREEN) $(PYTHON) -m pytest -q tests/test_docs.py

bench: $(DEV) qt-libraries ## measure start-up, typing, suggestions, import and export
	@$(OFFSCREEN) $(PYTHON) -m pytest benchmarks --benchmark-enable --timeout=600 -p no:randomly $(ARGS)

eval: $(DEV) ## measure reading, understanding and ranking (EVAL="DIR" and ALIGN="DIR" add labelled sets, SAVE=1 saves the scores)
	@$(PYTHON) -m benchmarks.quality $(QUALITY)
	@$(PYTHON) -m tests.eval.measuring $(if $(SAVE),save)
	@for set in $(EVAL); do $(EVALUATE) "$$set" --baseline $(SCORES); done
	@for set in $(ALIGN); do $(EVALUATE) "$$set" --task align --baseline $(SCORES); done

golden: $(DEV) qt-libraries test-tools ## write the golden files anew; look at the difference before committing
	@$(OFFSCREEN) $(PYTHON) -m pytest --update-golden -m golden $(ARGS)

screenshots: $(DEV) qt-libraries ## take a picture of every page from the real window, for docs/
	@$(OFFSCREEN) $(PYTHON) -m tests.screenshots $(ARGS)

build: $(DEV) ## make the wheel and the source archive in dist/
	@$(PYTHON) -m build --no-isolation --outdir dist

clean: ## remove what was built and measured (not the virtual environment)
	rm -rf build dist .coverage .coverage.* htmlcov .pytest_cache .ruff_cache .hypothesis .benchmarks .import_linter_cache
	find desktop tests -name __pycache__ -type d -exec rm -rf {} +

pins: ## choose the pinned versions in requirements/ anew
	@setup/pin-requirements.sh

# --- set-up -----------------------------------------------------------------------------------

# The stamps are older than a changed list of pins, and only then is anything installed.
$(RUNTIME): requirements/runtime.txt setup/venv.sh
	@setup/venv.sh
	@echo "Installing what Consultee runs on (once)"
	@$(PIP_INSTALL) -r requirements/runtime.txt
	@touch $@

$(DEV): requirements/dev.txt setup/venv.sh
	@setup/venv.sh
	@echo "Installing what tests and checks need (once)"
	@$(PIP_INSTALL) -r requirements/dev.txt
	@touch $@ $(RUNTIME)

qt-libraries:
	@setup/qt-libraries.sh

test-tools: $(DEV)
	@setup/test-tools.sh
