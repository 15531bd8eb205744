"""登记：谁在哪个单位、担什么角色。The registry: who belongs where and holds which role, each change a posting."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from importlib.resources import files

from django.contrib.auth.hashers import make_password
from django.db.models import Q

from taizhang.books import load, profiles
from taizhang.ledger import registry as r
from taizhang.ledger.posting import By, Posting
from taizhang.ledger.requests import Actor
from taizhang.store import journal, persons
from taizhang.store.models import Role, Unit, User

SYSTEM = Actor("system", "", frozenset({"admin"}))
"""Who records what no person decided: setting up, seals at night."""


class RegistryRefused(Exception):
    """The registry does not take this; ``code`` and ``params`` name why."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def record(stream: str, fact: r.RegistryFact, *, by: Actor, at: datetime, effective: date | None = None) -> int:
    """Append one registry fact to its stream; the number of its record."""
    with journal.writing():
        version = journal.versions([stream]).get(stream, 0)
        posting = Posting(stream, version + 1, fact, By(by.user, by.unit), at, effective or at.date())
        return journal.append([posting], {stream: version})[0].number


def name_unit(fact: r.UnitNamed, *, by: Actor, at: datetime, effective: date | None = None) -> None:
    """Enter a unit, or change its name, place or end.

    Raises:
        RegistryRefused: ``unit.parent`` (no such parent), ``unit.circle`` (it would stand below itself).
    """
    with journal.writing():
        if fact.parent and not Unit.objects.filter(code=fact.parent).exists():
            raise RegistryRefused("unit.parent", unit=fact.code, parent=fact.parent)
        if fact.parent in below(fact.code):
            raise RegistryRefused("unit.circle", unit=fact.code, parent=fact.parent)
        record(f"unit:{fact.code}", fact, by=by, at=at, effective=effective)


def enrol(
    *, username: str, name: str, unit: str, post: str = "", password: str | None, by: Actor, at: datetime
) -> User:
    """Make a log-in and post the person to a unit. The name is kept beside the journal, never in it.

    Raises:
        RegistryRefused: ``user.taken``, ``user.unit`` (no such unit).
    """
    with journal.writing():
        if User.objects.filter(Q(username=username) | Q(code=username)).exists():
            raise RegistryRefused("user.taken", username=username)
        if unit and not Unit.objects.filter(code=unit).exists():
            raise RegistryRefused("user.unit", unit=unit)
        user = User.objects.create_user(username, password, name=name, unit_id=unit or None, post=post)
        person = persons.keep(name, at=at) if name else ""
        fact = r.UserPosted(user.code, unit, post, person)
        record(f"user:{user.code}", fact, by=by, at=at)
        return user


def share_password(usernames: Iterable[str], password: str) -> None:
    """Give several log-ins one password, hashed once (a demonstration has a score of them)."""
    User.objects.filter(username__in=list(usernames)).update(password=make_password(password))


def grant(user: str, role: str, *, since: date, until: date | None = None, by: Actor, at: datetime) -> None:
    """Give a role from a day on; giving one that is held changes nothing."""
    with journal.writing():
        if role not in roles(user, since):
            record(f"user:{user}", r.RoleGranted(user, role, since, until), by=by, at=at, effective=since)


def end_role(user: str, role: str, *, until: date, by: Actor, at: datetime) -> None:
    """The last day of a role.

    Raises:
        RegistryRefused: ``role.not_held``.
    """
    with journal.writing():
        if not Role.objects.filter(user__code=user, role=role, until=None).exists():
            raise RegistryRefused("role.not_held", user=user, role=role)
        record(f"user:{user}", r.RoleEnded(user, role, until), by=by, at=at)


def close_user(user: str, *, by: Actor, at: datetime) -> None:
    """Close a log-in; what the person recorded stays."""
    with journal.writing():
        row = User.objects.get(code=user)
        fact = r.UserPosted(user, row.unit_id or "", row.post, "", active=False)
        record(f"user:{user}", fact, by=by, at=at)


