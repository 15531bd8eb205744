"""长短与大小：列装得下的才收。What the columns hold: text longer or figures larger than that are refused, not cut."""

from __future__ import annotations

from taizhang.ledger import requests as r
from taizhang.ledger.quantity import LIMIT
from taizhang.ledger.requests import Request
from taizhang.operations.refusal import ActRefused

REF = 500
"""Characters in an address or a document number."""
TEXT = 20_000
"""Characters in a note, a reason, a standard."""
LENGTHS = {"title": 500, "topic": 120, "task_force": 120, "paper": 60, "certificate": 60, "leader": 40, "lead_unit": 40}


def check(request: Request) -> None:
    """Raise ``text.too_long`` or ``quantity.beyond``."""
    for name in request.__dataclass_fields__:
        _one(request, name, getattr(request, name))
    if isinstance(request, r.Open) and request.target is not None:
        _text("measure", request.target.measure, 120)
        _text("unit", request.target.unit, 24)
        _amount(request.target.amount)


def _one(request: Request, name: str, value: object) -> None:
    if isinstance(value, str):
        _text(name, value, LENGTHS.get(_field(request, name), TEXT))
    elif isinstance(value, int):
        _amount(value)


def _field(request: Request, name: str) -> str:
    """An amendment's new text is as long as the field it goes to."""
    if name == "after" and isinstance(request, r.Amend):
        return request.field
    if name == "after" and isinstance(request, r.Reassign) and request.role != "co_units":
        return request.role
    return name


def _text(name: str, value: str, limit: int) -> None:
    if len(value) > limit:
        raise ActRefused("text.too_long", field=name, limit=limit)


def _amount(value: int) -> None:
    if abs(value) > LIMIT:
        raise ActRefused("quantity.beyond")
