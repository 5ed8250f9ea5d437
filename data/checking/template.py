"""A blank workbook for a format, with a sheet of notes on what belongs in each column."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.checking.styled import NOTE, TITLE, WRAPPED, set_widths, write_header, write_text
from data.formats.source import EXAMPLE_MARKS, Column, Source
from text import Language, Text

NOTES = Text("说明", "Notes")
"""The name of the sheet of notes, which holds no facts."""

NOTES_HEADER = 6
FIRST_YEAR = 2026
WORDS = {
    "shop": "云栖木语家居旗舰店", "agent": "小满", "person": "小满", "team": "客服组", "metric": "支付金额",
    "item": "描述相符", "carrier": "全店", "level_1": "平台流量", "level_2": "搜索", "level_3": "手淘搜索",
    "level_4": "-", "status": "交易成功", "refund_status": "没有申请退款", "close_reason": "订单未关闭",
    "titles": "藤编落地灯，榉木托盘", "title": "藤编落地灯", "properties": "颜色分类:原木色",
    "merchant_code": "YX-LD01", "package": "官方标配", "payment": "在线支付", "order_type": "普通订单",
    "platform": "天猫", "author": "木语生活", "traffic_type": "自然流量", "goods_status": "买家已收到货",
    "intervention": "客服未介入", "reason": "七天无理由退货", "reason_tag": "不喜欢", "liable": "买家", "stage": "售后",
    "extent": "全额退款", "refund_type": "退货退款", "handling": "系统退款", "instant": "否", "method": "原路退款",
    "content": "做工很好，灯光柔和", "rating": "好评", "follow_up": "用了一月仍好", "reply": "谢谢您的喜欢",
    "reply_status": "已回复", "scene": "关键词推广", "plan": "新品日常", "word": "藤编落地灯", "account": "小满",
    "task": "海报", "unit": "张", "activity": "6·18 大促", "rules": "每满 300 减 50",
    "phrases": "亲，全店每满 300 减 50 哦", "owner": "小满", "points": "手工藤编，三档调光", "fault": "商品页打不开",
    "impact": "下单减少", "advice": "上新前先试", "action": "已改流程", "check_item": "价格与活动一致", "page": "首页",
    "result": "合格", "complaint_type": "未按时发货", "handler": "小满", "fault_of": "物流", "shift": "早班",
    "bot": "否", "passed_on": "否",
    "named": "藤编落地灯/719850241635", "offence": "虚假发货", "warehouse": "湖州仓", "office": "湖州服务商",
    "level": "S级", "staff_number": "007", "dimension": "物流体验", "indicator": "揽收及时率", "next_target": "90.30%",
    "advice_state": "已实施", "stock_ready": "已到仓", "page_ready": "已上线", "staff_ready": "已排班",
    "every": "每天", "festival": "元旦", "whose": "每人", "duty": "主", "proof": "链接", "reference": "岗位手册",
}  # fmt: skip
PEOPLE = ("全店", "张三", "李四")

HOW = Text(
    "列名不要改；列的顺序随意，用不到的列可以删掉或空着。填好后直接拖进看板。",
    "Leave the headings as they are; columns may stand in any order, and unused ones be deleted or left empty."
    " Then drop the file on the board.",
)
EXAMPLE_STAYS = Text(
    "表头下那行灰字是例子，每格都以「例：」开头，不会写入，可以留着也可以删掉。",
    "The grey row below the headings is an example: each of its cells begins with 例：, so it is never stored,"
    " and may stay or be deleted.",
)
FROM = Text("后台导出位置：{place}", "Exported from: {place}")
HEADINGS = (
    Text("列名", "Heading"), Text("意思", "Meaning"), Text("必填", "Needed"), Text("填什么", "What to fill in"),
    Text("例子", "Example"), Text("也认这些写法", "Also accepted"),
)  # fmt: skip
NEEDED = Text("必填", "yes")
NEEDED_OR_NAMED = Text("必填，或写在文件名里", "yes, or in the file's name")
SHOP_OR_NAMED = Text("可写在文件名里，或导入时选", "in the file's name, or chosen on import")
FREE = Text("可不填", "no")
MANY = Text("每个一列，可以增减", "one column each; add or remove some")
NOTHING = Text("无", "none")


def template_workbook(source: Source, language: Language) -> bytes:
    """The blank table under the format's headings, which are Chinese in either language, and the notes in one."""
    book = Workbook()
    table = book.worksheets[0]
    table.title = source.sheet_names[0] if source.sheet_names else source.title.zh
    headings = template_headings(source)
    write_header(table, 1, headings)
    set_widths(table, [(heading,) for heading in headings])
    _set_formats(table, source)
    if source.hand_made:
        _write_example(table, source)
    _write_notes(book.create_sheet(NOTES.to(language)), source, language)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def template_headings(source: Source) -> list[str]:
    """The headings of a blank table: one a column of the sheet, then examples of those that vary."""
    return [*(column.label.zh for column in source.on_the_sheet), *varying_headings(source)]


