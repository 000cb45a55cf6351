"""The environment, read in this package and nowhere else; and where everything stands."""

from __future__ import annotations

from pathlib import Path

import environ

env = environ.Env()

CONFIG_DIR = Path(__file__).resolve().parents[1]
# In a checkout templates/, static/ and locale/ stand at the root; in a wheel inside config/.
ASSETS_DIR = CONFIG_DIR if (CONFIG_DIR / "templates").is_dir() else CONFIG_DIR.parents[1]
HANDBOOK_DIR = ASSETS_DIR / ("handleiding" if ASSETS_DIR == CONFIG_DIR else "docs/redactie")
VAR_DIR = Path(env("VAR_DIR", default=str(Path.cwd() / "var"))).resolve()
