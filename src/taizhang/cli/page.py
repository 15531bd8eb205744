"""一份文件一页网页：修复后的全文，所得标在原处。

A self-contained page of one document: the repaired text with every finding marked in place. No script, nothing
loaded, everything escaped; it passes ``default-src 'none'; style-src 'unsafe-inline'``.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from taizhang.cli.findings import Tables, tables
from taizhang.cli.labels import label
from taizhang.cli.screen import shown
from taizhang.cli.words import Lang
from taizhang.reading.reading import Reading
from taizhang.text.span import Span

_STYLE = """body{font:16px/1.9 "Noto Sans CJK SC","WenQuanYi Micro Hei","Microsoft YaHei",sans-serif;margin:0 auto;
max-width:52rem;padding:1.5rem;color:#1f2933}h1{font-size:1.25rem}p.text{white-space:pre-wrap;overflow-wrap:anywhere}dl{display:grid;
grid-template-columns:max-content 1fr;gap:0 1rem}dt{color:#52606d}dd{margin:0}span{border-radius:2px}
.items{background:#e6f2ff;border-bottom:2px solid #1c64b4}.projects{background:#fff0d6;border-bottom:2px solid #b45309}
.frameworks{background:#f3e8ff;border-bottom:2px solid #7e22ce}.measures{font-weight:600;color:#0b6b3a}
@media(prefers-color-scheme:dark){body{background:#11161c;color:#e4e7eb}.items{background:#10304f}.projects{background:#45300c}
.frameworks{background:#35204d}.measures{color:#7ddba7}}"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LAYERS = ("items", "projects", "frameworks", "measures")


def page_zh(reading: Reading) -> str:
    return page(reading, "zh")


def page_en(reading: Reading) -> str:
    return page(reading, "en")


def page(reading: Reading, lang: Lang) -> str:
    """The whole page as text."""
    found = tables(reading)
    title = escape(found.meta.get("title", "") or reading.source.name)
    counts = label("counts", lang).format(**{kind: len(lines) for kind, lines in found.tables.items()})
    meta = "".join(f"<dt>{escape(label(k, lang))}</dt><dd>{escape(v)}</dd>" for k, v in found.meta.items())
    key = "　".join(f'<span class="{layer}">{escape(label(layer, lang))}</span>' for layer in _LAYERS)
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1><dl>{meta}</dl><p>{escape(counts)}</p>"
        f'<p>{key}</p><p class="text">{marked(reading, found, lang)}</p></body></html>\n'
    )


def marked(reading: Reading, found: Tables, lang: Lang) -> str:
    """The text cut wherever a finding begins or ends; each piece carries the classes of all that cover it."""
    spans = [(layer, at, _told(layer, line, lang)) for layer, at, line in _placed(reading, found)]
    cuts = sorted({0, len(reading.text), *(edge for _, at, _ in spans for edge in (at.start, at.end))})
    starts: dict[int, list[int]] = {}
    for n, (_, at, _) in enumerate(spans):
        starts.setdefault(at.start, []).append(n)
    parts: list[str] = []
    live: list[int] = []
    for start, end in pairwise(cuts):
        live = [n for n in live if spans[n][1].end > start] + starts.get(start, [])
        piece = escape(reading.text[start:end])
        parts.append(_wrapped(piece, [spans[n] for n in live]) if live else piece)
    return "".join(parts)


def _placed(reading: Reading, found: Tables) -> Iterator[tuple[str, Span, dict[str, object]]]:
    for layer, findings in zip(_LAYERS, _findings(reading), strict=True):
        for at, line in zip(findings, found.tables[layer], strict=True):
            if len(at):
                yield layer, at, dict(line)


def _findings(reading: Reading) -> tuple[list[Span], ...]:
    return (
        [item.at for item in reading.items],
        [project.at for project in reading.projects],
        [framework.at for framework in reading.frameworks],
        [measure.at for measure in reading.measures],
    )


def _wrapped(piece: str, covering: list[tuple[str, Span, str]]) -> str:
    classes = " ".join(dict.fromkeys(layer for layer, _, _ in covering))
    titles = escape("\n".join(dict.fromkeys(told for _, _, told in covering)))
    return f'<span class="{classes}" title="{titles}">{piece}</span>'


def _told(layer: str, line: dict[str, object], lang: Lang) -> str:
    said = ((column, shown(column, value, lang)) for column, value in line.items() if column != "quote")
    return f"{label(layer, lang)}：" + "，".join(f"{label(column, lang)} {value}" for column, value in said if value)
