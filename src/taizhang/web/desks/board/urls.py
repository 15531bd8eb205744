"""总览的地址。Addresses of the board."""

from __future__ import annotations

from django.urls import path

from taizhang.web.desks.board import views

urlpatterns = [path("board/", views.board, name="board")]
