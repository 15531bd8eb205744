"""示范县的演示账号，只在示范数据里才有。Accounts of the demonstration county, shown only where that was loaded."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings

NAME: Final = "demo.json"
"""In TAIZHANG_HOME: ``{"password": "…", "accounts": [{"who": "…", "username": "…", "does": "…"}]}``."""


@dataclass(frozen=True, slots=True)
class DemoAccount:
    who: str
    username: str
    does: str


@dataclass(frozen=True, slots=True)
class DemoAccounts:
    password: str
    accounts: tuple[DemoAccount, ...]


def demo_accounts() -> DemoAccounts | None:
    """None on a real installation: the file is written by the demonstration loader alone."""
    path = Path(settings.HOME) / NAME
    if not path.is_file():
        return None
    read = json.loads(path.read_text("utf-8"))
    return DemoAccounts(read["password"], tuple(DemoAccount(**account) for account in read["accounts"]))
