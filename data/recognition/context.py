"""What the rows of a sheet do not say: shop, day and year, from the reader, the titles or the file's name."""

import re
from dataclasses import dataclass
from datetime import date

from data.formats.mapping import NOTHING_MAPPED, Mappings
from data.recognition.block import Block
from data.recognition.dates import days_in, year_in

THIS_SHOP = "本店"
"""The shop's name while no file has ever named one."""

_SHOP = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·]{2,}?(?:旗舰店|专营店|专卖店|企业店|官方店)")


_OF_EXPORT = re.compile(r"(?:导出|下载|生成|更新|制表)\S{0,2}(?:时间|日期)\s*[:：]?\s*[\d\-/.年月日]+(?:\s*[\d:：]+)?")
"""When a file was made, which is not what it is about."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the reader said of the files: the shop and the day, if any; the shops known so far, and the mappings.

    With `shop_above` a row that names no shop is of the shop named above it.
    """

    shop: str | None = None
    day: date | None = None
    shop_above: bool = False
    stored_shops: tuple[str, ...] = ()
    mappings: Mappings = NOTHING_MAPPED


def shop_of(block: Block, file: str, given: Given) -> tuple[str | None, bool]:
    """The shop for rows that name none, and whether it is only assumed; None where several shops are possible."""
    if given.shop:
        return given.shop, False
    words = " ".join((file, block.sheet.name, *block.titles))
    named = [shop for shop in given.stored_shops if shop in words]
    if named:
        return max(named, key=len), False
    if spelled := _SHOP.search(re.sub(r"[_\-【】\s（）()]+", " ", words)):
        return spelled[0], False
    if len(given.stored_shops) > 1:
        return None, True
    return (given.stored_shops[0] if given.stored_shops else THIS_SHOP), True


def span_of(block: Block, file: str) -> list[date]:
    """The days that the titles, or else the file's name, speak of."""
    return days_in(_OF_EXPORT.sub(" ", " ".join(block.titles))) or days_in(file)


def year_of(block: Block, file: str, given: Given) -> str | None:
    """The year for months that are written without one."""
    year = year_in(" ".join((*block.titles, block.sheet.name, file)))
    return year or (str(given.day.year) if given.day else None)
