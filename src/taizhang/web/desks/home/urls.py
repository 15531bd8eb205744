"""工作台的地址。Address of a person's own desk; the first page after logging in."""

from __future__ import annotations

from django.urls import path

from taizhang.web.desks.home import views

urlpatterns = [path("", views.home, name="home")]
