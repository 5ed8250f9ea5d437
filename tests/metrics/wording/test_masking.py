"""Masks: one letter a person, the same for every account of theirs, on any day."""

from data.importing.imports import preview_table, store
from data.sources import source_named
from data.store.warehouse import Warehouse
from metrics.wording.masking import UNKNOWN, bare, masked, masks
from text import Text, same


def take(warehouse: Warehouse, source: str, *rows: dict[str, str]) -> None:
    store(warehouse, preview_table(warehouse, source_named(source), rows, source), by="测试")


def test_letters_follow_the_names_and_go_on_after_z() -> None:
    names = [f"{n:02d}" for n in range(28)]
    found = masked(reversed(names), "客服")
    assert (found["00"], found["25"], found["26"], found["27"]) == ("客服A", "客服Z", "客服AA", "客服AB")


def test_accounts_of_one_person_share_a_mask_and_agents_go_before_others(warehouse: Warehouse) -> None:
    take(warehouse, "shifts", *({"日期": "2026-06-08", "客服": who, "班次": "早班"} for who in ("小满", "客服一号")))
    take(warehouse, "roster", {"账号名": "客服一号", "员工姓名": "立夏", "小组": "客服组"})
    take(warehouse, "workload", {"日期": "2026-06-08", "组": "美工组", "人": "小暑", "事项": "海报", "数量": "3"})
    found = masks(warehouse)
    assert found.of("立夏") == found.of("某店:客服一号") == Text("客服B", "Agent B")
    assert found.of("小满") == Text("客服A", "Agent A")
    assert found.of("小暑") == Text("员工A", "Staff A")
    assert found.of("没人认识") == UNKNOWN
    assert found.named("Agent B") == "客服一号" or found.named("Agent B") == "立夏"


def test_names_within_a_sentence_are_masked(warehouse: Warehouse) -> None:
    take(warehouse, "shifts", {"日期": "2026-06-08", "客服": "立夏", "班次": "早班"})
    assert masks(warehouse).within(same("带立夏过一遍快捷语")).zh == "带客服A过一遍快捷语"


def test_a_group_is_nobody_and_keeps_its_name(warehouse: Warehouse) -> None:
    take(warehouse, "workload", {"日期": "2026-06-08", "组": "美工组", "人": "小暑", "事项": "海报", "数量": "3"})
    assert masks(warehouse).of("美工组").zh == "美工组"
    assert "美工组" not in masks(warehouse).by_name


def test_a_name_stands_without_the_shops() -> None:
    assert (bare("云栖木语：立夏"), bare("立夏"), bare("店:")) == ("立夏", "立夏", "店:")
