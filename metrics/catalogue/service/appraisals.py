"""Appraisals: a person's month out of weighted and capped scores; pay is left to others."""

from data.sources.service import appraisals
from metrics.definition.facts import Facts
from metrics.definition.metric import Metric, Unit, ratio
from text import Text

SCORES = Facts(
    "appraisal_scores",
    appraisals.APPRAISALS.title,
    """
    SELECT shop, try_cast(period || '-01' AS DATE) AS day, coalesce(team, '') AS team, person,
      least(score, coalesce(cap, score)) AS counted, coalesce(weight, 1) AS weight
    FROM appraisals WHERE length(period) = 7""",
    dimensions=("shop", "team", "person"),
)
"""Each person's items of a month, on the month's first day: the score up to its cap, and what it weighs."""

APPRAISAL_SCORE = Metric(
    "appraisal_score",
    Text("绩效得分", "Appraisal score"),
    Text(
        "各考核项封顶后的得分按权重平均；没写权重的项一样重；多人合起来看的是平均水平",
        "The capped scores of the items by weight; items without one weigh alike; over several people it is their mean",
    ),
    Text("Σ(权重 × 封顶后得分) ÷ Σ权重", "Σ(weight × capped score) ÷ Σ weights"),
    SCORES,
    ratio("sum(weight * counted)", "sum(weight)"),
    Unit.MARKS,
)

METRICS = (APPRAISAL_SCORE,)
