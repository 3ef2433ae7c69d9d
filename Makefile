# make run: the main job. make test: the tests. Both set up what they need first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test eval train bench bench-batches peers peers-data lint format schema screenshots reference clean

run: .venv.stamp
	$(BIN)/ehistory extract corpus/raw --out outputs

test: .venv.stamp .chromium.stamp .postgresql.stamp
	$(BIN)/python -m pytest

eval: .venv.stamp
	$(BIN)/ehistory evaluate --gold corpus/gold/test.jsonl --gate corpus/baseline.json
	$(BIN)/ehistory evaluate --gold corpus/gold/dev.jsonl --gate corpus/baseline.json

train: .venv.stamp
	$(BIN)/ehistory train

bench: .venv.stamp .venv-peers.stamp
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python benchmarks/service.py

bench-batches: .venv.stamp
	$(BIN)/python benchmarks/batches.py

peers: .venv.stamp .venv-peers.stamp
	$(BIN)/python -m benchmarks.peers

peers-data: .venv.stamp
	$(BIN)/python -m benchmarks.others

lint: .venv.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schema: .venv.stamp
	$(BIN)/ehistory schema > docs/record.schema.json
	$(BIN)/ehistory schema --tables > docs/tables.md

screenshots: .venv.stamp .chromium.stamp
	$(BIN)/python -m docs.screenshots

reference: .venv.stamp
	$(BIN)/python -m docs.cli_reference

clean:
	rm -rf .venv .venv.stamp .chromium.stamp .postgresql.stamp .venv-peers .venv-peers.stamp models/en_ehistory outputs/*.jsonl outputs/*.json outputs/.ehistory

.venv.stamp: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch .venv.stamp

# The browser tests need Chromium: Debian's is installed where root has apt-get. Without it they skip, or fail where CI=true.
.chromium.stamp:
	@command -v chromium || { [ "$$(id -u)" = 0 ] && apt-get update -q && \
		DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium fonts-dejavu-core; } || \
		echo "Chromium is missing and can't be installed: install it for the browser tests"
	@if command -v chromium >/dev/null; then touch $@; fi

# The same for the tests of exports to PostgreSQL: a server is installed, which they start for themselves.
.postgresql.stamp:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb || { [ "$$(id -u)" = 0 ] && apt-get update -q && \
		DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends postgresql; } || \
		echo "PostgreSQL is missing and can't be installed: install it for the tests of its exports"
	@if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null; then touch $@; fi

.venv-peers.stamp: benchmarks/peers/requirements.txt
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r benchmarks/peers/requirements.txt
	touch .venv-peers.stamp
