"""Promises about the project as a whole. Each kept somebody busy for an afternoon once."""

from __future__ import annotations

import re
import site
import subprocess
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from tests import catalogues, roles_table

ROOT = Path(__file__).resolve().parents[1]
CODE = ["site", "home", "wijkteams", "nieuws", "enquetes"]
VARIABLE = re.compile(r"""\benv(?:\.\w+)?\(\s*["']([A-Z_]+)["']""")


def code_files(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def variables() -> set[str]:
    """Name every environment variable that the settings read."""
    settings = code_files("site/config/settings")
    return {name for path in settings for name in VARIABLE.findall(path.read_text())}


def test_stdlib_site_is_not_shadowed():
    assert Path(site.__file__).name == "site.py"
    assert not (ROOT / "site" / "__init__.py").exists()


def test_git_does_not_ignore_the_folder_site():
    answer = subprocess.run(
        ["git", "check-ignore", "--no-index", "site/config/urls.py", "site/core/models/pages.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    # 1: git ignores none of them. 128: this is no git checkout, so there is nothing to ignore.
    assert answer.returncode in {1, 128}, f"ignored: {answer.stdout}"


def test_apps_take_the_last_part_of_their_name_as_label():
    ours = [
        config
        for config in apps.get_app_configs()
        if Path(config.path).is_relative_to(ROOT) and "site-packages" not in config.path
    ]

    assert ours
    assert all(config.label == config.name.rpartition(".")[2] for config in ours)


@pytest.mark.django_db
def test_migrations_are_complete():
    assert call_command("makemigrations", check=True, dry_run=True, verbosity=0) is None


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_hold_hashes_and_no_addresses(name):
    text = (ROOT / name).read_text()
    pinned = re.findall(r"^\S+==\S+", text, re.MULTILINE)

    assert pinned
    assert text.count("--hash=sha256:") >= len(pinned)
    assert "://" not in text
    assert "index-url" not in text


def test_dev_requirements_hold_the_same_versions_as_those_of_the_site():
    pins = re.compile(r"^(\S+==\S+)", re.MULTILINE)
    runs = set(pins.findall((ROOT / "requirements.txt").read_text()))
    develops = set(pins.findall((ROOT / "requirements-dev.txt").read_text()))

    assert not runs - develops


def test_every_setting_is_in_the_example_and_in_the_documents():
    example = (ROOT / ".env.example").read_text()
    document = (ROOT / "docs/beheer/instellingen.md").read_text()

    assert variables()
    for name in variables():
        assert re.search(rf"^#? ?{name}=", example, re.MULTILINE), f"{name}: .env.example"
        assert f"| `{name}` |" in document, f"{name}: docs/beheer/instellingen.md"


def test_documents_name_no_setting_that_nobody_reads():
    document = (ROOT / "docs/beheer/instellingen.md").read_text()
    named = set(re.findall(r"^\| `([A-Z_]+)` \|", document, re.MULTILINE))

    assert named - {"DJANGO_SETTINGS_MODULE"} == variables()


def test_the_environment_is_read_in_the_settings_only():
    for path in code_files(*CODE):
        if "settings" not in path.parts and path.name not in {"cli.py", "wsgi.py"}:
            assert not re.search(r"os\.(environ|getenv)", path.read_text()), path


def test_no_file_has_a_name_that_says_nothing():
    nameless = {"utils", "helpers", "common", "mixins"}

    assert not [path for path in code_files(*CODE, "tests") if path.stem in nameless]


def test_no_file_grows_beyond_what_a_person_reads():
    for path in code_files(*CODE):
        if not {"migrations", "settings"} & set(path.parts):
            assert len(path.read_text().splitlines()) <= 200, path


def test_the_table_of_roles_in_the_documents_is_that_of_the_code():
    assert roles_table.documented() == roles_table.table(), "run python -m tests.roles_table"


def test_version_is_the_newest_in_the_changelog():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    newest = re.search(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)

    assert newest
    assert newest.group(1) == project["version"]


def test_links_between_documents_lead_somewhere():
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]

    for document in documents:
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", document.read_text()):
            assert (document.parent / target).exists(), f"{document}: {target}"


def test_catalogues_are_complete_and_compiled():
    assert not list(catalogues.problems())
