# Every target makes the virtual environment it needs, once for each change of pyproject.toml.
#
# make demo          the light package at work: one date, then a messy table
# make test          the tests; PYTEST_ARGS='-k heatmap' for some of them, LOCKED=1 for the versions of tests/locked.txt
# make test-fast     without training, processes and what is marked slow: under a minute, for the inner loop
# make test-lowest   those of reading, with the lowest versions of its dependencies
# make lock          the versions in use, written to tests/locked.txt
# make check         lint, format and types
# make train         a new model in $(MODEL); TRAIN_ARGS passes options on to datenorm train
# make train-smoke   a small model of English dates, trained in a minute or two
# make bench         the figures of benchmarks/README.md; make bench-speed and the like for one
# make fuzz          texts and damaged tables without end, for FUZZ_SECONDS=600 each; FUZZ_SEED=1
# make clean         away with everything made here, environments included

PYTHON ?= python3
PYTEST_ARGS ?=
LOCKED ?=
MODEL ?= build/model
TRAIN_ARGS ?=
FUZZ_SECONDS ?= 600
FUZZ_SEED ?= 1

DEMO := .venv-demo
VENV := .venv
LOWEST := .venv-lowest
# tensorflow-cpu is half the size of tensorflow (274 MB against 572 MB), where there is a wheel of it.
TRAIN_EXTRA := $(if $(filter Linux-x86_64,$(shell uname -s)-$(shell uname -m)),train-cpu,train)
LIGHT_TESTS := tests/text tests/dates tests/judging tests/test_shipped_model.py $(patsubst %,tests/%.py,cli/test_cli \
	engines/test_workers network/test_runtime network/test_search network/test_vocabulary reading/test_columns \
	reading/test_translator tables/test_jsonlines tables/test_tables)
FAST_ROOMS := text dates network judging languages reading tables generation evaluation cli
FAST_TESTS := $(addprefix tests/,$(FAST_ROOMS) test_house.py test_shipped_model.py) $(addprefix datenorm/,$(FAST_ROOMS))
TESTED := .[dev,$(TRAIN_EXTRA)]

.DEFAULT_GOAL := help
.PHONY: help demo test test-fast test-lowest lock check train train-smoke bench fuzz clean

help:
	@sed -n 's/^# \(make \)/\1/p' Makefile

demo: $(DEMO)/.installed
	$(DEMO)/bin/datenorm translate 'Saturday 9 May 2018'
	@echo
	cat data/orders.csv
	@echo
	$(DEMO)/bin/datenorm translate --input data/orders.csv --column ordered_at --group-by country --output -

test: $(VENV)/.installed
	$(VENV)/bin/python -m pytest $(PYTEST_ARGS)

test-fast: $(VENV)/.installed
	$(VENV)/bin/python -m pytest -m 'not slow' $(FAST_TESTS) $(PYTEST_ARGS)

test-lowest: $(LOWEST)/.installed
	$(LOWEST)/bin/python -m pytest $(LIGHT_TESTS) $(PYTEST_ARGS)

lock: $(VENV)/.installed
	$(VENV)/bin/python -m pip --disable-pip-version-check freeze --exclude-editable > tests/locked.txt

check: $(VENV)/.installed
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

train: $(VENV)/.installed
	$(VENV)/bin/datenorm train --out $(MODEL)-first $(TRAIN_ARGS)
	$(VENV)/bin/datenorm train --from $(MODEL)-first --examples 22000000 --learning-rate 0.001 --seed 2 \
		--out $(MODEL) $(TRAIN_ARGS)

train-smoke: $(VENV)/.installed
	$(VENV)/bin/datenorm train --out build/smoke --locale en_GB --examples 100000 --batch 128 --units 64 \
		--embedding 32 $(TRAIN_ARGS)

bench: bench-start bench-speed bench-columns bench-tables bench-growth bench-generate bench-training bench-quality bench-common bench-real bench-values bench-kinds bench-times bench-relative bench-refusals bench-orders bench-roles bench-unseen bench-finetune

bench-%: $(VENV)/.installed
	$(VENV)/bin/python benchmarks/$*.py

fuzz: $(VENV)/.installed
	$(VENV)/bin/python -m tests.fuzz texts --seconds $(FUZZ_SECONDS) --seed $(FUZZ_SEED)
	$(VENV)/bin/python -m tests.fuzz tables --seconds $(FUZZ_SECONDS) --seed $(FUZZ_SEED)

clean:
	rm -rf $(DEMO) $(VENV) $(LOWEST) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

$(DEMO)/.installed: pyproject.toml
	$(call install,.)

$(LOWEST)/.installed: pyproject.toml tests/lowest.txt
	$(call install,.,--constraint tests/lowest.txt hypothesis pytest)

$(VENV)/.installed: pyproject.toml
	@echo 'Installing what training and the tests need into $(VENV): some minutes, once.'
	$(call install,$(TESTED),$(if $(LOCKED),--constraint tests/locked.txt))

# $(call install,WHAT,MORE): makes the virtual environment of the target, installs WHAT (and MORE) into it, sets the stamp.
define install
@command -v '$(PYTHON)' >/dev/null || { echo 'No $(PYTHON) found. $(OTHER_PYTHON)' >&2; exit 1; }
@'$(PYTHON)' -c '$(SUPPORTED)' || { echo "datenorm needs Python 3.11, 3.12 or 3.13; $(PYTHON) is \
	$$('$(PYTHON)' -c 'import platform; print(platform.python_version())'). $(OTHER_PYTHON)" >&2; exit 1; }
@test -x $(@D)/bin/python || '$(PYTHON)' -m venv $(@D) || { rm -rf $(@D); exit 1; }
@$(@D)/bin/python -m pip --disable-pip-version-check install --quiet --editable '$(1)' $(2)
@touch $@
endef
SUPPORTED = import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
OTHER_PYTHON = Name another: make $(or $(firstword $(MAKECMDGOALS)),demo) PYTHON=python3.12
