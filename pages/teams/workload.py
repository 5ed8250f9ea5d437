"""班组: how much of the quotas was done, which tasks hold the teams back, who is behind and who is idle."""

from metrics.appraisals import APPRAISAL_SCORE
from metrics.catalogue import TEAMS
from metrics.people import LATE_EARLY, SEAT_COVERAGE
from metrics.quotas import QUOTA_ATTAIN, STD_HOUR_UTIL
from ui import panels
from ui.language import say
from ui.teams import next_steps, work

METRICS = (QUOTA_ATTAIN, STD_HOUR_UTIL, SEAT_COVERAGE, LATE_EARLY, APPRAISAL_SCORE)

during, shown = panels.opening(say("班组", "Teams"), *METRICS, because=work.because, where={})
left, right = panels.side_by_side()
with left:
    work.tasks(during)
    work.teams(during)
with right:
    work.people(during)
next_steps.show(TEAMS["work"] + TEAMS["people"], shown, during, ("",))
panels.over_time_in_pairs(during, QUOTA_ATTAIN, STD_HOUR_UTIL, where={})
panels.stamp(during, *METRICS)
