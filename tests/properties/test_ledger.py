"""随便谁按什么顺序做什么，这些话都成立。Random actors in random order; these sentences hold.

No closed without verified or a named waiver; the verifier is never of the reporting or recording side; balances equal
the sum of postings less reversals; the original date never changes; every refusal has a known code.
"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from taizhang.ledger import posting as p
from taizhang.ledger import requests as r
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.entry import fold
from taizhang.ledger.light import colour_on, light, light_dates
from taizhang.ledger.posting import Milestone, OnBehalf
from taizhang.ledger.refusal import CODES, PostingRefused
from taizhang.ledger.target import Target, covers
from tests.unit.ledger import desk

PEOPLE = [
    desk.CLERK,
    desk.OTHER_CLERK,
    desk.FORESTER,
    desk.FARMER,
    desk.INSPECTOR,
    desk.LEADER,
    desk.STRANGER,
    r.Actor("both", "forestry", frozenset({"handler", "team"})),
]
FIGURES = st.integers(0, 12).map(lambda n: n * desk.mu("0.5"))
WORDS = st.sampled_from(["", "理由"])
REQUESTS = st.one_of(
    st.just(r.Assign("1")),
    st.just(r.Accept()),
    st.builds(r.Decline, WORDS),
    st.builds(r.Report, FIGURES, st.sampled_from(["万亩", "公顷", "元"])),
    st.just(r.NoChange()),
    st.just(r.Submit()),
    st.builds(r.Return, WORDS, FIGURES),
    st.builds(r.Verify, FIGURES, st.just("万亩"), st.just("现场")),
    st.builds(r.Waive, st.sampled_from(["", "leader"]), WORDS),
    st.just(r.Close("1")),
    st.builds(r.Reopen, WORDS),
    st.builds(r.BringForward, FIGURES, FIGURES, st.just("万亩"), st.just(desk.DAY)),
    st.builds(r.Reverse, st.integers(0, 12), WORDS),
    st.builds(r.Amend, st.sampled_from(["title", "due"]), st.just("改过"), WORDS),
    st.builds(r.Reassign, st.sampled_from(["lead_unit", "co_units"]), st.sampled_from(["culture", "forestry"]), WORDS),
    st.builds(r.Approve, st.just("leader")),
    st.builds(r.Decompose, st.integers(0, 3), FIGURES),
    st.builds(r.ObjectDuty, WORDS),
    st.just(r.ConfirmDuty()),
    st.builds(r.RaiseProblem, WORDS, st.just("culture"), st.just(PartialDate(2026, 9))),
    st.builds(r.SettleProblem, st.integers(1, 2), WORDS),
    st.builds(r.AskExtension, st.integers(1, 12).map(lambda m: PartialDate(2027, m)), WORDS, st.just("一半")),
    st.builds(r.Endorse, st.just("leader")),
    st.builds(r.RefuseExtension, WORDS),
    st.builds(r.Suspend, WORDS, st.just("leader")),
    st.just(r.Resume()),
    st.builds(r.Check, WORDS),
    st.builds(r.Sample, WORDS, st.integers(0, 1000), st.booleans()),
    st.builds(r.Confirm, st.sampled_from(["良好", "一流"])),
    st.builds(r.Object, WORDS),
    st.builds(r.Review, st.booleans(), WORDS),
    st.just(r.Archive()),
    st.builds(r.LookBack, st.booleans(), WORDS),
    st.builds(r.Extend, st.integers(1, 12).map(lambda m: PartialDate(2027, m)), WORDS, st.just("leader")),
)
BEHALF = st.one_of(
    st.none(),
    st.builds(
        OnBehalf,
        st.sampled_from(["forestry", "office", "county"]),
        st.just("某人"),
        st.sampled_from(["lead", "leader"]),
    ),
)
EVIDENCE = st.sampled_from([(), (desk.PHOTO,), (desk.SCAN,)])


class Office(RuleBasedStateMachine):
    """One entry, eight people, any act at any time."""

    @initialize(kind=st.sampled_from(["amount", "deliverable", "zero"]), stone=st.booleans())
    def open_it(self, kind: str, stone: bool) -> None:
        target = {"amount": desk.opening().target, "deliverable": Target(), "zero": Target("zero", "eq", 0, "起")}[kind]
        stones = (Milestone(PartialDate(2026, 6), "", desk.mu("3")),) if stone and kind == "amount" else ()
        self.account = desk.opened(target=target, milestones=stones)
        self.day = desk.DAY

    @rule(by=st.sampled_from(PEOPLE), request=REQUESTS, evidence=EVIDENCE, behalf=BEHALF, wait=st.integers(0, 40))
    def somebody_asks(self, by, request, evidence, behalf, wait) -> None:  # type: ignore[no-untyped-def]
        self.day += timedelta(days=wait)
        before = self.account.entry
        try:
            self.account.do(by, request, self.day, evidence=evidence, behalf=behalf)
        except PostingRefused as error:
            refused = error
        else:
            return
        assert refused.code in CODES
        assert self.account.entry == before

    @rule(figure=st.integers(1, 12), wait=st.integers(0, 40))
    def the_proper_next_step(self, figure: int, wait: int) -> None:
        """Random acts alone seldom leave the first states; this one walks on, as an office does."""
        entry = self.account.entry
        lead = r.Actor("somebody", entry.lead_unit, frozenset({"handler"}))
        total = (entry.claimed.amount or 0) + figure * desk.mu("0.5")
        open_claim = (entry.claimed.amount or 0) - (entry.verified.amount or 0)
        by, request = {
            "opened": (desk.CLERK, r.Assign("1")),
            "declined": (desk.CLERK, r.Assign("1")),
            "assigned": (lead, r.Accept()),
            "doing": (lead, r.Submit() if figure > 9 and entry.claimed.amount else r.Report(total, entry.target.unit)),
            "submitted": (desk.INSPECTOR, r.Verify(open_claim, entry.target.unit, "现场")),
            "verified": (desk.CLERK, r.Confirm("良好") if figure > 6 else r.Close("1")),
            "confirmed": (desk.CLERK, r.Close("1")),
            "objected": (r.Actor("fresh", "team", frozenset({"team"})), r.Review(figure > 6, "复测")),
            "checked": (desk.INSPECTOR, r.Verify(open_claim, entry.target.unit, "现场")),
            "suspended": (desk.CLERK, r.Resume()),
            "decomposed": (desk.CLERK, r.Assign("1")),
            "proposed": (desk.LEADER, r.Approve("leader")),
            "closed": (desk.CLERK, r.Reopen("回头看")),
            "archived": (desk.CLERK, r.Reopen("回头看")),
        }[entry.state]
        self.somebody_asks(by=by, request=request, evidence=(desk.PHOTO,), behalf=None, wait=wait)

    def teardown(self) -> None:
        event("ever closed" if any(x.kind == "Closed" for x in self.account.postings) else "never closed")

    @invariant()
    def closed_only_when_verified_or_waived(self) -> None:
        for index, posting in enumerate(self.account.postings):
            if isinstance(posting.fact, p.Closed):
                then = fold(desk.TASK, self.account.postings[:index])
                ended = posting.at.date() > then.due.last
                assert covers(then.target, then.verified, period_ended=ended) or then.waived

    @invariant()
    def nobody_verifies_his_own(self) -> None:
        for index, posting in enumerate(self.account.postings):
            if isinstance(posting.fact, p.Verified):
                then = fold(desk.TASK, self.account.postings[:index])
                assert posting.by.unit not in then.reporters | {then.lead_unit}
                assert posting.by.user not in then.recorders

    @invariant()
    def nobody_reviews_his_own_conclusion(self) -> None:
        for index, posting in enumerate(self.account.postings):
            if isinstance(posting.fact, p.Reviewed):
                then = fold(desk.TASK, self.account.postings[:index])
                assert posting.by.user not in then.judgement.deciders

    @invariant()
    def balances_are_the_sums(self) -> None:
        facts = [posting.fact for posting in self.account.postings]
        claimed = sum(getattr(f, "change", 0) for f in facts if isinstance(f, p.Reported | p.Returned))
        verified = sum(f.change for f in facts if isinstance(f, p.Verified))
        forward = [f for f in facts if isinstance(f, p.BroughtForward)]
        undone = [f for f in facts if isinstance(f, p.Reversed)]
        entry = self.account.entry
        assert (entry.claimed.amount or 0) == claimed + sum(f.claimed for f in [*forward, *undone])
        assert (entry.verified.amount or 0) == verified + sum(f.verified for f in [*forward, *undone])

    @invariant()
    def the_original_date_stands(self) -> None:
        assert self.account.entry.original_due == PartialDate(2026, 11, 30)

    @invariant()
    def the_fold_is_the_entry(self) -> None:
        assert fold(desk.TASK, self.account.postings) == self.account.entry

    @invariant()
    def stored_days_give_the_light(self) -> None:
        dates = light_dates(desk.TASK, self.account.entry)
        day: date = max(self.day, *(posting.effective for posting in self.account.postings))
        for ahead in (0, 7, 11, 60, 400):
            on = day + timedelta(days=ahead)
            assert colour_on(dates, on) == light(desk.TASK, self.account.entry, on).colour


Office.TestCase.settings = settings(max_examples=250, stateful_step_count=30, deadline=None)
TestOffice = Office.TestCase
