"""进出的地址。Addresses of coming and going."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import path

from taizhang.web.desks.session import views

urlpatterns = [
    path("login/", views.LogIn.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("me/", views.me, name="me"),
    path("me/password/", views.ChangePassword.as_view(), name="password"),
    path("language/", views.language, name="language"),
]
