"""给页面测试用的一年：几笔账走到各种样子。A year for the pages' tests: accounts in every shape a page must show."""

from __future__ import annotations

from datetime import date, datetime

from taizhang.ledger import requests as r
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.posting import Evidence, Milestone, OnBehalf
from taizhang.ledger.quantity import parse
from taizhang.ledger.target import Target
from taizhang.operations.accept import accept
from taizhang.operations.assign import assign
from taizhang.operations.bring_forward import bring_forward
from taizhang.operations.cancel import cancel
from taizhang.operations.close import close
from taizhang.operations.decline import decline
from taizhang.operations.extend import extend
from taizhang.operations.open import open_entry
from taizhang.operations.perform import Given
from taizhang.operations.report import report
from taizhang.operations.return_ import return_
from taizhang.operations.reverse import reverse
from taizhang.operations.submit import submit
from taizhang.operations.unchanged import unchanged
from taizhang.operations.verify import verify
from taizhang.operations.waive import waive
from taizhang.store import files
from taizhang.store.clock import ZONE
from taizhang.store.models import User
from tests.store.county import actor, settle

NOW = datetime(2026, 9, 18, 12, 0, tzinfo=ZONE)
TODAY = NOW.date()
PASSWORD = "yunhan-2026-demo"


def moment(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2026, month, day, hour, 12, tzinfo=ZONE)


def given(who: str, at: datetime, **more: object) -> Given:
    return {"by": actor(who), "at": at, **more}  # type: ignore[typeddict-item]


def paper(name: str, at: datetime, kind: str = "file") -> Evidence:
    kept = files.keep([name.encode()], name=name, media="application/pdf", at=at)
    return Evidence(kind, kept.digest, name)


def opened(title: str, target: Target, lead: str, due: str, at: datetime, **more: object) -> str:
    wanted: dict[str, object] = {"number": "", "start": PartialDate.read("2026-03-01"), "leader": "leader1"}
    wanted |= {"title": title, "target": target, "lead_unit": lead, "due": PartialDate.read(due)}
    request = r.Open(**(wanted | more))  # type: ignore[arg-type]
    return open_entry(book="task", request=request, **given("chen", at)).entry.id


def amount(figure: str, symbol: str, measure: str = "", bound: str = "ge") -> Target:
    return Target("amount", bound, parse(figure, symbol).amount, symbol, measure)  # type: ignore[arg-type]


def started(entry: str, handler: str, at: datetime) -> None:
    assign(entry=entry, note="请按季度节点推进。", **given("chen", at))
    accept(entry=entry, **given(handler, at.replace(hour=15)))


def says(entry: str, handler: str, figure: str, symbol: str, at: datetime) -> None:
    proof = (paper(f"{figure}{symbol}进度表.pdf", at), Evidence("link", "https://example.org/weekly", "监理周报"))
    cumulative = parse(figure, symbol).amount
    report(entry=entry, cumulative=cumulative, unit=symbol, **given(handler, at, evidence=proof))


def finds(entry: str, figure: str, symbol: str, at: datetime, opinion: str = "") -> None:
    found = parse(figure, symbol).amount
    verify(entry=entry, found=found, unit=symbol, method="现场丈量", opinion=opinion, **given("tan", at))


