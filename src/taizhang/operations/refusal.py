"""操作自己的拒绝：要查库才知道的规矩。Refusals of the operations: rules that need the store to judge."""

from __future__ import annotations

from typing import ClassVar

from taizhang.ledger.refusal import PostingRefused

CODES = frozenset(
    {
        "open.no_unit",  # 没有这个单位 no such unit: unit
        "open.no_parent",  # 没有这笔上级账 no such parent: parent
        "open.no_book",  # 没有这种台账 no such book: book
        "evidence.unknown",  # 佐证文件不在库里 the file is not in the store: title
        "evidence.link",  # 链接要以 http 开头 no web address: ref
        "text.too_long",  # 写得太长 longer than its column: field, limit
        "seal.not_yours",  # 只有督查室和管理员能封账 only the office and the administrator seal
        "feedback.empty",  # 没有写内容 nothing was written
        "feedback.full",  # 意见箱满了 the box is full
        "feedback.not_yours",  # 只有督查室来答 only the office answers
        "feedback.answered",  # 已经答复 answered already
        "quantity.beyond",  # 数太大，存不下 larger than a column holds
    }
)


class ActRefused(PostingRefused):
    """Refused before the ledger was asked; whoever catches the ledger's refusals catches these too."""

    codes: ClassVar[frozenset[str]] = CODES
