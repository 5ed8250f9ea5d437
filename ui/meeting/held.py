"""Holding the meeting: it begins on numbers that no longer change, and ends with its minutes."""

from collections.abc import Iterator

import streamlit as st

from data.records.actions import ActionStep, Agreed, actions, steps
from data.records.meetings import Meeting, MeetingNotOpen, close_meeting, meetings
from metrics.calendar.period import Period, short
from reports.deck.deck import begin_meeting
from reports.digest import digest
from reports.slide.deck import Deck
from reports.slide.slide import Bars, Slide
from reports.slide.values import written
from reports.slide.written import plain
from reports.slides.next_week import HOW as NOW
from text import Language, Text, same
from ui.cache import answers
from ui.choices import filters, names, user
from ui.meeting.edition import freeze, frozen, shown
from ui.session.language import say

AS_OF = Text("数字冻结在 {day} {at}", "Numbers frozen {day} {at}")
ENDED = Text("{day} {at} 开的周会，{by}", "Meeting of {day} {at}, {by}")
DECIDED = Text("会上定的：", "Decided in the meeting:")
CHANGED = Text("会上改的：", "Changed in the meeting:")
MOVED = Text("{number}. {what}　{before} → {after}", "{number}. {what}  {before} → {after}")
PLANNED = Text("会上定的目标：", "Targets set in the meeting:")
TARGET = Text("{whose}　{target}", "{whose}  {target}")
LINE = Text("{number}. {what}　{owner}　{due}", "{number}. {what}  {owner}  {due}")
NOBODY = Text("未留名", "no name given")


def show(week: Period, shop: str | None, meeting: Meeting | None, language: Language) -> None:
    """Begin, or end; and the meetings of before."""
    if meeting is None:
        if st.button(say("开始周会", "Begin the meeting"), type="primary", key="meeting-begin"):
            _begin(week, shop, language)
    else:
        st.caption(_when(AS_OF, meeting, language))
        if meeting.is_open:
            _end(week, shop, meeting, language)
    _earlier(shop, language)


def _begin(week: Period, shop: str | None, language: Language) -> None:
    of, moment = shown(week, shop, None, language), filters.now()
    living = answers.warehouse()
    begin_meeting(of.deck, living, living, filters.today(), moment, by=user.name(), now=moment)
    freeze(of, moment, language)
    st.query_params.pop("meeting", None)
    st.rerun()


def _end(week: Period, shop: str | None, meeting: Meeting, language: Language) -> None:
    with st.popover(say("结束周会", "End the meeting"), key="meeting-end"):
        notes = st.text_area(say("会上说的", "What was said"), key="meeting-notes", height=140)
        if st.button(say("存纪要，结束", "Keep the minutes and end"), type="primary", key="meeting-close"):
            try:
                close_meeting(
                    answers.warehouse(), meeting.number, minutes(week, shop, meeting, notes, language), by=user.name()
                )
            except MeetingNotOpen as not_open:
                st.error(say(not_open.text))
                return
            st.rerun()


def minutes(week: Period, shop: str | None, meeting: Meeting, notes: str, language: Language) -> str:
    """The minutes: the week's digest, what was entered or changed since the meeting began, and what was said."""
    now = shown(week, shop, meeting, language).deck
    parts = [digest(now, language), *_planned(frozen(week, shop, meeting, language).deck, now, language)]
    decided = [each for each in actions(answers.warehouse(), shop or "") if each.made_at >= meeting.opened_at]
    if decided:
        parts += ["", say(DECIDED)]
    for each in sorted(decided, key=lambda action: action.number):
        one = each.undertaking
        parts.append(say(LINE.filled(number=each.number, what=one.what, owner=one.owner, due=one.due)))
    parts += _replanned(shop, meeting)
    return "\n".join([*parts, *(["", notes.strip()] if notes.strip() else [])])


def _replanned(shop: str | None, meeting: Meeting) -> list[str]:
    """The actions whose owner or due day the meeting changed: what was agreed before, and in the end."""
    steps_by_action, lines = steps(answers.warehouse()), []
    for each in sorted(actions(answers.warehouse(), shop), key=lambda action: action.number):
        pairs = [pair for step in steps_by_action.get(each.number, ()) if (pair := _since(step, meeting))]
        if pairs and pairs[0][0] != pairs[-1][1]:
            before, after = (f"{one.owner} {one.due}" for one in (pairs[0][0], pairs[-1][1]))
            lines.append(say(MOVED.filled(number=each.number, what=each.undertaking.what, before=before, after=after)))
    return ["", say(CHANGED), *lines] if lines else []


def _since(step: ActionStep, meeting: Meeting) -> tuple[Agreed, Agreed] | None:
    if step.at < meeting.opened_at or step.before is None or step.after is None:
        return None
    return step.before, step.after


def _planned(then: Deck, now: Deck, language: Language) -> list[str]:
    """The targets of next week that the meeting changed or proposed, as its last slide says them."""
    before, after = ([slide for slide in deck.slides if slide.live] for deck in (then, now))
    words = [each for was, slide in zip(before, after, strict=True) for each in _of_slide(was, slide, language)]
    return ["", PLANNED.to(language), *words] if words else []


def _of_slide(was: Slide, slide: Slide, language: Language) -> Iterator[str]:
    """The targets that a slide has and had not before, and its new lines on how they were set."""
    targets = {bar.label: bar.target for part in _bars(was) for bar in part.bars}
    for part in _bars(slide):
        for bar in part.bars:
            if bar.target is not None and targets.get(bar.label) != bar.target:
                yield TARGET.filled(whose=bar.label, target=written(bar.target, part.unit)).to(language)
    yield from (plain(line.sentence.to(language)) for line in slide.lines if line not in was.lines and line.word == NOW)


def _bars(slide: Slide) -> list[Bars]:
    return [part for part in slide.parts if isinstance(part, Bars)]


def _earlier(shop: str | None, language: Language) -> None:
    held = meetings(answers.warehouse(), shop or "")
    if not held:
        return
    with st.popover(say("开过的周会", "Earlier meetings"), type="tertiary", key="meetings-earlier"):
        for each in held[:12]:
            left, right = st.columns([3, 1])
            left.markdown(_when(ENDED, each, language))
            if right.button(say("看当时的", "Open"), key=f"meeting-see-{each.number}"):
                st.query_params["meeting"] = str(each.number)
                st.query_params["week"] = f"{each.week:%G-W%V}"
                st.rerun()
            if each.minutes:
                name, text = f"{each.week:%G-W%V}.txt", names.in_words(each.minutes).to(language)
                right.download_button(say("纪要", "Minutes"), text.encode("utf-8-sig"), name,
                                      key=f"meeting-minutes-{each.number}", on_click="ignore")  # fmt: skip


def _when(phrase: Text, meeting: Meeting, language: Language) -> str:
    by = same(meeting.opened_by) if meeting.opened_by else NOBODY
    at = f"{meeting.opened_at:%H:%M}"
    return say(phrase.filled(day=short(meeting.opened_at.date(), language), at=at, by=by))