def forest() -> str:
    """The account the look was drawn from: behind plan on verified figures, with a reversal and a return."""
    stones = (
        Milestone(PartialDate.read("2026-04-30"), "春季造林", parse("3.2", "万亩").amount),
        Milestone(PartialDate.read("2026-06-30"), "雨季前", parse("4.9", "万亩").amount, True),
        Milestone(PartialDate.read("2026-08-31"), "雨季造林", parse("6.7", "万亩").amount),
    )
    entry = opened(
        "完成生态造林 10.3 万亩",
        amount("10.3", "万亩", "生态造林面积"),
        "lyj",
        "2026-11-30",
        moment(2, 11),
        co_units=("czj", "bhz"),
        milestones=stones,
        task_force="春秋造林专班",
        topic="着力五 生态治理",
        basis="《试验县2026年重点工作安排》",
        standard="整地、栽植到位，成活率 85% 以上",
    )
    started(entry, "lin", moment(2, 12))
    says(entry, "lin", "2.75", "万亩", moment(4, 28))
    finds(entry, "2.1", "万亩", moment(4, 30))
    says(entry, "lin", "4.60", "万亩", moment(6, 26))
    finds(entry, "2.21", "万亩", moment(6, 30))
    returned = parse("0.12", "万亩").amount
    back = given("tan", moment(7, 1))
    return_(entry=entry, reason="2 个小班成活率不足，退回补植", takes_back=returned, unit="万亩", **back)
    says(entry, "lin", "6.18", "万亩", moment(8, 17))
    wrong = given("lin", moment(8, 19))
    reverse(entry=entry, version=9, reason="一个小班与去年补植重复", **wrong)
    says(entry, "lin", "6.10", "万亩", moment(8, 20))
    finds(entry, "1.35", "万亩", moment(8, 29))
    says(entry, "lin", "6.42", "万亩", moment(9, 15, 16))
    finds(entry, "0.14", "万亩", moment(9, 18), "6 个小班现场丈量")
    return entry


def closed() -> str:
    entry = opened("申报专项债券项目 9 个", amount("9", "个", "专项债券项目"), "czj", "2026-09-30", moment(2, 11))
    started(entry, "cai", moment(2, 12))
    says(entry, "cai", "9", "个", moment(9, 10))
    submit(entry=entry, statement="9 个项目全部通过省级审核。", **given("cai", moment(9, 11)))
    finds(entry, "9", "个", moment(9, 14), "逐项比对全符")
    close(entry=entry, grade="优秀", **given("chen", moment(9, 17)))
    return entry


def waived() -> str:
    entry = opened("公厕改造提升 34 座", amount("34", "座", "公厕改造"), "bhz", "2026-08-31", moment(2, 11))
    started(entry, "bei", moment(2, 12))
    says(entry, "bei", "32", "座", moment(8, 20))
    submit(entry=entry, **given("bei", moment(8, 25)))
    finds(entry, "32", "座", moment(8, 27))
    waive(entry=entry, leader="leader1", reason="2 座并入明年旧改", **given("li", moment(8, 28)))
    close(entry=entry, grade="良好", **given("chen", moment(8, 29)))
    return entry


def parking() -> str:
    """Red, and put off once."""
    entry = opened("新增公共停车位 600 个", amount("600", "个", "公共停车位"), "bhz", "2026-08-31", moment(2, 20))
    started(entry, "bei", moment(2, 21))
    says(entry, "bei", "205", "个", moment(7, 6))
    finds(entry, "180", "个", moment(7, 9))
    later = given("chen", moment(8, 20))
    extend(entry=entry, after=PartialDate.read("2026-11-15"), reason="地块移交晚", approved_by="leader1", **later)
    return entry


def delivered() -> str:
    """Handed in, waiting for somebody to verify."""
    entry = opened("县医院门诊楼主体封顶", Target(measure="门诊楼"), "czj", "2026-09-30", moment(3, 2))
    started(entry, "cai", moment(3, 3))
    done = given("cai", moment(9, 15), evidence=(paper("封顶验收记录.pdf", moment(9, 15)),))
    report(entry=entry, cumulative=10_000, unit="件", **done)
    submit(entry=entry, statement="主体已封顶。", **given("cai", moment(9, 15, 16)))
    return entry


def behalf() -> str:
    """Recorded by the office for a township."""
    entry = opened("改造农村道路 42 公里", amount("42", "公里", "农村道路"), "bhz", "2026-10-31", moment(3, 5))
    started(entry, "bei", moment(3, 6))
    whose = given(
        "chen",
        moment(9, 12),
        evidence=(paper("北河镇上报表（签字）.pdf", moment(9, 12), "paper"),),
        behalf=OnBehalf("bhz", "镇长 白某"),
    )
    report(entry=entry, cumulative=parse("30", "公里").amount, unit="公里", **whose)
    return entry