def adopt_books(*, by: Actor, at: datetime) -> list[str]:
    """Record the books whose text is not the one last adopted; the names of those recorded."""
    adopted = []
    with journal.writing():
        for book in load().values():
            stream = f"book:{book.name}"
            fact = r.BookAdopted(book.name, book.edition, _book_digest(book.name))
            standing = journal.load(stream)
            if not standing or standing[-1].fact != fact:
                record(stream, fact, by=by, at=at)
                adopted.append(book.name)
    return adopted


def adopt_profiles(*, by: Actor, at: datetime) -> list[str]:
    """Record the profiles of clocks whose text is not the one last adopted; the names of those recorded."""
    adopted = []
    with journal.writing():
        for profile in profiles().values():
            stream = f"profile:{profile.name}"
            fact = r.ProfileAdopted(profile.name, hashlib.sha256(profile.text.encode()).hexdigest())
            standing = journal.load(stream)
            if not standing or standing[-1].fact != fact:
                record(stream, fact, by=by, at=at)
                adopted.append(profile.name)
    return adopted


def _book_digest(name: str) -> str:
    return hashlib.sha256((files("taizhang.books") / f"{name}.yaml").read_bytes()).hexdigest()


def roles(user: str, on: date) -> frozenset[str]:
    """The roles a person holds on a day."""
    held = Role.objects.filter(Q(until=None) | Q(until__gte=on), user__code=user, since__lte=on)
    return frozenset(held.values_list("role", flat=True))


def actor(user: User, on: date) -> Actor:
    """The log-in as the ledger knows it."""
    return Actor(user.code, user.unit_id or "", roles(user.code, on))


def actor_named(code: str, on: date) -> Actor:
    """The same by user code; raises ``User.DoesNotExist``."""
    return actor(User.objects.get(code=code), on)


def below(code: str) -> frozenset[str]:
    """A unit and every unit under it."""
    under: dict[str, list[str]] = {}
    for child, parent in Unit.objects.filter(parent__isnull=False).values_list("code", "parent_id"):
        under.setdefault(parent or "", []).append(child)
    found, waiting = set[str](), [code]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += under.get(one, [])
    return frozenset(found)


def unit_names() -> list[tuple[str, str, str]]:
    """Code, name and short name of every unit that stands now and may answer for an entry."""
    rows = Unit.objects.filter(until=None).exclude(kind__in=["leader", "team", "public"])
    return list(rows.values_list("code", "name", "short"))


def townships() -> list[str]:
    """The codes of all townships that stand now, in their order."""
    return list(Unit.objects.filter(until=None, kind="township").values_list("code", flat=True))


def leader_names() -> list[tuple[str, str]]:
    """Code and name of every leader who may follow entries."""
    return list(Unit.objects.filter(until=None, kind="leader").values_list("code", "short"))


def unknown(codes: Iterable[str]) -> list[str]:
    """Which of these codes name no unit."""
    wanted = [code for code in dict.fromkeys(codes) if code]
    known = set(Unit.objects.filter(code__in=wanted).values_list("code", flat=True))
    return [code for code in wanted if code not in known]


def first(*, username: str, password: str, office: str, at: datetime) -> User:
    """The first log-in of a new installation: the supervision office's clerk, who is the administrator too.

    Raises:
        RegistryRefused: ``user.taken``.
    """
    with journal.writing():
        unit = Unit.objects.filter(kind="office").values_list("code", flat=True).first() or "office"
        if unknown([unit]):
            name_unit(r.UnitNamed(unit, office, office, "office"), by=SYSTEM, at=at)
        user = enrol(username=username, name="", unit=unit, password=password, by=SYSTEM, at=at)
        for role in ("office", "admin"):
            grant(user.code, role, since=at.date(), by=SYSTEM, at=at)
        return user


def users_in_use() -> int:
    """How many log-ins there are; nought means the installation is new."""
    return User.objects.count()
