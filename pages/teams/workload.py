"""班组: how much of the quotas was done, which tasks hold the teams back, who is behind and who is idle."""

from metrics.catalogue import TEAMS
from metrics.catalogue.service.appraisals import APPRAISAL_SCORE
from metrics.catalogue.service.people import LATE_EARLY, SEAT_COVERAGE
from metrics.catalogue.service.quotas import QUOTA_ATTAIN, STD_HOUR_UTIL
from ui.session.language import say
from ui.teams import next_steps, team_page, workload

METRICS = (QUOTA_ATTAIN, STD_HOUR_UTIL, SEAT_COVERAGE, LATE_EARLY, APPRAISAL_SCORE)

during, shown = team_page.opening(say("班组", "Teams"), *METRICS, because=workload.because, where={})
left, right = team_page.side_by_side()
with left:
    workload.tasks(during)
    workload.teams(during)
with right:
    workload.people(during)
next_steps.show(TEAMS["work"] + TEAMS["people"], shown, during, ("",))
team_page.over_time_in_pairs(during, QUOTA_ATTAIN, STD_HOUR_UTIL, where={})
team_page.stamp(during, *METRICS)
