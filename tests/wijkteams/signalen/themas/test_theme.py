from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.factories import lid
from tests.factories.signalen import category, confidential, signal
from wijkteams.draden.services import bind
from wijkteams.models import Wijk
from wijkteams.roles import Rol
from wijkteams.signalen import services
from wijkteams.signalen.models import (
    Signaal,
    SignaalthemaPage,
    SignalenIndexPage,
    Themasignaal,
)
from wijkteams.signalen.themas import binding
from wijkteams.signalen.themas.figures import year_figures

pytestmark = pytest.mark.django_db

ADDRESS = "/havenkwartier/signalen/donker/"


@pytest.fixture
def theme(haven: Wijk, joris: User) -> SignaalthemaPage:
    """A published theme of Havenkwartier, without signals."""
    index = SignalenIndexPage.objects.get(wijk=haven)
    page = SignaalthemaPage(title="Donker", slug="donker", locale=index.locale)
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


def _add(theme: SignaalthemaPage, *signalen: Signaal) -> None:
    binding.add(theme, signalen, by=None)


def test_it_says_how_many_and_since_when(haven: Wijk, theme: Any, client: Client) -> None:
    old = timezone.now() - timedelta(days=800)
    _add(theme, signal(haven, gemeld_op=old), signal(haven, aantal_mee=4))
    page = client.get(ADDRESS)
    assert "2 signalen" in page.text
    assert f"{timezone.localtime(old):%Y}" in page.text
    assert "Nog 4 mensen" in page.text


def test_a_square_shows_from_three(haven: Wijk, theme: Any, client: Client) -> None:
    haven.boundary = {
        "type": "Polygon",
        "coordinates": [[[4.7, 52.0], [4.72, 52.0], [4.72, 52.02], [4.7, 52.02], [4.7, 52.0]]],
    }
    haven.save()
    _add(theme, signal(haven), signal(haven))
    assert "signal-map__square" not in client.get(ADDRESS).text
    _add(theme, signal(haven))
    assert client.get(ADDRESS).text.count("signal-map__square") == 1


def test_confidential_ones_are_a_number_from_five(haven: Wijk, theme: Any, client: Client) -> None:
    _add(theme, *(confidential(haven) for _ in range(4)))
    page = client.get(ADDRESS).text
    assert "vertrouwelijke" not in page
    _add(theme, confidential(haven))
    page = client.get(ADDRESS).text
    assert "5 vertrouwelijke signalen" in page
    assert "buurvrouw" not in page


def test_words_stand_there_after_consent_only(haven: Wijk, theme: Any, client: Client) -> None:
    shy, open_ = signal(haven), signal(haven, citaat=True, tekst="Ik fiets nu om. Elke dag.")
    _add(theme, shy, open_)
    with pytest.raises(ValidationError, match="toestemming"):
        binding.quote(theme, shy, shy.tekst, by=None)
    with pytest.raises(ValidationError, match="woorden"):
        binding.quote(theme, open_, "Ik fiets nooit om.", by=None)
    binding.quote(theme, open_, "Ik fiets nu om. (…)", by=None)
    assert "Ik fiets nu om. (…)" in client.get(ADDRESS).text

    services.classify(open_.pk, "beperkt")

    assert "Ik fiets nu om." not in client.get(ADDRESS).text


def test_a_signal_of_another_ward_does_not_belong(haven: Wijk, sluis: Wijk, theme: Any) -> None:
    assert binding.add(theme, [signal(sluis)], by=None) == 0


def test_the_thread_runs_from_signals_over_the_theme(
    haven: Wijk, theme: Any, client: Client
) -> None:
    _add(theme, signal(haven), signal(haven))
    bind(theme, signal(haven, titel="Nieuwe lampen"), "Daarom.")
    page = client.get(ADDRESS).text
    assert page.index("2 signalen", page.index("Van signaal tot")) < page.index("Nieuwe lampen")


def test_ticked_signals_become_a_theme(haven: Wijk, joris: User, client: Client) -> None:
    client.force_login(joris)
    pks = [signal(haven).pk, signal(haven).pk]
    answer = client.post("/beheer/signaalthemas/maken/", {"pk": pks, "title": "Te donker"})
    page = SignaalthemaPage.objects.get(title="Te donker")
    assert answer.status_code == 302
    assert not page.live
    assert set(binding.signals_of(page).values_list("pk", flat=True)) == set(pks)


