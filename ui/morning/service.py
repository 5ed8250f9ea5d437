"""客服: every agent's day, and today's seats hour by hour."""

from base64 import b64encode
from collections.abc import Sequence

from metrics.catalogue.service.chats import FIRST_P90, WITHIN_3MIN
from metrics.definition.metric import Metric, Unit
from metrics.judgement.limits import Level, judge
from metrics.morning.numbers import Agent
from metrics.morning.seats import SeatHour
from metrics.morning.surroundings import Speed
from metrics.morning.zones import AVG_RESPONSE, FIRST_RESPONSE
from metrics.wording.figure import Number, detail, spelled
from metrics.wording.rounding import grouped
from metrics.wording.values import on
from palette import Palette
from text import Language, Text
from ui.cache.rules import rules
from ui.choices import filters, names
from ui.morning.morning_review import MorningView
from ui.panels.words import TOO_FEW
from ui.pieces.lines import empty_zone
from ui.pieces.marks import shape, with_words
from ui.pieces.markup import Html, block, inline, joined, tag
from ui.pieces.table import Cell, Head, section, strong, table, thin

AGENTS = 6
WAITS = Text("等：{files}", "Waits for: {files}")
TITLE, SEATS = Text("客服", "Service"), Text("今日席位", "Seats today")
HEADS = (
    Text("客服", "Agent"),
    Text("接待", "Recv."),
    Text("首响秒", "First s"),
    Text("平均秒", "Mean s"),
    Text("P90秒", "P90 s"),
    Text("3分钟 %", "3 min %"),
    Text("询单付款 %", "Paid %"),
)
IN_3_MINUTES = Text("三分钟回复率 {x}", "answered in 3 min {x}")
NO_CHATS = Text("平均响应 {x}，等：聊天记录", "mean {x}; no chat logs")
LEGEND = Text("横线需要，块在班", "line: need, block: on duty")
NO_NEED = Text("块在班；需要几席等：聊天记录", "on duty; the need waits for chat logs")
SHORT = Text("{hour}点缺{n}席", "{hour}:00 −{n}")
ENOUGH = Text("席位够", "enough seats")


def show(view: MorningView) -> Html:
    """The agents, the busiest first, with the inquiry rate of the last day that is final."""
    morning, spoken = view.morning, view.spoken
    if not morning.service:
        return empty_zone(TITLE.to(spoken), WAITS.filled(files=Text("客服绩效", "service by agent")).to(spoken))
    final = Text("询单取 {day}，已成熟", "inquiries {day}, final").filled(day=on(morning.inquiry_day))
    heads = [Head(label.to(spoken), figures=place > 0) for place, label in enumerate(HEADS)]
    rows = [_agent(agent, view) for agent in morning.service[:AGENTS]]
    return section(TITLE.to(spoken), table(heads, rows), side=_team(view), note=final.to(spoken))


def _team(view: MorningView) -> Html:
    total, team = view.morning.service_total, view.surroundings.speed.get("", Speed())
    if team.in_time is not None:
        level = judge(WITHIN_3MIN, team.in_time, sample=team.rounds, rules=rules(filters.shop())).level
        phrase = IN_3_MINUTES.filled(x=spelled(team.in_time, Unit.PERCENT, view.spoken))
    else:
        level = total.judgement.level if total else Level.UNJUDGED
        phrase = NO_CHATS.filled(x=spelled(total.avg_response if total else None, Unit.SECONDS, view.spoken))
    return with_words(level, phrase.to(view.spoken), view.spoken)


