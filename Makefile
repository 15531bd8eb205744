.DEFAULT_GOAL := help
PY := .venv/bin/python
.PHONY: help setup dev run test check test-all backup restore messages

help: ## 列出全部命令 list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: ## 只准备运行环境 prepare the environment only
	@python3 bootstrap.py

dev: ## 准备开发环境 prepare the development environment
	@python3 bootstrap.py --dev

run: setup ## 装好、备好示范县并打开服务 set up, load the demonstration county, serve
	@$(PY) -m taizhang demo --serve

test: dev ## 跑测试（不足 5 分钟）run the tests
	@$(PY) -m pytest -q -n 2 -m "not slow"

check: dev ## 提交前的检查 what every commit passes
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy && .venv/bin/lint-imports
	@$(PY) -m pytest -q -p no:django tests/unit

test-all: dev ## 连慢的一起跑 everything, slow ones too
	@$(PY) -m pytest -q -n 2
