"""What is taken away of a signal goes out of what was made of it too."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile

from accounts.models import User
from tests.factories.signalen import category, signal
from tests.signal_photos import photo_of
from wijkteams.models import Wijk
from wijkteams.models.importronde import private_storage
from wijkteams.moderatie.models import Besluit, Herziening, Inhoudsmelding, Moderatiestap
from wijkteams.signalen import merging, services
from wijkteams.signalen.models import Klasse, Melder, Signaal, Signaaldossier, Themasignaal
from wijkteams.signalen.vertellen import changes
from wijkteams.signalen.vertellen.letters import tell_of_step
from wijkteams.signalen.werk import arranging
from wijkteams.signalen.werk.redaction import Box, cover, missing

pytestmark = pytest.mark.django_db
NAME = "Piet de Vries"


@pytest.fixture
def signaal(haven: Wijk) -> Signaal:
    return signal(haven, titel=f"{NAME} stookt weer", email="jan@bewoner.example", citaat=True)


@pytest.fixture
def reported(signaal: Signaal) -> Inhoudsmelding:
    """Somebody reported it, it was decided, and asked again."""
    about = {"soort": "signaal", "object_id": signaal.pk, "onderwerp": signaal.titel}
    besluit = Besluit.objects.create(
        **about, wijk=signaal.wijk, actie="blijft", geldt="blijft", feiten=NAME, uitleg="Mag."
    )
    melding = Inhoudsmelding.objects.create(
        **about, wijk=signaal.wijk, uitleg=f"Er staat {NAME}.", besluit=besluit
    )
    Herziening.objects.create(besluit=besluit, melding=melding, van="melder", waarom=NAME)
    Moderatiestap.objects.create(melding=melding, wat="mening", tekst=f"{NAME} moet weg.")
    return melding


def _dossier(signaal: Signaal) -> Signaaldossier:
    row = Signaaldossier(wijk=signaal.wijk, gekozen=[signaal.pk], title="Overleg", stand="klaar")
    row.file.save("dossier.pdf", ContentFile(b"old"), save=False)
    row.save()
    return row


def _moderated() -> str:
    models = (Inhoudsmelding, Besluit, Herziening, Moderatiestap)
    return str([list(model.objects.values_list()) for model in models])


def test_words_go_out_of_what_was_reported_and_decided(
    signaal: Signaal, reported: Inhoudsmelding, joris: User
) -> None:
    assert _moderated().count(NAME) == 6

    arranging.take_away(signaal.pk, [NAME], door=joris)

    assert NAME not in _moderated()
    assert "moet weg." in _moderated()


@pytest.mark.parametrize("why", ["words", "photo", "closed", "back"])
def test_a_dossier_with_the_old_words_is_destroyed_and_made_anew(
    signaal: Signaal,
    joris: User,
    settings: Any,
    django_capture_on_commit_callbacks: Any,
    why: str,
) -> None:
    foto, row = photo_of(signaal), _dossier(signaal)
    other = _dossier(signal(signaal.wijk))
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    act: Any = {
        "words": lambda: arranging.take_away(signaal.pk, [NAME], door=joris),
        "photo": lambda: cover(foto.pk, [Box(0, 0, 50, 50)], door=joris),
        "closed": lambda: services.classify(signaal.pk, Klasse.VERTROUWELIJK),
        "back": lambda: changes.take_back(Melder.objects.get()),
    }[why]

    with django_capture_on_commit_callbacks(execute=True):
        act()

    assert not private_storage().exists(str(row.file.name))
    row.refresh_from_db()
    assert (row.stand, row.file.name) == ("wacht", "")
    other.refresh_from_db()
    assert private_storage().exists(str(other.file.name))


@pytest.mark.parametrize("why", ["closed", "back"])
def test_who_moderates_reads_no_title_that_all_may_not_read(
    signaal: Signaal, reported: Inhoudsmelding, why: str
) -> None:
    if why == "closed":
        services.classify(signaal.pk, Klasse.VERTROUWELIJK)
    else:
        changes.take_back(Melder.objects.get())
    reported.refresh_from_db()
    assert NAME not in reported.onderwerp + Besluit.objects.get().onderwerp
    assert reported.onderwerp


def test_who_takes_it_back_takes_back_their_quote(signaal: Signaal) -> None:
    row = Themasignaal.objects.create(translation_key=uuid4(), signaal=signaal, citaat="Stookt.")
    changes.take_back(Melder.objects.get())
    row.refresh_from_db()
    assert row.citaat == ""


def test_what_follows_a_signal_that_became_confidential_is_mailed_nothing_of_it(
    haven: Wijk, joris: User, mailoutbox: list[Any]
) -> None:
    double = signal(haven, email="els@bewoner.example")
    Melder.objects.update(bevestigd_op=double.gemeld_op)
    lead = signal(haven, categorie=category("lawaai"))
    merging.merge(lead.pk, [double.pk], joris)
    services.classify(lead.pk, Klasse.VERTROUWELIJK)
    mailoutbox.clear()

    step = services.step(lead.pk, "opgepakt", door=joris, openbare_zin="De wijkagent komt langs.")
    tell_of_step.func(step.pk)

    sent = str([(one.subject, one.body, one.alternatives) for one in mailoutbox])
    assert mailoutbox
    assert "wijkagent" not in sent
    assert double.titel not in sent


def test_words_that_only_look_equal_are_not_called_found(haven: Wijk) -> None:
    signaal = signal(haven, tekst="Straße 4")
    assert missing(signaal, ["strasse"]) == ["strasse"]
    assert missing(signaal, ["STRAßE"]) == []