def carried() -> str:
    """Opened in mid-year with an opening balance."""
    entry = opened("老旧小区改造 1286 户", amount("1286", "户", "老旧小区改造"), "czj", "2026-12", moment(7, 2))
    proof = (paper("上半年台账.pdf", moment(7, 2)),)
    taken = given("chen", moment(7, 2, 10), evidence=proof)
    claimed, verified = parse("800", "户").amount, parse("640", "户").amount
    day = date(2026, 6, 30)
    bring_forward(entry=entry, claimed=claimed, verified=verified, unit="户", as_of=day, verified_by="team1", **taken)
    started(entry, "cai", moment(7, 3))
    says(entry, "cai", "1044", "户", moment(9, 9))
    return entry


def parts(parent: str) -> None:
    """The forest split in two: the parts stand for the whole in the measure's table."""
    area, due = "生态造林面积", "2026-11-30"
    one = opened(
        "北河镇造林 4.3 万亩",
        amount("4.3", "万亩", area),
        lead="bhz",
        due="2026-11-30",
        at=moment(2, 15),
        parent=parent,
    )
    started(one, "bei", moment(2, 16))
    says(one, "bei", "2.62", "万亩", moment(9, 14))
    finds(one, "2.4", "万亩", moment(9, 16))
    two = opened("林场造林 6.0 万亩", amount("6.0", "万亩", area), "lyj", due, moment(2, 15), parent=parent)
    started(two, "lin", moment(2, 16))
    says(two, "lin", "3.80", "万亩", moment(9, 14))
    finds(two, "3.4", "万亩", moment(9, 16))


def early() -> None:
    """Opened, assigned, declined, cancelled, not yet begun, without accident."""
    opened("举办苹果文化节 1 场", amount("1", "场", "节会"), "lyj", "2026-10-15", moment(9, 1))
    fresh = opened("新修森林防火通道 28 公里", amount("28", "公里", "防火通道"), "lyj", "2026-12-31", moment(9, 16))
    assign(entry=fresh, **given("chen", moment(9, 17)))
    later = PartialDate.read("2026-10-15")
    opened("秋季整地 3 万亩", amount("3", "万亩", "整地面积"), "lyj", "2026-12-31", moment(9, 1), start=later)
    refused = opened("标准地区域评估 4 项", amount("4", "项", "区域评估"), "czj", "2026-10-31", moment(9, 8))
    assign(entry=refused, **given("chen", moment(9, 9)))
    decline(entry=refused, reason="地质灾害评估不属财政职责", proposes="lyj", **given("cai", moment(9, 10)))
    gone = opened("重复立项的一笔", amount("5", "个", "项目"), "czj", "2026-10-31", moment(3, 1))
    cancel(entry=gone, approved_by="leader1", reason="与另一笔重复", **given("chen", moment(3, 8)))
    safe = opened("全年森林火灾零发生", Target("zero", "eq", 0, "起", "森林火灾"), "lyj", "2026-12-31", moment(1, 20))
    started(safe, "lin", moment(1, 21))
    unchanged(entry=safe, note="无火情", **given("lin", moment(9, 14)))


def live(more: int = 0) -> dict[str, str]:
    """Everything above, and ``more`` plain accounts to fill pages."""
    settle()
    for user in User.objects.all():
        user.set_password(PASSWORD)
        user.save()
    found = {"forest": forest(), "closed": closed(), "waived": waived(), "parking": parking(), "delivered": delivered()}
    found |= {"behalf": behalf(), "carried": carried()}
    parts(found["forest"])
    early()
    for number in range(more):
        some = amount(str(10 + number), "个", "示范点")
        entry = opened(f"建设示范点 {10 + number} 个", some, "bhz", "2026-12-31", moment(3, 1))
        started(entry, "bei", moment(3, 2))
        says(entry, "bei", str(2 + number % 8), "个", moment(9, 1))
    return found
