"""帮助的地址。Addresses of help."""

from __future__ import annotations

from django.urls import path

from taizhang.web.desks.help import views

urlpatterns = [
    path("help/", views.help_page, name="help"),
    path("help/components/", views.components, name="components"),
    path("feedback/", views.feedback, name="feedback"),
    path("feedback/box/", views.box, name="feedback_box"),
    path("more/", views.more, name="more"),
]
