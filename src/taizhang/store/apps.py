"""Django 的应用登记。The app's registration with Django."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The store room."""

    name = "taizhang.store"
    default_auto_field = "django.db.models.BigAutoField"
