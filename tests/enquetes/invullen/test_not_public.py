"""What is not public is not seen on the small pages of filling in either."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale

from enquetes.models import Enquete, EnquetePage
from enquetes.toegang.services import remember
from tests.enquetes.invullen.filling import Resident, dogs
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def test_the_title_of_a_translation_that_is_not_finished_is_not_told(haven: Wijk) -> None:
    enquete = dogs(haven, title="Honden in de wijk")
    english, _made = Locale.objects.get_or_create(language_code="en")
    page = EnquetePage.objects.get(translation_key=enquete.translation_key)
    draft = page.copy_for_translation(english, copy_parents=True)
    draft.title = draft.draft_title = "Not for your eyes"
    draft.save()
    resident = Resident(enquete)
    resident.begin()

    html = resident.client.get(f"/en/enquete/{enquete.code}/1/").content.decode()

    assert "Honden in de wijk" in html
    assert "Not for your eyes" not in html


@pytest.mark.parametrize("name", ["bedankt/", "controle/", "later/", "1/"])
def test_of_a_survey_that_was_taken_off_the_site_nothing_is_left(
    client: Client, haven: Wijk, name: str
) -> None:
    enquete = dogs(haven)
    Enquete.objects.filter(pk=enquete.pk).update(uitslag_op=timezone.now())
    response = client.get(f"/enquete/{enquete.code}/{name}")
    remember(response, enquete)
    client.cookies.update(response.cookies)
    assert client.get(f"/enquete/{enquete.code}/{name}").status_code in {200, 302}

    EnquetePage.objects.get(translation_key=enquete.translation_key).unpublish()

    assert client.get(f"/enquete/{enquete.code}/{name}").status_code == 404
