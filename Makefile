# make demo   compare the two sample readouts; sets up all it needs first
# make test   run every check; sets up all it needs first
# make index  after a table in data/tables was edited: renew its digest in the index
# make readme renew the README's terminal excerpt and pictures (needs Chromium)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test lint types contracts check index readme clean

demo: $(STAMP)
	@$(BIN)/bothsides demo

test: lint types contracts check

lint: $(STAMP)
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests

types: $(STAMP)
	$(BIN)/mypy

contracts: $(STAMP)
	$(BIN)/lint-imports

check: $(STAMP)
	$(BIN)/pytest -n 2 --dist worksteal

index: $(STAMP)
	@$(BIN)/python -m bothsides.training.table_index

readme: demo
	@$(BIN)/python tests/readme.py

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "bothsides needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing into $(VENV) (once) ..."
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) out dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
