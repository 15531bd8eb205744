"""收上传：超过上限的部分读过就丢，不占内存也不占盘。Uploads: what lies beyond the limit is read and dropped."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

ABSURD = 1 << 30
"""A request that announces more bytes than this is not read to its end."""


class Bounded(FileUploadHandler):
    """Stands before Django's own handlers, so that no file they keep is much larger than the limit.

    The desk sees a file of more than the limit and refuses it in its own words; reading the rest keeps the browser's
    connection whole, so that the clerk sees them.
    """

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *rest: Any, **more: Any) -> None:
        if content_length > ABSURD:
            raise RequestDataTooBig

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data if start <= limit() else None

    def file_complete(self, file_size: int) -> None:
        return None


def limit() -> int:
    """The most bytes of one file."""
    return int(str(settings.TAIZHANG["upload_limit"]))
