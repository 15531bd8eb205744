"""隔离：旧式表格在单独的进程里读，内存有上限，坏文件拖不垮服务。

``python -m taizhang.formats.apart``: reads a workbook from standard input in a process of its own with bounded
memory, and prints its sheets as JSON. A crafted old-format file can ask its parser for a grid of any size.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from taizhang.formats.refusals import Unreadable
from taizhang.formats.workbook import sheets

_MEMORY = 1536 * 1024 * 1024


def main() -> int:
    _bound_memory()
    try:
        answer: object = [asdict(sheet) for sheet in sheets(sys.stdin.buffer.read())]
    except Unreadable as refusal:
        answer = {"code": refusal.code, "params": refusal.params}
    except MemoryError:
        answer = {"code": "bomb", "params": {"limit": _MEMORY // (1024 * 1024)}}
    sys.stdout.write(json.dumps(answer))
    return 0


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows 没有这个模块 not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    raise SystemExit(main())
