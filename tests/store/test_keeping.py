"""备份与恢复、查账、命令行的拒绝。Backup and restore, verification, and what the commands refuse."""

from __future__ import annotations

import gzip
import io
import json
import socket
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.homes import Home, home


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory, settled: Home) -> Iterator[tuple[Home, list[str], Path]]:
    """A county with something in it, what must come back, and its backup."""
    folder = tmp_path_factory.mktemp("lived")
    with home(folder / "home", like=settled) as mine:
        words = mine.script("lived").stdout.split()
        saved = folder / "saved.tar.gz"
        done = mine.taizhang("backup", str(saved))
        assert done.returncode == 0, done.stderr
        yield mine, words, saved


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Home]:
    with home(tmp_path / "new") as mine:
        yield mine


def test_a_backup_comes_back_whole(lived: tuple[Home, list[str], Path], empty: Home) -> None:
    mine, (_, file, person), saved = lived
    done = empty.taizhang("restore", str(saved))
    assert done.returncode == 0, done.stderr
    assert empty.records() == mine.records() != []
    assert empty.taizhang("verify").returncode == 0
    assert empty.script("remembered", person, file).stdout.split() == ["周某某", "验收单.pdf", "True"]
    empty.script("one")
    assert saved.stat().st_mode & 0o077 == 0


def test_nothing_is_restored_over_what_is_there(lived: tuple[Home, list[str], Path]) -> None:
    mine, _, saved = lived
    before = mine.records()
    done = mine.taizhang("restore", str(saved))
    assert done.returncode == 1
    assert "已有数据" in done.stderr
    assert mine.records() == before


def test_a_backup_is_not_overwritten(lived: tuple[Home, list[str], Path]) -> None:
    mine, _, saved = lived
    before = saved.read_bytes()
    assert mine.taizhang("backup", str(saved)).returncode == 1
    assert saved.read_bytes() == before


def changed(saved: Path, target: Path, name: str, content: bytes) -> None:
    """The backup with one member's content replaced."""
    with tarfile.open(saved) as old, tarfile.open(target, "w:gz") as new:
        for member in old:
            kept = old.extractfile(member)
            given = content if member.name == name else kept.read() if kept else b""
            member.size = len(given)
            new.addfile(member, io.BytesIO(given))


def forged(saved: Path) -> tuple[bytes, bytes]:
    """A journal with one figure changed, and a manifest that vouches for it."""
    import hashlib

    with tarfile.open(saved) as tar:
        journal = tar.extractfile("journal.jsonl").read()  # type: ignore[union-attr]
        manifest = json.loads(tar.extractfile("manifest.json").read())  # type: ignore[union-attr]
    other = journal.replace("完成造林".encode(), "完成种草".encode())
    manifest["members"]["journal.jsonl"] = [len(other), hashlib.sha256(other).hexdigest()]
    return other, json.dumps(manifest).encode()


def test_a_damaged_backup_restores_nothing(lived: tuple[Home, list[str], Path], empty: Home, tmp_path: Path) -> None:
    _, (_, file, _), saved = lived
    broken = tmp_path / "broken.tar.gz"
    changed(saved, broken, f"files/{file}", b"something else")
    done = empty.taizhang("restore", str(broken))
    assert (done.returncode, "缺失或损坏" in done.stderr) == (1, True)
    assert empty.records() == []


def test_a_forged_journal_is_refused_though_its_manifest_fits(
    lived: tuple[Home, list[str], Path], empty: Home, tmp_path: Path
) -> None:
    _, _, saved = lived
    journal, manifest = forged(saved)
    half, whole = tmp_path / "half.tar.gz", tmp_path / "forged.tar.gz"
    changed(saved, half, "journal.jsonl", journal)
    changed(half, whole, "manifest.json", manifest)
    done = empty.taizhang("restore", str(whole))
    assert (done.returncode, "断了" in done.stderr) == (1, True)
    assert empty.records() == []


@pytest.mark.parametrize(
    "content", [b"", b"no archive", gzip.compress(b"no archive either")], ids=["empty", "text", "gzip"]
)
def test_what_is_no_backup_is_told_so(empty: Home, tmp_path: Path, content: bytes) -> None:
    given = tmp_path / "some.tar.gz"
    given.write_bytes(content)
    done = empty.taizhang("restore", str(given))
    assert (done.returncode, "不是台账的备份" in done.stderr) == (1, True)


def test_a_file_that_is_not_there(empty: Home) -> None:
    done = empty.taizhang("restore", "nowhere.tar.gz")
    assert (done.returncode, "没有这个文件" in done.stderr) == (1, True)


@pytest.mark.parametrize("words", [["verify"], ["export"], ["rebuild"], ["backup"], ["seal"], ["tick"]])
def test_a_home_without_tables_says_what_to_do(empty: Home, words: list[str]) -> None:
    done = empty.taizhang(*words)
    assert done.returncode == 1
    assert "taizhang serve" in done.stderr
    assert "Traceback" not in done.stderr


def test_verification_says_what_it_checked(lived: tuple[Home, list[str], Path]) -> None:
    mine, _, _ = lived
    sealed = mine.taizhang("seal").stdout.splitlines()[1]
    plain = mine.taizhang("verify").stdout
    assert "没有给另存的封账" in plain
    kept = mine.taizhang("verify", "--seal", sealed)
    assert (kept.returncode, "相符" in kept.stdout, "没有给另存的封账" in kept.stdout) == (0, True, False)
    number = sealed.partition(":")[0]
    other = mine.taizhang("verify", "--chain-only", "--seal", f"{number}:{'0' * 64}")
    assert (other.returncode, "重写或截短" in other.stdout) == (1, True)
    beyond = mine.taizhang("verify", "--chain-only", "--seal", f"999999:{'0' * 64}")
    assert beyond.returncode == 1
    assert mine.taizhang("verify", "--seal", "nonsense").returncode == 2
    assert "NOT" not in mine.taizhang("verify", "--lang", "en").stdout


def test_rebuild_and_tick_do_their_work(lived: tuple[Home, list[str], Path]) -> None:
    mine, _, _ = lived
    assert mine.taizhang("rebuild", "--check").returncode == 0
    assert "0 处不一致" in mine.taizhang("rebuild").stdout
    assert mine.taizhang("tick").returncode == 0


def test_the_first_log_in(empty: Home) -> None:
    made = empty.taizhang("admin", "zhou")
    assert (made.returncode, "密码" in made.stdout) == (0, True)
    again = empty.taizhang("admin", "zhou")
    assert (again.returncode, "已有人用" in again.stderr) == (1, True)


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1"])
def test_a_port_that_is_none(empty: Home, port: str) -> None:
    empty.env["PORT"] = port
    done = empty.taizhang("serve")
    assert (done.returncode, "不是端口号" in done.stderr) == (1, True)


def test_a_busy_port_is_told_before_anything_is_touched(empty: Home) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        empty.env["PORT"] = str(taken.getsockname()[1])
        done = empty.taizhang("serve")
    assert (done.returncode, "已被占用" in done.stderr) == (1, True)
    assert not (empty.folder / "taizhang.sqlite3").exists()
