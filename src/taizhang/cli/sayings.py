"""值守命令的话：先中文，后英文。What the keeping commands say: Chinese first, then English."""

from __future__ import annotations

from typing import Final

from taizhang.cli.words import Lang

_SAYINGS: Final[dict[str, tuple[str, str]]] = {
    "home": (
        "数据在 TAIZHANG_HOME（默认 ./var）；数据库用 TAIZHANG_DATABASE 指定，默认 SQLite。",
        "Everything is kept in TAIZHANG_HOME (default ./var); TAIZHANG_DATABASE names the database (default SQLite).",
    ),
    "old_schema": (
        "数据库还没有建好或版本较旧，请先运行 taizhang serve（会自动升级）。",
        "The database is not set up or older than this program; run taizhang serve first (it upgrades by itself).",
    ),
    "no_database": ("连不上数据库：{why}", "The database does not answer: {why}"),
    "serve_help": ("打开服务：网页、后台任务、定时提醒", "serve: web, background work and reminders"),
    "serve_about": (
        "一条命令打开全部服务，Ctrl-C 一起停。地址由 HOST（默认 127.0.0.1）和 PORT（默认 8000）指定；"
        "从别的机器访问，还要把地址写进 TAIZHANG_HOSTS。",
        "Starts everything with one command; Ctrl-C stops it all. HOST (default 127.0.0.1) and PORT (default 8000)"
        " say where; to be reached from other machines their name goes into TAIZHANG_HOSTS.",
    ),
    "preparing": ("准备数据库……", "Preparing the database …"),
    "adopted": ("采用台账规矩：{names}", "Books adopted: {names}"),
    "port": ("PORT={port} 不是端口号，应在 1 到 65535 之间。", "PORT={port} is no port; it must be 1 to 65535."),
    "port_busy": (
        "端口 {port} 已被占用（{host}）。换一个：PORT=8001 taizhang serve；或停掉占用它的程序。",
        "Port {port} on {host} is taken. Use another: PORT=8001 taizhang serve; or stop what holds it.",
    ),
    "no_host": ("不能在 HOST={host} 上打开服务：{why}", "Cannot serve on HOST={host}: {why}"),
    "serving": ("已打开：http://{host}:{port}/　（Ctrl-C 停止）", "Serving: http://{host}:{port}/  (Ctrl-C stops)"),
    "plain_server": (
        "没有装 granian，改用自带的服务器：能用，但慢，不宜正式使用。",
        "granian is not installed; using the built-in server: it works, but slowly; not for production.",
    ),
    "restarted": ("{name} 停了（{code}），已重新打开。", "{name} ended ({code}); started again."),
    "gave_up": (
        "{name} 反复停止（{code}），服务关闭。原因见上面的输出。",
        "{name} keeps ending ({code}); stopping. The reason is in the output above.",
    ),
    "stopping": ("正在停止……", "Stopping …"),
    "stopped": ("已停止。", "Stopped."),
    "part_web": ("网页", "web"),
    "part_worker": ("后台任务", "worker"),
    "part_tick": ("定时提醒", "tick"),
    "tick_help": ("做一次例行：提醒、清理、放回卡住的任务", "housekeeping: reminders, loose files, stuck tasks"),
    "every": ("每隔这么多秒做一次，直到停止", "again every so many seconds until stopped"),
    "ticked": (
        "新提醒 {reminders} 条，清理文件 {files} 个，放回任务 {tasks} 个。",
        "{reminders} reminders, {files} loose files removed, {tasks} tasks released.",
    ),
    "tick_failed": ("例行没有做成，下次再试：{why}", "Housekeeping failed, trying again: {why}"),
    "verify_help": ("查账：流水是否完整，表和流水是否一致", "verify the journal, and the tables against it"),
    "verify_about": (
        "逐条重算流水的摘要，查触发器，把每张表和流水对一遍，把每个原件重算一遍。全部无误退出码为 0，否则为 1。\n"
        "只查链，能发现局部的、不小心的改动；若有人重写了整个数据库或截掉末尾，要用另外保存的封账（如印在通报上的）来查：--seal。",
        "Recomputes every digest, checks the triggers, compares every table with the journal and every file with its"
        " digest. Exit code 0: all sound; 1: not.\nThe chain alone shows careless or partial change; against somebody"
        " who rewrites the whole database or cuts its end, give a seal kept elsewhere (printed on a bulletin): --seal.",
    ),
    "chain_only": ("只查链和封账，不对表、不查原件", "only chain and seals; neither tables nor files"),
    "seal_option": (
        "另外保存的封账，写作 序号:摘要（摘要至少前 16 位）；可给多个",
        "a seal kept elsewhere, NUMBER:DIGEST (16 characters of the digest or more); may be repeated",
    ),
    "bad_seal": ("“{given}”不是封账，应写作 1234:9f3a…（至少 16 位）。", "“{given}” is no seal; write 1234:9f3a…"),
    "checking": ("已查 {done} 条……", "{done} records …"),
    "chain_ok": (
        "链：{records} 条流水，首尾相接，摘要全对。末条 {head}",
        "Chain: {records} records, whole. Head {head}",
    ),
    "chain_broken": ("链断了：第 {number} 条（{code}）。", "The chain is broken at record {number} ({code})."),
    "seals_ok": ("流水里的封账 {seals} 次，全部相符。", "Seals in the journal: {seals}, all fit."),
    "seal_broken": (
        "第 {number} 条封账与它之前的流水不符。",
        "The seal at record {number} does not fit what precedes it.",
    ),
    "kept_ok": ("另存的封账 {number}:{digest} 相符：此前的流水没有被重写。", "Kept seal {number}:{digest} fits."),
    "kept_broken": (
        "另存的封账 {number}:{digest} 不符：流水被重写或截短过！",
        "Kept seal {number}:{digest} does NOT fit: the journal was rewritten or cut.",
    ),
    "kept_none": (
        "没有给另存的封账，所以只查了链：整库重写或截尾，这样查不出来。",
        "No kept seal was given, so only the chain was checked; a rewritten or cut journal cannot be told this way.",
    ),
    "trigger_gone": (
        "触发器不在：{name}。运行 taizhang serve 会装回来。",
        "Trigger missing: {name}; taizhang serve puts it back.",
    ),
    "triggers_ok": ("触发器都在。", "All triggers stand."),
    "difference": (
        "表与流水不一致：{table} {key} {columns}。可运行 taizhang rebuild。",
        "Table differs from journal: {table} {key} {columns}. taizhang rebuild sets it right.",
    ),
    "more": ("……还有 {count} 处", "… and {count} more"),
    "tables_ok": ("各表与流水一致。", "All tables agree with the journal."),
    "file_damaged": ("原件缺失或损坏：{digest}", "File missing or damaged: {digest}"),
    "files_ok": ("原件都在，摘要全对。", "All files are there, unchanged."),
    "sound": ("结论：无误。", "Sound."),
    "not_sound": ("结论：有问题，见上。", "NOT sound, see above."),
    "seal_help": ("封账：记下流水的头，请抄到别处保存", "seal the journal; keep the line it prints elsewhere"),
    "sealed": (
        "已封账。请把这一行抄到别处（印在通报上最好）：\n{number}:{head}\n含 {entries} 笔账，根 {root}",
        "Sealed. Keep this line elsewhere, best on a bulletin:\n{number}:{head}\n{entries} entries, root {root}",
    ),
    "rebuild_help": ("按流水重建各表", "rebuild the tables from the journal"),
    "check_only": ("只比较，不改", "compare only, change nothing"),
    "rebuilding": ("已重建 {done} 笔……", "{done} entries …"),
    "rebuilt": (
        "已重建 {entries} 笔账，用时 {seconds} 秒；重建前有 {count} 处不一致。",
        "{entries} entries in {seconds} s; {count} differences before.",
    ),
    "backup_help": ("备份到一个文件", "back everything up into one file"),
    "backup_about": (
        "把流水、登记、文件、草稿和个人信息的钥匙写进一个 .tar.gz，服务开着也可以备份。请妥善保管：里面有个人信息。",
        "Writes journal, registry, files, drafts and the persons' key into one .tar.gz, also while serving. It holds"
        " personal data: keep it safe.",
    ),
    "backup_to": (
        "写到这个文件；不给则写到 TAIZHANG_HOME/backups",
        "the file to write; default: TAIZHANG_HOME/backups",
    ),
    "backup_exists": ("{path} 已存在，没有覆盖。", "{path} is there already; not overwritten."),
    "backed_up": (
        "已备份 {number} 条流水、{files} 个文件：{path}",
        "Backed up {number} records and {files} files: {path}",
    ),
    "cannot_write": ("写不成 {path}：{why}", "Cannot write {path}: {why}"),
    "restore_help": ("从备份恢复到一个空的家", "restore a backup into an empty home"),
    "restore_about": (
        "先查备份是否完整、流水是否成链，再写入。只恢复到空的 TAIZHANG_HOME：换一个目录，如 TAIZHANG_HOME=./var2。",
        "First proves the backup whole and its chain sound, then writes. Only into an empty TAIZHANG_HOME: name another"
        " folder, e.g. TAIZHANG_HOME=./var2.",
    ),
    "restore_from": ("备份文件", "the backup"),
    "restored": (
        "已恢复 {number} 条流水，末条 {digest}。可以运行 taizhang serve 了。",
        "Restored {number} records, head {digest}.",
    ),
    "restore.not_empty": (
        "这个家里已有数据，没有动。请用空目录：TAIZHANG_HOME=新目录 taizhang restore …",
        "There is something here already; nothing was touched. Use an empty folder: TAIZHANG_HOME=… taizhang restore …",
    ),
    "restore.not_a_backup": ("这不是台账的备份，或文件不全：{why}", "This is no backup of ours, or not whole: {why}"),
    "restore.format": (
        "备份的格式是第 {format} 版，这个程序不认识。",
        "Backup format {format} is unknown to this program.",
    ),
    "restore.damaged": (
        "备份里的 {member} 缺失或损坏，没有恢复。",
        "{member} in the backup is missing or damaged; nothing restored.",
    ),
    "restore.broken": (
        "备份里的流水在第 {number} 条断了，没有恢复。",
        "The journal in the backup breaks at record {number}; nothing restored.",
    ),
    "restore.other_key": (
        "{path} 是另一把钥匙，没有覆盖，也没有恢复。",
        "{path} is another key; nothing was overwritten or restored.",
    ),
    "export_help": ("导出流水，一行一条 JSON（可用 tools/recount.py 复算）", "export the journal as JSON lines"),
    "export_to": ("写到这个文件；不给则打到屏幕", "the file to write; default: standard output"),
    "exported": ("已导出 {count} 条：{path}", "{count} records: {path}"),
    "no_file": ("没有这个文件：{path}", "No such file: {path}"),
    "admin_help": ("建第一个登录账号（督查室兼管理员）", "make the first log-in (office and administrator)"),
    "admin_name": ("用户名", "user name"),
    "admin_office": ("督查室的全称", "full name of the supervision office"),
    "admin_made": (
        "已建账号 {username}，密码：{password}\n请登录后修改。",
        "Log-in {username}, password: {password}\nChange it after logging in.",
    ),
    "demo_help": ("装一个示范县（虚构），供试用", "load a demonstration county (invented), to try things out"),
    "demo_about": (
        "在空的数据里装一个虚构的示范县：单位、账号、一年的台账和几份样文。已有数据的不动。",
        "Fills an empty installation with an invented county: units, log-ins, a year of accounts, sample documents."
        " An installation in use is left alone.",
    ),
    "demo_serve": ("装好后打开服务", "serve afterwards"),
    "demo_loading": ("正在装示范县……", "Loading the demonstration county …"),
    "demo_in_use": (
        "{home} 里已有正式数据，没有装示范县。请换一个空的文件夹：TAIZHANG_HOME=示范 taizhang demo",
        "{home} is in use; nothing was loaded. Name an empty folder: TAIZHANG_HOME=demo taizhang demo",
    ),
    "demo_registry": ("  · 登记了 {units} 个单位、{people} 个账号", "  · {units} units and {people} log-ins entered"),
    "demo_plan": (
        "  · 读了《云汉县{year}年重点工作安排》，开了 {count} 笔账",
        "  · the county's plan of {year} read, {count} accounts opened",
    ),
    "demo_year": (
        "  · 记了这一年的 {count} 步：交办、签收、上报、核账、销账",
        "  · {count} steps of its year posted: assigned, accepted, reported, verified, closed",
    ),
    "demo_samples": ("  · 另收了 {count} 份样文，等您来定", "  · {count} more documents read, waiting for you"),
    "demo_people": ("示范账号，密码都是 {password}：", "Log-ins; the password is {password}:"),
    "user.taken": ("用户名 {username} 已有人用。", "The user name {username} is taken."),
}


def say(code: str, lang: Lang, /, **params: object) -> str:
    """One message. An unknown code is a mistake of ours."""
    return _SAYINGS[code][lang == "en"].format(**params)
