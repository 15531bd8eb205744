"""示范县在一年的哪一天装都说得通：有事可办，没有将来的账，灯有红有绿。The demonstration makes sense on any day."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from taizhang.cli.demonstration.load import load, samples
from taizhang.cli.demonstration.registry import shown
from taizhang.ledger.dates import PartialDate
from taizhang.store import clock
from taizhang.store.clock import ZONE

DAYS = [date(2026, 3, 15), date(2026, 12, 31), date(2027, 1, 5)]
MORE = [date(2027, 3, 31), date(2027, 4, 1), date(2028, 2, 29), date(2026, 6, 30), date(2026, 9, 18)]


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_newcomer_finds_work_on_any_day(day: date, tmp_path: Path, settings: Any) -> None:
    from taizhang.queries.intake import documents
    from taizhang.store.models import EntryRow, PostingRow, User

    settings.MEDIA_ROOT = tmp_path / "files"
    now, told = datetime(day.year, day.month, day.day, 10, tzinfo=ZONE), []
    with clock.stopped(now):
        load(home=tmp_path, now=now, say=lambda code, **_params: told.append(code))
        pages = {}
        for person in shown():
            client = Client(headers={"accept-language": "zh-hans"})
            user = User.objects.get(username=person["username"])
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
            pages[person["username"]] = client.get("/")
        waiting = documents()
    assert told == ["demo_registry", "demo_plan", "demo_year", "demo_samples"]
    assert [page.status_code for page in pages.values()] == [200] * len(shown())
    assert "件等您办" in pages["clerk"].content.decode()
    assert "件等您办" in pages["verify"].content.decode()
    assert [d.pending > 0 for d in waiting] == [True] * 3
    assert all(d.date is None or d.date.first <= day for d in waiting)
    assert PostingRow.objects.filter(recorded_at__gt=now).count() == 0
    assert PostingRow.objects.filter(effective__gt=day).count() == 0
    states = Counter(EntryRow.objects.values_list("state", flat=True))
    assert set(states) == {"opened", "assigned", "declined", "doing", "submitted", "closed"}
    assert states["closed"] < 30
    new = EntryRow.objects.filter(state__in=["opened", "assigned", "declined"])
    assert min(entry.due for entry in new) > day.isoformat()


@pytest.mark.parametrize("day", DAYS + MORE, ids=str)
def test_waiting_papers_are_of_the_past_and_ask_for_the_future(day: date) -> None:
    from taizhang.formats.door import open_document
    from taizhang.reading.read import read

    year = day.year if day >= date(day.year, 4, 1) else day.year - 1
    for name, words in samples(year, day).items():
        assert "{" not in words.replace("nav a{margin", "")
        reading = read(open_document(words.encode(), name), today=day)
        assert date.fromisoformat(reading.meta.published) <= day
        if name == "notice.htm":
            due = [i.deadline.until for i in reading.items if i.deadline and i.deadline.until]
            assert len(due) >= 5
            assert min(PartialDate.read(str(until)).last for until in due) > day + timedelta(days=20)
