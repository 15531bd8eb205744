"""谁能进：督查室的人；别的岗位、没登录的、猜地址的，都不行。Who may: the office; nobody else, and no guessing."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.front.intake.conftest import PLAN, Door, drafts, kept, taken, upload

pytestmark = pytest.mark.django_db
OTHERS = ("lin", "tan", "li", "gong", "guan")


def addresses(document: str) -> list[str]:
    one = next(iter(drafts(document).values())).id
    tails = ("", "file/", "untaken/", f"draft/{one}/", "columns/", "preview/", "table/")
    return ["/intake/", *(f"/intake/{document}/{tail}" for tail in tails)]


def test_other_posts_are_turned_away_everywhere(door: Door, settings: Any) -> None:
    document = taken(door("chen"))
    before = kept(settings)
    for name in OTHERS:
        client = door(name)
        for address in addresses(document):
            assert client.get(address).status_code == 403, (name, address)
            posted = client.post(address, {"one": "accept:x", "act": "take"})
            assert posted.status_code in (403, 405), (name, address)
        assert upload(client, PLAN.encode() + b"!").status_code == 403
    assert kept(settings) == before


def test_a_stranger_is_led_to_the_login(door: Door) -> None:
    document = taken(door("chen"))
    for address in addresses(document):
        answer = Client().get(address)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/login/?next=/intake/")


def test_no_object_is_found_by_guessing(door: Door) -> None:
    clerk = door("chen")
    document, other = taken(clerk), taken(clerk, f"{PLAN}另建示范点5个。".encode())
    one = drafts(document)["完成造林12万亩"].id
    for address in (
        *(a.replace(document, "0" * len(document)) for a in addresses(document) if document in a),
        f"/intake/{other}/draft/{one}/",
        f"/intake/{document}/draft/1/",
        "/intake/1/",
    ):
        assert clerk.get(address).status_code == 404, address
    posted = clerk.post(f"/intake/{other}/", {"one": f"accept:{one}"}, follow=True)
    assert "不在这份文件里了" in posted.content.decode()
    assert drafts(document)["完成造林12万亩"].state == "pending"


def test_the_operations_check_again(door: Door, settings: Any) -> None:
    from taizhang.operations import decide_drafts, import_sheet, open_drafts, take_in
    from taizhang.store import clock
    from tests.store.county import actor

    document = taken(door("chen"))
    given: dict[str, Any] = {"document": document, "by": actor("lin"), "at": clock.now()}
    keys = {"keys": [next(iter(drafts(document).values())).id]}
    before = kept(settings)
    for attempt in (
        lambda: take_in.take_in(data=b"x", name="x.txt", by=given["by"], at=given["at"]),
        lambda: decide_drafts.accept(**given, **keys),
        lambda: decide_drafts.fill(**given, **keys, due="2026"),
        lambda: decide_drafts.merge(**given, **keys),
        lambda: decide_drafts.take_up(**given, start=0, end=5),
        lambda: open_drafts.open_drafts(**given, **keys),
        lambda: import_sheet.import_sheet(**given, chosen={}),
    ):
        with pytest.raises(take_in.IntakeRefused, match="not_office"):
            attempt()
    assert kept(settings) == before
