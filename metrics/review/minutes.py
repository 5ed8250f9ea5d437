"""The morning's minutes as a text: verdict, sentences, red list with owner, next step and due, notes, duration."""

from datetime import datetime

from metrics.calendar.period import day as one_day
from metrics.calendar.period import short
from metrics.morning.morning import Morning
from metrics.review.red_list import RedLine, RedList
from metrics.wording.rounding import whole
from text import Language, Text, same

TITLE = Text("{shop}晨会纪要　{day}", "{shop}: minutes of the morning review, {day}")
ALL_SHOPS = Text("全部店铺", "All shops")
VERDICT = Text("结论：本月进度{word}。{headline}", "Verdict on the month: {word}. {headline}")
REDS = Text("红单 {n} 件：", "Red list, {n}:")
NO_REDS = Text("红单：没有要处理的。", "Red list: nothing to deal with.")
LINE = Text("{n}. {due}　{what}（{off}）　{owner}：{step}", "{n}. {due}  {what} ({off})  {owner}: {step}")
NOBODY = Text("未派", "not taken")
NOTED = Text("　　备注：{words}", "   note: {words}")
DISMISSED = Text("不算问题：{what}（{words}，至 {day}）", "No problem: {what} ({words}, until {day})")
NOTES = Text("会上说的：{notes}", "Said in the review: {notes}")
ENDED = Text("{begun} 开始，{ended} 结束，{lasted}", "From {begun} to {ended}, {lasted}")
LASTED, NO_MINUTE = Text("开了 {n} 分钟", "{n} minutes"), Text("不到 1 分钟", "less than a minute")
BY = Text("{ended}，{by}记", "{ended}, written by {by}")


def minutes_text(
    morning: Morning, reds: RedList, *, begun_at: datetime, ended_at: datetime, by: str = "", notes: str = ""
) -> Text:
    """The minutes in both languages, a line of text each; names and notes stay as they were written."""
    return Text(
        *("\n".join(_lines(language, morning, reds, begun_at, ended_at, by, notes)) for language in ("zh", "en"))
    )


def _lines(
    language: Language, morning: Morning, reds: RedList, begun_at: datetime, ended_at: datetime, by: str, notes: str
) -> list[str]:
    day = one_day(morning.day).label(language)
    phrases = [
        TITLE.filled(shop=same(morning.shop) if morning.shop else ALL_SHOPS, day=day),
        VERDICT.filled(word=morning.verdict.word, headline=morning.headline),
        *morning.sentences,
        REDS.filled(n=len(reds.lines)) if reds.lines else NO_REDS,
    ]
    for number, line in enumerate(reds.lines, 1):
        phrases += [_line(number, line), *(NOTED.filled(words=mark.words) for mark in line.notes)]
    for each in reds.dismissed:
        until = each.mark.until or morning.day
        phrases.append(DISMISSED.filled(what=each.item.what, words=each.mark.words, day=short(until, language)))
    if notes.strip():
        phrases.append(NOTES.filled(notes=notes.strip()))
    took = lasted((ended_at - begun_at).total_seconds())
    ended = ENDED.filled(begun=f"{begun_at:%H:%M}", ended=f"{ended_at:%H:%M}", lasted=took)
    phrases.append(BY.filled(ended=ended, by=by) if by else ended)
    return [each.to(language) for each in phrases]


def lasted(seconds: float) -> Text:
    """How long a review took, in whole minutes."""
    minutes = whole(seconds / 60)
    return LASTED.filled(n=minutes) if minutes > 0 else NO_MINUTE


def _line(number: int, line: RedLine) -> Text:
    at = f"{line.due:%H:%M}"
    due = Text(f"{short(line.due.date(), 'zh')} {at}", f"{short(line.due.date(), 'en')} {at}")
    owner = same(line.owner) if line.owner else NOBODY
    return LINE.filled(n=number, due=due, what=line.item.what, off=line.item.off, owner=owner, step=line.step)
