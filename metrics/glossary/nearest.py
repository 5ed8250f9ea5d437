"""The metrics whose names are most like one that somebody wrote: keys, and labels in both languages."""

from difflib import get_close_matches

from metrics.catalogue import METRICS
from metrics.definition.metric import Metric

MOST = 5
ALIKE = 0.5
"""How like two names are at least, from 0 to 1 as difflib counts it."""


def nearest(name: str) -> list[Metric]:
    """At most five metrics, the most alike first; those whose name holds what was written come first of all."""
    names = ((metric, each) for metric in METRICS for each in (metric.name, metric.label.zh, metric.label.en))
    spelled = {each.casefold(): metric for metric, each in names}
    wanted = name.strip().casefold()
    holding = sorted((each for each in spelled if wanted and wanted in each), key=len)
    alike = get_close_matches(wanted, spelled, n=3 * MOST, cutoff=ALIKE)
    return list(dict.fromkeys(spelled[each] for each in (*holding, *alike)))[:MOST]
