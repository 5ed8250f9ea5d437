"""What was known at a past moment: every subject as the parts said that were stored then and not withdrawn."""

from datetime import datetime

from data.store import clock
from data.store.living import living, living_parts, names_of
from data.store.warehouse import Warehouse

_CLOSED = "coalesce(last.kind <> 'reopened', actions.closed_at <= $moment, false)"
"""Whether an action was closed at the moment: by its last such step until then, else by what stands in it."""

_ACTIONS = f"""
    SELECT actions.* REPLACE (
      coalesce(later.owner_before, actions.owner) AS owner, coalesce(later.due_before, actions.due) AS due,
      CASE WHEN {_CLOSED} THEN coalesce(last.done, CASE WHEN last.kind IS NULL THEN actions.done END) END AS done,
      CASE WHEN {_CLOSED} THEN coalesce(last.made_at, actions.closed_at) END AS closed_at,
      CASE WHEN {_CLOSED} THEN coalesce(last.made_by, actions.closed_by) END AS closed_by)
    FROM actions LEFT JOIN (
      SELECT * FROM action_steps WHERE made_at <= $moment AND kind <> 'replanned'
      QUALIFY step = max(step) OVER (PARTITION BY action)) AS last USING (action)
    LEFT JOIN (
      SELECT action, owner_before, due_before FROM action_steps WHERE made_at > $moment AND kind = 'replanned'
      QUALIFY step = min(step) OVER (PARTITION BY action)) AS later USING (action)
    WHERE actions.made_at <= $moment"""

BOOKS = {
    "batches": "SELECT * REPLACE (CASE WHEN withdrawn_at <= $moment THEN withdrawn_at END AS withdrawn_at,"
    " CASE WHEN withdrawn_at <= $moment THEN withdrawn_by END AS withdrawn_by)"
    " FROM batches WHERE imported_at <= $moment",
    "parts": "SELECT parts.* FROM parts JOIN batches USING (batch) WHERE imported_at <= $moment",
    "settings": "FROM settings WHERE $moment IS NOT NULL",
    "targets_history": "SELECT h.* FROM targets_history AS h JOIN parts USING (part) JOIN batches USING (batch)"
    " WHERE imported_at <= $moment",
    "plan_versions": "SELECT * REPLACE (CASE WHEN decided_at <= $moment THEN approved END AS approved,"
    " CASE WHEN proposed_at <= $moment THEN parts END AS parts) FROM plan_versions WHERE begun_at <= $moment",
    "actions": _ACTIONS,
    "action_steps": "FROM action_steps WHERE made_at <= $moment",
    "rule_edits": "FROM rule_edits WHERE edited_at <= $moment",
    "red_marks": "FROM red_marks WHERE made_at <= $moment",
    "minutes": "FROM minutes WHERE ended_at <= $moment",
    "meetings": "SELECT * REPLACE (CASE WHEN closed_at <= $moment THEN closed_at END AS closed_at,"
    " CASE WHEN closed_at <= $moment THEN closed_by END AS closed_by,"
    " CASE WHEN closed_at <= $moment THEN minutes END AS minutes) FROM meetings WHERE opened_at <= $moment",
}


def warehouse_as_of(warehouse: Warehouse, moment: datetime) -> Warehouse:
    """A warehouse in memory that holds what this one held at a moment, for any metric to be asked of.

    Settings are those of today. A moment with a zone is the same one on the board's clock. Close it when done.
    """
    moment, then = clock.moment(moment, warehouse), Warehouse(None, b"in memory", warehouse.schema)
    with warehouse.cursor() as reader, then.writing() as run:
        for name, sql in BOOKS.items():
            run.register("copied", reader.sql(sql, params={"moment": moment}).to_arrow_table())
            run.execute(f"INSERT INTO {name} BY NAME SELECT * FROM copied")
            run.unregister("copied")
        for subject in warehouse.schema.subjects:
            parts = living_parts(reader, subject, moment)
            if parts:
                names = names_of(run, subject)
                run.register("copied", reader.sql(living(subject, names, parts)).to_arrow_table())
                run.execute(f"INSERT INTO {subject.name} BY NAME SELECT {', '.join(names)} FROM copied")
                run.unregister("copied")
    return then
