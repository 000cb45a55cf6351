"""Our policies in Wagtail's registry."""

from __future__ import annotations

from wagtail.models import Page

from wijkteams.permissions.media import WijkMediaPolicy
from wijkteams.permissions.pages import WijkPagePolicy
from wijkteams.permissions.rows import WijkPolicy, WijkRowPolicy


def register_policies() -> None:
    """Register them; with `exact_class`, or wagtail.images would overwrite ours without a word."""
    from wagtail.documents import get_document_model
    from wagtail.images import get_image_model
    from wagtail.permissions import register_permission_policy

    from wijkteams import models

    register_permission_policy(Page, WijkPagePolicy())
    for media in (get_image_model(), get_document_model()):
        register_permission_policy(media, WijkMediaPolicy(media), exact_class=True)
    register_permission_policy(models.Wijk, WijkPolicy(models.Wijk), exact_class=True)
    rows = (models.Buurt, models.Thema, models.Lidmaatschap, models.Uitnodiging)
    for model in (*rows, models.Organisatie):
        register_permission_policy(model, WijkRowPolicy(model), exact_class=True)
