"""Django 的应用登记。The app's registration with Django."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate

from taizhang.store import triggers


class StoreConfig(AppConfig):
    """The store room; puts the journal's triggers back after every migration and checks them at start-up."""

    name = "taizhang.store"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(triggers.after_migrate, sender=self)
        register(Tags.database)(triggers.check)
