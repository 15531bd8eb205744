"""示范县的单位和人。The demonstration county's units and people."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

HERE = "taizhang.cli.demonstration"


@cache
def told(name: str) -> Any:
    """One of the demonstration's YAML files."""
    quick = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((files(HERE) / name).read_text("utf-8"), Loader=quick)  # noqa: S506  安全的那种 a safe one


def enrol(home: Path, at: datetime) -> None:
    """Enter units and people, and leave the log-ins where the log-in page finds them."""
    from taizhang.ledger.registry import UnitNamed
    from taizhang.operations.adopt import adopt_rules
    from taizhang.store import registry

    county = told("county.yaml")
    by = registry.SYSTEM
    for order, unit in enumerate(county["units"]):
        registry.name_unit(UnitNamed(order=order, **unit), by=by, at=at)
    for person in county["people"]:
        named = {key: person[key] for key in ("username", "name", "unit", "post")}
        registry.enrol(**named, password=None, by=by, at=at)
        for role in person["roles"]:
            registry.grant(person["username"], role, since=at.date(), by=by, at=at)
    registry.share_password([p["username"] for p in county["people"]], county["password"])
    adopt_rules(by=by, at=at)
    _leave_log_ins(home, county)


def _leave_log_ins(home: Path, county: dict[str, Any]) -> None:
    accounts = [
        {"who": f"{p['name']}（{p['post'] or '公众'}）", "username": p["username"], "does": p["does"]} for p in shown()
    ]
    left = {"password": county["password"], "accounts": accounts}
    (home / "demo.json").write_text(json.dumps(left, ensure_ascii=False), "utf-8")


SHOWN = ("clerk", "forest", "house", "verify", "hao", "reader")
"""The log-ins that the page and the terminal print; the others share the password."""


def shown() -> list[dict[str, Any]]:
    """The people behind them."""
    return [person for person in told("county.yaml")["people"] if person["username"] in SHOWN]
