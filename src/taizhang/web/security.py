"""内容安全策略：页面只许用自家的东西。Content Security Policy: pages may use only what we serve ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

RULES: Final = (
    ("default-src", "'none'"),
    ("style-src", "'self'"),
    ("script-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
    ("frame-ancestors", "'none'"),
)
POLICY: Final = "; ".join(f"{name} {sources}" for name, sources in RULES)


class ContentSecurityPolicy:
    """Puts the one policy on every answer; no view may loosen it, so there is no setting to get wrong."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Content-Security-Policy"] = POLICY
        # 页面不进共享的缓存；后退仍能留住没交的字 kept out of shared caches, yet Back keeps what was typed
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response
