"""网页一屋在 Django 里的登记。The web room as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Named so that templates, static files and template tags are found."""

    name = "taizhang.web"
    label = "web"
    verbose_name = "网页"
