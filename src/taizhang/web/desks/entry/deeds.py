"""动作表：一个动作一张表单、一个操作、一句按钮上的话。Acts: each has its form, its operation and its button."""

from __future__ import annotations

from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from taizhang.operations.accept import accept
from taizhang.operations.amend import amend
from taizhang.operations.assign import assign
from taizhang.operations.bring_forward import bring_forward
from taizhang.operations.cancel import cancel
from taizhang.operations.close import close
from taizhang.operations.decline import decline
from taizhang.operations.extend import extend
from taizhang.operations.perform import Given, Outcome
from taizhang.operations.reassign import reassign
from taizhang.operations.reopen import reopen
from taizhang.operations.report import report
from taizhang.operations.return_ import return_
from taizhang.operations.reverse import reverse
from taizhang.operations.submit import submit
from taizhang.operations.unchanged import unchanged
from taizhang.operations.verify import verify
from taizhang.operations.waive import waive
from taizhang.web.desks.entry.deed import Deed, plain
from taizhang.web.desks.entry.deeds_course import COURSE
from taizhang.web.desks.entry.forms import office, team, unit


def _report(entry: str, form: unit.ReportForm, given: Given) -> Outcome:
    amount = form.quantity()
    note = form.cleaned_data["note"]
    return report(entry=entry, cumulative=amount.amount, unit=amount.symbol, note=note, **given)


def _verify(entry: str, form: team.VerifyForm, given: Given) -> Outcome:
    """Confirm, and send the rest back when asked: both or neither."""
    amount, opinion = form.quantity(), form.cleaned_data["opinion"]
    with transaction.atomic():
        done = verify(
            entry=entry,
            found=amount.amount,
            unit=amount.symbol,
            method=form.method,
            opinion=opinion,
            second=form.cleaned_data["second"],
            **given,
        )
        if not form.rest:
            return done
        after: Given = {"by": given["by"], "at": given["at"], "expected": done.entry.version}
        return return_(entry=entry, reason=opinion, takes_back=form.rest, unit=amount.symbol, **after)


def _return(entry: str, form: team.ReturnForm, given: Given) -> Outcome:
    back = form.quantity()
    reason = form.cleaned_data["reason"]
    return return_(entry=entry, reason=reason, takes_back=back.amount, unit=back.symbol, **given)


def _waive(entry: str, form: office.WaiveForm, given: Given) -> Outcome:
    leader = form.behalf or form.by.unit
    return waive(entry=entry, leader=leader, reason=form.cleaned_data["reason"], **given)


def _bring_forward(entry: str, form: office.BringForwardForm, given: Given) -> Outcome:
    fields = form.cleaned_data
    return bring_forward(
        entry=entry,
        claimed=fields["claimed"].amount,
        verified=fields["verified"].amount,
        unit=fields["claimed"].symbol,
        as_of=fields["as_of"],
        verified_by=fields["verified_by"],
        **given,
    )


def _reassign(entry: str, form: office.ReassignForm, given: Given) -> Outcome:
    fields = form.cleaned_data
    return reassign(entry=entry, role=fields["role"], after=form.after, reason=fields["reason"], **given)


DEEDS: Final[dict[str, Deed]] = {
    "assign": Deed(office.AssignForm, plain(assign, "paper", "note"), _("交办"), _("交办后可打印交办单。")),
    "accept": Deed(unit.AcceptForm, plain(accept, "note"), _("签收")),
    "decline": Deed(
        unit.DeclineForm,
        plain(decline, "reason", "proposes"),
        _("退回"),
        _("退回后由督查室定归口，两家意见都留在账上。"),
    ),
    "report": Deed(
        unit.ReportForm,
        _report,
        _("上报累计"),
        _("填到今天为止的累计，不是这一期的增量。累计只增不减；报错了用“冲正”。"),
    ),
    "unchanged": Deed(unit.UnchangedForm, plain(unchanged, "note"), _("无变化"), _("没有新的数也是一次上报。")),
    "submit": Deed(
        unit.SubmitForm, plain(submit, "statement"), _("交账"), _("交账后由督导组核，核满或免余后由督查室销。")
    ),
    "verify": Deed(
        team.VerifyForm,
        _verify,
        _("提交核实"),
        _("被查单位可在收到之日起 30 日内提出异议，由另一名督查员复核。"),
        "entry/verify.html",
    ),
    "return": Deed(team.ReturnForm, _return, _("退回补办"), _("退回的数从已报里减掉，已核的不动。")),
    "waive": Deed(office.WaiveForm, _waive, _("免余额"), _("免余印在销号证明上，写明谁批的、为什么。")),
    "close": Deed(office.CloseForm, plain(close, "grade", "note"), _("销账"), _("销账后出销号证明，公开这笔账。")),
    "reopen": Deed(office.ReopenForm, plain(reopen, "reason"), _("重开"), _("原来的销号证明不改，另记重开。")),
    "bring_forward": Deed(
        office.BringForwardForm, _bring_forward, _("记期初"), _("期初只能在第一次上报之前记，要有佐证。")
    ),
    "amend": Deed(
        office.AmendForm,
        plain(amend, "field", "after", "reason"),
        _("更正"),
        _("只改说明文字；数用冲正，时限用延期。"),
    ),
    "reverse": Deed(
        office.ReverseForm, plain(reverse, "version", "reason"), _("冲正"), _("原来那条留着，另记一笔反的。")
    ),
    "reassign": Deed(office.ReassignForm, _reassign, _("调整责任"), _("以前办的还算以前的单位。")),
    "extend": Deed(
        office.ExtendForm, plain(extend, "after", "reason", "approved_by"), _("延期"), _("原时限一直留在账上。")
    ),
    "cancel": Deed(
        office.CancelForm, plain(cancel, "approved_by", "reason"), _("撤销"), _("撤销的不算销号，另外列出。")
    ),
} | COURSE
