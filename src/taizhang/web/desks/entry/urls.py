"""一笔账的地址。Addresses of one account; ids are tokens nobody can guess, and what may not be seen is not there."""

from __future__ import annotations

from django.urls import path

from taizhang.web.desks.entry import views
from taizhang.web.desks.entry.act import act

urlpatterns = [
    path("entry/<str:id>/", views.entry, name="entry"),
    path("entry/<str:id>/evidence/<int:version>/<int:order>/", views.evidence, name="evidence"),
    path("entry/<str:id>/<slug:name>/", act, name="act"),
]
