"""The morning's zones below the numbers: service, fulfilment, traffic, today, and those that wait for a file."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from metrics.figure import change, detail, figure, spelled
from metrics.judgement import Level, judge
from metrics.metric import Metric, Unit
from metrics.morning import Morning
from metrics.period import day as one_day
from metrics.period import short
from metrics.sections import SPEED, Agent
from metrics.targets import Plan
from text import Language, Text
from ui import answers
from ui.pieces.lines import empty_zone, foot, strip_item
from ui.pieces.marks import shape, with_words
from ui.pieces.markup import Html, block, joined, tag
from ui.pieces.table import Cell, Head, section, strong, table, thin
from ui.spoken import nick

AGENTS, CHANNELS, PEOPLE = 8, 6, 4
WAITS = Text("等：{files}", "Waits for: {files}")
SERVICE_HEADS = (
    Text("客服", "Agent"),
    Text("接待", "Received"),
    Text("首响秒", "First s"),
    Text("平均秒", "Mean s"),
    Text("回复 %", "Reply %"),
    Text("询单付款 %", "Paid %"),
)
TRAFFIC_HEADS = (
    Text("来源", "Channel"),
    Text("访客", "Visitors"),
    Text("周同", "Weekday"),
    Text("转化 %", "Conv. %"),
    Text("访客价值 元", "Yuan each"),
)
TOO_FEW = Text("样本不足", "too few")


def service(morning: Morning, language: Language) -> Html:
    """The agents, the busiest first, with the inquiry rate of the last day that is final."""
    title = Text("客服", "Customer service").to(language)
    if not morning.service:
        return empty_zone(title, _waits(Text("客服绩效", "customer service by agent"), language))
    total = morning.service_total
    replied = Text("平均响应 {x}", "mean response {x}").filled(
        x=spelled(total.avg_response if total else None, Unit.SECONDS, language)
    )
    beside = with_words(total.judgement.level, replied.to(language), language) if total else ""
    final = Text("询单取 {day}，已成熟", "inquiries of {day}, final").filled(day=short(morning.inquiry_day, language))
    heads = [Head(label.to(language), figures=place > 0) for place, label in enumerate(SERVICE_HEADS)]
    rows = [_agent(agent, language) for agent in morning.service[:AGENTS]]
    return section(title, table(heads, rows), beside=beside, note=final.to(language))


def fulfilment(morning: Morning, language: Language) -> Html:
    """Orders not sent, the three scores, and what waits for files of complaints, reviews and refunds."""
    waiting = morning.unshipped
    shown = figure(waiting.value, Unit.ORDERS, language)
    unshipped = Text("昨日未发", "Not shipped").to(language)
    note = waiting.judgement.reason.to(language) if waiting.value is None else ""
    items = [strip_item(unshipped, waiting.judgement.level, shown.number, shown.unit, note, language)]
    for score in morning.dsr:
        number = figure(score.value, Unit.SCORE, language).number
        moved = change(score.value, score.base, Unit.SCORE, language) if score.base is not None else ""
        items.append(strip_item(score.metric.label.to(language), score.judgement.level, number, "", moved, language))
    for name, file in (
        (Text("投诉未结", "Complaints"), Text("缺投诉文件", "no complaints file")),
        (Text("差评未处理", "Bad reviews"), Text("缺评价文件", "no reviews file")),
    ):
        items.append(strip_item(name.to(language), Level.UNJUDGED, "—", "", file.to(language), language))
    title = tag("b", Text("履约口碑", "Orders, scores").to(language), role="heading", aria_level="2")
    return block("ob-section ob-strip-row", title, block("ob-strip", *items))


def traffic(morning: Morning, language: Language) -> Html:
    """The largest channels against the same weekday."""
    title = Text("流量来源", "Traffic").to(language)
    if not morning.channels:
        return empty_zone(title, _waits(Text("流量来源（一家店）", "traffic by channel, of one shop"), language))
    heads = [Head(label.to(language), figures=place > 0) for place, label in enumerate(TRAFFIC_HEADS)]
    rows = [
        [
            joined((shape(channel.judgement.level, language), tag("b", channel.channel))),
            detail(channel.visitors, Unit.PEOPLE),
            _moved(channel.visitors, channel.base, channel.judgement.level, language),
            detail(channel.conversion, Unit.PERCENT).removesuffix("%"),
            detail(channel.uv_value, Unit.YUAN_EACH),
        ]
        for channel in morning.channels[:CHANNELS]
    ]
    note = Text("各来源不相加", "channels are never added").to(language)
    return section(title, table(heads, rows), note=note)


def today(day: date, target: Decimal | None, plans: Sequence[Plan], morning: Morning, language: Language) -> Html:
    """The day's target, what each remaining day needs, and the people's targets of the month."""
    title = Text("今天", "Today").to(language)
    if target is None and not plans:
        return empty_zone(title, _waits(Text("目标", "targets"), language))
    rows: list[list[str | Cell]] = [
        [Text("店铺今天", "The shop today").to(language), strong(spelled(target, Unit.YUAN, language))],
        [Text("往后每天要", "Needed each day").to(language), spelled(morning.month.need_per_day, Unit.YUAN, language)],
    ]
    people = [plan for plan in plans if plan.person and plan.amount is not None]
    for plan in people[: PEOPLE - 1]:
        said = Text("{person} 本月", "{person}, this month").filled(person=plan.person)
        rows.append([said.to(language), spelled(plan.amount, Unit.YUAN, language)])
    if len(people) > PEOPLE - 1:
        rest = Text("还有 {n} 人，见「目标」", "{n} more: see Targets").filled(n=len(people) - PEOPLE + 1)
        rows.append([thin(rest.to(language)), ""])
    heads = [Head(Text("谁", "Who").to(language)), Head(Text("目标", "Target").to(language), True)]
    return section(title, table(heads, rows), beside=one_day(day).label(language))


def seats(language: Language) -> Html:
    """Who sits when: no version reads the roster yet."""
    return empty_zone(
        Text("今日席位", "Seats today").to(language), _waits(Text("客服排班", "agents' roster"), language)
    )


def quotas(language: Language) -> Html:
    """The teams' quotas: no version reads the workload yet."""
    return empty_zone(Text("班组定额", "Team quotas").to(language), _waits(Text("工作量", "workload"), language))


