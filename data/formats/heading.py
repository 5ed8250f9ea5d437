"""A heading as it is matched, and what it says of the cells below it."""

import re
import unicodedata
from functools import lru_cache

from data.formats.cleaning import BLANK

_BRACKETS = str.maketrans("（）【】［］〔〕：，", "()[][][]:,")
_UNIT = re.compile(r"\((元|万元|秒|%|件|人|个|次|单|分)\)$")


_UNSEEN = re.compile(rf"[\s{BLANK}]+")


@lru_cache(maxsize=1 << 16)
def normalised(heading: str) -> str:
    """A heading as it is matched: NFKC, no white space, brackets of one width, no unit at its end, lower case."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", heading).translate(_BRACKETS)).lower()
    return _UNIT.sub("", plain) or plain


def in_wan(heading: str) -> bool:
    """Whether a heading says that its amounts are in units of 10,000 yuan."""
    return "万元" in unicodedata.normalize("NFKC", heading)


def in_minutes(heading: str) -> bool:
    """Whether a heading says that its durations are in minutes: 平均响应时长(分)."""
    return unicodedata.normalize("NFKC", heading).strip().endswith("(分)")
