"""公文纸的地址。Addresses of printed papers."""

from __future__ import annotations

from django.urls import path

from taizhang.web.desks.papers import views

urlpatterns = [
    path("papers/<str:id>/<slug:kind>/<int:version>/", views.paper, name="paper"),
    path("papers/<str:id>/<slug:kind>/<int:version>/docx/", views.docx, name="paper-docx"),
]
