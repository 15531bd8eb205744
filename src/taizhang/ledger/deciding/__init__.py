"""裁决：一种请求一个函数，按四本账分。Deciders: a function for each request, by the four accounts."""

from __future__ import annotations

from taizhang.ledger.deciding import closing, delivery, duties, opening, verification
from taizhang.ledger.deciding.common import Table

DECIDERS: Table = {
    **opening.DECIDERS,
    **delivery.DECIDERS,
    **verification.DECIDERS,
    **closing.DECIDERS,
    **duties.DECIDERS,
}
"""How each request other than 建账 is decided."""
