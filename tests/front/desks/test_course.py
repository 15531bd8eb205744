"""一路上的事，一件件走门进去：办成的、不让办的、代录的。Acts on the way, through the door."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from taizhang.queries.accounts import accounts
from tests.front.desks.conftest import Door
from tests.front.desks.test_acts import kinds, opened, post, said, scan

pytestmark = pytest.mark.django_db


def done(client: Client, entry: str, act: str, kind: str, /, **fields: object) -> None:
    answer = post(client, entry, act, **fields)
    assert answer.status_code == 302, (act, said(answer))
    assert kinds(entry)[-1] == kind


def refused(client: Client, entry: str, act: str, why: str, /, **fields: object) -> None:
    before = kinds(entry)
    answer = post(client, entry, act, **fields)
    assert answer.status_code == 422
    assert why in said(answer)
    assert kinds(entry) == before


def page(client: Client, entry: str) -> str:
    answer = client.get(f"/entry/{entry}/")
    assert answer.status_code == 200
    return said(answer)


def standing(entry: str) -> Any:
    return accounts([entry])[entry].entry


def proposed() -> str:
    from tests.front import lives

    target = lives.amount("5", "个", "项目")
    return lives.opened("拟办的一件", target, "lyj", "2026-12", lives.moment(9, 1), proposed=True)


@pytest.mark.parametrize(
    ("act", "kind", "fields"), [("approve", "Approved", {}), ("refuse", "Refused", {"reason": "与省级工程重复"})]
)
def test_a_leader_decides_on_a_proposal(door: Door, act: str, kind: str, fields: dict[str, str]) -> None:
    entry, more = proposed(), {"reason": "与省级工程重复"} if act == "refuse" else {}
    refused(door("chen"), entry, act, "县领导来办", **more)
    done(door("li"), entry, act, kind, **fields)


def test_the_office_records_an_approval_with_the_signed_paper(door: Door) -> None:
    entry = proposed()
    assert post(door("chen"), entry, "approve", behalf="1", whom="leader1").status_code == 422
    done(door("chen"), entry, "approve", "Approved", behalf="1", whom="leader1", paper=scan("签批.pdf"))
    assert "副县长批准" in page(door("chen"), entry)


def test_a_co_unit_objects_then_takes_part(door: Door, day: dict[str, str]) -> None:
    entry = day["forest"]
    refused(door("lin"), entry, "confirm_duty", "配合单位来办")
    done(door("cai"), entry, "object_duty", "DutyObjected", reason="不归财政")
    done(door("cai"), entry, "confirm_duty", "DutyConfirmed")
    done(door("chen"), entry, "confirm_duty", "DutyConfirmed", behalf="1", whom="bhz", paper=scan())
    assert standing(entry).confirmed_units == {"czj", "bhz"}


def test_a_problem_has_its_owner_its_date_and_its_own_light(door: Door, day: dict[str, str]) -> None:
    entry, raised = day["forest"], {"words": "阴坡未整地", "owner": "czj"}
    refused(door("lin"), entry, "raise_problem", "不是一个日子", **raised, due="下周")
    done(door("lin"), entry, "raise_problem", "ProblemRaised", **raised, due="2026-09-10")
    shown = door("lin").get(f"/entry/{entry}/").content.decode()
    table = re.findall(r'id="problems".*?</section>', shown, re.S)[0]
    assert "阴坡未整地" in table
    assert "late" in table, "past its own date, whatever the account's"
    refused(door("lin"), entry, "settle_problem", "来办", problem="1", how="已整地")
    done(door("chen"), entry, "settle_problem", "ProblemSettled", problem="1", how="已整地")
    assert "销：已整地" in page(door("lin"), entry)


def test_more_time_is_asked_endorsed_and_granted_and_the_first_date_stays(door: Door, day: dict[str, str]) -> None:
    entry, asked = day["forest"], {"after": "2026-12-20", "reason": "雨季", "progress": "六成"}
    refused(door("li"), entry, "endorse", "没有申请延期")
    refused(door("lin"), entry, "ask_extension", "新时限要晚于现在的", **{**asked, "after": "2026-10"})
    done(door("lin"), entry, "ask_extension", "ExtensionAsked", **asked)
    assert "原时限 2026年11月30日" in page(door("li"), entry)
    early = door("chen").get(f"/entry/{entry}/").content.decode()
    assert f'btn-primary" href="/entry/{entry}/extend/' not in early, "not before the leader agreed"
    refused(door("lin"), entry, "ask_extension", "已经申请过延期", **asked)
    done(door("li"), entry, "endorse", "ExtensionEndorsed")
    assert "分管领导已同意" in page(door("chen"), entry)
    done(door("chen"), entry, "extend", "Extended", after="2026-12-20", reason="雨季", approved_by="leader1")
    assert standing(entry).original_due.iso == "2026-11-30"


def test_more_time_is_refused_with_a_reason(door: Door, day: dict[str, str]) -> None:
    entry = day["forest"]
    done(door("lin"), entry, "ask_extension", "ExtensionAsked", after="2027", reason="雪")
    assert post(door("chen"), entry, "refuse_extension", reason=" ").status_code == 422
    done(door("chen"), entry, "refuse_extension", "ExtensionRefused", reason="不影响施工")


def test_the_clock_stops_and_goes_on(door: Door, day: dict[str, str]) -> None:
    entry = day["forest"]
    refused(door("lin"), entry, "suspend", "督查室来办", reason="征地", approved_by="leader1")
    done(door("chen"), entry, "suspend", "Suspended", reason="征地", approved_by="leader1", effective="2026-09-10")
    assert "时钟停着" in page(door("chen"), entry)
    refused(door("chen"), entry, "resume", "不能早于", effective="2026-09-01")
    done(door("chen"), entry, "resume", "Resumed")
    assert "停了 8 天" in page(door("chen"), entry)


def test_checked_drawn_verified_on_site_confirmed_objected_reviewed(door: Door, day: dict[str, str]) -> None:
    entry, clerk, team = day["delivered"], door("chen"), door("tan")
    refused(door("cai"), entry, "check", "督查室来办", conclusion="齐全")
    done(clerk, entry, "check", "Checked", conclusion="材料齐全")
    drawn(team, entry)
    assert "种子" in page(team, entry)
    verifying = {"found": "1", "opinion": "封顶属实"}
    assert post(team, entry, "verify", **verifying, methods=["查阅资料"]).status_code == 422
    done(team, entry, "verify", "Verified", **verifying, methods=["现场"])
    assert post(clerk, entry, "confirm", grade="特优").status_code == 422
    done(clerk, entry, "confirm", "Confirmed", grade="良好")
    done(door("cai"), entry, "object", "Objected", reason="等次偏低")
    refused(team, entry, "review", "谁定的，谁不复核", upheld="1", reason="维持")
    other = another_officer()
    assert post(other, entry, "review", reason="没选").status_code == 422
    done(other, entry, "review", "Reviewed", upheld="0", reason="数不实")
    assert standing(entry).state == "submitted"


def drawn(team: Client, entry: str) -> None:
    """Draw by seeds until the account is drawn: what a seed gives is fixed."""
    for number in range(40):
        done(team, entry, "sample", "Sampled", seed=f"seed-{number}")
        if standing(entry).judgement.drawn:
            return
    raise AssertionError("forty seeds and never drawn")


def another_officer() -> Client:
    from datetime import date

    from taizhang.store import registry
    from taizhang.store.models import User
    from tests.front.desks.conftest import BACKEND
    from tests.store.county import AT

    user = registry.enrol(username="wu", name="吴某", unit="dcs", password=None, by=registry.SYSTEM, at=AT)
    registry.grant(user.code, "office", since=date(2026, 1, 1), by=registry.SYSTEM, at=AT)
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(User.objects.get(username="wu"), backend=BACKEND)
    return client


def test_archived_and_looked_back_at(door: Door, day: dict[str, str]) -> None:
    entry = day["closed"]
    refused(door("cai"), entry, "archive", "督查室来办")
    done(door("chen"), entry, "archive", "Archived", file="卷12")
    assert post(door("tan"), entry, "look_back", held="0", found="").status_code == 422
    done(door("tan"), entry, "look_back", "LookedBack", held="0", found="两个项目停工")
    assert "有反弹" in page(door("tan"), entry)


def test_merged_into_another_by_its_number(door: Door, day: dict[str, str]) -> None:
    entry, other = day["parking"], standing(day["behalf"])
    refused(door("chen"), entry, "merge", "没有这个编号", into="T-0-0", reason="同一件事")
    refused(door("chen"), entry, "merge", "没有这个编号", into=standing(entry).number, reason="同一件事")
    done(door("chen"), entry, "merge", "Merged", into=other.number, reason="同一件事")
    assert f"/entry/{other.id}/" in door("chen").get(f"/entry/{entry}/").content.decode()


def test_made_standing_work(door: Door, day: dict[str, str]) -> None:
    assert post(door("chen"), day["parking"], "make_standing", reason="年年都做").status_code == 422
    done(door("chen"), day["parking"], "make_standing", "MadeStanding", reason="年年都做", approved_by="leader1")


def test_carried_over_and_linked_both_ways(door: Door, day: dict[str, str]) -> None:
    entry, clerk = day["forest"], door("chen")
    refused(clerk, entry, "carry_over", "要在今天之后", due="2026-06")
    done(clerk, entry, "carry_over", "CarriedOver", due="2027-06")
    new = standing(entry).ending.carried_into
    assert "去向" in page(clerk, entry)
    assert "结转自" in page(clerk, new)
    assert f"/entry/{entry}/" in clerk.get(f"/entry/{new}/").content.decode()


def test_instructions_and_papers_stand_on_the_account(door: Door, day: dict[str, str]) -> None:
    entry = day["forest"]
    refused(door("chen"), entry, "instruct", "县领导来办", words="请抓紧", on="2026-09-17")
    done(door("li"), entry, "instruct", "Instructed", words="请抓紧雨季窗口", on="2026-09-17")
    assert "领导批示" in page(door("lin"), entry)
    assert post(door("chen"), entry, "urge", step="催办", to="lyj", paper="").status_code == 422
    done(door("chen"), entry, "urge", "Urged", step="催办", paper="云督催〔2026〕1号", to="lyj")


def test_parts_are_opened_and_the_difference_stands_on_the_parent(door: Door) -> None:
    clerk = door("chen")
    entry = opened(clerk)
    refused(clerk, entry, "decompose", "至少填一个单位的数")
    done(clerk, entry, "decompose", "Decomposed", part_bhz="1.5", part_lyj="1.2")
    shown = page(clerk, entry)
    assert "分到 2 笔" in shown
    assert "与目标相差 +0.5" in shown
    refused(clerk, entry, "decompose", "已经分到 2 笔", part_bhz="1.5")


def test_an_account_that_is_no_figure_is_not_divided(door: Door, day: dict[str, str]) -> None:
    refused(door("chen"), day["delivered"], "decompose", "还不能办")


def test_rare_acts_are_folded_and_the_next_step_comes_first(door: Door, day: dict[str, str]) -> None:
    shown = door("chen").get(f"/entry/{day['delivered']}/").content.decode()
    before, _, folded = shown.partition('<details class="under"><summary>问题')
    assert 'btn-primary" href="/entry/' in before
    assert f"/entry/{day['delivered']}/check/" in before
    for act in ("raise_problem", "sample", "urge"):
        assert f"/{act}/" in folded


def test_more_time_waits_for_the_line_leader_then_for_the_office(door: Door, day: dict[str, str]) -> None:
    entry = day["forest"]
    done(door("lin"), entry, "ask_extension", "ExtensionAsked", after="2027", reason="雨季")
    assert "同不同意延期？" in said(door("li").get("/"))
    assert f"/entry/{entry}/extend/" not in door("chen").get("/").content.decode()
    done(door("li"), entry, "endorse", "ExtensionEndorsed")
    assert "同不同意延期？" not in said(door("li").get("/"))
    assert "分管领导已同意" in said(door("chen").get("/")) or "还有" in said(door("chen").get("/"))


def test_a_proposal_waits_for_its_leader(door: Door) -> None:
    entry = proposed()
    shown = door("li").get("/").content.decode()
    assert "立不立项？" in shown
    assert f"/entry/{entry}/refuse/" in shown


def test_a_problem_waits_on_the_desk_of_its_owner(door: Door, day: dict[str, str]) -> None:
    raised = {"words": "阴坡未整地", "owner": "czj", "due": "2026-09-30"}
    done(door("lin"), day["forest"], "raise_problem", "ProblemRaised", **raised)
    assert "阴坡未整地" in said(door("cai").get("/"))
    assert "阴坡未整地" not in said(door("lin").get("/"))
    done(door("tan"), day["forest"], "settle_problem", "ProblemSettled", problem="1", how="整好了")
    assert "阴坡未整地" not in said(door("cai").get("/"))


def test_an_objection_waits_for_another_officer(door: Door, day: dict[str, str]) -> None:
    from datetime import date

    from taizhang.ledger.requests import Actor
    from taizhang.queries.waiting import waits

    entry, team = day["delivered"], door("tan")
    done(team, entry, "verify", "Verified", found="1", methods=["现场丈量"])
    done(door("chen"), entry, "confirm", "Confirmed", grade="良好")
    done(door("cai"), entry, "object", "Objected", reason="等次偏低")
    for user, expected in (("chen", []), ("wu", [entry])):
        officer = Actor(user, "dcs", frozenset({"office"}))
        found = [row.id for _act, rows in waits(officer, "review", date(2026, 9, 18)) for row in rows]
        assert found == expected
