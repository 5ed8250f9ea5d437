"""班组定额: a bar for each team, people only as counts."""

from metrics.judgement.quota_bars import QuotaBar
from metrics.wording.scale import Scale
from text import Text
from ui.morning.morning_review import MorningView
from ui.pieces import tile
from ui.pieces.lines import empty_zone
from ui.pieces.marks import shape
from ui.pieces.markup import Html, joined, tag
from ui.pieces.table import Cell, Head, section, strong, table, thin

TEAMS = 6
TITLE = Text("班组定额", "Team quotas")
WAITS = Text("等：工作量登记、定额本", "Waits for: work done and the quota book")
NOTE = Text("竖线为 100%，低于 80% 落后", "tick: 100%; behind under 80%")
HEADS = (Text("班组", "Team"), Text("完成", "Done"), Text("占应做 %", "% of due"), Text("要看的人", "Look at"))


def show(view: MorningView) -> Html:
    """The teams with quotas this month, or the files they wait for."""
    spoken = view.spoken
    if not view.surroundings.quotas:
        return empty_zone(TITLE.to(spoken), WAITS.to(spoken))
    heads = [Head(head.to(spoken), figures=place > 1) for place, head in enumerate(HEADS)]
    rows = [_row(bar, view) for bar in view.surroundings.quotas[:TEAMS]]
    return section(TITLE.to(spoken), table(heads, rows), note=NOTE.to(spoken))


def _row(bar: QuotaBar, view: MorningView) -> list[str | Cell]:
    name = joined((shape(bar.judgement.level, view.spoken), tag("b", bar.team)))
    bullet: Html | str = tile.bullet(tile.BulletBar(min(bar.attain, 1.25), 1.0)) if bar.attain is not None else ""
    share = strong("—" if bar.attain is None else Scale(0.01).formatted(bar.attain))
    return [name, bullet, share, thin(bar.note.to(view.spoken))]
