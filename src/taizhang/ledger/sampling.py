"""抽查：按风险加权，种子记在账上，谁都能重抽。Sampling for site visits: weighted by risk, with a recorded seed.

No randomness is drawn here: the seed and the entry's id decide through SHA-256, so that anybody can draw again and get
the same accounts. DOMAIN §3.3: sample by new, large, late, sudden jump, round numbers, everything at the deadline.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta

from taizhang.ledger.account import Entry

PER_MILLE = 1000
WEIGHTS = {"jump": 300, "deadline": 250, "late": 200, "round": 150, "recorded": 150, "unverified": 200}
"""What each reason adds to the chance, per mille of a full one."""


@dataclass(frozen=True, slots=True)
class Draw:
    """``risk``: the chance in per mille; ``reasons`` are codes; the same seed gives the same draw."""

    seed: str
    risk: int
    drawn: bool
    reasons: tuple[str, ...]


def draw(entry: Entry, *, seed: str, on: date, share: int) -> Draw:
    """Whether an account is drawn. ``share`` is the chance of one without any risk, in per cent."""
    reasons = risks(entry, on)
    risk = min(PER_MILLE, share * 10 + sum(WEIGHTS[reason] for reason in reasons))
    mark = int.from_bytes(hashlib.sha256(f"{seed}\n{entry.id}".encode()).digest()[:8], "big") % PER_MILLE
    return Draw(seed, risk, mark < risk, reasons)


def risks(entry: Entry, on: date) -> tuple[str, ...]:
    """Why somebody should look: codes of ``WEIGHTS`` in their order."""
    claims = [m for m in entry.moves if m.claimed > 0 and not m.undone]
    total = sum(m.claimed for m in claims)
    last = claims[-1] if claims else None
    found = {
        "jump": last is not None and len(claims) > 1 and last.claimed * 2 > total,
        "deadline": last is not None and abs((last.effective - entry.due.last).days) <= 3,
        "late": on > entry.due.last,
        "round": last is not None and entry.target.counts_up and total == entry.target.amount,
        "recorded": last is not None and last.unit != entry.lead_unit,
        "unverified": last is not None and not entry.verified.amount and on - last.effective > timedelta(days=30),
    }
    return tuple(reason for reason in WEIGHTS if found[reason])
