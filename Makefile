# make demo   set up and run the demonstration folder into coop.duckdb
# make model  train the model anew from the pretrained encoder (hours on two cores; goes on where it was cut off)
# make test   set up and check everything: style, types, layers, corpus, tests

PYTHON ?= python3
BIN := .venv/bin
DEMO_DB := coop.duckdb

.PHONY: demo test corpus-check model clean

demo: .venv/installed
	@$(BIN)/communique run corpus/articles --db $(DEMO_DB)
	@echo "  (as $(BIN)/communique, or first: source $(BIN)/activate)"

test: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python corpus/tools/check.py
	$(BIN)/python -m pytest

corpus-check: .venv/installed
	$(BIN)/python corpus/tools/check.py

model: .venv-training/installed
	cd models/training && OMP_WAIT_POLICY=passive ../../.venv-training/bin/python -m recipe

.venv-training/installed: pyproject.toml models/training/requirements.txt
	@test -x .venv-training/bin/python || $(PYTHON) -m venv .venv-training
	@.venv-training/bin/python -m pip install --quiet --disable-pip-version-check \
		--editable models/communique-sm --editable . --requirement models/training/requirements.txt
	@touch $@

.venv/installed: pyproject.toml models/communique-sm/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Communique needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing Communique into .venv (a minute or two the first time) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable models/communique-sm --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable models/communique-sm --editable ".[dev]"
	@touch $@

clean:
	rm -rf .venv $(DEMO_DB)
