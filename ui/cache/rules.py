"""The rules that numbers are judged by."""

from metrics.judgement.rulebook import rulebook
from metrics.judgement.rules import Rulebook
from ui.cache import answers


def rules(shop: str | None = None) -> Rulebook:
    """`metrics.judgement.rulebook.rulebook()`: the rules that count for a shop, or without one those for all shops."""
    return answers.once("rules", shop, lambda: rulebook(answers.facts(), shop))
