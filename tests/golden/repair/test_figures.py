"""The figures repair must reach on damage of our own making; floors only rise."""

import subprocess
import sys
from importlib import util
from pathlib import Path

import pytest

from taizhang.text.repair import repair

ROOT = Path(__file__).resolve().parents[3]
COMMAND = [sys.executable, "tools/damage.py", "measure", "--at-least"]
SAMPLES = sorted((ROOT / "tests/golden/repair/samples").glob("*.txt"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.stem)
def test_a_clean_text_comes_back_character_for_character(sample: Path) -> None:
    text = sample.read_text("utf-8")
    assert repair(text).text == text
    assert repair(text).edits.items == ()


@pytest.mark.parametrize("name", ["pinyin", "script", "radicals", "width", "escapes", "doubled", "watermark"])
def test_plain_damage_is_undone_whole(name: str) -> None:
    spec = util.spec_from_file_location("damage", ROOT / "tools/damage.py")
    assert spec
    assert spec.loader
    damage = sys.modules.setdefault("damage", util.module_from_spec(spec))
    spec.loader.exec_module(damage)
    score = damage.Score()
    for sample in SAMPLES:
        damage.measure(name, sample.read_text("utf-8"), 1, score)
    assert score.right / score.characters >= 0.999


@pytest.mark.slow
def test_the_floors_hold() -> None:
    done = subprocess.run(COMMAND, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()
