"""登记：单位、人、岗位角色。The registry: units, people who log in, the roles they hold from day to day."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

UNIT_KINDS = [
    ("county", _("县")),
    ("office", _("督查室")),
    ("department", _("县直部门")),
    ("township", _("乡镇（街道）")),
    ("zone", _("开发区")),
    ("team", _("督导组")),
    ("leader", _("县领导")),
    ("force", _("工作专班")),
    ("public", _("公众")),
]
ROLES = [
    ("office", _("督查室")),
    ("handler", _("责任单位承办人")),
    ("team", _("督导组")),
    ("leader", _("县领导")),
    ("reader", _("公众")),
    ("admin", _("系统管理员")),
]


class Unit(models.Model):
    """A place in the organisation tree. Its ``code`` is what postings name; a projection of ``unit:`` streams."""

    code = models.CharField(max_length=40, primary_key=True)
    name = models.CharField(max_length=120)
    short = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=UNIT_KINDS)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    order = models.IntegerField(default=0)
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["order", "code"]

    def __str__(self) -> str:
        return self.short or self.name


class UserManager(BaseUserManager["User"]):
    """Makes users; a posting about them is written by ``store.registry``, not here."""

    def create_user(self, username: str, password: str | None = None, **more: Any) -> User:
        user = self.model(username=self.model.normalize_username(username), **more)
        user.code = user.code or user.username
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who logs in. ``code`` stands in postings and never changes; the name may be erased."""

    username = models.CharField(_("用户名"), max_length=60, unique=True)
    code = models.CharField(max_length=60, unique=True)
    name = models.CharField(_("姓名"), max_length=60, blank=True)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="users")
    post = models.CharField(_("职务"), max_length=60, blank=True)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return self.name or self.username


class Role(models.Model):
    """A role held from ``since`` to ``until`` (both included; open when null); a projection of ``user:`` streams."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=12, choices=ROLES)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["user_id", "role", "since"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "role", "since"], name="role_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}:{self.role}"