def examples(source: Source) -> list[str]:
    """A text under each of the headings of a blank table, which the format takes."""
    example_cells = [example(column) for column in source.on_the_sheet]
    value = [example(source.column(source.matrix.value))] if source.matrix else []
    return example_cells + value * len(varying_headings(source))


def _write_example(sheet: Worksheet, source: Source) -> None:
    for number, text in enumerate(examples(source), start=1):
        if text:
            write_text(sheet, 2, number, EXAMPLE_MARKS[0] + text).font = NOTE


def varying_headings(source: Source) -> list[str]:
    """Headings that are values of one column: a heading for each known one, or months, or people."""
    if source.matrix is None:
        return []
    if headings := source.matrix.headings:
        first = {value: heading for heading, value in reversed([*headings.items()])}
        return [heading for heading in headings if heading in first.values()]
    if source.matrix.examples:
        return [*source.matrix.examples]
    return list(PEOPLE) if source.matrix.rest else [f"{FIRST_YEAR}-{month:02d}" for month in range(1, 13)]


def _set_formats(sheet: Worksheet, source: Source) -> None:
    kinds = [column.kind for column in source.on_the_sheet]
    if source.matrix:
        kinds += [source.column(source.matrix.value).kind] * len(varying_headings(source))
    for number, kind in enumerate(kinds, start=1):
        sheet.column_dimensions[get_column_letter(number)].number_format = kind.written_as


def _write_notes(sheet: Worksheet, source: Source, language: Language) -> None:
    write_text(sheet, 1, 1, source.title.to(language)).font = TITLE
    write_text(sheet, 2, 1, FROM.filled(place=source.exported_from).to(language)).font = NOTE
    write_text(sheet, 3, 1, HOW.to(language)).font = NOTE
    if source.hand_made:
        write_text(sheet, 4, 1, EXAMPLE_STAYS.to(language)).font = NOTE
    # The Chinese label is the heading itself, so its meaning needs saying only to readers of English.
    left_out = 1 if language == "zh" else None
    lines = [_note(column, language) for column in source.on_the_sheet] + _notes_on_varying(source, language)
    table = [[heading.to(language) for heading in HEADINGS], *lines]
    table = [[text for place, text in enumerate(line) if place != left_out] for line in table]
    write_header(sheet, NOTES_HEADER, table[0])
    for row, line in enumerate(table[1:], start=NOTES_HEADER + 1):
        for place, text in enumerate(line, start=1):
            write_text(sheet, row, place, text).alignment = WRAPPED
    set_widths(sheet, list(zip(*table, strict=True)))


def _note(column: Column, language: Language) -> list[str]:
    notes = (column.label.en, _needed(column).to(language), column.kind.expects.to(language))
    return [column.label.zh, *notes, example(column), "、".join(column.also) or NOTHING.to(language)]


def _notes_on_varying(source: Source, language: Language) -> list[list[str]]:
    if source.matrix is None:
        return []
    value, into = source.column(source.matrix.value), source.column(source.matrix.into)
    headings = varying_headings(source)
    shown = "、".join(headings if len(headings) < 4 else [headings[0], "…", headings[-1]])
    expects = value.kind.expects.to(language)
    return [[shown, into.label.en, MANY.to(language), expects, example(value), NOTHING.to(language)]]


def _needed(column: Column) -> Text:
    if column.name == "shop":
        return SHOP_OR_NAMED
    if not column.needed:
        return FREE
    return NEEDED_OR_NAMED if column.from_file_name else NEEDED


def example(column: Column) -> str:
    """A text that the column takes."""
    return column.kind.example or WORDS.get(column.name, "")