def test_the_same_form_twice_makes_one_theme(haven: Wijk, joris: User, client: Client) -> None:
    client.force_login(joris)
    data = {"pk": [signal(haven).pk], "title": "Te donker"}
    first = client.post("/beheer/signaalthemas/maken/", data)
    assert client.post("/beheer/signaalthemas/maken/", data).url == first.url  # type: ignore[attr-defined]
    other = client.post("/beheer/signaalthemas/maken/", data | {"pk": [signal(haven).pk]})
    assert "Er is al een thema dat zo heet" in other.text
    assert SignaalthemaPage.objects.filter(title="Te donker").count() == 1


def test_words_of_one_theme_stand_on_no_other(haven: Wijk, theme: Any, client: Client) -> None:
    one = signal(haven, citaat=True, tekst="Ik fiets nu om. Elke dag.")
    _add(theme, one)
    binding.quote(theme, one, "Ik fiets nu om.", by=None)
    second = SignaalthemaPage(title="Fietsen", slug="fietsen", locale=theme.locale)
    SignalenIndexPage.objects.get(wijk=haven).add_child(instance=second)
    second.save_revision().publish()
    _add(second, one)
    assert "Ik fiets nu om." in client.get(ADDRESS).text
    assert "Ik fiets nu om." not in client.get("/havenkwartier/signalen/fietsen/").text
    binding.quote(second, one, "Elke dag.", by=None)
    assert "Elke dag." not in client.get(ADDRESS).text


def test_without_a_name_what_was_ticked_stays(haven: Wijk, joris: User, client: Client) -> None:
    client.force_login(joris)
    pk = signal(haven).pk
    answer = client.post("/beheer/signaalthemas/maken/", {"pk": [pk], "title": " "})
    assert "Geef het thema een naam" in answer.text
    assert f'name="pk" value="{pk}"' in answer.text


def test_a_theme_becomes_an_activity_and_a_news_item(
    haven: Wijk, joris: User, theme: Any, client: Client
) -> None:
    client.force_login(joris)
    for name in ("activiteit", "nieuws"):
        answer = client.post(f"/beheer/signaalthemas/{theme.pk}/maak/{name}/")
        assert answer.status_code == 302
        assert "/edit/" in answer.url  # type: ignore[attr-defined]
    for name in ("activiteit", "nieuws"):  # clicked twice
        again = client.post(f"/beheer/signaalthemas/{theme.pk}/maak/{name}/", follow=True)
        assert "Dit concept was er al" in again.text
    year = timezone.localdate().year
    _add(theme, signal(haven))
    assert year_figures(haven, year).acties == 2
    assert year_figures(None, year).signalen == 1
    assert year_figures(haven, year - 1).signalen == 0


def test_another_ward_does_not_come_near(
    sluis: Wijk, fatma: User, theme: Any, client: Client
) -> None:
    client.force_login(fatma)
    assert client.get(f"/beheer/signaalthemas/{theme.pk}/").status_code in (302, 403, 404)
    client.post("/beheer/signaalthemas/maken/", {"pk": [signal(theme.wijk).pk], "title": "Van ons"})
    assert not SignaalthemaPage.objects.filter(title="Van ons").exists()


def test_taking_out_and_choosing_words_in_the_cms(
    haven: Wijk, joris: User, theme: Any, client: Client
) -> None:
    client.force_login(joris)
    one = signal(haven, citaat=True, categorie=category())
    _add(theme, one)
    row = Themasignaal.objects.get()
    address = f"/beheer/signaalthemas/{theme.pk}/"
    wrong = client.post(address, {"rij": row.pk, f"{row.pk}-citaat": "Dat zei ik niet."})
    assert "Neem alleen woorden over" in wrong.text
    assert "Dat zei ik niet." in wrong.text
    client.post(address, {"rij": row.pk, f"{row.pk}-citaat": "De lantaarn"})
    row.refresh_from_db()
    assert row.citaat == "De lantaarn"
    client.post(address, {"rij": row.pk, "weg": "1"})
    assert not Themasignaal.objects.exists()


def test_a_row_number_of_five_thousand_signs_is_not_found(haven: Wijk, theme: Any) -> None:
    client = Client()
    client.force_login(lid("mo@wijkteam.example", Rol.WIJKBEHEERDER, haven))
    sent = client.post(f"/beheer/signaalthemas/{theme.pk}/", {"rij": "9" * 5000, "weg": "1"})
    assert sent.status_code == 404
