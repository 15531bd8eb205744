"""随便哪种台账、谁按什么顺序做，这些话都成立。Random actors in every book; these sentences hold in each.

No closed without verified or a named waiver; the verifier never of the reporting side; the original date unchanged; no
stage but the book's own; every refusal has a known code.
"""

from __future__ import annotations

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from taizhang.ledger import posting as p
from taizhang.ledger import requests as r
from taizhang.ledger.refusal import CODES, PostingRefused
from taizhang.ledger.target import Target, covers
from tests.properties.test_ledger import BEHALF, EVIDENCE, PEOPLE, REQUESTS
from tests.unit.books.shelf import SHELF, onward, opened
from tests.unit.ledger import desk

STAGES = sorted({stage.name for book in SHELF.values() for stage in book.stages})
ASKED = st.one_of(REQUESTS, st.builds(r.Advance, st.sampled_from([*STAGES, "nowhere"]), st.sampled_from(["", "理由"])))


class AnyBook(RuleBasedStateMachine):
    """One entry in one book, eight people."""

    @initialize(name=st.sampled_from(sorted(SHELF)))
    def open_it(self, name: str) -> None:
        self.book = SHELF[name]
        self.account = opened(self.book, target=Target("amount", "ge", 600, "件", "件数"))
        self.day = self.account.postings[0].at.date()

    @rule(by=st.sampled_from(PEOPLE), request=ASKED, evidence=EVIDENCE, behalf=BEHALF, wait=st.integers(0, 40))
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

    @rule()
    def the_proper_next_step(self) -> None:
        if self.book.account(self.account.entry.state) == "end":
            return
        by, request = onward(self.book, self.account.entry)
        self.somebody_asks(by=by, request=request, evidence=(desk.PHOTO,), behalf=None, wait=1)

    @invariant()
    def closed_only_when_verified_or_waived(self) -> None:
        entry = self.account.entry
        if self.book.account(entry.state) == "close":
            assert entry.waived is not None or covers(entry.target, entry.verified, period_ended=True)

    @invariant()
    def the_verifier_never_reported(self) -> None:
        reporters: set[str] = set()
        for posting in self.account.postings:
            if isinstance(posting.fact, p.Verified):
                assert posting.by.unit not in reporters
            if isinstance(posting.fact, p.Reported):
                reporters.add(posting.behalf.unit if posting.behalf else posting.by.unit)

    @invariant()
    def dates_and_stages_are_its_own(self) -> None:
        entry = self.account.entry
        assert entry.original_due == self.account.postings[0].fact.due  # type: ignore[union-attr]
        assert {one.stage for one in entry.course.stages} <= {stage.name for stage in self.book.stages}


TestAnyBook = AnyBook.TestCase
TestAnyBook.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