def stamp(morning: Morning, language: Language) -> Html:
    """Where the figures come from, and the sample of the hatch."""
    names = list(dict.fromkeys(each.title.to(language) for each in morning.files if each.state == "in"))
    sources = ("、" if language == "zh" else ", ").join(names) or "—"
    left = [Text("来源 {names}", "From {names}").filled(names=sources).to(language)]
    right = [Text("周同：前四周同星期的中位数", "Weekday: median of the same weekday, four weeks").to(language)]
    return foot(left, right, language)


def _agent(agent: Agent, language: Language) -> list[str | Cell]:
    first, mean, replied = (
        _speed(metric, value)
        for metric, value in zip(SPEED, (agent.first_response, agent.avg_response, agent.reply_rate), strict=True)
    )
    few = agent.inquiry_judgement.level is Level.UNJUDGED and agent.inquirers is not None and agent.inquirers < 30
    rate = thin(TOO_FEW.to(language)) if few else detail(agent.inquiry_rate, Unit.PERCENT).removesuffix("%")
    return [
        joined((shape(agent.judgement.level, language), tag("b", nick(agent.agent)))),
        detail(agent.receptions, Unit.PEOPLE),
        first,
        mean,
        replied,
        rate,
    ]


def _speed(metric: Metric, value: float | None) -> str | Cell:
    written = detail(value, metric.unit).removesuffix("%")
    return strong(written) if judge(metric, value, rules=answers.rules()).level in (Level.BAD, Level.WATCH) else written


def _moved(value: float | None, base: object, level: Level, language: Language) -> str | Cell:
    words = change(value, None if base is None else float(str(base)), Unit.PEOPLE, language)
    return strong(words) if level in (Level.BAD, Level.WATCH) else thin(words)


def _waits(files: Text, language: Language) -> str:
    return WAITS.filled(files=files).to(language)
