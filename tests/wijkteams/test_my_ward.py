"""The screen 'Mijn wijk': what the team keeps, and what is the city's."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.factories import photo
from wijkteams.models import Wijk


def my_ward(wijk: Wijk, **changes: Any) -> dict[str, Any]:
    """The form 'Mijn wijk' as it stands, with these changes."""
    same = ("contact_email", "contact_phone", "meeting_place", "palette", "status")
    data = {name: getattr(wijk, name) for name in same}
    city = {"name": wijk.name, "slug": wijk.slug, "gemeente": wijk.gemeente, "postcodes": ""}
    return {**data, **city, "boundary": "", "opvolger": "", "logo": "", **changes}


def test_manager_keeps_contact_face_and_status(as_fatma: Client, sluis: Wijk) -> None:
    changes = {"contact_phone": "0182 65 43 21", "palette": "zon", "status": "slapend"}

    as_fatma.post(reverse("wijk:edit", args=[sluis.pk]), my_ward(sluis, **changes))

    sluis.refresh_from_db()
    assert {name: getattr(sluis, name) for name in changes} == changes


def test_manager_changes_neither_name_nor_address_nor_area(
    as_fatma: Client, sluis: Wijk, haven: Wijk
) -> None:
    sluis.postcodes.create(postcode="2801")
    changes = {"name": "Haven", "slug": "haven", "code": "WK000001", "opvolger": haven.pk}

    as_fatma.post(reverse("wijk:edit", args=[sluis.pk]), my_ward(sluis, **changes))

    fresh = Wijk.objects.get(pk=sluis.pk)
    assert (fresh.name, fresh.slug, fresh.code) == (sluis.name, sluis.slug, sluis.code)
    assert fresh.opvolger is None
    assert fresh.postcodes.count() == 1
    form = as_fatma.get(reverse("wijk:edit", args=[sluis.pk])).context["form"]
    assert "opgevolgd" not in dict(form.fields["status"].choices)


def test_a_picture_of_another_ward_cannot_be_the_logo(
    as_fatma: Client, sluis: Wijk, haven: Wijk
) -> None:
    theirs, own = photo(haven), photo(sluis)
    url = reverse("wijk:edit", args=[sluis.pk])

    refused = as_fatma.post(url, my_ward(sluis, logo=theirs.pk))
    as_fatma.post(url, my_ward(sluis, logo=own.pk))

    sluis.refresh_from_db()
    assert refused.context["form"].errors["logo"]
    assert sluis.logo == own


def test_city_changes_the_address_and_the_old_one_leads_on(as_bea: Client, sluis: Wijk) -> None:
    as_bea.post(
        reverse("wijk:edit", args=[sluis.pk]),
        my_ward(sluis, slug="aan-de-sluis", name="Aan de Sluis", postcodes="2801, 2802"),
    )

    fresh = Wijk.objects.get(pk=sluis.pk)
    assert (fresh.slug, fresh.name) == ("aan-de-sluis", "Aan de Sluis")
    assert fresh.postcodes.count() == 2
    assert Client().get("/aan-de-sluis/").status_code == 200
    assert fresh.oude_adressen.get().slug == "oude-sluis"
    assert fresh.pages.get().title == "Aan de Sluis"


@pytest.mark.parametrize("slug", ["havenkwartier", "nieuws", "Met Spatie"])
def test_a_taken_address_is_refused_at_the_field(
    as_bea: Client, sluis: Wijk, haven: Wijk, slug: str
) -> None:
    url = reverse("wijk:edit", args=[sluis.pk])

    response = as_bea.post(url, my_ward(sluis, slug=slug, meeting_place="De Schuur"))

    assert response.context["form"].errors["slug"]
    assert "De Schuur" in response.content.decode()
    assert Wijk.objects.get(pk=sluis.pk).slug == "oude-sluis"


def test_city_lets_a_ward_be_succeeded(as_bea: Client, sluis: Wijk, haven: Wijk) -> None:
    url = reverse("wijk:edit", args=[sluis.pk])

    refused = as_bea.post(url, my_ward(sluis, status="opgevolgd"))
    as_bea.post(url, my_ward(sluis, status="opgevolgd", opvolger=haven.pk))

    sluis.refresh_from_db()
    assert "Kies de wijk" in str(refused.context["form"].errors["opvolger"])
    assert sluis.opvolger == haven


def test_nobody_can_delete_a_ward(as_bea: Client, haven: Wijk) -> None:
    root = User.objects.create_superuser("root@sluisdam.example", "vier-buren-een-bus")
    as_root = Client()
    as_root.force_login(root, backend="django.contrib.auth.backends.ModelBackend")

    codes = [c.post(f"/beheer/wijk/delete/{haven.pk}/").status_code for c in (as_bea, as_root)]

    assert codes == [404, 404]
    assert Wijk.objects.filter(pk=haven.pk).exists()
