# PeerAudit: the commands. `make` lists them.
python ?= python3
bin := .venv/bin

.PHONY: help run test check bench ready-to-run ready-to-test

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

run: ready-to-run ## set up, seed the reference teams, serve on 127.0.0.1:5000
	@exec $(bin)/peeraudit serve

test: check ## set up, check, then run every test
	@$(bin)/pytest -n 2

check: ready-to-test ## set up, then lint, types, import rules, templates
	@$(bin)/ruff check --quiet --output-format=concise
	@$(bin)/ruff format --check --quiet
	@$(bin)/mypy
	@$(bin)/lint-imports --no-logo
	@$(bin)/djlint templates --lint --quiet --allow-empty-input
	@$(bin)/python setup/check_templates.py

bench: ready-to-test ## set up, then measure what must be fast
	@exec $(bin)/python -m benchmarks

ready-to-run:
	@$(python) setup/prepare.py run

ready-to-test:
	@$(python) setup/prepare.py test
