"""Which signals wait too long, and how long ago something was told, in words."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.signalen.models import Signaal, Staat

LOOK_WITHIN = timedelta(days=7)
"A new signal that nobody looked at for so long is late: the resident heard nothing yet."


def late() -> Q:
    """Those of which the day to come back to it is there, or that nobody looked at in a week."""
    unseen = Q(staat__in=(Staat.NIEUW, Staat.HEROPEND))
    return Q(herinnering_op__lte=timezone.localdate()) | (
        unseen & Q(bijgewerkt_op__lt=timezone.now() - LOOK_WITHIN)
    )


def is_late(signaal: Signaal) -> bool:
    """The same of one open signal."""
    if signaal.herinnering_op is not None and signaal.herinnering_op <= timezone.localdate():
        return True
    unseen = signaal.staat in (Staat.NIEUW, Staat.HEROPEND)
    return unseen and signaal.bijgewerkt_op < timezone.now() - LOOK_WITHIN


def ago(moment: datetime) -> str:
    """How long ago it was, as one says it."""
    days = (timezone.localdate() - timezone.localtime(moment).date()).days
    if days <= 0:
        return _("vandaag")
    if days == 1:
        return _("gisteren")
    if days < 14:
        return _("%(n)s dagen geleden") % {"n": days}
    if days < 61:
        return _("%(n)s weken geleden") % {"n": days // 7}
    if days < 730:
        months = days // 30
        text = ngettext("%(n)s maand geleden", "%(n)s maanden geleden", months)
        return text % {"n": months}
    return _("%(n)s jaar geleden") % {"n": days // 365}
