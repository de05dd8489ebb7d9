# The project's commands. `make` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON := .venv/bin/python
PORT ?= $(or $(shell sed -n 's/^PORT=//p' .env 2>/dev/null),8000)
export PORT
# Compiled code is kept, also on a machine that says otherwise: every process would compile all of Django again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help demo run serve test test.sqlite test.postgresql test.site test.journeys check lock machine

help:  ## Toon deze lijst
	@grep -hE '^[a-z.]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: .venv/ready .env  ## Zet de voorbeeldregio neer en start de site (poort $PORT)
	$(PYTHON) manage.py migrate --verbosity 0
	$(PYTHON) manage.py load_demo
	@SECOND_FACTOR=offered $(MAKE) --no-print-directory serve

run: .venv/ready .env  ## Start de site met wat er al in DATA_DIR staat
	$(PYTHON) manage.py migrate --verbosity 0
	@$(MAKE) --no-print-directory serve

serve: .venv/ready .env
	@exec $(PYTHON) manage.py serve

test: .venv/ready machine check  ## Draai alle controles en tests, op SQLite en PostgreSQL, met een echte browser
	@shared=$$(mktemp -d); trap 'rm -rf "$$shared"' EXIT; MIGRATED_DIR="$$shared" \
		$(MAKE) --no-print-directory -j2 test.journeys test.sqlite test.site test.postgresql

test.sqlite:  # two at the same time on two cores, so that what is timed in a browser stays true
	$(PYTHON) -m pytest -m "not served and not demo"

test.postgresql:
	$(PYTHON) -m tests.postgresql $(PYTHON) -m pytest -m "not served and not once"

test.site:  # the demo and the running site on SQLite
	$(PYTHON) -m pytest -m "(served or demo) and not journey"

test.journeys:  # the running site on PostgreSQL
	$(PYTHON) -m tests.postgresql $(PYTHON) -m pytest -m "served and (journey or not once)"

check: .venv/ready  ## Draai wat zonder database kan: stijl, lagen, typen, pakketten, de belofte
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	find templates -name '*.html' | xargs .venv/bin/djade --check
	.venv/bin/lint-imports
	.venv/bin/mypy
	SECRET_KEY=check DATA_DIR=var/check $(PYTHON) manage.py makemigrations --check --dry-run
	SECRET_KEY=check DATA_DIR=var/check $(PYTHON) manage.py check_packages
	SECRET_KEY=check DATA_DIR=var/check $(PYTHON) manage.py check_promise

# For the oldest 3.11, which Debian 12 has: a package may ask for a later one.
lock: .venv/ready  ## Leg de pakketten opnieuw vast, met hashes en zonder adressen
	.venv/bin/uv pip compile -q pyproject.toml --python-version 3.11 --upgrade --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" -o requirements.txt
	.venv/bin/uv pip compile -q pyproject.toml --python-version 3.11 --upgrade --generate-hashes --no-emit-index-url --group dev \
		-c requirements.txt --custom-compile-command "make lock" -o requirements-dev.txt

machine:  # what tests need from the machine: a browser and a PostgreSQL server
	@sh tests/machine.sh

.env:
	sed "s/^SECRET_KEY=.*/SECRET_KEY=$$(head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n')/" .env.example > .env

.venv/ready: requirements-dev.txt
	test -x $(PYTHON) || python3 -m venv .venv
	test -x .venv/bin/uv || $(PYTHON) -m pip install --quiet --disable-pip-version-check uv
	.venv/bin/uv pip sync --quiet --python $(PYTHON) requirements-dev.txt
	touch $@
