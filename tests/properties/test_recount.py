"""随便怎么办，按流水重算都和折账一样。Whatever an office does, the recount from the journal agrees with the fold."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import settings

from taizhang.ledger.light import light, planned
from tests.properties.test_ledger import Office
from tests.unit.ledger import desk
from tests.unit.tools.test_recount import lines_of, registry
from tools import recount


class Recounted(Office):
    """The random office again; at its end everything is recounted from the exported journal."""

    def teardown(self) -> None:
        entry = self.account.entry
        out = recount.recount(lines_of([*registry(), *self.account.postings]))
        again = out.accounts["entry"]
        assert out.breaks == []
        assert (again.state, again.claimed, again.verified) == (
            entry.state,
            entry.claimed.amount,
            entry.verified.amount,
        )
        assert (again.fact["lead_unit"], again.waived) == (entry.lead_unit, entry.waived)
        last: date = max(self.day, *(posting.effective for posting in self.account.postings))
        for ahead in (0, 7, 60, 400):
            on = last + timedelta(days=ahead)
            assert recount.light(again, out.books["task"], on) == light(desk.TASK, entry, on).colour
            if again.counts_up:
                assert recount.planned(again, on) == planned(entry, on)


Recounted.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestRecounted = Recounted.TestCase
