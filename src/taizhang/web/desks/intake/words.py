"""收文桌上的话：提醒、理由、拒绝。The intake desk's words: warnings, reasons and refusals, by code."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext_lazy as _

from taizhang.operations.take_in import IntakeRefused
from taizhang.web.days import moment

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

REFUSALS: Final[dict[str, _StrPromise]] = {
    "intake.not_office": _("收文由督查室来办。您可以把文件交给他们。"),
    "intake.classified": _("这份文件标着“%(printed)s”，没有收，什么也没有留下。涉密文件不能进本系统，请按保密规定办。"),
    "intake.again": _("这份文件已经收过了，下面就是。"),
    "intake.nothing_given": _("还没有填要给的内容。请先选牵头单位、包联领导，或者填时限，再按“应用”。"),
    "intake.too_few": _("并成一条，至少要勾选两条。"),
    "intake.not_accepted": _("“%(title)s”刚被改成不立或并走了，一笔也没有开。请刷新后再看。"),
    "intake.changed": _("%(who)s %(at)s 也定过这一条。您填的还在，没有存。核对后再按一次，就按您填的存。"),
    "intake.no_sheet": _("这份文件不是表，没有列可取。"),
    "intake.nothing": _("还没有选条目。请先勾选，再按按钮。"),
    "intake.incomplete": _("有 %(count)s 条还缺牵头单位、时限或目标数，先补齐再开账。第一条是“%(title)s”。"),
    "intake.opened": _("其中有条目已经开过账了，没有再开。请刷新后再看。"),
    "intake.gone": _("有条目不在这份文件里了，没有改动。请刷新后再看。"),
    "intake.merge_target": _("“%(title)s”自己已并走或不立，不能并到它里面。请换一条。"),
    "intake.no_rows": _("表里没有一行认得出事项。请看看“任务”那一列认对了没有。"),
}
UNREADABLE: Final[dict[str, _StrPromise]] = {
    "empty": _("这个文件是空的，里面没有字。请看看是不是选错了文件。"),
    "too_large": _("文件超过 %(limit)s MB，没有收。请压缩，或者拆成几个再传。"),
    "bomb": _("这个文件解开后大得不正常，没有打开。请让对方重新导出一份再传。"),
    "encrypted": _("这个文件设了密码。请先在本机去掉密码，另存一份再传。"),
    "not_what_it_says": _("文件名写的是 %(claimed)s，内容却不是。请用原来的软件打开，另存为 DOCX 或 PDF 再传。"),
    "damaged": _("这个文件打不开，像是坏了。请让对方重新发一份，或者把文字粘贴进来。"),
    "undecodable": _("认不出这个文件的文字编码。请用记事本打开，另存为 UTF-8 再传，或者把文字粘贴进来。"),
    "scan": _("这是扫描件，%(pages)s 页都是图片，没有文字。请传电子版，或者把文字粘贴进来。"),
    "no_table": _("这个表里一个字也没有。请看看是不是选错了工作表。"),
    "no_header": _("“%(sheet)s”里找不到表头。请在第一行写上“任务”“牵头单位”“完成时限”这样的列名再传。"),
    "too_long": _("文件太长，超过 %(limit)s 的上限。请拆成几份再传。"),
    "doctype": _("这个文件里夹着不该有的东西，没有打开。请让对方重新导出一份再传。"),
    "archive": _("这是一个压缩包。请解开，一份一份地传。"),
    "nested": _("压缩包里还套着压缩包（%(member)s）。请解开再传。"),
    "unsupported": _("还不会读这种文件（%(found)s）。请另存为 DOCX、PDF、HTML、TXT 或 XLSX 再传。"),
    "no_office": _("读老格式（%(found)s）要装 LibreOffice，这台机器没有。请另存为 DOCX 或 XLSX 再传。"),
    "office_failed": _("老格式（%(found)s）没有转成。请另存为 DOCX 或 XLSX 再传。"),
}
WARNINGS: Final[dict[str, _StrPromise]] = {
    "internal": _("这份文件标着“%(printed)s”。请确认可以放进本系统；不可以的，请不要开账，并告诉管理员删去。"),
    "personal": _("文中有 %(count)s 处身份证号或手机号。开账时会遮住，不写进流水。"),
    "tracked_changes_accepted": _("文件里有修订痕迹，按接受后的文字读。"),
    "comments_left_out": _("文件里的批注没有读。"),
    "macros_ignored": _("文件里有宏，没有运行，也没有读。"),
    "hidden_sheets": _("有 %(count)s 张隐藏的工作表（%(names)s）没有读。要读的，请取消隐藏后再传。"),
    "formulas_without_values": _("有 %(count)s 个公式没有算出的值，读成了空。请在表格软件里打开保存一次再传。"),
    "pages_without_text": _("有 %(count)s 页是图片，没有文字，没有读。请对照原件。"),
    "converted_by_office": _("这是老格式（%(found)s），由 LibreOffice 转换后读的。版式若有出入，以原件为准。"),
    "read_as": _("文件名写的是 %(claimed)s，内容其实是 %(found)s，按内容读的。"),
    "text_broken": _("文件里有些字节已经坏了，读不出的字用 � 代替。请对照原件。"),
    "text_mixed": _("文件里混着两种文字编码，已分段解码。请对照原件。"),
    "text_twice": _("文件的文字曾被错误转码，已还原。请对照原件。"),
}
WHY: Final[dict[str, _StrPromise]] = {
    "due_missing": _("文中没有写时限，请定。"),
    "due_question": _("文中只说“尽快”一类的话，时限请定。"),
    "due_inferred": _("时限是推出来的，请核对。"),
}
ASIDE: Final[dict[str, _StrPromise]] = {
    "done": _("说的是已经办成的事"),
    "vague": _("只有方向，没有可核的目标"),
    "clerk": _("经办人定的"),
    "background": _("背景或回顾"),
    "framework": _("提法，作归类用"),
    "heading": _("标题，只引出下文"),
    "direction": _("只有方向，没有可核的目标"),
    "set": _("只提到一个提法"),
    "speech": _("转述谁说了什么"),
    "adjunct": _("只是条件或方式"),
    "total": _("只说投资总额"),
    "no_verb": _("没有读出要做什么，请看一看"),
}
CHECKS: Final[dict[str, _StrPromise]] = {
    "set.listed": _("文中说“%(name)s”（%(declared)s），这里列出 %(found)s 项。先立列出的，差额请核对。"),
    "set.open": _("文中说“%(name)s”（%(declared)s），只列出 %(found)s 项就写了“等”。先立列出的，差额待补。"),
    "sum.count": _("总数“%(name)s”是 %(declared)s，分项加起来是 %(found)s。请核对。"),
    "sum.amount": _("总数“%(name)s”是 %(declared)s 亿元，分项加起来是 %(found)s 亿元。请核对。"),
    "figure.differs": _("前面说“%(first)s”，这里说“%(name)s”，数字不一样。请核对以哪个为准。"),
}
"""Figures of the text that do not match each other."""
FIELDS: Final[dict[str, _StrPromise]] = {
    "task": _("事项"),
    "project": _("项目名称"),
    "content": _("内容"),
    "target": _("目标"),
    "measure_unit": _("计量单位"),
    "lead_unit": _("牵头单位"),
    "units": _("责任单位（第一个牵头）"),
    "co_units": _("配合单位"),
    "leader": _("包联领导"),
    "due": _("时限"),
    "milestone": _("节点"),
    "year_investment": _("年度投资"),
    "total_investment": _("总投资"),
    "number": _("序号"),
    "code": _("编号"),
    "person": _("责任人"),
    "progress": _("进展"),
    "problem": _("问题"),
    "origin": _("来源"),
    "remarks": _("备注"),
}
"""What a column may be taken for; the rest of the reading's fields are kept in the file, not on the desk."""
REASONS: Final[dict[str, _StrPromise]] = {
    "exact": _("列名就是“%(word)s”"),
    "contains": _("列名里有“%(word)s”"),
    "period": _("列名是月份或季度"),
    "sequence": _("内容是 1、2、3…"),
    "values": _("看内容认的"),
    "longest": _("这一列字最多"),
    "chosen": _("您定的"),
    "taken": _("别的列更像"),
    "unknown": _("没有认出来"),
}
STATES: Final[dict[str, _StrPromise]] = {
    "pending": _("待定"),
    "accepted": _("已采纳"),
    "discarded": _("不立"),
    "merged": _("已并入"),
    "opened": _("已开账"),
}


def refusal(error: IntakeRefused) -> str:
    """The sentence of a refusal; moments in it are spoken."""
    params = dict(error.params)
    if "at" in params:
        params["at"] = moment(datetime.fromisoformat(str(params["at"])))
    return sentence(error.code, params, REFUSALS)


def sentence(code: str, params: Mapping[str, Any], table: Mapping[str, _StrPromise]) -> str:
    """A code's sentence; a code without one is shown as itself, so that it can be told to the office."""
    return str(table[code]) % params if code in table else code
