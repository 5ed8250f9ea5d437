# The board and its tests, in an environment of their own. See README.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
ifdef UNLOCKED
WANTED := --prefer-binary -r requirements.txt
else
WANTED := --require-hashes -r requirements.lock
endif

.PHONY: run test check format docs browser lock outdated
.DEFAULT_GOAL := run

run: $(VENV)/.run
	@$(BIN)/python serve.py $(ARGS)

test: $(VENV)/.test browser
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/python -m pytest --durations=20

check: $(VENV)/.test
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/python -m pytest --ignore=tests/browser

format: $(VENV)/.test
	$(BIN)/ruff check --quiet --fix .
	$(BIN)/ruff format --quiet .

docs: $(VENV)/.run
	$(BIN)/python -c "from metrics.glossary.documentation import markdown; print(markdown(), end='')" > docs/metrics.md
	$(BIN)/python -c "from data.documentation import markdown; print(markdown(), end='')" > docs/sources.md

lock: | $(BIN)/python
	@$(PIP) 'uv>=0.13,<0.14'
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command 'make lock' $(ARGS) requirements.txt --output-file requirements.lock

outdated: $(VENV)/.test
	@$(BIN)/python -m benchmarks.outdated

browser: $(VENV)/.test
	@.ci/browser

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "The board needs Python 3.11 or newer; $(PYTHON) is not. Try: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' || \
	  { echo "$(PYTHON) cannot make environments. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)

$(VENV)/.run: requirements.txt requirements.lock | $(BIN)/python
	@echo "Installing what the board runs on …"
	@$(PIP) $(WANTED) || { \
	  echo "The versions of requirements.lock cannot be installed here; the lines above say which. To take others within"; \
	  echo "the bounds of requirements.txt instead: make UNLOCKED=1"; exit 1; }
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements-test.txt | $(BIN)/python
	@echo "Installing what the tests run on …"
	@$(PIP) -r requirements-test.txt
	@touch $@
