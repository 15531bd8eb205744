"""依赖的许可证，写进 THIRD_PARTY.md 的表。The licences of what we run on, into the table of THIRD_PARTY.md.

Usage: python tools/licences.py
Read from the installed packages, not from memory.
"""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- 由 tools/licences.py 生成 made by tools/licences.py -->", "<!-- 完 end -->"
SPELLED = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause and Apache-2.0 (bundles PDFium: BSD-3-Clause)",
}


def licence(name: str) -> str:
    """What the installed package says of itself: its SPDX expression, else its licence field, else its classifier."""
    said = importlib.metadata.metadata(name).json
    classified = [c.split("::")[-1].strip() for c in said.get("classifier", ()) if c.startswith("License ::")]
    declared = str(said.get("license_expression") or said.get("license") or " ".join(classified) or "?")
    return SPELLED.get(declared.strip(), declared.strip().splitlines()[0])


def table() -> str:
    names = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    rows = [f"| {name} | {licence(name)} |" for name in names]
    return "\n".join(["| 包 package | 许可证 licence |", "|---|---|", *rows])


def main() -> int:
    path = ROOT / "THIRD_PARTY.md"
    before, rest = path.read_text("utf-8").split(BEGIN)
    after = rest.split(END)[1]
    path.write_text(f"{before}{BEGIN}\n{table()}\n{END}{after}", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
