"""What our own versions of screens of the CMS need."""

from __future__ import annotations

from django import template

from core.security.nonce import allow

register = template.Library()
register.filter("allow_scripts", allow, is_safe=True)
