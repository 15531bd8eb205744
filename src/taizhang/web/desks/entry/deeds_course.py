"""一路上的动作：立项、配合、问题、延期、暂停、审核、认定、异议、归档、结转、批示。

Acts on the way, each with its form, its operation and its button.
"""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from taizhang.operations.approve import approve, refuse
from taizhang.operations.archive import archive, look_back
from taizhang.operations.ask_extension import ask_extension, endorse, refuse_extension
from taizhang.operations.carry_over import carry_over
from taizhang.operations.check import check
from taizhang.operations.confirm import confirm, object_to, review
from taizhang.operations.confirm_duty import confirm_duty, object_duty
from taizhang.operations.decompose import decompose
from taizhang.operations.instruct import instruct, urge
from taizhang.operations.merge import make_standing, merge
from taizhang.operations.perform import Given, ManyRefused, Outcome
from taizhang.operations.problem import raise_problem, settle_problem
from taizhang.operations.sample import sample
from taizhang.operations.suspend import resume, suspend
from taizhang.web.desks.entry.deed import Deed, plain
from taizhang.web.desks.entry.forms import course, ending


def _approve(entry: str, form: course.ApproveForm, given: Given) -> Outcome:
    return approve(entry=entry, approver=form.decider, note=form.cleaned_data["note"], **given)


def _refuse(entry: str, form: course.RefuseForm, given: Given) -> Outcome:
    return refuse(entry=entry, approver=form.decider, reason=form.cleaned_data["reason"], **given)


def _endorse(entry: str, form: course.EndorseForm, given: Given) -> Outcome:
    return endorse(entry=entry, leader=form.decider, note=form.cleaned_data["note"], **given)


def _instruct(entry: str, form: course.InstructForm, given: Given) -> Outcome:
    fields: dict[str, Any] = form.cleaned_data
    return instruct(entry=entry, leader=form.decider, words=fields["words"], on=fields["on"], **given)


def _carry_over(entry: str, form: ending.CarryOverForm, given: Given) -> Outcome:
    return carry_over(entry=entry, due=form.cleaned_data["due"], **given)[0]


def _decompose(entry: str, form: ending.DecomposeForm, given: Given) -> Outcome:
    """The first refusal of a part is the refusal of the whole: nothing was recorded."""
    try:
        return decompose(entry=entry, parts=form.parts(), note=form.cleaned_data["note"], **given)[0]
    except ManyRefused as refused:
        raise next(iter(refused.refusals.values())) from refused


COURSE: Final[dict[str, Deed]] = {
    "approve": Deed(course.ApproveForm, _approve, _("批准立项"), _("批准后由督查室交办。")),
    "refuse": Deed(course.RefuseForm, _refuse, _("不予立项"), _("不立项的另外列出，理由留在账上。")),
    "decompose": Deed(ending.DecomposeForm, _decompose, _("分解"), _("各份合计与目标的差，留在母账上给人看，不抹平。")),
    "confirm_duty": Deed(course.ConfirmDutyForm, plain(confirm_duty, "note"), _("认领")),
    "object_duty": Deed(
        course.ObjectDutyForm, plain(object_duty, "reason"), _("提出异议"), _("异议由督查室定，定之前责任不变。")
    ),
    "raise_problem": Deed(
        course.RaiseProblemForm,
        plain(raise_problem, "words", "owner", "due"),
        _("提出问题"),
        _("问题单独有归口、有时限，销号由督查室或督导组定。"),
    ),
    "settle_problem": Deed(course.SettleProblemForm, plain(settle_problem, "problem", "how"), _("问题销号")),
    "ask_extension": Deed(
        course.AskExtensionForm,
        plain(ask_extension, "after", "reason", "progress"),
        _("申请延期"),
        _("先由分管领导同意，再由督查室办。没有批下来，时限不变。"),
    ),
    "endorse": Deed(course.EndorseForm, _endorse, _("同意延期"), _("同意后由督查室办延期，原时限一直留在账上。")),
    "refuse_extension": Deed(
        course.RefuseExtensionForm, plain(refuse_extension, "reason"), _("不同意延期"), _("时限不变。")
    ),
    "suspend": Deed(
        course.SuspendForm,
        plain(suspend, "reason", "approved_by"),
        _("暂停"),
        _("暂停的日子不算在序时里，恢复后接着走。"),
    ),
    "resume": Deed(course.ResumeForm, plain(resume, "note"), _("恢复")),
    "check": Deed(course.CheckForm, plain(check, "conclusion"), _("审核通过"), _("材料不齐的不审核，退回补办。")),
    "sample": Deed(
        course.SampleForm,
        plain(sample, "seed"),
        _("抽一次"),
        _("种子、可能性和理由都记在账上，谁都能照着重抽。抽中的要到现场核。"),
    ),
    "confirm": Deed(
        course.ConfirmForm,
        plain(confirm, "grade", "opinion", "second"),
        _("认定"),
        _("单位可在时限内提出异议，由没有经手的人复核。"),
    ),
    "object": Deed(course.ObjectForm, plain(object_to, "reason"), _("提出异议"), _("由没有经手这次认定的人复核。")),
    "review": Deed(
        course.ReviewForm, plain(review, "upheld", "reason"), _("复核"), _("推翻的回到已交账，重新审核、核账。")
    ),
    "archive": Deed(ending.ArchiveForm, plain(archive, "file"), _("归档")),
    "look_back": Deed(
        ending.LookBackForm, plain(look_back, "held", "found"), _("记回头看"), _("有反弹的，另按“反弹重开”办。")
    ),
    "merge": Deed(
        ending.MergeForm, plain(merge, "into", "reason"), _("并入"), _("并入后这笔账不再上报，经过里指着那一笔。")
    ),
    "make_standing": Deed(ending.MakeStandingForm, plain(make_standing, "approved_by", "reason"), _("转为常态工作")),
    "carry_over": Deed(
        ending.CarryOverForm, _carry_over, _("结转"), _("余下的数开一笔新账，两笔互相指着；这一笔到此为止。")
    ),
    "instruct": Deed(course.InstructForm, _instruct, _("记批示")),
    "urge": Deed(course.UrgeForm, plain(urge, "step", "paper", "to", "words"), _("发文书"), _("发文书不改账的状态。")),
}
