"""The tables that the board keeps of itself: batches, uploads, settings, and what people enter on its pages.

Every stamp is a TIMESTAMP without a zone: what the board's clock (`data.store.clock`) showed.
"""

from data.store.schema import Field

BOOKS: dict[str, tuple[Field, ...]] = {
    # A batch is one import: what was stored together and can be withdrawn together.
    "batches": (
        Field("batch", "INTEGER"), Field("name", "VARCHAR"), Field("imported_at", "TIMESTAMP"),
        Field("by_whom", "VARCHAR"), Field("demo", "BOOLEAN"), Field("withdrawn_at", "TIMESTAMP"),
        Field("withdrawn_by", "VARCHAR"),
    ),
    # A part is one table of one file within a batch; `columns` are those its file held, `headings` all it had.
    "parts": (
        Field("part", "INTEGER"), Field("batch", "INTEGER"), Field("subject", "VARCHAR"), Field("source", "VARCHAR"),
        Field("file", "VARCHAR"), Field("sheet", "VARCHAR"), Field("upload", "VARCHAR"), Field("columns", "VARCHAR[]"),
        Field("kept", "INTEGER"), Field("new", "INTEGER"), Field("changed", "INTEGER"), Field("same", "INTEGER"),
        Field("rejected", "INTEGER"), Field("first_day", "DATE"), Field("last_day", "DATE"),
        Field("headings", "VARCHAR[]"), Field("mode", "VARCHAR"),
    ),
    "uploads": (
        Field("file", "VARCHAR"), Field("path", "VARCHAR"), Field("bytes", "BIGINT"), Field("stored_at", "TIMESTAMP"),
        Field("batch", "INTEGER"), Field("deleted_at", "TIMESTAMP"),
    ),
    # The fingerprints of the keys that buyers were hashed with, the last one that of the key in use.
    "buyers_keys": (Field("fingerprint", "VARCHAR"), Field("since", "TIMESTAMP")),
    "settings": (Field("name", "VARCHAR"), Field("value", "VARCHAR")),
    # A version of a shop's plan for a quarter: `parts` are those of the targets' history that it was proposed with;
    # `unnamed` says that rows without a shop were this shop's.
    "plan_versions": (
        Field("shop", "VARCHAR"), Field("quarter", "VARCHAR"), Field("version", "INTEGER"),
        Field("begun_at", "TIMESTAMP"), Field("begun_by", "VARCHAR"), Field("parts", "INTEGER[]"),
        Field("unnamed", "BOOLEAN"), Field("proposed_at", "TIMESTAMP"), Field("proposed_by", "VARCHAR"),
        Field("note", "VARCHAR"),
        Field("decided_at", "TIMESTAMP"), Field("decided_by", "VARCHAR"), Field("approved", "BOOLEAN"),
        Field("reason", "VARCHAR"),
    ),
    # How rows of headings are read that somebody was asked about.
    "mappings": (
        Field("headings", "VARCHAR[]"), Field("source", "VARCHAR"), Field("places", "MAP(VARCHAR, VARCHAR)"),
        Field("scales", "MAP(VARCHAR, VARCHAR)"), Field("saved_at", "TIMESTAMP"), Field("by_whom", "VARCHAR"),
    ),
    # What somebody undertook to move a number, as it stands; `done` stays empty where it was dropped.
    "actions": (
        Field("action", "INTEGER"), Field("shop", "VARCHAR"), Field("metric", "VARCHAR"), Field("what", "VARCHAR"),
        Field("owner", "VARCHAR"), Field("begun", "DATE"), Field("due", "DATE"), Field("watched", "INTEGER"),
        Field("made_at", "TIMESTAMP"), Field("made_by", "VARCHAR"), Field("done", "DATE"),
        Field("closed_at", "TIMESTAMP"), Field("closed_by", "VARCHAR"),
    ),
    # Each closing, reopening and replanning of an action, none ever taken out; `done` is of those done alone, owner
    # and due day, before and since, of those replanned.
    "action_steps": (
        Field("step", "INTEGER"), Field("action", "INTEGER"), Field("kind", "VARCHAR"), Field("done", "DATE"),
        Field("reason", "VARCHAR"), Field("made_at", "TIMESTAMP"), Field("made_by", "VARCHAR"),
        Field("owner_before", "VARCHAR"), Field("due_before", "DATE"), Field("owner", "VARCHAR"), Field("due", "DATE"),
    ),
    # Every change of a rule, of one shop or (no shop named) of all, none ever taken out: the last one counts.
    "rule_edits": (
        Field("edit", "INTEGER"), Field("shop", "VARCHAR"), Field("metric", "VARCHAR"), Field("rule", "VARCHAR"),
        Field("to_default", "BOOLEAN"),
        Field("watch", "DOUBLE"), Field("bad", "DOUBLE"), Field("least", "INTEGER"), Field("days", "INTEGER"),
        Field("edited_at", "TIMESTAMP"), Field("by_whom", "VARCHAR"),
    ),
    # What was said of a line of the red list, none ever taken out; `line` is its key, `value` what it then stood at.
    "red_marks": (
        Field("mark", "INTEGER"), Field("shop", "VARCHAR"), Field("line", "VARCHAR"), Field("kind", "VARCHAR"),
        Field("owner", "VARCHAR"), Field("step", "VARCHAR"), Field("due", "TIMESTAMP"), Field("words", "VARCHAR"),
        Field("value", "DOUBLE"), Field("until", "DATE"), Field("made_at", "TIMESTAMP"), Field("made_by", "VARCHAR"),
    ),
    # What a morning review ended with, in both languages; `ended_at` is the moment whose knowledge it stood on.
    "minutes": (
        Field("number", "INTEGER"), Field("shop", "VARCHAR"), Field("day", "DATE"), Field("begun_at", "TIMESTAMP"),
        Field("ended_at", "TIMESTAMP"), Field("ended_by", "VARCHAR"), Field("notes", "VARCHAR"),
        Field("zh", "VARCHAR"), Field("en", "VARCHAR"),
    ),
    # A weekly meeting: its week's Monday, when its deck was frozen, and what its definitions and numbers then were.
    "meetings": (
        Field("meeting", "INTEGER"), Field("shop", "VARCHAR"), Field("week", "DATE"), Field("moment", "TIMESTAMP"),
        Field("opened_at", "TIMESTAMP"), Field("opened_by", "VARCHAR"), Field("closed_at", "TIMESTAMP"),
        Field("closed_by", "VARCHAR"), Field("definitions", "MAP(VARCHAR, VARCHAR)"),
        Field("figures", "MAP(VARCHAR, DOUBLE)"), Field("minutes", "VARCHAR"),
    ),
    # Every try of sending a report, none ever taken out; `by_whom` is empty where the board did it by its schedule.
    "sendings": (
        Field("recipient", "VARCHAR"), Field("what", "VARCHAR"), Field("due", "DATE"), Field("tried_at", "TIMESTAMP"),
        Field("failed", "VARCHAR"), Field("by_whom", "VARCHAR"),
    ),
    # The daily facts that are kept up to date: the table of that name holds what `sql` gives; `stamp` says as of when.
    "rollups": (
        Field("place", "INTEGER"), Field("name", "VARCHAR"), Field("sql", "VARCHAR"), Field("reads", "VARCHAR[]"),
        Field("stamp", "VARCHAR"),
    ),
}  # fmt: skip
"""The tables of the board's own books."""