def _agent(agent: Agent, view: MorningView) -> list[str | Cell]:
    speed = view.surroundings.speed.get(agent.agent, Speed())
    few = agent.inquiry_judgement.level is Level.UNJUDGED and agent.inquirers is not None and agent.inquirers < 30
    rate = thin(TOO_FEW.to(view.spoken)) if few else detail(agent.inquiry_rate, Unit.PERCENT).removesuffix("%")
    return [
        joined((shape(agent.judgement.level, view.spoken), tag("b", _name(agent.agent, view)))),
        detail(agent.receptions, Unit.PEOPLE),
        _judged(FIRST_RESPONSE, agent.first_response),
        _judged(AVG_RESPONSE, agent.avg_response),
        _judged(FIRST_P90, speed.p90, speed.replies),
        _judged(WITHIN_3MIN, speed.in_time, speed.rounds),
        rate,
    ]


def _name(agent: str, view: MorningView) -> str:
    """Nobody is named on the wall."""
    return names.mask(agent) if view.bare else names.shown(agent)


def _judged(metric: Metric, value: Number | None, sample: Number | None = None) -> str | Cell:
    whole = value is not None and metric.unit is Unit.SECONDS
    written = grouped(value or 0, 0) if whole else detail(value, metric.unit)
    level = judge(metric, value, sample=sample, rules=rules(filters.shop())).level
    written = written.removesuffix("%")
    return strong(written) if level in (Level.BAD, Level.WATCH) else written


def seats(view: MorningView) -> Html:
    """The roster of today beside the need, or the file it waits for."""
    hours, spoken = view.surroundings.hours, view.spoken
    if not hours:
        files = Text("今天的客服排班", "today's roster of agents")
        return empty_zone(SEATS.to(spoken), WAITS.filled(files=files).to(spoken))
    short_of = _shortest(hours, spoken)
    needed = any(hour.need is not None for hour in hours)
    words = short_of or (ENOUGH.to(spoken) if needed else "")
    note = with_words(Level.BAD if short_of else Level.GOOD, words, spoken) if words else ""
    marks = (inline("", f"{hour}点" if spoken == "zh" else f"{hour}:00") for hour in (8, 12, 16, 20, 24))
    head = block(
        "ob-seats-head",
        tag("b", SEATS.to(spoken), role="heading", aria_level="2"),
        inline("ob-note", (LEGEND if needed else NO_NEED).to(spoken)),
        tag("b", note, look="ob-right"),
    )
    return block("ob-seats", head, _picture(hours, view.colours, words), block("ob-note ob-hours", *marks))


def _shortest(hours: Sequence[SeatHour], language: Language) -> str:
    """The two hours that lack most seats, and how many each; empty where none lacks any."""
    lacking = sorted((hour for hour in hours if hour.short), key=lambda hour: (-hour.short, hour.hour))
    return "　".join(SHORT.filled(hour=hour.hour, n=hour.short).to(language) for hour in lacking[:2])


def _picture(hours: tuple[SeatHour, ...], palette: Palette, says: str) -> Html:
    tall = max(max(hour.seats, hour.need or 0) for hour in hours) or 1
    step, height = 40, 60
    pictures = []
    for place, hour in enumerate(hours):
        x, unit = place * step, (height - 4) / tall
        top = height - hour.seats * unit
        pictures.append(f'<rect x="{x + 2}" y="{top:.1f}" width="{step - 4}" height="{hour.seats * unit:.1f}"'
                     f' fill="{palette.accent_soft}"/>')  # fmt: skip
        if hour.short:
            need = height - (hour.need or 0) * unit
            pictures.append(f'<rect x="{x + 3}" y="{need:.1f}" width="{step - 6}" height="{top - need:.1f}"'
                         f' fill="{palette.bad}" stroke="{palette.bad_edge}" stroke-width="2"/>')  # fmt: skip
        if hour.need is not None:
            y = max(2.0, height - hour.need * unit)
            pictures.append(f'<line x1="{x}" x2="{x + step}" y1="{y:.1f}" y2="{y:.1f}" stroke="{palette.ink}"'
                         ' stroke-width="4"/>')  # fmt: skip
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {step * len(hours)} {height}"'
        f' preserveAspectRatio="none">{"".join(pictures)}</svg>'
    )
    return tag("img", alt=says or "—", src=f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}")
