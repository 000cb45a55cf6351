"""The database as it was when an archive was made: its migrations, models and tables of then."""

from __future__ import annotations

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from core.backup.problems import DamagedError
from core.backup.reading import Contents
from core.backup.tables import Model, Table, is_travelling, table_of


def migrate_to(contents: Contents) -> None:
    """Exactly the form of the archive, so that its rows fit."""
    executor = MigrationExecutor(connection)
    executor.migrate(_nodes(executor.loader, contents))


def models_of(contents: Contents) -> dict[str, Model]:
    """The models of then, by table: they may have changed since, or have gone."""
    loader = MigrationExecutor(connection).loader
    then = loader.project_state(_nodes(loader, contents)).apps
    found = then.get_models(include_auto_created=True)
    return {model._meta.db_table: model for model in found if is_travelling(model)}


def tables_of(contents: Contents, models: dict[str, Model]) -> dict[str, Table]:
    """The tables of the archive, with its columns."""
    unknown = set(contents.manifest["tabellen"]) - set(models)
    if unknown:
        raise DamagedError(_("Onbekende tabel: %(name)s") % {"name": sorted(unknown)[0]})
    return {
        name: table_of(models[name], entry["kolommen"])
        for name, entry in contents.manifest["tabellen"].items()
    }


def _nodes(loader: MigrationLoader, contents: Contents) -> list[tuple[str, str]]:
    """The last migration of each app in the archive."""
    applied = {node for node in loader.graph.nodes if node in contents.migrations}
    followed = {
        parent.key
        for node in applied
        for parent in loader.graph.node_map[node].parents
        if parent.key[0] == node[0]
    }
    return sorted(applied - followed)
