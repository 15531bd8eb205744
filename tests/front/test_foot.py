"""页脚和摊开的账：账上有什么，就说什么。The foot line and the open book say what stands on the books, no more."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.template import RequestContext, Template
from django.test import Client, RequestFactory

from taizhang.ledger.quantity import parse
from taizhang.ledger.requests import Actor
from taizhang.operations.seal import seal
from taizhang.queries.published import PublishedLine
from taizhang.store import clock
from taizhang.web.desks.session import opened as book
from taizhang.web.desks.session import views

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 9, 18, 9, 12, tzinfo=clock.ZONE)


def test_an_empty_journal_shows_the_book_date_alone(client: Client) -> None:
    with clock.stopped(NOW):
        page = client.get("/help/").content.decode()
    assert "账面日期 2026年9月18日" in page
    assert "流水第" not in page
    assert "最近封账" not in page


def test_a_seal_is_told_with_number_and_head(client: Client) -> None:
    with clock.stopped(NOW):
        seal(by=Actor(user="hewj", unit="dcs", roles=frozenset({"office"})), at=NOW)
        page = client.get("/help/").content.decode()
    assert "最近封账 9月18日 9:12" in page
    assert "流水第 1 号" in page
    assert "头摘要" in page


def test_an_error_page_asks_the_database_nothing() -> None:
    from taizhang.web.errors import broken

    assert "头摘要" not in broken(RequestFactory().get("/")).content.decode()


def test_published_accounts_lie_open_on_the_log_in_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    done = PublishedLine(
        number="26-0116",
        title="申报专项债券项目",
        lead="县发改局",
        target=parse("9", "个"),
        verified=parse("9", "个"),
        closed=date(2026, 9, 17),
        certificate="",
        digest="0" * 60 + "e1a7",
    )
    monkeypatch.setattr(book, "published", lambda limit: (done, done))
    with clock.stopped(NOW):
        page = client.get("/login/").content.decode()
    assert "最近销账并公开的 2 笔，截至 2026年9月18日" in page
    assert page.count("…e1a7") == 3
    assert "销号章，2026.09.17" in page
    assert views.LogIn.redirect_authenticated_user


def test_a_row_of_queries_is_drawn_as_a_bar() -> None:
    class Row:
        target, claimed, verified, planned = parse("10.3", "万亩"), parse("6.42", "万亩"), None, None
        places = 2

    context = RequestContext(RequestFactory().get("/"), {"row": Row()})
    assert "目标 10.30 万亩，已核 0.00，已报 6.42" in Template("{% balance row %}").render(context)
