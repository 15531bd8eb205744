"""为什么没读成，该怎么办。Why a document was not read, and what to do about it."""

from __future__ import annotations

from typing import Final

from taizhang.cli.words import Lang
from taizhang.formats.refusals import Unreadable

_REFUSALS: Final[dict[str, tuple[str, str]]] = {
    "empty": ("文件里没有文字。请检查是否传错了文件。", "there is no text in it. Check that it is the right file."),
    "too_large": (
        "文件有 {size} MB，超过 {limit} MB 的上限。请拆开，或删去其中的图片再试。",
        "it has {size} MB, more than the limit of {limit} MB. Split it, or take out its pictures.",
    ),
    "bomb": (
        "解压后超过 {limit} MB，不像正常文件，没有打开。请用 Word 或 WPS 另存一份再试。",
        "it unpacks to more than {limit} MB, as no ordinary file does; not opened. Save a fresh copy and try that.",
    ),
    "encrypted": ("文件有密码。请去掉密码后另存一份再试。", "it is protected by a password. Save a copy without one."),
    "not_what_it_says": (
        "名字是 .{claimed}，内容却是{found}。请用原来的软件打开，另存为 .{claimed} 再试。",
        "its name ends in .{claimed} but it holds {found}. Open it in its own program and save it as .{claimed}.",
    ),
    "damaged": (
        "文件坏了或不完整，打不开。请重新下载，或另存一份再试。",
        "it is damaged or incomplete. Download or save it again.",
    ),
    "undecodable": (
        "认不出文字编码，也可能根本不是文字。请用记事本另存为 UTF-8 再试。",
        "its characters are in no known encoding, or it is no text at all. Save it as UTF-8.",
    ),
    "scan": (
        "是扫描件：{pages} 页都是图片，没有文字。请提供电子版，或先用文字识别软件转换。",
        "it is a scan: {pages} page(s) of pictures without text. Use the electronic original, or run OCR first.",
    ),
    "no_table": ("表里没有填内容的格子。", "no cell of it is filled."),
    "no_header": (
        "表“{sheet}”里没有找到表头。请在第一行写上列名（如 序号、任务、牵头单位、完成时限）。",
        "no header row was found in sheet “{sheet}”. Put column names in its first row.",
    ),
    "too_long": (
        "内容太多（{what}超过 {limit}）。请拆成几份。",
        "it holds too much (more than {limit} {what}). Split it.",
    ),
    "doctype": (
        "文件里带有实体定义，这不是正常的办公文件，没有打开。请另存一份再试。",
        "it carries XML entity definitions, as no office file should; not opened. Save a fresh copy.",
    ),
    "archive": (
        "这是一个压缩包，里面有多份文件。请解开后逐份上传。",
        "it is an archive of several files. Unpack it first.",
    ),
    "nested": (
        "压缩包里还有压缩包（{member}）。请先解开。",
        "an archive inside the archive ({member}). Unpack it first.",
    ),
    "unsupported": (
        "不支持这种格式（{found}）。请另存为 DOCX、PDF、XLSX 或 TXT 再试。",
        "this format ({found}) is not supported. Save it as DOCX, PDF, XLSX or TXT.",
    ),
    "no_office": (
        "读这种旧格式（{found}）要用 LibreOffice，本机没有安装。请另存为 DOCX 再试，或由管理员安装 LibreOffice。",
        "this old format ({found}) needs LibreOffice, which is not installed here. Save it as DOCX, or install it.",
    ),
    "office_failed": (
        "LibreOffice 没能转换这个文件（{found}）。请用 Word 或 WPS 另存为 DOCX 再试。",
        "LibreOffice could not convert it ({found}). Save it as DOCX in Word or WPS.",
    ),
    "missing": ("没有这个文件。", "there is no such file."),
    "unopened": ("打不开：{why}", "it cannot be opened: {why}"),
    "crashed": (
        "读的进程中途退出了。请把文件发给维护人员。",
        "the process that read it ended abruptly. Please report the file.",
    ),
    "failed": ("程序出错（{why}）。请把文件发给维护人员。", "a fault of the program ({why}). Please report the file."),
}

_NAMES: Final[dict[str, tuple[str, str]]] = {
    "image": ("图片", "a picture"),
    "media": ("音视频", "sound or video"),
    "exe": ("程序", "a program"),
    "zip": ("压缩包", "an archive"),
    "rar": ("RAR 压缩包", "a RAR archive"),
    "7z": ("7z 压缩包", "a 7z archive"),
    "gzip": ("gzip 压缩包", "a gzip archive"),
    "unknown": ("认不出的内容", "nothing we know"),
    "ppt": ("演示文稿", "a presentation"),
    "ofd": ("OFD 版式文件", "an OFD file"),
    "ole": ("旧式复合文档", "an old compound file"),
    "database": ("数据库", "a database"),
    "doc": ("DOC 文档", "a DOC document"),
    "xls": ("XLS 工作簿", "an XLS workbook"),
    "rtf": ("RTF 文档", "an RTF document"),
    "odt": ("ODT 文档", "an ODT document"),
    "wordml": ("Word 2003 XML 文档", "a Word 2003 XML document"),
    "cells": ("单元格", "cells"),
    "pages": ("页数", "pages"),
    "characters": ("字数", "characters"),
}


def refusal(code: str, params: dict[str, str | int], lang: Lang) -> str:
    """Why a file was not read, and what to do."""
    named = {key: _name(value, lang) if key in {"found", "what"} else value for key, value in params.items()}
    return _REFUSALS[code][lang == "en"].format(**named)


def why(refused: Unreadable, lang: Lang) -> str:
    return refusal(refused.code, refused.params, lang)


def _name(value: str | int, lang: Lang) -> str:
    return _NAMES[str(value)][lang == "en"] if str(value) in _NAMES else str(value)
