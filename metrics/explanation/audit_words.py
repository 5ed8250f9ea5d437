"""An audit in words: a line a difference, for the command line and for the page of imports."""

from dataclasses import asdict

from metrics.explanation.audit import Difference
from metrics.wording.values import exact
from text import Text

LINE = Text(
    "{day} {shop} {fact}：{source} {one}，{rival} {other}，差 {off}。文件：{files}",
    "{day} {shop}, {fact}: {source} {one}, {rival} {other}, off by {off}. Files: {files}",
)
EMPTY = Text("库里还没有文件。", "There are no files yet.")
NOTHING = Text(
    "{first} 至 {last}，没有两个来源说法不同的数。", "{first} to {last}: no two sources tell a fact differently."
)
COUNTED = Text(
    "{first} 至 {last}，{n} 处两个来源说法不同：", "{first} to {last}: {n} facts that two sources tell differently:"
)


def line(of: Difference) -> Text:
    """A difference: the day, both sources with what they say, by how much, and the files."""
    return LINE.filled(
        day=of.day.isoformat(),
        shop=of.shop,
        fact=of.fact,
        source=of.source,
        one=exact(of.one, of.unit),
        rival=of.rival,
        other=exact(of.other, of.unit),
        off=exact(of.one - of.other, of.unit),
        files=Text("、".join(of.files), ", ".join(of.files)),
    )


def plain(of: Difference) -> dict[str, object]:
    """The same for programs: days as YYYY-MM-DD, numbers as numbers, phrases in both languages."""
    return {
        "shop": of.shop,
        "day": of.day.isoformat(),
        "fact": asdict(of.fact),
        "source": asdict(of.source),
        "one": float(of.one),
        "rival": asdict(of.rival),
        "other": float(of.other),
        "unit": of.unit.value,
        "files": list(of.files),
    }
