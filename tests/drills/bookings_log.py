"""A trigger in the database itself writes down how full it is, whenever somebody gets a place."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import psycopg

from tests.drills.database import rows

HOLDING = ("onbevestigd", "bevestigd", "aangeboden")
_HELD = "('onbevestigd', 'bevestigd', 'aangeboden')"
_NOTE = f"""INSERT INTO drill_log (taken, places)
SELECT (SELECT COALESCE(SUM(places), 0) FROM activiteiten_aanmelding
        WHERE activiteit_id = {{pk}} AND status IN {_HELD}),
       (SELECT capacity FROM activiteiten_activiteit WHERE id = {{pk}});"""  # noqa: S608
_MORE = f"NEW.activiteit_id = {{pk}} AND NEW.status IN {_HELD}"
_SQLITE = f"""
CREATE TABLE drill_log (id INTEGER PRIMARY KEY, taken INTEGER, places INTEGER);
CREATE TRIGGER drill_in AFTER INSERT ON activiteiten_aanmelding WHEN {_MORE}
BEGIN {_NOTE} END;
CREATE TRIGGER drill_up AFTER UPDATE ON activiteiten_aanmelding
WHEN {_MORE} AND (OLD.status NOT IN {_HELD} OR NEW.places > OLD.places)
BEGIN {_NOTE} END;
"""
# Deferred: it counts when the transaction is committed, with all that others committed before.
_POSTGRES = f"""
CREATE TABLE drill_log (id SERIAL PRIMARY KEY, taken INTEGER, places INTEGER);
CREATE FUNCTION drill_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
IF {_MORE} THEN
  IF TG_OP = 'INSERT' THEN {_NOTE}
  ELSIF OLD.status NOT IN {_HELD} OR NEW.places > OLD.places THEN {_NOTE}
  END IF;
END IF;
RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER drill_note AFTER INSERT OR UPDATE ON activiteiten_aanmelding
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION drill_note();
"""


def watch(url: str, pk: int) -> None:
    """Begin to write down."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), timeout=30)) as connection:
            connection.executescript(_SQLITE.format(pk=pk))
        return
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(_POSTGRES.format(pk=pk).encode())


def over(url: str) -> tuple[int, int]:
    """The most places that were ever taken, and how often somebody got one too many."""
    found = rows(url, "SELECT taken, places FROM drill_log")
    most = max((taken for taken, _places in found), default=0)
    return most, sum(1 for taken, places in found if taken > places)
