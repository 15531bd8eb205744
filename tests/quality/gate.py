"""质量闸：读法在标注文件上的得分不许低于底线，底线只升不降。

The reader's figures on the gold documents must not fall below their floors, and floors only rise. An accuracy over the
matched falls by itself when more is matched, so it is held as F1 × accuracy: the share found and right. A figure known
to have fallen stands under ``debts`` with its reason; its floor stays, and the debt must go once it is paid.

usage: python -m tests.quality.gate [--raise]     prints every figure beside its floor; --raise lifts floors to it
"""

from __future__ import annotations

import hashlib
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.score_gold import names, shared, write

FLOORS = Path(__file__).with_name("floors.json")
GROUPS = ("fitted", "held")
_STEP = 200  # 底线以半个百分点计 floors stand on half points


def digest(gold: Path) -> str:
    """One digest over all documents and labels, so that a changed corpus is noticed."""
    total = hashlib.sha256()
    for path in sorted(gold.iterdir()):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def figures(gold: Path) -> dict[str, dict[str, float]]:
    """F1 or accuracy of each layer, for the documents the rules were fitted on and for those held out."""
    return {group: _score(gold, names(gold, group)) for group in GROUPS}


def _score(gold: Path, chosen: list[str]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        write(gold, Path(folder), chosen)
        command = [sys.executable, str(gold.parent / "score.py"), str(gold), folder, "--json", *chosen]
        told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    rows = {key: row for key, row in told.items() if isinstance(row, dict)}
    return {key: _figure(key, row, rows) for key, row in rows.items()}


def _figure(key: str, row: dict[str, float], rows: dict[str, dict[str, float]]) -> float:
    if "f1" in row:
        return row["f1"]
    found = rows.get(key.split(".")[0], {}).get("f1", 1.0)
    return row["accuracy"] * found


def below(reached: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> list[str]:
    """Every figure under its floor, said plainly; a figure that is gone counts as nothing."""
    return [
        f"{group} {key}: {reached[group].get(key, 0.0)} < {floor}"
        for group in GROUPS
        for key, floor in floors[group].items()
        if reached[group].get(key, 0.0) < floor
    ]


def unpaid(fallen: list[str], debts: dict[str, str]) -> list[str]:
    """What fell without being a known debt, and debts that are paid but still listed."""
    names = {line.split(":")[0] for line in fallen}
    return [line for line in fallen if line.split(":")[0] not in debts] + [
        f"{name}: paid, strike it from debts" for name in debts if name not in names
    ]


def raised(reached: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """Floors lifted to what is reached, rounded down; none is lowered."""
    return {
        group: {
            key: max(floors.get(group, {}).get(key, 0.0), math.floor(value * _STEP) / _STEP)
            for key, value in reached[group].items()
        }
        for group in GROUPS
    }


def main(argv: list[str]) -> int:
    gold = shared() / "gold" / "dev"
    told = json.loads(FLOORS.read_text("utf-8"))
    reached = figures(gold)
    for key in reached["fitted"]:
        print(f"{key:24s}" + "".join(f"  {g} {reached[g].get(key, 0):.4f} ({told[g].get(key, 0)})" for g in GROUPS))
    if "--raise" in argv:
        lifted = {"corpus": digest(gold), "debts": told.get("debts", {}), **raised(reached, told)}
        FLOORS.write_text(json.dumps(lifted, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
    failed = unpaid(below(reached, told), told.get("debts", {}))
    print("\n".join(f"debt: {name} ({why})" for name, why in told.get("debts", {}).items()))
    print("\n".join(failed))
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
