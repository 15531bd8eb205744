"""“接下来能做什么”一栏：能做的按钮，不能做的说原因。What may happen next, as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from taizhang.ledger.book import Label
from taizhang.queries.entry import EntryPage
from taizhang.queries.possible import BY_CO, Possible
from taizhang.web.desks.entry.words import printed
from taizhang.web.refusals import sentence

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from taizhang.ledger.book import Book

DOES: Final[dict[str, _StrPromise]] = {
    "assign": lazy("发交办单给牵头单位。您可以办。"),
    "accept": lazy("签收后开始办理。您可以办。"),
    "decline": lazy("不属本单位职责的，写明理由退回。您可以办。"),
    "report": lazy("报到今天的累计数，附佐证。您可以办。"),
    "unchanged": lazy("这一期没有新的数，按一下就行。您可以办。"),
    "submit": lazy("报满了，交给督查室和督导组。您可以办。"),
    "return": lazy("核不上的退回补办。您可以办。"),
    "waive": lazy("批准免去余额，写明理由。您可以办。"),
    "close": lazy("核满了，可以销。您可以办。"),
    "bring_forward": lazy("年中建账，把以前的数带进来。"),
    "extend": lazy("经领导批准延期，原时限留在账上。"),
    "reassign": lazy("换牵头、配合、包联或专班。"),
    "amend": lazy("改名称、标准、依据等说明文字，不改数。"),
    "reverse": lazy("记错的数，记一笔反的。在“经过”里挑一条。"),
    "reopen": lazy("回头看发现反弹，重开这笔账。"),
    "cancel": lazy("经领导批准不再办理。"),
    "approve": lazy("同意立项督查，批准后交办。"),
    "refuse": lazy("不立项，写明理由。"),
    "confirm_duty": lazy("认领配合的事。您可以办。"),
    "object_duty": lazy("不归本单位配合的，写明理由。"),
    "endorse": lazy("单位申请延期，您同意后由督查室办。"),
    "refuse_extension": lazy("不同意的，时限不变。"),
    "resume": lazy("时钟接着走。您可以办。"),
    "check": lazy("先看材料齐不齐，再去核。您可以办。"),
    "confirm": lazy("核过了，定等次。您可以办。"),
    "object": lazy("对认定有异议的，在时限内提出。"),
    "review": lazy("单位有异议，由没有经手的人复核。您可以办。"),
    "archive": lazy("卷宗归档。您可以办。"),
    "ask_extension": lazy("先报分管领导，再由督查室办。"),
    "suspend": lazy("经领导批准暂停，时钟停着。"),
    "merge": lazy("和另一笔是同一件事，并过去。"),
    "make_standing": lazy("经领导批准，今后按日常工作办。"),
    "carry_over": lazy("余下的记到下一年的新账，两边互指。"),
    "decompose": lazy("分给乡镇和单位，合计与目标对得上。"),
    "raise_problem": lazy("写明归哪个单位、哪天前解决。"),
    "settle_problem": lazy("解决了的，写明怎样解决。"),
    "instruct": lazy("领导在这笔账上的批示，原话记下。"),
    "urge": lazy("催办、提醒函、督办函、约谈、通报。"),
    "sample": lazy("照种子抽，抽中的要到现场核。"),
    "look_back": lazy("销号后三至六个月去看一次。"),
}
ONE_CLICK: Final = ("unchanged",)
FORWARD: Final = (
    *("approve", "assign", "accept", "endorse", "extend", "resume", "report", "submit", "check", "verify", "confirm"),
    *("review", "waive", "close", "archive"),
)
"""Acts that lead an account on: one of them is the primary button."""
QUIET: Final = (
    *("approve", "refuse", "confirm_duty", "object_duty", "endorse", "refuse_extension", "resume", "check"),
    *("confirm", "object", "review", "archive"),
)
"""Acts of few people: in sight of those they are given to only, so that the page stays calm."""
ANSWERS: Final = ("extend", "endorse", "refuse_extension")
"""Acts that answer a request for more time; in sight while one waits."""


@dataclass(frozen=True, slots=True)
class Way:
    """``says`` is what the act does, or why it may not be done now; ``behalf`` names whom it may be recorded for."""

    name: str
    label: Label
    allowed: bool
    says: str
    first: bool
    behalf: str

    @property
    def one_click(self) -> bool:
        return self.allowed and self.name in ONE_CLICK


def shown(page: EntryPage, book: Book, acts: tuple[Possible, ...]) -> list[Way]:
    """Acts this person may do or record, then those others may do now, then what the way still holds."""
    answers = tuple(one for one in page.asides if one.act.name == "extend" and page.entry.course.ask)
    offered = [one for one in (*answers, *acts) if _in_sight(page, one)]
    ahead = [one for one in acts if one.code == "act.not_now" and one.act.name in ("verify", "close")]
    ranked = sorted(offered, key=lambda one: (not one.allowed, not one.behalf))
    ask = page.entry.course.ask
    early = {"extend"} if ask and not ask.endorsed else set()
    first = next((o.act.name for o in ranked if o.allowed and o.act.name in FORWARD and o.act.name not in early), "")
    live = page.line.step not in ("closed", "end")
    return [_way(page, book, one, first) for one in (*ranked, *(ahead if live else ()))]


def _in_sight(page: EntryPage, one: Possible) -> bool:
    name, ask = one.act.name, page.entry.course.ask
    if one.code in ("act.not_now", "act.unknown") or (name in ANSWERS and ask is None):
        return False
    if name == "endorse" and ask and ask.endorsed:
        return False
    return one.code != "act.not_yours" if name in BY_CO else name not in QUIET or _theirs(one)


def _theirs(one: Possible) -> bool:
    """Given to this person, who may do it or hear why not now; or his to record for somebody."""
    return one.code != "act.not_yours" or bool(one.behalf)


def mending(page: EntryPage, book: Book) -> list[Way]:
    """What mends or ends the account: only what is this person's to do, and may be done now or says why not."""
    elsewhere = {"reverse"} | ({"extend"} if page.entry.course.ask else set())
    return [_way(page, book, one, "") for one in page.asides if _offered(one) and one.act.name not in elsewhere]


