"""流水的导出：一行一条，别人不用我们的代码也能重算。The journal as JSON Lines, for whoever recounts without our code.

``tools/recount.py`` reads it. A record's ``body`` stays the very text its digest covers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from taizhang.ledger.journal import Record


def lines(books: Mapping[str, str], records: Iterable[Record]) -> Iterator[str]:
    """Books first (name → text, whose digest the chain holds since it was adopted), then every record in order."""
    for name, text in sorted(books.items()):
        yield json.dumps({"book": name, "text": text}, ensure_ascii=False)
    for record in records:
        yield json.dumps(asdict(record), ensure_ascii=False)
