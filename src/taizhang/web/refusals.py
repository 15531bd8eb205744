"""拒绝的话：代码对句子，规矩和办法一起说（样式 §5）。Refusal codes as sentences: the rule, and what to do.

Pure rooms raise codes with parameters; a desk calls :func:`sentence`. Every code of the ledger is here (tested).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from taizhang.ledger.dates import NotADate, PartialDate
from taizhang.ledger.quantity import Quantity
from taizhang.web.days import day
from taizhang.web.figures import figure
from taizhang.web.labels import ROLES, label

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from taizhang.ledger.book import Book

UNKNOWN: Final = lazy("这一步没有办成，没有记账（代码 %(code)s）。请把代码告诉督查室。")
SENTENCES: Final[dict[str, _StrPromise]] = {
    "act.unknown": lazy("这种台账没有“%(act)s”这一步。"),
    "act.not_now": lazy("这笔账现在是“%(state)s”，还不能办“%(act)s”。"),
    "act.not_yours": lazy("“%(act)s”由%(roles)s来办。请转给他们。"),
    "act.own_claim": lazy("谁报的，谁不核：%(unit)s报过这笔账的数。请别的单位的人来核。"),
    "act.own_record": lazy("谁代录，谁不核：这笔账的数是您代录的。请换一个人来核。"),
    "act.own_verdict": lazy("谁定的，谁不复核：这笔账的结论您经过手。请换一个人来复核。"),
    "need.mandate": lazy("请写授权依据：哪次会、哪份文件、谁批的。"),
    "need.asked": lazy("这笔账还没有申请延期。请单位先申请。"),
    "need.endorsed": lazy("分管领导还没有同意延期。请先报分管领导。"),
    "need.second": lazy("要两个人签。请填另一位核实人。"),
    "need.verified": lazy("还没有核过，不能认定。请先核账。"),
    "second.same": lazy("两个人签，不能都是您。请填另一位。"),
    "verify.drawn": lazy("这笔账抽中了，要用“%(method)s”的办法核。"),
    "sample.seed": lazy("抽查要写种子，谁都能照着重抽。"),
    "confirm.grade": lazy("等次只能是：%(grades)s。"),
    "object.late": lazy("认定已过 %(days)s 天，不能再提异议。有新情况请找督查室。"),
    "stage.unknown": lazy("这种台账没有“%(stage)s”这个阶段。请从名单里选。"),
    "stage.same": lazy("这件事已经在“%(stage)s”阶段，不用再推进。"),
    "stage.day": lazy("上一阶段是 %(date)s 到的，这一步不能更早。请改日期。"),
    "stage.reason": lazy("倒退或者跳过阶段，请写明理由：要到“%(stage)s”。"),
    "need.last_stage": lazy("还没有走到“%(stage)s”，不能销账。请先推进阶段；不办了的报领导撤销。"),
    "problem.incomplete": lazy("请写明是什么问题、归哪个单位解决。"),
    "problem.unknown": lazy("没有第 %(problem)s 号问题，或者已经销号。请刷新后再看。"),
    "extend.asked": lazy("已经申请过延期，正等着批。"),
    "resume.backwards": lazy("恢复的日子不能早于暂停的 %(date)s。"),
    "merge.into": lazy("请选要并入的另一笔账。"),
    "decompose.nothing": lazy("还没有分出一份。请先开子账。"),
    "urge.paper": lazy("请写明发的是哪种文书、文号是多少。"),
    "edition.other": lazy("这笔账现在按第 %(edition)s 版规矩办。请刷新后再换。"),
    "need.reason": lazy("请写明理由，理由要记在账上。"),
    "need.evidence": lazy("请附佐证：传一个文件，或者填一个网址。"),
    "need.paper": lazy("代录要附扫描件：请传签了字的原件。"),
    "need.lead_unit": lazy("请定牵头单位，只能有一个。"),
    "need.due": lazy("请定时限，可以只到月或只到年。"),
    "need.target": lazy("请定目标：一个数和单位，或者一件看得见的成果。"),
    "need.leader": lazy("请填是哪位领导批的。"),
    "need.method": lazy("请写明是怎样核的：现场、查资料，还是抽查。"),
    "need.title": lazy("请写事项名称。"),
    "need.covered": lazy("还不能销账：已核还差 %(figure)s %(unit)s。核满了再销，或者请领导批准免余。"),
    "need.claimed": lazy("还没有报过数，请先报累计。"),
    "report.backwards": lazy("比上次的 %(last)s %(unit)s 少。累计只增不减；若上次报错，请改用“冲正”。"),
    "report.unit": lazy("“%(unit)s”和“%(other)s”不是一类单位，换算不了。请按“%(other)s”报。"),
    "report.future": lazy("%(date)s 还没到。记账的日子不能在今天之后。"),
    "verify.too_much": lazy("核得比报的多：未核的只有 %(open)s %(unit)s。多出的请单位先报。"),
    "verify.nothing": lazy("没有等着核的数。"),
    "return.too_much": lazy("退得比未核的多：未核的只有 %(open)s %(unit)s。已核的要退，请先冲正核账。"),
    "waive.nothing": lazy("已核满目标，没有余额可免。可以直接销账。"),
    "reverse.unknown": lazy("这笔账没有第 %(version)s 条流水。请刷新后再看。"),
    "reverse.kind": lazy("第 %(version)s 条流水不是数，不能冲正。写错的字请用“更正”。"),
    "reverse.twice": lazy("第 %(version)s 条流水已经冲正过了。"),
    "reverse.after_verified": lazy("已核的数压在它上面。请先冲正核账，再冲正这一条。"),
    "reverse.not_yours": lazy("谁记的谁冲，或者由督查室冲。"),
    "amend.field": lazy("“%(field)s”不能更正。数和原时限错了，请用“冲正”或“延期”。"),
    "amend.same": lazy("和账上的一样，没有改动。"),
    "extend.backwards": lazy("新时限要晚于现在的 %(due)s。"),
    "extend.limit": lazy("已经延过 %(limit)s 次，不能再延。请报领导定：撤销、结转，还是按滞后办。"),
    "open.again": lazy("这笔账已经建过了。"),
    "open.dates": lazy("起始 %(start)s 晚于时限 %(due)s，请改一个。"),
    "open.milestone": lazy("节点“%(title)s”（%(due)s）超出了时限或目标，请改节点。"),
    "open.co_is_lead": lazy("%(unit)s已是牵头单位，不用再列为配合单位。"),
    "behalf.not_office": lazy("只有督查室可以代录。"),
    "behalf.own": lazy("不能给自己的单位（%(unit)s）代录，请直接上报。"),
    "forward.late": lazy("已经报过数，不能再记期初。"),
    "forward.more_verified": lazy("期初的已核比已报多，请核对两个数。"),
    "open.no_unit": lazy("没有这个单位：%(unit)s。请从名单里选。"),
    "open.no_parent": lazy("没有这笔上级账：%(parent)s。请核对编号。"),
    "open.no_book": lazy("没有这种台账：%(book)s。"),
    "evidence.unknown": lazy("佐证“%(title)s”没有存上。请再传一次。"),
    "evidence.link": lazy("“%(ref)s”不是网址。网址要以 http:// 或 https:// 开头。"),
    "text.too_long": lazy("“%(field)s”写得太长，最多 %(limit)s 字。请删短一些。"),
    "quantity.beyond": lazy("这个数太大，记不下。请看看是不是多了零，或者单位选大了。"),
    "seal.not_yours": lazy("封账由督查室或系统管理员来办。"),
    "feedback.empty": lazy("还没有写内容。请写几句再交。"),
    "feedback.full": lazy("意见箱满了，暂时收不下。请直接找督查室。"),
    "feedback.not_yours": lazy("投诉建议由督查室来答复。"),
    "feedback.answered": lazy("这一件已经答复过了。"),
    "quantity.unreadable": lazy("“%(figure)s”不是一个数。请只填数字，可以有小数点。"),
    "quantity.inexact": lazy("“%(figure)s %(unit)s”太细，记不准。请少填几位小数，或者换小一级的单位。"),
    "quantity.too_large": lazy("“%(figure)s %(unit)s”太大，记不下。请看看是不是多了零，或者单位选大了。"),
    "quantity.no_unit": lazy("“%(figure)s”没有单位。请选一个单位。"),
    "quantity.dimension": lazy("“%(unit)s”和“%(other)s”不是一类单位，换算不了。"),
    "date.unreadable": lazy("“%(written)s”不是一个日子。请写成 2026-09-18、2026-09 或 2026。"),
}
_AMOUNTS: Final = ("last", "open")
_DATES: Final = ("date", "due", "start")
_NAMED: Final = ("unit", "user")


def sentence(
    code: str,
    params: Mapping[str, str | int] | None = None,
    *,
    book: Book | None = None,
    names: Mapping[str, str] | None = None,
) -> str:
    """The sentence of a refusal in the reader's language.

    ``book`` names acts and states, ``names`` turns codes of units and people into their names. A code nobody has
    written a sentence for is shown as it is, so that it can be told to the office.
    """
    if code not in SENTENCES:
        return str(UNKNOWN) % {"code": code}
    return str(SENTENCES[code]) % _spoken(dict(params or {}), book, names or {})


def _spoken(params: dict[str, str | int], book: Book | None, names: Mapping[str, str]) -> dict[str, str]:
    words = {key: str(value) for key, value in params.items()}
    symbol = words.get("unit", "")
    words |= {k: figure(Quantity(int(params[k]), symbol)) for k in _AMOUNTS if k in params}
    words |= {k: _day(words[k]) for k in _DATES if k in words}
    words |= {k: names.get(words[k], words[k]) for k in _NAMED if k in words}
    if "roles" in words:
        words["roles"] = _("、").join(str(ROLES.get(role, role)) for role in words["roles"].split())
    if book is not None:
        words |= _from_book(words, book)
    return words


def _from_book(words: Mapping[str, str], book: Book) -> dict[str, str]:
    act, state = book.acts.get(words.get("act", "")), book.states.get(words.get("state", ""))
    stage = next((one for one in book.stages if one.name == words.get("stage")), None)
    named = {"act": act, "state": state, "stage": stage}
    return {key: label(value.label) for key, value in named.items() if value}


def _day(iso: str) -> str:
    try:
        return day(PartialDate.read(iso))
    except NotADate:
        return iso
