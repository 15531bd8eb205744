"""台账的地址。Addresses of the book."""

from __future__ import annotations

from django.urls import path

from taizhang.web.desks.book import bulk, new, views

urlpatterns = [
    path("book/", views.book, name="book"),
    path("book/new/", new.new, name="book-new"),
    path("book/assign/", bulk.assign, name="book-assign"),
]
