"""台账：读计划，立账，跟到核实销账，每个数都能往回查。

The system that reads a plan, opens an account for every commitment in it, drives each one to a verified
close, and can prove every figure it shows.
"""

from __future__ import annotations

__version__ = "0.1.0"
