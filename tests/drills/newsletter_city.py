"""A city with a newsletter that is about to go out, and our own look at what became of it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from tests.drills.city import City
from tests.drills.sink import Sink

SETUP = """
import json
from django.utils import timezone
from accounts.models import User
from nieuws.abonneren import tokens
from nieuws.models import (
    Abonnee, Abonnement, Editie, Lijst, NieuwsbriefIndexPage, NieuwsbriefPage,
)
from nieuws.verzenden import services
from wijkteams.models import Wijk
wijk = Wijk.objects.get(slug='havenkwartier')
Editie.objects.all().delete()
lijst = Lijst.objects.get(wijk=wijk, thema=None)
Abonnement.objects.filter(lijst=lijst).delete()
keys = ['lezer%d@sluisdam.example' % number for number in range({count})]
people = Abonnee.objects.bulk_create(
    [Abonnee(email=key, email_key=key, code=tokens.new_code()) for key in keys])
now = timezone.now()
Abonnement.objects.bulk_create([
    Abonnement(abonnee=one, lijst=lijst, wijk=wijk, status='actief', code=tokens.new_code(),
               confirmed_at=now, consent_at=now) for one in people])
index = NieuwsbriefIndexPage.objects.get(wijk=wijk, locale__language_code='nl')
page = NieuwsbriefPage(title='Oefening', slug='oefening', body=[
    {{'type': 'text', 'value': {{'text': '<p>Vrijdag is er soep.</p>'}}}}])
index.add_child(instance=page)
by = User.objects.get(email='joris@sluisdam.example')
editie = services.schedule(page, [lijst], by=by, expected=len(keys))
print(json.dumps({{'editie': editie.pk}}))
"""


@dataclass(frozen=True)
class Found:
    """What became of the mails: by the sink, and by the rows."""

    got: Counter[str]
    rows: dict[str, str]
    "State by address."
    edition: str

    @property
    def double(self) -> int:
        """Mails that came more than once."""
        return sum(times - 1 for times in self.got.values())

    @property
    def unsure(self) -> int:
        """Mails that a person has to look at."""
        return sum(status == "onzeker" for status in self.rows.values())

    @property
    def lost(self) -> int:
        """Nobody got it and nobody is told."""
        told = {who for who, status in self.rows.items() if status == "onzeker"}
        return len(self.rows.keys() - self.got.keys() - told)

    @property
    def untrue(self) -> int:
        """Rows that say 'sent' of a mail that never came, or another thing of one that came."""
        return sum(
            (status == "verstuurd") != (who in self.got)
            for who, status in self.rows.items()
            if status != "onzeker"
        )


def plan(city: City, count: int) -> int:
    """So many readers, and an edition that begins as soon as there is a worker."""
    out = city.manage("shell", "-v0", "-c", SETUP.format(count=count)).stdout
    return int(json.loads(out.strip().splitlines()[-1])["editie"])


def is_over(city: City, editie: int) -> bool:
    """Whether the site says so."""
    sql = f"SELECT status FROM nieuws_editie WHERE id = {editie}"  # noqa: S608
    return city.rows(sql)[0][0] == "klaar"


def look(city: City, sink: Sink, editie: int) -> Found:
    """Past the site, with our own eyes."""
    rows = city.rows(
        "SELECT a.email, z.status FROM nieuws_zending z JOIN nieuws_abonnee a"  # noqa: S608
        f" ON a.id = z.abonnee_id WHERE z.editie_id = {editie}"
    )
    edition = city.rows(f"SELECT status FROM nieuws_editie WHERE id = {editie}")  # noqa: S608
    got = Counter(to for to, _number in sink.got if to.startswith("lezer"))
    return Found(got, {str(who): str(status) for who, status in rows}, str(edition[0][0]))
