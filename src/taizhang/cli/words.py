"""命令行的话：先中文，后英文。What the command line says: Chinese first, then English.

The command line runs without Django, so it carries its own catalogue; web desks use gettext.
"""

from __future__ import annotations

from typing import Final, Literal

Lang = Literal["zh", "en"]

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "about": (
        "台账：读计划、立账、跟到核实销账。",
        "Taizhang: reads a plan, opens accounts, drives each to a verified close.",
    ),
    "commands": ("命令（各自带 --help）", "commands (each has --help)"),
    "command": ("命令", "command"),
    "help": ("显示这段说明", "show this help"),
    "help_lang": ("界面语言：zh 中文，en 英文；不给则看环境变量 LANG", "language of messages; default from LANG"),
    "arguments": ("参数", "arguments"),
    "options": ("选项", "options"),
    "usage": ("用法：", "usage: "),
    "wrong_call": ("参数不对：{why}\n用 {prog} --help 看用法。", "wrong call: {why}\nsee {prog} --help"),
    "interrupted": ("已中断。", "Interrupted."),
    "read_help": ("读文件，列出事项、数量、项目和提法", "read documents: items, amounts, projects, named sets"),
    "read_about": (
        "读一个或多个文件（文件夹则读其中认得的全部文件，ZIP 则读其中每一份）。支持 TXT、HTML、DOCX、PDF、XLSX、CSV，"
        "装有 LibreOffice 时也读 DOC、WPS、RTF。读不了的说明原因，其余照读；有读不了的则退出码为 1。",
        "Read one document or many (a folder: every document in it; a ZIP: each member). TXT, HTML, DOCX, PDF, XLSX,"
        " CSV; with LibreOffice also DOC, WPS, RTF. What cannot be read is named with its reason and the rest is read;"
        " the exit code is then 1.",
    ),
    "read_example": (
        "例：taizhang read 计划.docx\n    taizhang read 文件夹 --as xlsx --out 结果\n"
        "    taizhang read --found 标注 *.txt",
        "e.g. taizhang read plan.docx\n     taizhang read folder --as xlsx --out results\n"
        "     taizhang read --found labels *.txt",
    ),
    "path_help": ("文件、文件夹或 ZIP", "a file, a folder or a ZIP"),
    "as_help": (
        "table 屏幕上的表（默认）；json 每份一行；xlsx 一个工作簿；html 每份一页，所得标在原处",
        "table on screen (default); json, one line a document; xlsx, one workbook; html, one page a document",
    ),
    "out_help": ("结果写到这个文件夹（没有就新建）；不给则打到屏幕，xlsx 和 html 写到当前文件夹", "folder for results"),
    "date_help": (
        "把这一天当作收文日；只在文件本身没有写年份时使用",
        "the day of intake; used only where a paper names no year",
    ),
    "found_help": (
        "把所得按标注格式写成 OUT_DIR/名字.found.json",
        "write NAME.found.json in the schema of the gold labels",
    ),
    "workers_help": ("同时用几个进程；默认等于处理器核数", "number of processes; default: one a core"),
    "journal_help": (
        "每读完一份就在这个文件夹里记一行；中断后用同一命令再跑，只读没读完的（不能与 xlsx 同用）",
        "note every finished document in this folder; the same command then goes on where it stopped (not with xlsx)",
    ),
    "no_journal": ("--journal 不能与 --as xlsx 同用。", "--journal does not go with --as xlsx."),
    "all_done": ("都已读过，没有新的。", "All of them were read before; nothing new."),
    "repair_help": ("修好被转坏的文字", "repair text that mirrors and converters damaged"),
    "repair_about": (
        "取出文件的正文并修复：括注拼音、繁体、乱码、部首、全半角、硬换行等。结果打到屏幕；--explain 逐处说明。",
        "Take the text of a document and repair it: bracketed pinyin, traditional script, mojibake, radicals, width,"
        " hard line breaks. Printed to standard output; --explain lists every change.",
    ),
    "explain_help": ("逐处说明改了什么、为什么", "say what was changed, and why"),
    "explained": ("共改动 {count} 处", "{count} changes"),
    "nothing_changed": ("没有要修的。", "Nothing to repair."),
    "guess": ("（推断）", " (a guess)"),
    "bad_date": ("“{given}”不是日期，应写成 2025-03-01 的样子。", "“{given}” is no date; write it like 2025-03-01."),
    "no_documents": ("没有找到可读的文件。", "No documents found."),
    "not_a_file": ("{path} 是文件夹；这条命令一次修一个文件。", "{path} is a folder; this command takes one file."),
    "cannot_write": ("写不进 {path}：{why}", "Cannot write to {path}: {why}"),
    "progress": ("已读 {done}/{total}", "{done}/{total} read"),
    "seconds": ("用时 {seconds} 秒", "{seconds} s"),
    "wrote": ("已写入 {path}", "wrote {path}"),
    "unreadable": ("{count} 份没有读成：", "{count} not read:"),
    "trouble": ("{path}：{why}", "{path}: {why}"),
}


def say(code: str, lang: Lang, **params: object) -> str:
    """One message. An unknown code is a mistake of ours."""
    return _WORDS[code][lang == "en"].format(**params)