def beside(page: EntryPage, book: Book) -> list[Way]:
    """What goes on beside the way: parts, problems, instructions, papers, draws."""
    settled = all(problem.settled for problem in page.problems)
    empty = {"settle_problem"} if settled else set()
    empty |= set() if page.entry.target.counts_up else {"decompose"}
    recorded = tuple(one for one in page.ways if one.act.name in BY_CO and one.behalf)
    offered = (*page.beside, *recorded)
    return [_way(page, book, one, "") for one in offered if _offered(one) and one.act.name not in empty]


def _offered(one: Possible) -> bool:
    return one.code not in ("act.not_now", "act.unknown") and _theirs(one)


def _way(page: EntryPage, book: Book, one: Possible, first: str) -> Way:
    return Way(
        name=one.act.name,
        label=one.act.label,
        allowed=one.allowed,
        says=_does(page, one) if one.allowed else _why_not(page, book, one),
        first=one.act.name == first,
        behalf=page.names.unit(one.behalf) if one.behalf and not one.allowed else "",
    )


def _does(page: EntryPage, one: Possible) -> str:
    if one.act.name == "verify":
        return _("已报未核 %(open)s。您可以办。") % {"open": printed(page.line.unchecked)}
    return str(DOES.get(one.act.name, ""))


def _why_not(page: EntryPage, book: Book, one: Possible) -> str:
    if one.code == "act.not_yours" and one.act.roles == {"lead"}:
        return _("由%(unit)s办。") % {"unit": page.line.lead_name}
    if one.code == "act.not_yours" and one.act.name == "waive" and page.line.leader_name:
        return _("由%(leader)s批。") % {"leader": page.line.leader_name}
    if one.code == "act.not_now" and one.act.name == "close" and page.missing.amount:
        return _("还差已核 %(left)s。") % {"left": printed(page.missing)}
    names = {code: unit.short or unit.name for code, unit in page.names.units.items()}
    return sentence(one.code, one.params, book=book, names=names)
