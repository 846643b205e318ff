"""The index beside the rows: an FTS5 table on SQLite, a `tsvector` table with a GIN index on PostgreSQL.

FTS5 is given words that are analysed already, so its simplest tokenizer only parts them at spaces. PostgreSQL keeps the
vectors within the table up to 8 KB: ranking a frequent word reads thousands.
"""

from typing import Any

from django.db import migrations

CREATE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE search_words USING fts5(title, text, title_forms, text_forms, tokenize = 'ascii')",
    ],
    "postgresql": [
        "CREATE TABLE search_words (id bigint PRIMARY KEY, words tsvector NOT NULL) WITH (toast_tuple_target = 8160)",
        "CREATE INDEX search_words_gin ON search_words USING gin (words)",
    ],
}


def create(apps: Any, schema_editor: Any) -> None:
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute("DROP TABLE search_words")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
