"""What was done of the quotas, whoever needs help last in rank, with samples, doubts and standard hours."""

import streamlit as st

from metrics.calendar.period import Period
from metrics.definition.metric import Unit
from metrics.judgement.limits import Judgement, Level
from metrics.judgement.quota_lines import (
    FEW,
    SPLITS,
    Hours,
    QuotaLine,
    hours,
    judged,
    lines,
    not_written_down,
    without_quota,
)
from metrics.wording.figure import MISSING, spelled
from metrics.wording.rounding import grouped
from text import Text
from ui.cache import answers
from ui.choices import names
from ui.panels.words import GROUP
from ui.pieces.lines import empty_zone, page
from ui.pieces.marks import with_words
from ui.pieces.table import Cell, Head, section, table, thin
from ui.quota_book.words import DUTY, EVERY
from ui.session import address, language
from ui.session.language import say

BY: dict[str, tuple[str, ...]] = {
    "person": ("team", "person"), "team": ("team",), "task": ("team", "task", "unit", "every", "duty"), "line": SPLITS,
}  # fmt: skip
NAMES = {
    "person": Text("按人", "By person"),
    "team": Text("按组", "By team"),
    "task": Text("按事项", "By task"),
    "line": Text("人 × 事项", "Person × task"),
}
WAITS = Text("等这些文件：工作量登记和定额本", "Waits for work done and the quota book")
RANKED = Text(
    "名次按完成率的保守端（威尔逊下界）排，n 是应做的次数；少于 {few} 次标「少」",
    "Ranked by the cautious end of attainment (Wilson bound); n is how often it was due, “few” under {few}",
)
UNSCALED = Text("没有排班，按工作日算", "no shifts: by working days")
FEW_MARK = Text("{n} 少", "{n} few")
WITHOUT = Text("登记了、定额本里没有的：{tasks}", "Written down, but in no quota: {tasks}")
IDLE = Text("期间没人登记的定额：{tasks}", "Quotas of which nothing was written down: {tasks}")
SHOWN = 100
NAMED = 12


def show(during: Period) -> list[QuotaLine]:
    """The tables of a period; returns the lines by person and task."""
    warehouse = answers.warehouse()
    every_line = lines(warehouse, during)
    if not every_line:
        st.html(page(empty_zone(say("定额完成率", "Quota attainment"), say(WAITS))))
        return []
    by = address.switch("by", say("怎么看", "Split"), {name: say(text) for name, text in NAMES.items()}, "person")
    shown = every_line if by == "line" else lines(warehouse, during, BY[by])
    title = say("完成率", "Attainment")
    st.html(page(section(title, _table(by, shown[:SHOWN]), note=say(RANKED.filled(few=FEW)))))
    _hours(during)
    _doubts(during)
    return every_line


def _table(by: str, shown: list[QuotaLine]) -> str:
    who = [Head(say("姓名", "Person"))] if by in ("person", "line") else []
    what = [Head(say("事项", "Task")), Head(say("完成", "Done"), figures=True), Head(say("应做", "Due"), figures=True)]
    heads = [
        Head(say("小组", "Team")), *who, *(what if by in ("task", "line") else []),
        Head(say("完成率", "Attainment"), figures=True), Head(say("达标次数", "Met"), figures=True),
        Head("n", figures=True), Head(say("判断", "Judgement")), Head(say("说明", "Reason")),
    ]  # fmt: skip
    return table(heads, [_row(by, line) for line in shown])


def _row(by: str, line: QuotaLine) -> list[str | Cell]:
    spoken, judgement = language.chosen(), judged(line)
    who = [names.ranked(line.person) if line.person else say(GROUP)] if by in ("person", "line") else []
    what: list[str | Cell] = []
    if by in ("task", "line"):
        every = say(EVERY[line.every]) if line.every in EVERY else line.every
        main = "" if line.duty == "main" else f"　{say(DUTY['flexible'])}"
        what = [f"{line.task}（{every}）{main}" if spoken == "zh" else f"{line.task} ({every}){main}"]
        what += [_amount(line.done, line.unit), _amount(line.target, line.unit)]
    share = MISSING if line.attain is None else spelled(line.attain, Unit.PERCENT, spoken)
    tries: str | Cell = thin(say(FEW_MARK.filled(n=line.tries))) if line.small else str(line.tries)
    reason = say(judgement.reason) if line.scaled else f"{say(judgement.reason)}{say('；', '; ')}{say(UNSCALED)}"
    return [line.team, *who, *what, share, str(line.met), tries, _word(judgement), reason]


def _amount(amount: float, unit: str) -> str:
    return grouped(amount, 2).rstrip("0").rstrip(".") + unit


def _word(judgement: Judgement) -> str:
    return with_words(judgement.level, say(judgement.level.word), language.chosen())


def _hours(during: Period) -> None:
    found = hours(answers.warehouse(), during)
    if not found:
        return
    heads = [
        Head(say("小组", "Team")), Head(say("姓名", "Person")), Head(say("标准工时", "Standard hours"), figures=True),
        Head(say("出勤工时", "Hours attended"), figures=True), Head(say("利用率", "Utilisation"), figures=True),
        Head(say("判断", "Judgement")), Head(say("说明", "Reason")),
    ]  # fmt: skip
    title = say("标准工时：各组可比", "Standard hours: teams compare")
    st.html(page(section(title, table(heads, [_of_hours(line) for line in found]))))


def _of_hours(line: Hours) -> list[str | Cell]:
    attended = MISSING if line.attended is None else grouped(line.attended, 1)
    share = MISSING if line.share is None else spelled(line.share, Unit.PERCENT, language.chosen())
    judgement = line.judgement
    level = with_words(judgement.level, say(WORDS.get(judgement.level, judgement.level.word)), language.chosen())
    return [
        line.team,
        names.ranked(line.person),
        grouped(line.standard, 1),
        attended,
        share,
        level,
        say(judgement.reason),
    ]


WORDS = {Level.GOOD: Text("正常", "Normal")}
"""Utilisation is no target: within its limits it is normal."""


def _doubts(during: Period) -> None:
    warehouse = answers.warehouse()
    unknown = [task for _, task, _ in without_quota(warehouse, during)]
    idle = [task for _, task in not_written_down(warehouse, during)]
    for text, tasks in ((WITHOUT, unknown), (IDLE, idle)):
        if tasks:
            more = say(f"等 {len(tasks)} 项", f" and others, {len(tasks)} in all") if len(tasks) > NAMED else ""
            st.caption(say(text.filled(tasks=say("、", ", ").join(tasks[:NAMED]) + more)))
