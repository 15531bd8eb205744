"""外框：政策头、登录、语言、桌子、出错的页。The frame: policy header, log-in, language, desks, errors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings

from taizhang.store import clock, feedback, registry
from taizhang.store.models import FeedbackRow
from taizhang.web.security import POLICY
from tests.front.conftest import PASSWORD

pytestmark = pytest.mark.django_db
OPEN_PAGES = ["/login/", "/help/", "/help/components/", "/feedback/"]
OWN_PAGES = ["/me/", "/me/password/", "/more/"]


@pytest.mark.parametrize("path", [*OPEN_PAGES, "/no-such-page/", "/healthz"])
def test_every_answer_carries_the_policy(client: Client, path: str) -> None:
    header = client.get(path).headers["Content-Security-Policy"]
    assert header == POLICY
    assert "unsafe" not in header
    assert "default-src 'none'" in header


def test_pages_stay_out_of_shared_caches(client: Client) -> None:
    assert "private" in client.get("/feedback/").headers["Cache-Control"]


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_open_pages_need_no_log_in(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", OWN_PAGES)
def test_other_pages_send_strangers_to_the_log_in(client: Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer["Location"]) == (302, f"/login/?next={path}")


@pytest.mark.parametrize("path", [*OPEN_PAGES[1:], *OWN_PAGES])
def test_pages_stand_for_a_person_and_on_an_empty_journal(desk: Client, path: str) -> None:
    page = desk.get(path).content.decode()
    assert "贺文静" in page
    assert "县委督查室" in page
    assert "投诉建议" in page


def test_logging_in_with_a_password(client: Client, hewj: Any) -> None:
    answer = client.post("/login/", {"username": "hewj", "password": PASSWORD})
    assert answer.status_code == 302
    assert client.get("/me/").status_code == 200


def test_a_wrong_password_does_not_say_which_was_wrong(client: Client, hewj: Any) -> None:
    page = client.post("/login/", {"username": "hewj", "password": "wrong"}).content.decode()
    assert "用户名或密码不对" in page


def test_five_wrong_passwords_lock_the_name_out(client: Client, hewj: Any) -> None:
    for _try in range(settings.AXES_FAILURE_LIMIT):
        last = client.post("/login/", {"username": "hewj", "password": "wrong"})
    assert last.status_code == 429
    assert "30 分钟后再试" in last.content.decode()
    assert client.post("/login/", {"username": "hewj", "password": PASSWORD}).status_code == 429


def test_logging_out_takes_a_post(desk: Client) -> None:
    assert desk.get("/logout/").status_code == 405
    assert desk.post("/logout/").status_code == 302
    assert desk.get("/me/").status_code == 302


def test_changing_the_password_ends_other_sessions(desk: Client, hewj: Any) -> None:
    other = Client()
    other.force_login(hewj, backend="django.contrib.auth.backends.ModelBackend")
    new = {"old_password": PASSWORD, "new_password1": "qiu-hou-suan-zhang-9", "new_password2": "qiu-hou-suan-zhang-9"}
    assert "密码改好了" in desk.post("/me/password/", new, follow=True).content.decode()
    assert other.get("/me/").status_code == 302


def test_a_short_password_is_refused_beside_its_field(desk: Client) -> None:
    new = {"old_password": PASSWORD, "new_password1": "short", "new_password2": "short"}
    page = desk.post("/me/password/", new).content.decode()
    assert 'aria-invalid="true"' in page
    assert "处要改，改好再交" in page


def test_the_language_switch_is_a_form_and_is_remembered(client: Client) -> None:
    assert client.get("/language/").status_code == 405
    answer = client.post("/language/", {"language": "en", "next": "/help/"})
    assert answer["Location"] == "/help/"
    page = client.get("/help/").content.decode()
    assert '<html lang="en">' in page
    assert "The four steps of an account" in page
    client.post("/language/", {"language": "zh-hans", "next": "/help/"})
    assert '<html lang="zh-CN">' in client.get("/help/").content.decode()


def test_the_language_switch_leads_nowhere_else(client: Client) -> None:
    answer = client.post("/language/", {"language": "en", "next": "https://elsewhere.example/"})
    assert "elsewhere" not in answer["Location"]


def test_a_missing_page_says_what_to_do(client: Client) -> None:
    answer = client.get("/no-such-page/")
    assert answer.status_code == 404
    assert "没有这一页，或者您无权看" in answer.content.decode()


@pytest.mark.parametrize(
    ("how", "says"), [("400", "这次请求读不懂"), ("403", "您不能办这件事"), ("500", "这次没有记账")]
)
@override_settings(ROOT_URLCONF="tests.front.breaking_urls")
def test_error_pages_say_what_happened(how: str, says: str) -> None:
    answer = Client(raise_request_exception=False).get(f"/fail/{how}/")
    assert answer.status_code == int(how)
    assert says in answer.content.decode()


@override_settings(ROOT_URLCONF="tests.front.breaking_urls")
def test_the_number_of_a_failure_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    page = Client(raise_request_exception=False).get("/fail/500/").content.decode()
    number = page.split('class="mono">')[1][:8]
    assert number.startswith("E-")
    assert number in caplog.text


def test_a_page_open_too_long_is_told_so() -> None:
    answer = Client(enforce_csrf_checks=True).post("/login/", {"username": "x", "password": "y"})
    assert answer.status_code == 403
    assert "这次提交没有收下" in answer.content.decode()


def test_feedback_is_kept_at_once_and_thanked_for(client: Client) -> None:
    sent = {"words": "同一个数要报三遍", "contact": "电话在门口", "page": "/book/"}
    assert "收到了" in client.post("/feedback/", sent, follow=True).content.decode()
    (kept,) = feedback.waiting()
    assert (kept.words, kept.page, kept.user, kept.contact) == ("同一个数要报三遍", "/book/", "", "电话在门口")
    assert not FeedbackRow.objects.filter(contact__contains="电话").exists()


def test_the_office_answers_what_is_in_the_box(desk: Client) -> None:
    registry.grant("hewj", "office", since=clock.today(), by=registry.SYSTEM, at=clock.now())
    desk.post("/feedback/", {"words": "表太多", "page": ""})
    assert "表太多" in desk.get("/feedback/box/").content.decode()
    (kept,) = feedback.waiting()
    desk.post("/feedback/box/", {"id": kept.id, "answer": "合并了两张"})
    assert list(feedback.waiting()) == []


def test_nobody_else_reads_the_box(client: Client) -> None:
    assert client.get("/feedback/box/").status_code == 302


def test_empty_feedback_is_refused_with_what_to_do(client: Client) -> None:
    assert "请写几个字再交" in client.post("/feedback/", {"words": ""}).content.decode()


def test_a_full_box_refuses_and_keeps_the_text(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedback, "FULL", 0)
    page = client.post("/feedback/", {"words": "很重要的话"}).content.decode()
    assert "意见箱满了" in page
    assert "很重要的话" in page


def test_demonstration_users_stand_only_on_a_demonstration(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    assert "演示账号" not in client.get("/login/").content.decode()
    users = {"password": "p", "accounts": [{"who": "经办", "username": "hewj", "does": "收文"}]}
    (tmp_path / "demo.json").write_text(json.dumps(users), "utf-8")
    assert "演示账号" in client.get("/login/").content.decode()


def bar(page: str) -> str:
    return page.split('aria-label="主导航"')[1].split("</nav>")[0] if "主导航" in page else ""


def test_the_intake_stands_in_the_bar_of_the_office_alone(desk: Client, hewj: Any) -> None:
    from taizhang.store import clock
    from taizhang.store.models import Role

    assert "收文" not in bar(desk.get("/help/").content.decode())
    Role.objects.create(user=hewj, role="office", since=clock.today())
    page = desk.get("/help/").content.decode()
    assert "收文" in bar(page)
    assert "收文" in page.split('aria-label="底部导航"')[1]


def test_the_desk_one_sits_at_is_marked(desk: Client, hewj: Any) -> None:
    from taizhang.store import clock
    from taizhang.store.models import Role

    Role.objects.create(user=hewj, role="office", since=clock.today())
    shown = bar(desk.get("/intake/").content.decode())
    assert '<a href="/intake/" aria-current="page">收文' in shown


def test_a_stranger_has_no_desks(client: Client) -> None:
    page = client.get("/help/").content.decode()
    assert bar(page) == ""
    assert "底部导航" not in page
