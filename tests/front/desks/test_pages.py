"""每张桌子的页都打得开，人人看得到自己的。Every page of the desks opens, for whoever may see it."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.front.desks.conftest import Door

pytestmark = pytest.mark.django_db
EVERYBODY = ("chen", "lin", "tan", "li", "gong")
PAGES = (
    "/",
    "/book/",
    "/book/?light=warn&sort=-due&group=lead",
    "/book/?group=topic&page=2",
    "/board/",
    "/board/?measure=生态造林面积",
)
ACTS = (
    ("chen", "forest", "return"),
    ("chen", "forest", "amend"),
    ("chen", "forest", "reverse"),
    ("chen", "forest", "reassign"),
    ("chen", "forest", "extend"),
    ("chen", "forest", "cancel"),
    ("chen", "carried", "bring_forward"),
    ("chen", "closed", "reopen"),
    ("chen", "delivered", "close"),
    ("lin", "forest", "report"),
    ("lin", "forest", "unchanged"),
    ("lin", "forest", "submit"),
    ("lin", "forest", "accept"),
    ("lin", "forest", "decline"),
    ("tan", "forest", "verify"),
    ("tan", "delivered", "verify"),
    ("li", "forest", "waive"),
    ("chen", "forest", "assign"),
)
PAPERS = (("closed", "slip", 7), ("waived", "slip", 8), ("forest", "order", 2), ("forest", "sheet", 5))


def text(page: bytes) -> str:
    return re.sub(r"<[^>]+>", " ", page.decode())


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("address", PAGES)
def test_a_page_opens_for_everybody(door: Door, who: str, address: str) -> None:
    answer = door(who).get(address)
    assert answer.status_code == 200
    assert "None" not in text(answer.content)


@pytest.mark.parametrize("name", ["forest", "closed", "waived", "parking", "delivered", "behalf", "carried"])
@pytest.mark.parametrize("who", ["chen", "tan", "li"])
def test_an_account_opens(door: Door, day: dict[str, str], who: str, name: str) -> None:
    answer = door(who).get(f"/entry/{day[name]}/")
    assert answer.status_code == 200
    assert "None" not in text(answer.content)


@pytest.mark.parametrize(("who", "name", "act"), ACTS)
def test_an_act_has_its_page(door: Door, day: dict[str, str], who: str, name: str, act: str) -> None:
    answer = door(who).get(f"/entry/{day[name]}/{act}/")
    assert answer.status_code == 200
    assert 'name="expected"' in answer.content.decode()


@pytest.mark.parametrize(("name", "kind", "version"), PAPERS)
def test_a_paper_prints_and_downloads(door: Door, day: dict[str, str], name: str, kind: str, version: int) -> None:
    address = f"/papers/{day[name]}/{kind}/{version}/"
    assert door("chen").get(address).status_code == 200
    download = door("chen").get(f"{address}docx/")
    assert download.content.startswith(b"PK")
    assert "attachment" in download["Content-Disposition"]


@pytest.mark.parametrize("address", ["", "report/", "evidence/4/0/", "nonsense/"])
def test_what_a_unit_may_not_see_is_not_there(door: Door, day: dict[str, str], address: str) -> None:
    """北河镇 is a co-unit of the forest; the account of the finance bureau is none of its business."""
    stranger = door("bei")
    assert stranger.get(f"/entry/{day['carried']}/{address}").status_code == 404
    assert stranger.get(f"/papers/{day['carried']}/order/3/").status_code == 404


def test_what_does_not_exist_is_not_there_either(door: Door, day: dict[str, str]) -> None:
    clerk = door("chen")
    assert clerk.get("/entry/nosuchentry/").status_code == 404
    assert clerk.get(f"/papers/{day['forest']}/slip/2/").status_code == 404
    assert clerk.get(f"/papers/{day['forest']}/order/99/").status_code == 404
    assert clerk.get(f"/entry/{day['forest']}/evidence/1/0/").status_code == 404


def test_nothing_opens_without_logging_in(day: dict[str, str]) -> None:
    for address in ("/", "/book/", "/board/", f"/entry/{day['forest']}/", f"/papers/{day['closed']}/slip/7/"):
        answer = Client().get(address)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/login/")


def test_english_in_one_click(door: Door, day: dict[str, str]) -> None:
    clerk = door("chen")
    clerk.post("/language/", {"language": "en", "next": "/"})
    for address in ("/", "/book/", "/board/", f"/entry/{day['forest']}/"):
        shown = text(clerk.get(address).content)
        assert "Waiting for me" in shown or "The book" in shown or "Verified" in shown or "at a glance" in shown


def test_evidence_is_handed_over_as_a_download(door: Door, day: dict[str, str]) -> None:
    answer = door("tan").get(f"/entry/{day['forest']}/evidence/4/0/")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert b"".join(answer) == "2.75万亩进度表.pdf".encode()  # type: ignore[arg-type]


def test_the_seal_stands_only_on_closed_accounts(door: Door, day: dict[str, str]) -> None:
    assert "seal-sm" in door("chen").get(f"/entry/{day['closed']}/").content.decode()
    assert "seal-sm" not in door("chen").get(f"/entry/{day['forest']}/").content.decode()


def test_a_desk_shows_seven_matters_at_most(door: Door) -> None:
    for who in EVERYBODY:
        page = door(who).get("/").content.decode()
        assert page.count('<div class="act">') <= 7


def test_a_reversed_posting_is_struck_not_gone(door: Door, day: dict[str, str]) -> None:
    page = door("lin").get(f"/entry/{day['forest']}/").content.decode()
    assert 'class="c undone"' in page
    assert "一个小班与去年补植重复" in page


def test_the_public_reads_what_was_kept_but_no_names_and_no_files(door: Door, day: dict[str, str]) -> None:
    reader = door("gong")
    page = reader.get(f"/entry/{day['closed']}/")
    assert page.status_code == 200
    shown = page.content.decode()
    assert "核实认定" in shown
    for hidden in ("tan某", "cai某", "chen某", "进度表.pdf", "/papers/"):
        assert hidden not in shown, hidden
    assert reader.get(f"/entry/{day['closed']}/evidence/4/0/").status_code == 404
    assert reader.get(f"/papers/{day['closed']}/slip/7/").status_code == 404
    assert reader.get(f"/entry/{day['forest']}/").status_code == 404
    sheet = reader.get(f"/entry/{day['closed']}/?as=xlsx")
    assert sheet.status_code == 200
