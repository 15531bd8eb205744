"""一件件办：记上的、不让记的、两人同记的。Acts through the door: recorded, refused, in conflict."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from taizhang.queries.accounts import accounts
from tests.front.desks.conftest import Door

pytestmark = pytest.mark.django_db


def version(entry: str) -> int:
    return accounts([entry])[entry].entry.version


def kinds(entry: str) -> list[str]:
    return [r.posting.kind for r in accounts([entry])[entry].postings]


def scan(name: str = "上报表.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"%PDF-1.4 signed", "application/pdf")


def said(answer: object) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))  # type: ignore[attr-defined]


def post(client: Client, entry: str, act: str, **fields: object):  # type: ignore[no-untyped-def]
    return client.post(f"/entry/{entry}/{act}/", {"expected": version(entry), **fields})


def opened(clerk: Client) -> str:
    """A new account by hand, as a clerk fills the form."""
    form = {
        "book": "task",
        "title": "建成高标准农田 3.2 万亩",
        "kind": "amount",
        "bound": "ge",
        "amount": "3.2",
        "unit": "万亩",
        "measure": "高标准农田",
        "lead_unit": "lyj",
        "co_units": ["czj"],
        "leader": "leader1",
        "due": "2026-12",
        "stone0_due": "2026-10",
        "stone0_title": "过半",
        "stone0_amount": "1.6",
    }
    answer = clerk.post("/book/new/", form)
    assert answer.status_code == 302, said(answer)
    return str(answer["Location"]).split("/")[2]


def test_an_account_goes_from_opening_to_closing(door: Door) -> None:
    clerk, unit, team = door("chen"), door("lin"), door("tan")
    entry = opened(clerk)
    for client, act, fields in (
        (clerk, "assign", {"note": "请抓紧"}),
        (unit, "accept", {}),
        (unit, "unchanged", {}),
        (unit, "report", {"cumulative": "1.5", "unit": "万亩", "file": scan("测绘图.pdf")}),
        (unit, "report", {"cumulative": "32000", "unit": "亩", "link": "https://example.org/map"}),
        (unit, "submit", {"statement": "全部建成"}),
        (team, "verify", {"found": "3.2", "unit": "万亩", "methods": ["现场丈量"], "rest": "open", "second": "段某"}),
        (clerk, "close", {"grade": "优秀"}),
    ):
        answer = post(client, entry, act, **fields)
        assert answer.status_code == 302, (act, said(answer))
    assert kinds(entry)[-1] == "Closed"
    assert "销号证明" in said(clerk.get(f"/papers/{entry}/slip/{version(entry)}/"))
    assert "双人规则：已执行" in said(clerk.get(f"/papers/{entry}/slip/{version(entry)}/"))


def test_a_smaller_total_is_refused_and_what_was_typed_stays(door: Door, day: dict[str, str]) -> None:
    answer = post(door("lin"), day["forest"], "report", cumulative="6.10", unit="万亩", file=scan())
    assert answer.status_code == 422
    assert "比上次的 6.42 万亩 少" in said(answer)
    assert 'value="6.10"' in answer.content.decode()
    assert "上报表.pdf" in said(answer), "the file is kept, it need not be sent again"
    kept = re.search(r'name="kept" value="([^"]+)"', answer.content.decode())
    assert kept is not None
    again = post(door("lin"), day["forest"], "report", cumulative="6.5", unit="万亩", kept=kept[1])
    assert again.status_code == 302
    assert accounts([day["forest"]])[day["forest"]].last.posting.evidence[0].title == "上报表.pdf"


def test_a_report_needs_evidence(door: Door, day: dict[str, str]) -> None:
    answer = post(door("lin"), day["forest"], "report", cumulative="6.5", unit="万亩")
    assert answer.status_code == 422
    assert "请附佐证" in said(answer)


def test_an_unreadable_figure_says_what_to_type(door: Door, day: dict[str, str]) -> None:
    answer = post(door("lin"), day["forest"], "report", cumulative="约六", unit="万亩", link="https://example.org")
    assert answer.status_code == 422
    assert "不是一个数" in said(answer)


def test_who_reports_may_not_verify(door: Door, day: dict[str, str]) -> None:
    for who in ("lin", "chen"):
        answer = post(door(who), day["forest"], "verify", found="0.1", unit="万亩", methods=["查阅资料"], rest="open")
        assert answer.status_code == 422
        assert "督导组来办" in said(answer)
    page = door("lin").get(f"/entry/{day['forest']}/").content.decode()
    assert re.search(r"<button[^>]*disabled>核账</button>", page), "a forbidden act stays in sight"


def test_no_closing_before_the_verified_amount_covers(door: Door, day: dict[str, str]) -> None:
    answer = post(door("chen"), day["delivered"], "close")
    assert answer.status_code == 422
    assert "还不能销账" in said(answer)


def test_the_office_records_for_a_unit_only_with_the_signed_paper(door: Door, day: dict[str, str]) -> None:
    clerk = door("chen")
    fields = {"behalf": "1", "cumulative": "6.5", "unit": "万亩", "person": "局长"}
    bare = post(clerk, day["forest"], "report", **fields)
    assert bare.status_code == 422
    done = post(clerk, day["forest"], "report", **fields, paper=scan())
    assert done.status_code == 302, said(done)
    last = accounts([day["forest"]])[day["forest"]].last.posting
    assert last.behalf is not None
    assert last.behalf.unit == "lyj"
    assert "局长" not in str(last), "a name of a person stands in no posting"
    assert "代林业局局长录" in said(clerk.get(f"/entry/{day['forest']}/")).replace(" ", "")


def test_a_leader_waives_and_the_office_closes(door: Door, day: dict[str, str]) -> None:
    leader, clerk = door("li"), door("chen")
    post(door("lin"), day["forest"], "submit")
    assert post(leader, day["forest"], "waive", reason="旱情").status_code == 302
    assert post(clerk, day["forest"], "close").status_code == 302
    assert "分管副县长批准：旱情" in said(clerk.get(f"/papers/{day['forest']}/slip/{version(day['forest'])}/"))


def test_the_rest_goes_back_with_its_reason_or_nothing_is_recorded(door: Door, day: dict[str, str]) -> None:
    entry, team = day["forest"], door("tan")
    some = {"found": "0.5", "unit": "万亩", "methods": ["现场丈量"], "rest": "return"}
    answer = post(team, entry, "verify", **some)
    assert answer.status_code == 422
    assert "要退回 0.12 万亩，请写原因" in said(answer)
    assert post(team, entry, "verify", **some, opinion="坡上未整地").status_code == 302
    assert kinds(entry)[-2:] == ["Verified", "Returned"]
    standing = accounts([entry])[entry].entry
    assert standing.claimed == standing.verified


def test_two_on_one_account_keep_what_was_typed(door: Door, day: dict[str, str]) -> None:
    entry, unit = day["forest"], door("lin")
    seen = version(entry)
    post(door("tan"), entry, "verify", found="0.1", unit="万亩", methods=["抽样比对"], rest="open")
    late = {"expected": seen, "cumulative": "6.55", "unit": "万亩", "note": "新栽两片", "file": scan("新.pdf")}
    answer = unit.post(f"/entry/{entry}/report/", late)
    assert answer.status_code == 409
    assert "您填的还在，没有存" in said(answer)
    assert "6.55" in said(answer)
    assert "核实认定" in said(answer)
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', answer.content.decode()))
    fields.pop("csrfmiddlewaretoken", None)
    assert unit.post(f"/entry/{entry}/report/", fields).status_code == 302
    last = accounts([entry])[entry].last.posting
    assert (last.kind, [e.title for e in last.evidence]) == ("Reported", ["新.pdf"])


def test_a_conflict_names_the_field_that_was_mended(door: Door, day: dict[str, str]) -> None:
    entry, seen = day["forest"], version(day["forest"])
    post(door("chen"), entry, "amend", field="standard", after="验收合格", reason="与原文一致")
    assert "更正 完成标准" in said(door("chen").get(f"/entry/{entry}/"))
    late = {"expected": seen, "cumulative": "6.55", "unit": "万亩", "link": "https://example.cn/1"}
    assert "更正 完成标准" in said(door("lin").post(f"/entry/{entry}/report/", late))


@pytest.mark.parametrize("forged", ["999", "-1", "9" * 40])
def test_a_version_no_page_showed_is_a_conflict(door: Door, day: dict[str, str], forged: str) -> None:
    fields = {"expected": forged, "cumulative": "6.55", "unit": "万亩", "link": "https://example.cn/1"}
    before = kinds(day["forest"])
    answer = door("lin").post(f"/entry/{day['forest']}/report/", fields)
    assert answer.status_code == 409
    assert "6.55" in said(answer)
    assert kinds(day["forest"]) == before


def test_one_click_says_no_change(door: Door, day: dict[str, str]) -> None:
    home = door("bei").get("/").content.decode()
    found = re.search(r'action="(/entry/[^"]+/unchanged/)".*?name="expected" value="(\d+)"', home, re.S)
    assert found is not None
    assert door("bei").post(found[1], {"expected": found[2]}).status_code == 302


@pytest.mark.parametrize(
    ("act", "fields", "kind"),
    [
        ("amend", {"field": "title", "after": "完成造林 10.3 万亩", "reason": "与原文一致"}, "Amended"),
        ("reassign", {"role": "co_units", "several": ["bhz"], "reason": "财政不再配合"}, "Reassigned"),
        ("extend", {"after": "2026-12", "reason": "连续降雨", "approved_by": "leader1"}, "Extended"),
        ("reverse", {"version": "10", "reason": "多报"}, "Reversed"),
        ("cancel", {"approved_by": "leader1", "reason": "并入明年"}, "Cancelled"),
        ("return", {"reason": "佐证不全"}, "Returned"),
    ],
)
def test_the_office_mends(door: Door, day: dict[str, str], act: str, fields: dict[str, str], kind: str) -> None:
    if act == "reverse":
        post(door("chen"), day["parking"], act, version="4", reason="先冲核账")
        answer = post(door("chen"), day["parking"], act, **{**fields, "version": "4"})
        assert "已经冲正过" in said(answer) or answer.status_code == 422
        return
    answer = post(door("chen"), day["forest"], act, **fields)
    assert answer.status_code == 302, said(answer)
    assert kinds(day["forest"])[-1] == kind
    assert door("chen").get(f"/entry/{day['forest']}/").status_code == 200


def test_opening_by_hand_takes_in_the_opening_balance(door: Door) -> None:
    clerk = door("chen")
    form = {
        "book": "task",
        "title": "清淤河道 12 公里",
        "kind": "amount",
        "amount": "12",
        "unit": "公里",
        "measure": "河道清淤",
        "lead_unit": "bhz",
        "due": "2026-12-31",
        "start": "2026-01",
        "claimed": "8",
        "verified": "6",
        "as_of": "2026-06-30",
    }
    bare = clerk.post("/book/new/", form)
    assert bare.status_code == 422
    assert "期初要附佐证" in said(bare)
    done = clerk.post("/book/new/", {**form, "file": scan("半年台账.pdf")})
    entry = str(done["Location"]).split("/")[2]
    assert kinds(entry) == ["Opened", "BroughtForward"]


def test_one_filled_page_opens_one_account(door: Door) -> None:
    clerk = door("chen")
    page = clerk.get("/book/new/").content.decode()
    once = re.findall(r'name="once" value="([^"]+)"', page)
    form = {"book": "task", "title": "修渠 5 公里", "kind": "amount", "bound": "ge", "amount": "5", "unit": "公里"}
    form |= {"measure": "修渠", "lead_unit": "lyj", "due": "2026-12", "once": once[0]}
    first, second = clerk.post("/book/new/", form), clerk.post("/book/new/", form)
    assert first.status_code == 302, said(first)
    assert second["Location"] == first["Location"]
    other = clerk.post("/book/new/", {**form, "title": "修渠 6 公里"})
    assert other["Location"] != first["Location"], "what was changed after going back is another account"


def test_opening_says_every_place_to_mend(door: Door) -> None:
    answer = door("chen").post("/book/new/", {"book": "task", "kind": "amount", "stone1_title": "半程"})
    assert answer.status_code == 422
    for words in ("请填目标数", "节点要有日子"):
        assert words in said(answer)


def test_only_the_office_opens_by_hand(door: Door) -> None:
    assert door("lin").get("/book/new/").status_code == 403


def test_many_are_assigned_after_a_preview(door: Door) -> None:
    clerk = door("chen")
    rows = [opened(clerk), opened(clerk)]
    preview = clerk.post("/book/assign/", {"row": rows})
    assert "2 笔，发给 1 个单位" in said(preview)
    assert kinds(rows[0]) == ["Opened"], "a preview writes nothing"
    done = clerk.post("/book/assign/", {"row": rows, "version": ["1", "1"], "confirm": "1", "note": "按季报"})
    assert done.status_code == 302
    assert [kinds(row)[-1] for row in rows] == ["Assigned", "Assigned"]


@pytest.mark.parametrize("odd", ["²", "9" * 5000])
def test_an_odd_version_in_a_batch_is_no_error(door: Door, odd: str) -> None:
    clerk = door("chen")
    fresh = opened(clerk)
    assert clerk.post("/book/assign/", {"row": fresh, "version": odd, "confirm": "1"}).status_code in (302, 409)


def test_of_many_one_refused_stops_all(door: Door, day: dict[str, str]) -> None:
    clerk = door("chen")
    fresh = opened(clerk)
    answer = clerk.post("/book/assign/", {"row": [fresh, day["forest"]], "confirm": "1"})
    assert answer.status_code == 422
    assert "一笔也没有记" in said(answer)
    assert kinds(fresh) == ["Opened"]


def test_nothing_chosen_is_said_kindly(door: Door) -> None:
    answer = door("chen").post("/book/assign/", {}, follow=True)
    assert "还没有选账" in said(answer)


def test_a_file_too_large_is_refused_with_its_limit(door: Door, day: dict[str, str], settings: object) -> None:
    settings.TAIZHANG = {**settings.TAIZHANG, "upload_limit": 4}  # type: ignore[attr-defined]
    answer = post(door("lin"), day["forest"], "report", cumulative="6.5", unit="万亩", file=scan())
    assert answer.status_code == 422
    assert "没有收" in said(answer)


def test_a_leader_leads_no_account(door: Door, day: dict[str, str]) -> None:
    answer = post(door("chen"), day["forest"], "reassign", role="lead_unit", one="leader1", reason="换人")
    assert answer.status_code == 422
    assert "分管副县长不能做牵头单位" in said(answer)


def test_the_office_records_a_leaders_waiver_with_the_paper(door: Door, day: dict[str, str]) -> None:
    clerk = door("chen")
    fields = {"behalf": "1", "reason": "旱情，余下并入明年"}
    assert post(clerk, day["forest"], "waive", **fields).status_code == 422
    done = post(clerk, day["forest"], "waive", **fields, paper=scan("签批.pdf"))
    assert done.status_code == 302, said(done)
    assert kinds(day["forest"])[-1] == "Waived"
