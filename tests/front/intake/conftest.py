"""小县，一个经办人，一个空的原件库。A small county, clerks at the door, and an empty file store."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from taizhang.store import clock
from taizhang.store.clock import ZONE

BACKEND = "django.contrib.auth.backends.ModelBackend"
NOW = datetime(2026, 3, 20, 10, 0, tzinfo=ZONE)
PLAN = """试验县2026年重点工作安排
试发〔2026〕5号
（2026年2月9日）

为做好今年工作，经研究，现就重点工作作如下安排。

一、生态建设
完成造林12万亩。（牵头单位：县林业局；责任单位：县财政局；完成时限：2026年11月底）
新建森林防火通道28公里。（牵头单位：县林业局；完成时限：2026年10月底）

二、城乡建设
改造老旧管网35公里。（牵头单位：北河镇；责任单位：各乡镇；完成时限：2026年12月底）
申报专项债券项目9个。（牵头单位：县财政局；完成时限：2026年9月底）
新增公共停车位600个。
大力营造良好发展氛围。
"""
Door = Callable[[str], Client]


@pytest.fixture
def door(db: None, tmp_path: Path, settings: Any) -> Iterator[Door]:
    """Logs people in on 20 March; the file store is empty."""
    from taizhang.store.models import User
    from tests.store.county import settle

    settings.MEDIA_ROOT = tmp_path / "files"
    settle()

    def enter(name: str, language: str = "zh-hans") -> Client:
        client = Client(headers={"accept-language": language})
        client.force_login(User.objects.get(username=name), backend=BACKEND)
        return client

    with clock.stopped(NOW):
        yield enter


@dataclass(frozen=True)
class Kept:
    """How much there is of everything an upload could leave behind."""

    documents: int
    drafts: int
    files: int
    postings: int
    on_disk: int


def kept(settings: Any) -> Kept:
    from taizhang.store.models import DocumentRow, DraftRow, FileRow, PostingRow

    rows = [model.objects.count() for model in (DocumentRow, DraftRow, FileRow, PostingRow)]
    return Kept(*rows, on_disk=sum(path.is_file() for path in Path(settings.MEDIA_ROOT).rglob("*")))


def upload(client: Client, data: bytes, name: str = "计划.txt") -> Any:
    file = io.BytesIO(data)
    file.name = name
    return client.post("/intake/", {"file": file})


def taken(client: Client, data: bytes | None = None, name: str = "计划.txt") -> str:
    """The id of a document that was taken in."""
    answer = upload(client, PLAN.encode() if data is None else data, name)
    assert answer.status_code == 302, said(answer)
    return str(answer["Location"]).split("/")[2]


def said(answer: Any) -> str:
    """What a page says, without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def drafts(document: str) -> dict[str, Any]:
    """The proposals of a document by title, the framework names left aside."""
    from taizhang.store import drafts as store

    return {draft.title: draft for draft in store.drafts(document) if draft.kind != "framework"}


def wording(**more: str) -> dict[str, str]:
    """What the edit form of the first proposal sends."""
    given = {"title": "完成造林12万亩", "book": "task", "target_kind": "amount", "bound": "ge", "figure": "12"}
    given |= {"unit": "万亩", "measure": "造林面积", "lead_unit": "lyj", "leader": "leader1", "due": "1130"}
    return given | more
