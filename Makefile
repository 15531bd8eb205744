# 台账的全部命令。make run 和 make test 之外，都是给开发和运维用的。
# All commands. `make run` and `make test` need only python3 (3.11 or newer) and make.

.DEFAULT_GOAL := help
PYTHON ?= python3
PY := .venv/bin/python
PYTEST := $(PY) -m pytest -q -n 2 --dist loadfile
.PHONY: help setup dev run check test slow test-all faults backup restore messages lock wheels

help: ## 列出全部命令 list the commands
	@echo "台账 taizhang"
	@grep -E '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'
	@echo "可用的变量 variables: PORT=8000 HOST=127.0.0.1 PYTHON=python3.12 FILE=备份文件 TAIZHANG_HOME=数据目录"

setup: ## 只准备运行环境 prepare the environment only
	@$(PYTHON) bootstrap.py

dev: ## 准备开发环境（含测试和检查工具）prepare the development environment
	@$(PYTHON) bootstrap.py --dev

run: setup ## 装好、备好示范县、打开服务 set up, load the demonstration county, serve
	@$(PY) -m taizhang demo --serve

check: dev ## 每次提交前都要通过（一分钟内）what every commit passes
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo
	@$(PY) tools/migrations.py
	@$(PY) -m pytest -q -p no:django tests/unit

test: dev ## 跑测试，SQLite 和 PostgreSQL 各一遍（5 分钟内）run the tests on both databases
	@$(PYTEST) -m "not slow"
	@$(PY) tools/with_postgres.py -- $(PYTEST) -m "not slow" tests/store

slow: dev ## 只跑慢的 the slow tests only
	@$(PYTEST) -m slow || [ $$? -eq 5 ]
	@$(PY) tools/with_postgres.py -- $(PYTEST) -m slow tests/store || [ $$? -eq 5 ]

test-all: test slow faults ## 全部：测试、慢测试、故障演练 everything: tests, slow tests, faults

faults: dev ## 故障演练：故意弄坏，看测试拦不拦得住 break promises on purpose; the tests must notice
	@$(PY) tools/faults.py

backup: setup ## 备份到一个文件（FILE= 可指定）back up into one file
	@$(PY) -m taizhang backup $(FILE)

restore: setup ## 从备份恢复：make restore FILE=… restore from a backup
	@test -n "$(FILE)" || { echo "请指明备份文件：make restore FILE=备份文件。Name the backup: make restore FILE=…"; exit 2; }
	@$(PY) -m taizhang restore "$(FILE)"

messages: dev ## 收集待译文字，编译英文译文 collect messages, compile the English catalogue
	@$(PY) tools/collect_messages.py
	@$(PY) tools/messages.py

lock: dev ## 重新生成依赖清单 regenerate the dependency locks (UPGRADE=1 to upgrade)
	@$(PY) tools/lock.py $(if $(UPGRADE),--upgrade)
	@$(PYTHON) bootstrap.py --dev
	@$(PY) tools/licences.py

wheels: setup ## 把依赖下载到 wheels/，带去没有网络的机器 download packages for a machine without a network
	@$(PY) -m pip download --quiet --require-hashes -r requirements.txt -d wheels
	@echo "在那台机器上 on that machine:  PIP_NO_INDEX=1 PIP_FIND_LINKS=wheels make run"
