"""文件不收时说的话。What is said when a file is not taken."""

from __future__ import annotations

from django.utils.translation import gettext as _

from taizhang.store.files import FileRefused
from taizhang.web.figures import figure


def refused(refusal: FileRefused) -> str:
    """The sentence of a refusal by the file store."""
    if refusal.code == "file.too_large":
        limit = figure(refusal.params["limit"] // (1024 * 1024))
        return _("文件超过 %(limit)s MB，没有收。请压缩，或者拆成几个再传。") % {"limit": limit}
    return _("文件是空的，没有收。请看看是不是选错了。")
