# make run: the main job. make test: the tests. Both set up what they need first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test eval train train-encoder bench bench-batches peers peers-data lint format schema screenshots reference nightly fuzz mutants bench-regexes smoke lock audit clean

run: .venv.stamp
	$(BIN)/ehistory extract corpus/raw --out outputs

test: .venv.stamp .chromium.stamp .postgresql.stamp
	$(BIN)/python -m pytest

# What holds for every text, with 10,000 examples for each property.
nightly: .venv.stamp
	HYPOTHESIS_PROFILE=nightly $(BIN)/python -m pytest tests/fuzzing

# Coverage-guided fuzzing, FUZZ_SECONDS for each target; a finding ends it and is kept in outputs/fuzz.
FUZZ_SECONDS ?= 300
fuzz: .venv.stamp
	$(BIN)/python -m pip install --quiet "atheris>=2.3"
	for target in reading cleaning parsing; do \
		mkdir -p outputs/fuzz/$$target && $(BIN)/python tests/fuzzing/atheris_targets.py $$target \
		-max_total_time=$(FUZZ_SECONDS) -timeout=20 -max_len=4096 -artifact_prefix=outputs/fuzz/$$target- outputs/fuzz/$$target || exit 1; \
	done

# Hours: every mutant of normalising and evaluating against their tests. MODULES='pipeline.normalising.edtf*' for a few.
mutants: .venv.stamp
	$(BIN)/python -m pip install --quiet "mutmut>=3.3"
	$(BIN)/mutmut run --max-children 1 $(MODULES)

eval: .venv.stamp
	$(BIN)/ehistory evaluate --gold corpus/gold/test.jsonl --gate corpus/baseline.json
	$(BIN)/ehistory evaluate --gold corpus/gold/dev.jsonl --gate corpus/baseline.json

train: .venv.stamp
	$(BIN)/ehistory train

# The encoder anew, in an environment of its own: PyTorch is large. `make train` fits the weights beside it afterwards.
train-encoder: .venv-train.stamp
	.venv-train/bin/ehistory train-encoder

bench: .venv.stamp .venv-peers.stamp
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python benchmarks/service.py

bench-regexes: .venv.stamp
	$(BIN)/python -m benchmarks.regexes

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

# The built wheel with the core's packages alone, in an environment of its own, away from the checkout.
smoke: .venv.stamp
	rm -rf .venv-smoke && $(PYTHON) -m venv .venv-smoke
	.venv-smoke/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/core.txt
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation -w .venv-smoke/dist .
	.venv-smoke/bin/python -m pip install --quiet --disable-pip-version-check --no-deps .venv-smoke/dist/*.whl
	cd .venv-smoke && cp -r ../corpus/raw . && bin/ehistory extract raw --out out && ../$(BIN)/ehistory extract raw --out same --quiet
	cmp .venv-smoke/out/records.jsonl .venv-smoke/same/records.jsonl

# What pyproject.toml asks for, pinned with hashes for every Python that is supported.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --upgrade
lock: .venv.stamp
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/$(LOCK) -o requirements/core.txt
	$(BIN)/$(LOCK) --extra dev -o requirements/dev.txt

# The pinned packages against the known vulnerabilities; needs to reach a service that knows them.
audit: .venv.stamp
	$(BIN)/python -m pip install --quiet pip-audit
	$(BIN)/pip-audit --disable-pip --require-hashes -r requirements/dev.txt

clean:
	rm -rf .venv .venv.stamp .chromium.stamp .postgresql.stamp .venv-peers .venv-peers.stamp .venv-train .venv-train.stamp .venv-smoke outputs/*.jsonl outputs/*.json outputs/.ehistory

.venv.stamp: pyproject.toml requirements/dev.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
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

.venv-train.stamp: pyproject.toml
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check -e ".[train]"
	touch .venv-train.stamp

.venv-peers.stamp: benchmarks/peers/requirements.txt
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r benchmarks/peers/requirements.txt
	touch .venv-peers.stamp
