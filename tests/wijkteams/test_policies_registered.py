"""Our policies are the ones Wagtail asks: it overwrites them silently when registered wrongly."""

from __future__ import annotations

import pytest
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from home.models import HomePage
from nieuws.models import NieuwsPage
from wijkteams import models
from wijkteams.permissions import WijkMediaPolicy, WijkPagePolicy, WijkPolicy, WijkRowPolicy


@pytest.mark.parametrize(
    ("model", "policy"),
    [
        (Page, WijkPagePolicy),
        (HomePage, WijkPagePolicy),
        (NieuwsPage, WijkPagePolicy),
        (get_image_model(), WijkMediaPolicy),
        (get_document_model(), WijkMediaPolicy),
        (models.Wijk, WijkPolicy),
        (models.Buurt, WijkRowPolicy),
        (models.Lidmaatschap, WijkRowPolicy),
    ],
)
def test_wagtail_asks_our_policy(model: type, policy: type) -> None:
    assert type(policy_registry.get_by_type(model)) is policy
