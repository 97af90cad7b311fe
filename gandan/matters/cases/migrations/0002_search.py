"""Search by words: a full-text index over `case.search`, kept by the database itself.

SQLite: an FTS5 table without a copy of the text, kept by triggers. PostgreSQL: a stored vector and a GIN index.
Both index words that `pure.vietnamese.fold` has already made lower-case and unaccented.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations

SQLITE = (
    """CREATE VIRTUAL TABLE cases_search USING fts5(
        search, content='cases_case', content_rowid='id', tokenize='unicode61', prefix='2 3')""",
    """CREATE TRIGGER cases_search_added AFTER INSERT ON cases_case BEGIN
        INSERT INTO cases_search(rowid, search) VALUES (new.id, new.search); END""",
    """CREATE TRIGGER cases_search_removed AFTER DELETE ON cases_case BEGIN
        INSERT INTO cases_search(cases_search, rowid, search) VALUES ('delete', old.id, old.search); END""",
    """CREATE TRIGGER cases_search_changed AFTER UPDATE OF search ON cases_case BEGIN
        INSERT INTO cases_search(cases_search, rowid, search) VALUES ('delete', old.id, old.search);
        INSERT INTO cases_search(rowid, search) VALUES (new.id, new.search); END""",
)
POSTGRESQL = (
    """ALTER TABLE cases_case ADD COLUMN search_words tsvector
        GENERATED ALWAYS AS (to_tsvector('simple', search)) STORED""",
    "CREATE INDEX case_search ON cases_case USING gin (search_words)",
)
SQLITE_BACK = (
    "DROP TRIGGER cases_search_added",
    "DROP TRIGGER cases_search_removed",
    "DROP TRIGGER cases_search_changed",
    "DROP TABLE cases_search",
)
POSTGRESQL_BACK = ("DROP INDEX case_search", "ALTER TABLE cases_case DROP COLUMN search_words")


def _run(editor: Any, sqlite: tuple[str, ...], postgresql: tuple[str, ...]) -> None:
    for statement in {"sqlite": sqlite, "postgresql": postgresql}[editor.connection.vendor]:
        editor.execute(statement)


def build(apps: Any, editor: Any) -> None:
    """Lay the index of the engine at hand."""
    _run(editor, SQLITE, POSTGRESQL)


def clear(apps: Any, editor: Any) -> None:
    """Take it away again."""
    _run(editor, SQLITE_BACK, POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [migrations.RunPython(build, clear)]
