"""三种纸：交办单、核实单、销号证明。The three papers an account needs, as values and as DOCX."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

from docx import Document

from taizhang.ledger.dates import PartialDate
from taizhang.ledger.quantity import parse
from taizhang.papers.docx import to_docx
from taizhang.papers.facts import Account, Exhibit, Proof, Signed
from taizhang.papers.order import Stone, assignment_order
from taizhang.papers.paper import Paper
from taizhang.papers.slip import Closing, Waiver, closing_slip
from taizhang.papers.verification import Finding, verification_sheet

DIGEST = "77c0d1e95b2f08a4" * 4
ACCOUNT = Account(
    number="26-0147",
    title="完成生态造林 10.3 万亩",
    office="云汉县督查室",
    lead_unit="县林业局",
    co_units=("河湾镇", "县财政局"),
    leader="郝思远",
    due=PartialDate(2026, 11, 30),
    original_due=PartialDate(2026, 9, 30),
    target=parse("10.30", "万亩"),
    bound="ge",
    claimed=parse("6.42", "万亩"),
    verified=parse("5.8", "万亩"),
    proof=Proof(31, 48207, DIGEST, "sha256"),
    basis="《工作安排》",
    quote="再造林10.3万亩",
    place="第14段",
    evidence=(Exhibit("小班图", "file", "0b7e" * 16), Exhibit("", "link", "https://example.org/a")),
)
CLOSING = Closing(
    certificate="销〔2026〕1号",
    on=date(2026, 9, 17),
    journal=48171,
    digest=DIGEST,
    verified=("督导一组 任建平，9月14日，现场丈量",),
    signed=(Signed("核实", "任建平", date(2026, 9, 14)),),
)


def boxes(paper: Paper) -> dict[str, str]:
    return {box.label: "\n".join(box.lines) for row in paper.rows for box in row}


def test_the_order_shows_what_is_asked_of_whom_by_when() -> None:
    stones = (Stone("2026年6月30日", "上半年过半", "5.15 万亩"),)
    paper = assignment_order(
        ACCOUNT, paper="交〔2026〕17号", on=date(2026, 2, 12), milestones=stones, within="1 个工作日"
    )
    told = boxes(paper)
    assert told["目标"] == "不少于 10.3 万亩"
    assert told["时限"] == "2026年11月30日（原定 2026年9月30日）"
    assert told["节点"] == "2026年6月30日，上半年过半，5.15 万亩"
    assert paper.addressee == "县林业局："
    assert "收到本单后 1 个工作日内签收" in paper.says[0]


def test_the_slip_states_both_balances_and_the_digest_it_closed_under() -> None:
    paper = closing_slip(ACCOUNT, CLOSING)
    figures = next(box.figures for row in paper.rows for box in row if box.figures)
    assert figures == (("目标", "10.3 万亩"), ("单位已报", "6.42 万亩"), ("督导已核", "5.8 万亩"), ("免余", "0.0 万亩"))
    assert boxes(paper)["销号日期"] == "2026年9月17日，提前 13 天"
    assert paper.seal is not None
    assert (paper.seal.day, paper.seal.tail) == ("2026.09.17", "…08a4")


def test_a_waiver_and_a_waived_two_person_rule_are_printed() -> None:
    waiver = Waiver("郝思远", "旱情，余下并入明年", parse("4.5", "万亩"))
    told = boxes(closing_slip(ACCOUNT, replace(CLOSING, waiver=waiver, alone=True, extensions=1)))
    assert told["免余"] == "郝思远批准：旱情，余下并入明年"
    assert "双人规则：未执行" in told["经办"]
    assert "延期 1 次" in told["核实"]


def test_the_sheet_says_what_was_open_what_was_found_and_what_is_left() -> None:
    finding = Finding(
        "督导一组", "任建平", "段小雨", date(2026, 9, 18), parse("2700", "亩"), parse("1850", "亩"), "现场丈量", "认定"
    )
    paper = verification_sheet(ACCOUNT, finding, paper="核〔2026〕118号", journal=48207)
    figures = dict(next(box.figures for row in paper.rows for box in row if box.figures))
    assert figures["单位报、未核"] == "0.27 万亩"
    assert figures["其余"] == "0.085 万亩"
    assert paper.signatures == ("任建平", "段小雨", "被查单位")


def test_a_paper_becomes_a_word_file_with_every_box() -> None:
    document = Document(BytesIO(to_docx(closing_slip(ACCOUNT, CLOSING))))
    words = "\n".join(p.text for p in document.paragraphs)
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert "销号证明" in words
    assert "〔销〕2026.09.17 …08a4" in words
    assert "县林业局" in cells
    assert any("《工作安排》，第14段：“再造林10.3万亩”" in cell for cell in cells)
