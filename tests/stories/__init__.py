"""故事：真浏览器里把一件事从头走到尾，读页面上写着什么，不只看状态码。

Stories: one matter walked from end to end in a real browser, reading what the pages say. Here now: the main job, from
a plan to a closed account, and the recount of every figure of the board. Still to come, with the parts they walk: a
weekly dispatch meeting, the books beyond the task book, the public's pages, an installation moved to another machine.
"""
