# The few commands of the project; start.py does what needs explaining to a user.
PYTHON ?= python3
BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-strip-extras --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
LOCK := $(COMPILE) pyproject.toml
PROVE_EXTRA := import tomllib; project = tomllib.load(open("pyproject.toml", "rb"))["project"]; \
	print(*project["optional-dependencies"]["prove"], sep="\n")

.DEFAULT_GOAL := help
.PHONY: help run install test check format bench prove lock

help:
	@echo "make run      démarre le programme sur http://127.0.0.1:8501 (l'installe la première fois)"
	@echo "make test     lance tous les tests"
	@echo "make check    vérifie la forme, les types et les étages du code"
	@echo "make format   met le code en forme"
	@echo "make bench    mesure les durées"
	@echo "make prove    lance les longues campagnes"
	@echo "make lock     calcule à nouveau les versions verrouillées"
	@echo "make install  prépare .venv avec les outils des tests"

run:
	@$(PYTHON) start.py

install:
	@$(PYTHON) start.py --install-dev

test: install
	$(BIN)/python -m pytest $(ARGS)

check: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: install
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: install
	$(BIN)/python -m pytest benchmarks -s $(ARGS)

prove: install
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-prove.txt
	KILLS=200 $(BIN)/python -m pytest -m "slow or prove" $(ARGS)

lock: install
	$(LOCK) --extra build --output-file requirements.txt
	$(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt
	$(BIN)/python -c '$(PROVE_EXTRA)' | $(COMPILE) - --output-file requirements-prove.txt
