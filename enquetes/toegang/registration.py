"""What this room does when the site starts."""

from __future__ import annotations

from enquetes.toegang import files, mixing


def register_access() -> None:
    """Called when the app is ready."""
    from wagtail.permissions import register_permission_policy

    from enquetes.models import Codeblad
    from enquetes.toegang.beheer.access import CodebladPolicy

    register_permission_policy(Codeblad, CodebladPolicy(Codeblad), exact_class=True)
    mixing.connect()
    files.connect()
