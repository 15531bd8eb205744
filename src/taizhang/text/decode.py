"""解码：中国机关和网站用过的编码都要读得出；不是文字的字节要明说。

Decode what a Chinese office or site sends, whatever it claims the charset is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_COMMON = frozenset(
    "的一是了在有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经三之进着"
    "等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新"
    "线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活"
    "设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理世府县市镇乡村项目亿元万"
    "推进落实坚持保障完成责任单位牵头今年全面加快提升服务安全教育环境项規劃"
    "這為個國時來們對會發動過說產種後學經進著當點從業應開還現實與關間樣於長頭論運農幾區強決處縣鎮鄉項億萬務責環護統級組見計別數線總"
    "，。、；：？！（）“”《》—…0123456789"
)
_WRONG = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_STRANGE = re.compile(r"[\x80-\x9f\ue000-\uf8ff\ufffd\U000e0000-\U0010ffff]")
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_FAMILIES = (
    (re.compile(r"utf-?8"), "utf-8"),
    (re.compile(r"gb|936|euc-?cn|chinese$"), "gb18030"),
    (re.compile(r"big-?5|950"), "big5hkscs"),
    (re.compile(r"utf-?16-?be"), "utf-16-be"),
    (re.compile(r"utf-?16|unicode|ucs-?2"), "utf-16-le"),
    (re.compile(r"^hz"), "hz"),
)
_TOLERATED = 0.02  # 坏字节不超过百分之二，仍算这种编码 share of broken places still taken as damage within an encoding


class Undecodable(ValueError):
    """The bytes are text in no encoding we know; ``size`` is their number."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes are text in no known encoding")
        self.size = size


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that gave it, and codes of what was odd on the way.

    Notes: ``bom``, ``declared_wrong``, ``mixed`` (lines in several encodings), ``broken`` (some bytes were lost and
    stand as U+FFFD), ``twice`` (UTF-8 that had been taken for Latin and encoded again).
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Read ``data``; what the bytes say counts more than the ``declared`` charset.

    >>> decode("今年造林".encode("gbk"), "utf-8")
    Decoded(text='今年造林', encoding='gb18030', notes=('declared_wrong',))

    Raises ``Undecodable`` for bytes of no encoding.
    """
    claimed = _family(declared)
    found = _marked(data) or _plain(data) or _utf8(data) or _wide(data) or _double_byte(data, claimed) or _lines(data)
    found = found or _broken(data)
    if found is None or _WRONG.search(found.text):
        raise Undecodable(len(data))
    if claimed and claimed != found.encoding and not data.isascii() and "mixed" not in found.notes:
        return Decoded(found.text, found.encoding, (*found.notes, "declared_wrong"))
    return found


def _family(declared: str | None) -> str:
    name = (declared or "").strip().strip("'\"").lower().replace("_", "-")
    return next((codec for pattern, codec in _FAMILIES if name and pattern.search(name)), "")


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, ValueError):
        return None


def _marked(data: bytes) -> Decoded | None:
    for bom, codec in _BOMS:
        if data.startswith(bom):
            text = _strict(data[len(bom) :], codec)
            if text is not None:
                return Decoded(text, codec, ("bom",))
    return None


def _plain(data: bytes) -> Decoded | None:
    if not data.isascii() or b"\x00" in data:
        return None
    if b"~{" in data and (text := _strict(data, "hz")) is not None and _likeness(text) > 0.5:
        return Decoded(text, "hz")
    return Decoded(data.decode("ascii"), "utf-8")


def _utf8(data: bytes) -> Decoded | None:
    text = None if b"\x00" in data else _strict(data, "utf-8")
    if text is None:
        return None
    again = _undouble(text)
    return Decoded(again, "utf-8", ("twice",)) if again else Decoded(text, "utf-8")


def _undouble(text: str) -> str | None:
    """UTF-8 read as Windows-1252 and written as UTF-8 once more: undone only when the result is Chinese."""
    if not re.search(r"[äåæçèé][^\s\w]", text) or re.search(r"[\u2e80-\u9fff]", text):
        return None
    raw = bytearray()
    for char in text:
        if ord(char) < 0x100:
            raw.append(ord(char))
            continue
        try:
            raw += char.encode("cp1252")
        except UnicodeEncodeError:
            return None
    again = _strict(bytes(raw), "utf-8")
    return again if again and _likeness(again) > 0.1 else None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: told by which of the two byte orders gives Chinese."""
    if len(data) % 2:
        return None
    trials = [(c, _strict(data, c)) for c in ("utf-16-le", "utf-16-be")]
    scored = [(_likeness(t) - 2 * _strangeness(t), c, t) for c, t in trials if t and not _WRONG.search(t)]
    best = max(scored, default=None)
    if best is None or best[0] < (0.02 if b"\x00" in data else 0.25):
        return None
    rival = _strict(data, "gb18030")
    if rival is not None and b"\x00" not in data and _likeness(rival) >= best[0]:
        return None
    return Decoded(best[2], best[1])


def _double_byte(data: bytes, claimed: str) -> Decoded | None:
    """GB18030 or Big5, whichever reads as the more ordinary Chinese."""
    best: tuple[float, Decoded] | None = None
    for codec in ("gb18030", "big5hkscs"):
        text = None if b"\x00" in data else _strict(data, codec)
        if text is None or not _is_chinese(text):
            continue
        score = _likeness(text) - _strangeness(text) + (0.02 if codec == claimed else 0.0)
        if best is None or score > best[0]:
            best = (score, Decoded(text, codec))
    return best[1] if best else None


def _lines(data: bytes) -> Decoded | None:
    """A file glued together from several encodings: each line is read by itself."""
    parts: list[str] = []
    codecs: set[str] = set()
    for line in data.splitlines(keepends=True):
        one = _plain(line) or _utf8(line) or _double_byte(line, "")
        if one is None:
            return None
        parts.append(one.text)
        if not line.isascii():
            codecs.add(one.encoding)
    return Decoded("".join(parts), "+".join(sorted(codecs)), ("mixed",)) if len(codecs) > 1 else None


def _broken(data: bytes) -> Decoded | None:
    """An encoding with a few bytes lost, as mirrors leave it: the lost places stay marked as U+FFFD."""
    if b"\x00" in data:
        return None
    trials = [(c, data.decode(c, "replace")) for c in ("utf-8", "gb18030", "big5hkscs")]
    worth = [(t.count("\ufffd") / max(1, len(t)), c, t) for c, t in trials if _is_chinese(t)]
    share, codec, text = min(worth, default=(1.0, "", ""))
    return Decoded(text, codec, ("broken",)) if share <= _TOLERATED else None


def _sample(text: str) -> str:
    return text if len(text) <= 60_000 else text[:30_000] + text[-30_000:]


def _likeness(text: str) -> float:
    """Share of everyday characters among the non-ASCII ones."""
    wide = [c for c in _sample(text) if c > "\x7f"]
    return sum(c in _COMMON for c in wide) / len(wide) if wide else 0.0


def _strangeness(text: str) -> float:
    sample = _sample(text)
    return len(_STRANGE.findall(sample)) / max(1, len(sample))


def _is_chinese(text: str) -> bool:
    wide = [c for c in _sample(text) if c > "\x7f"]
    ordinary = sum("\u3000" <= c <= "\u303f" or "\u4e00" <= c <= "\u9fff" or "\uff00" <= c <= "\uff60" for c in wide)
    return bool(wide) and ordinary + sum(c in "“”‘’—…·×±℃㎡→" for c in wide) >= 0.7 * len(wide)
