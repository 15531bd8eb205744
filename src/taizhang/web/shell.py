"""每页都有的一圈：县名、桌子、语言、页脚。What surrounds every page: county, desks, language, foot line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor; safe on an empty database and for a visitor who has not logged in."""
    return {"county": settings.TAIZHANG["county"]}
