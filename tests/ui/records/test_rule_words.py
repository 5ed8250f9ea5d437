"""A rule's words: only what counts a sample has a smallest one."""

from data.store.warehouse import Warehouse
from metrics.judgement.rulebook import lines
from ui.records.rule_words import least


def test_only_a_metric_that_counts_a_sample_has_a_smallest_one(warehouse: Warehouse) -> None:
    by_name = {entry.metric.name: entry for entry in lines(warehouse)}
    assert least(by_name["inquiry_pay_final_rate"]) == 30
    assert least(by_name["unshipped_48h"]) is None
