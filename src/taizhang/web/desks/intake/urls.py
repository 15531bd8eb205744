"""收文的地址。Addresses of the intake desk."""

from __future__ import annotations

from django.urls import path

from taizhang.web.desks.intake import opening, sheets, views

urlpatterns = [
    path("intake/", views.intake, name="intake"),
    path("intake/<str:key>/", views.document, name="document"),
    path("intake/<str:key>/file/", views.original, name="document_file"),
    path("intake/<str:key>/untaken/", views.untaken, name="untaken"),
    path("intake/<str:key>/draft/<str:draft>/", views.draft, name="draft"),
    path("intake/<str:key>/columns/", sheets.columns, name="columns"),
    path("intake/<str:key>/preview/", opening.preview, name="preview"),
    path("intake/<str:key>/table/", opening.table, name="document_table"),
]
