"""登记簿跟着流水走。The registry's rows follow its postings."""

from __future__ import annotations

from functools import singledispatch

from taizhang.ledger import registry as r
from taizhang.ledger.posting import Posting
from taizhang.store.models import Role, Unit, User


def take(posting: Posting) -> None:
    """Bring the registry's rows up to one posting; kinds without rows (seals, books) change nothing."""
    _take(posting.fact)


@singledispatch
def _take(fact: object) -> None:
    return None


@_take.register
def _(fact: r.UnitNamed) -> None:
    Unit.objects.update_or_create(
        code=fact.code,
        defaults={
            "name": fact.name,
            "short": fact.short,
            "kind": fact.kind,
            "parent_id": fact.parent or None,
            "order": fact.order,
            "until": fact.until,
        },
    )


@_take.register
def _(fact: r.UserPosted) -> None:
    """A user the table does not know (a rebuild elsewhere) is made without a name and cannot log in."""
    posted = {"unit_id": fact.unit or None, "post": fact.post, "is_active": fact.active}
    if not User.objects.filter(code=fact.user).update(**posted):
        User.objects.create_user(fact.user, None, code=fact.user, **posted)


@_take.register
def _(fact: r.RoleGranted) -> None:
    user = User.objects.get(code=fact.user)
    Role.objects.update_or_create(user=user, role=fact.role, since=fact.since, defaults={"until": fact.until})


@_take.register
def _(fact: r.RoleEnded) -> None:
    Role.objects.filter(user__code=fact.user, role=fact.role, until=None).update(until=fact.until)
