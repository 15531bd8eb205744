"""台账的种类：一种一个 YAML 文件，严格地读。Ledger types as data: one YAML file each, strictly loaded."""

from __future__ import annotations

from taizhang.books.fault import BookInvalid, Fault
from taizhang.books.load import book, load, read_book
from taizhang.books.notices import Notice, notices, read_notice
from taizhang.books.profile import Profile, profiles, read_profile

__all__ = [
    "BookInvalid",
    "Fault",
    "Notice",
    "Profile",
    "book",
    "load",
    "notices",
    "profiles",
    "read_book",
    "read_notice",
    "read_profile",
]
