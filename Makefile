# Wijkplein in a few commands. The two that matter: `make run` and `make test`.
# Needs Python 3.11 or newer, pip and make. Nothing else.

PYTHON  ?= python3
PORT    ?= 8000
VAR_DIR ?= var
WORKERS ?= 2
# How many browsers at once, each with a site of its own; 0 is one after another.
BROWSERS ?= 2

VENV      := .venv
BIN       := $(VENV)/bin
RUN_STAMP := $(VENV)/.installed-run
DEV_STAMP := $(VENV)/.installed-dev
BUSY      := $(VENV)/.installing
# Tests of one file stay together, for they share what is dear; who is ready takes from others.
SHARED    := -n $(WORKERS) --dist worksteal
SELECT    := not e2e and not scale and not nightly and not walker

export PYTHONPATH := site:.
export PYTHONUTF8 := 1
unexport DJANGO_SETTINGS_MODULE

# An environment that was left half-made, or whose Python no longer starts, is made anew.
HEALTHY := $(shell test ! -e $(BUSY) && $(BIN)/python -c 'import sys; print(sys.version_info >= (3, 11))' 2>/dev/null)
ifneq ($(HEALTHY),True)
STALE := discard-venv
endif

.DEFAULT_GOAL := help
.PHONY: help run test test-sqlite test-postgres coverage walk scale bench e2e drills sbom handleiding lint messages lock css clean discard-venv

help: ## Show this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

run: $(RUN_STAMP) ## Start the site with the demo city on http://127.0.0.1:8000
	@DJANGO_SETTINGS_MODULE=config.settings.demo PORT="$(PORT)" VAR_DIR="$(VAR_DIR)" \
		$(BIN)/python manage.py start

test: $(DEV_STAMP) ## Run all tests, on SQLite and on PostgreSQL
	@$(MAKE) --no-print-directory test-sqlite test-postgres

test-sqlite: $(DEV_STAMP) ## Run the tests on SQLite only
	env -u DATABASE_URL EXPECT_VENDOR=sqlite \
		$(BIN)/python -m pytest $(SHARED) -m "$(SELECT)" $(ARGS)

test-postgres: $(DEV_STAMP) ## Run the tests on PostgreSQL only
	EXPECT_VENDOR=postgresql $(BIN)/python -m tests.with_postgres \
		$(BIN)/python -m pytest $(SHARED) -m "$(SELECT)" $(ARGS)

coverage: $(DEV_STAMP) ## Say which lines no test comes through (twice as slow as the tests alone)
	@mkdir -p var
	env -u DATABASE_URL EXPECT_VENDOR=sqlite COVERAGE_FILE=var/coverage \
		$(BIN)/python -m pytest $(SHARED) -m "$(SELECT)" --cov --cov-report=term-missing $(ARGS)

walk: $(DEV_STAMP) ## Try every address of the CMS as somebody of another ward
	env -u DATABASE_URL EXPECT_VENDOR=sqlite \
		$(BIN)/python -m pytest $(SHARED) -m "walker and not nightly" tests/walker $(ARGS)

scale: $(DEV_STAMP) ## Run the tests with thousands of wards and pages, on both databases
	env -u DATABASE_URL EXPECT_VENDOR=sqlite $(BIN)/python -m pytest -m "scale or nightly" $(ARGS)
	EXPECT_VENDOR=postgresql $(BIN)/python -m tests.with_postgres \
		$(BIN)/python -m pytest -m "scale or nightly" $(ARGS)

bench: $(DEV_STAMP) ## Measure the speed beside its references, and write the report (25 minutes)
	env -u DATABASE_URL -u VAR_DIR $(BIN)/python -m tests.bench $(ARGS)

e2e: $(DEV_STAMP) ## Run the stories through a real browser (needs Debian's chromium)
	@command -v chromium >/dev/null || { echo "make e2e needs Chromium: apt-get install chromium"; exit 1; }
	env -u DATABASE_URL $(BIN)/python -m pytest -p tests.must_run -n $(BROWSERS) --dist loadgroup --no-loadscope-reorder -m e2e tests/journeys $(ARGS)

drills: $(DEV_STAMP) ## Let go wrong what can go wrong, on both databases (20 minutes)
	env -u DATABASE_URL -u VAR_DIR $(BIN)/python -m tests.drills $(ARGS)

sbom: $(RUN_STAMP) ## List all packages that the site is made of, in var/sbom.json (CycloneDX)
	@mkdir -p var
	$(BIN)/python -m tests.sbom > var/sbom.json
	@echo "var/sbom.json"

handleiding: $(DEV_STAMP) ## Take the pictures of the handbook anew, from the demo city
	@command -v chromium >/dev/null || { echo "make handleiding needs Chromium: apt-get install chromium"; exit 1; }
	$(BIN)/python -m tests.handleiding

lint: $(DEV_STAMP) ## Check style, types, arrows, migrations, settings and catalogues
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --check --quiet templates
	$(BIN)/djlint --lint --quiet templates
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	DATABASE_URL=sqlite://:memory: DJANGO_SETTINGS_MODULE=config.settings.test \
		$(BIN)/python manage.py makemigrations --check --dry-run
	env $$(grep -vE '^(#|$$)' .ci/production.env) DJANGO_SETTINGS_MODULE=config.settings.production \
		$(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/python -m tests.catalogues check

messages: $(DEV_STAMP) ## Collect the texts to translate and build the catalogues
	$(BIN)/python -m tests.catalogues update
	$(BIN)/python -m tests.catalogues compile

lock: $(DEV_STAMP) ## Choose the versions of all dependencies anew
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-annotate --upgrade \
		pyproject.toml --extra prod -o requirements.txt
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-annotate --upgrade \
		pyproject.toml --extra prod --group dev -o requirements-dev.txt

css: ## Build static/css anew from frontend/ (needs Node 20 and npm)
	cd frontend && npm ci --ignore-scripts --no-audit --no-fund && npm run build

clean: ## Throw away what was installed and cached; var/ with its data stays
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis build dist
	find site home wijkteams nieuws enquetes tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- Installing ------------------------------------------------------------------------------
# Debian splits ensurepip off from Python: pip then comes from outside the environment.

define install
	@echo "Installing what Wijkplein needs ($(1)). The first time this takes a minute or two."
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip $(VENV) || { rm -rf $(VENV); exit 1; }
	@touch $(BUSY)
	@$(PYTHON) -m pip --python $(BIN)/python install --quiet --no-input --disable-pip-version-check \
		--require-hashes -r $(1)
	@rm -f $(BUSY)
endef

$(RUN_STAMP): requirements.txt $(STALE)
	$(call install,requirements.txt)
	@touch $@

$(DEV_STAMP): requirements-dev.txt requirements.txt $(STALE)
	$(call install,requirements-dev.txt)
	@touch $(RUN_STAMP) $@

discard-venv:
	@rm -rf $(VENV)
