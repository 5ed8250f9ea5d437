"""A sentence with what matters in it marked."""

import re

_FIGURE = re.compile(
    r"\d[\d,.]*(?:\s?[万亿]?[元人单]|%|个百分点|秒|\s?[KMB]? ?(?:yuan|people|person|orders?|points)\b)"
)


def figures_bold(sentence: str) -> str:
    """A sentence with its amounts between double asterisks."""
    return _FIGURE.sub(r"**\g<0>**", sentence)
