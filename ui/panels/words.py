"""Words that several panels have in common."""

from metrics.calendar.period import Period, short
from text import Language, Text

WHY, WHO = Text("为什么", "Why"), Text("谁要帮忙", "Who needs help")
WAITS = Text("等这些文件：{files}", "Waits for: {files}")
WAITS_FOR_BOTH = Text("等这些文件：{files}，本期和对比期都要有", "Waits for: {files}, of both spans")
TOO_FEW = Text("样本不足", "too few")
GROUP = Text("全组", "The group")
UNTIL = Text(" 至{day}", " to {day}")


def until(span: Period, during: Period, language: Language) -> str:
    """Up to which day a number goes, where that is not the last one of the page: 至5月22日."""
    return "" if span.last == during.last else UNTIL.filled(day=short(span.last, language)).to(language)
