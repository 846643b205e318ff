# Python 3.11 or newer and make are all that a machine needs.
#   make run [PORT=8000] [DATA_DIR=var]   the portal on this machine
#   make test [TESTS="tests/events -x"]   the suite
#   make lint                             everything that is checked without running
#   make bench                            how fast it answers
PYTHON ?= python3
PORT ?= 8000
DATA_DIR ?= var
TESTS ?= tests
export PORT DATA_DIR

.PHONY: run test lint bench environment development-environment python
.DEFAULT_GOAL := run

run: environment
	@exec .venv/bin/python manage.py start

test: development-environment
	@.venv/bin/python manage.py compile_catalogues --settings portal.settings.test
	@.venv/bin/python -m pytest $(TESTS)

lint: development-environment
	@bin/lint

bench: environment
	@.venv/bin/python -m bench

environment: python
	@$(PYTHON) bin/environment.py requirements.txt

development-environment: python
	@$(PYTHON) bin/environment.py requirements-dev.txt

python:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON): install Python 3.11 or newer." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; $(PYTHON) is %d.%d. Name another: make run PYTHON=python3.12" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
