"""默克尔根：一个摘要封住所有账。A Merkle root: one digest that seals every account, and proves any one of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

EMPTY = "0" * 64
"""The root over nothing."""


def leaf(stream: str, version: int, digest: str, algorithm: str = "sha256") -> str:
    """The leaf of one account: its stream, version, and the digest of its last posting."""
    return hashlib.new(algorithm, f"leaf\n{stream}\n{version}\n{digest}".encode()).hexdigest()


def root(leaves: Iterable[str], algorithm: str = "sha256") -> str:
    """The root over leaves in their order; an odd one is carried up unpaired."""
    level = list(leaves)
    while len(level) > 1:
        pairs = [node(level[i], level[i + 1], algorithm) for i in range(0, len(level) - 1, 2)]
        level = pairs + level[len(pairs) * 2 :]
    return level[0] if level else EMPTY


def node(left: str, right: str, algorithm: str = "sha256") -> str:
    """Leaves and nodes are hashed apart, so that a node can never be shown as a leaf."""
    return hashlib.new(algorithm, f"node\n{left}\n{right}".encode()).hexdigest()
