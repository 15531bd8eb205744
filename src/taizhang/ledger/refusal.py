"""拒绝：说清是哪条规矩，桌面再把它译成话。A refusal names the rule; desks turn it into a sentence."""

from __future__ import annotations

from typing import ClassVar

CODES = frozenset(
    {
        "act.unknown",  # 这种台账没有这个动作 the book has no such act
        "act.not_now",  # 现在的状态不能做 not from this state: state, act
        "act.not_yours",  # 不归您的角色 your role may not: act, roles
        "act.own_claim",  # 谁报谁不核 the reporting unit may not verify: unit
        "act.own_record",  # 谁代录谁不核 who recorded the claim may not verify
        "act.own_verdict",  # 谁定的谁不复核 who had a hand in the conclusion may not review it
        "need.mandate",  # 要有授权依据 the mandate of the supervision
        "need.asked",  # 还没有申请延期 no extension was asked for
        "need.endorsed",  # 分管领导还没有同意 the line leader has not agreed
        "need.second",  # 要两个人签 a second signer
        "need.verified",  # 还没有核过 nothing was verified
        "second.same",  # 两个人签，不能是同一个人 the second signer is somebody else
        "verify.drawn",  # 抽中的要现场核 drawn for a visit: method
        "sample.seed",  # 抽查要有种子 a draw needs its seed
        "confirm.grade",  # 等次不对 no such grade: grades
        "object.late",  # 过了异议期 objected too late: days
        "stage.unknown",  # 没有这个阶段 the book has no such stage: stage
        "stage.same",  # 已在这个阶段 stands there already: stage
        "stage.day",  # 早于上一阶段 before the stage it stands at was reached: date
        "stage.reason",  # 倒退或跳过要说明 back or over a stage needs a reason: stage
        "need.last_stage",  # 还没有走到最后阶段 not at the last stage: stage
        "problem.incomplete",  # 问题要写内容和归口单位 what and whose
        "problem.unknown",  # 没有这个问题或已销 no such open problem: problem
        "extend.asked",  # 已经申请过，等批 asked already
        "resume.backwards",  # 恢复不能早于暂停 resumed before it was suspended: date
        "merge.into",  # 要并到另一笔账 names no other account
        "decompose.nothing",  # 一份也没有分 no parts
        "urge.paper",  # 文书要有名称和文号 a paper has a kind and a number
        "edition.other",  # 账现在按另一版规矩 stands under another edition: edition
        "need.reason",
        "need.evidence",
        "need.paper",  # 代录要有扫描件 recording on behalf needs the scanned paper
        "need.lead_unit",
        "need.due",
        "need.target",
        "need.leader",
        "need.method",
        "need.title",
        "need.covered",  # 已核未满目标 outstanding: figure, unit
        "need.claimed",  # 还没有报过数 nothing was claimed yet
        "report.backwards",  # 累计比上次少，应冲正 cumulative below the last: last, unit
        "report.unit",  # 单位不同类 unit does not convert: unit, other
        "report.future",  # 记账日在未来 effective day lies ahead
        "verify.too_much",  # 核实不得多于已报 more than claimed: open, unit
        "verify.nothing",  # 没有未核的数 nothing is left to verify
        "return.too_much",  # 退回的数多于未核的 takes back more than is unverified
        "waive.nothing",  # 没有余额可免 nothing outstanding
        "reverse.unknown",  # 没有这条流水 no such posting: version
        "reverse.kind",  # 这种流水不能冲 this kind cannot be reversed: kind
        "reverse.twice",  # 已冲正过 already reversed: version
        "reverse.after_verified",  # 已核的数先冲核账 verified already rests on it
        "reverse.not_yours",  # 谁记的谁冲，或督查室冲 only who recorded it, or the office
        "amend.field",  # 这一项不能更正 field
        "amend.same",  # 没有改动 nothing changed
        "extend.backwards",  # 新日期应晚于现在的 new date must be later: due
        "extend.limit",  # 已延满次数 extended as often as allowed: limit
        "open.again",  # 已经建过账 the entry is open already
        "open.dates",  # 起始晚于时限 start after due
        "open.milestone",  # 节点超出时限或目标 milestone beyond due or target
        "open.co_is_lead",  # 配合单位不能是牵头单位 a co-unit equals the lead unit
        "behalf.not_office",  # 只有督查室可以代录 only the office records on behalf
        "behalf.own",  # 不能给自己单位代录 not for one's own unit
        "forward.late",  # 期初只能在第一笔上报之前 opening balance only before the first report
        "forward.more_verified",  # 期初已核大于已报 verified above claimed
    }
)


class PostingRefused(Exception):
    """The ledger does not record this. ``code`` names the rule, ``params`` fill its sentence.

    Codes are listed in ``taizhang.ledger.refusal.CODES``; every one has a test and a sentence in both languages.
    """

    codes: ClassVar[frozenset[str]] = CODES

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        if code not in self.codes:
            raise KeyError(code)
        self.code = code
        self.params = params
