"""出错的整页：出了什么、您的东西在不在、接下来按哪里（样式 §5）。Errors: what happened, what is safe, what to do."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest

LOG: Final = logging.getLogger("taizhang.web")
Act = tuple[str, str]


def plain_page(title: str, lines: Sequence[str], acts: Sequence[Act], *, status: int, number: str = "") -> HttpResponse:
    """A page that asks neither the database nor the session, so that it stands when they fail."""
    context = {
        "html_lang": "en" if get_language() == "en" else "zh-CN",
        "county": settings.TAIZHANG["county"],
        "title": title,
        "lines": lines,
        "acts": acts,
        "number": number,
    }
    return HttpResponse(render_to_string("plain.html", context), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    lines = [
        _("送来的内容不完整，或者太大，没有收下，也没有记账。"),
        _("请返回上一页，您填的多半还在；改小一些再交一次。"),
    ]
    return plain_page(_("这次请求读不懂"), lines, [_home()], status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    lines = [
        _("这件事要别的岗位来办，或者这笔账不归您的单位。没有记账。"),
        _office_says(_("若您认为应当能办，请与督查室联系")),
    ]
    return plain_page(_("您不能办这件事"), lines, [_home()], status=403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    lines = [_("从交办单点进来的，请核对单号；从收藏点进来的，地址可能已经变了。")]
    return plain_page(_("没有这一页，或者您无权看"), lines, [_home()], status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Prints a number that stands beside the traceback in the log."""
    number = f"E-{secrets.token_hex(3).upper()}"
    LOG.error("%s %s %s", number, request.method, request.path)
    lines = [_("程序出错，这次没有记账。"), _office_says(_("请把编号告诉督查室")), _("刚才填的可再交一次。")]
    return plain_page(_("程序出错了"), lines, [_home()], status=500, number=number)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    lines = [
        _("页面开得太久，或者浏览器不收 Cookie，系统认不出这次提交是不是您本人。没有记账。"),
        _("请返回上一页，刷新后再交一次；填的字多，请先复制出来。"),
    ]
    return plain_page(_("这次提交没有收下"), lines, [_home()], status=403)


def locked_out(request: HttpRequest, credentials: dict[str, str] | None = None) -> HttpResponse:
    """The answer of django-axes after too many wrong passwords (等保二级: 登录失败处理)."""
    minutes = round(float(settings.AXES_COOLOFF_TIME) * 60)
    lines = [
        _("密码连错 %(times)s 次，这个用户名暂时不能登录，%(minutes)s 分钟后再试。")
        % {"times": settings.AXES_FAILURE_LIMIT, "minutes": minutes},
        _office_says(_("忘记密码，请督查室重置")),
    ]
    return plain_page(_("登录暂停"), lines, [(reverse("login"), _("回到登录"))], status=429)


def _home() -> Act:
    return "/", _("回工作台")


def _office_says(words: str) -> str:
    phone = settings.TAIZHANG.get("phone", "")
    return (
        _("%(words)s，电话 %(phone)s。") % {"words": words, "phone": phone}
        if phone
        else _("%(words)s。") % {"words": words}
    )
