"""Who can log in to the demo city: at least one person per role."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib.auth.hashers import make_password

from accounts.models import User
from wijkteams.models import Wijk
from wijkteams.roles import Rol
from wijkteams.team import give_role

PASSWORD = "welkom-in-sluisdam"  # noqa: S105  meant to be known: the demo runs on one's own machine


class Person(NamedTuple):
    """Somebody with one role, in a ward or (without) in the city."""

    name: str
    first_name: str
    last_name: str
    rol: Rol
    wijk: str = ""

    @property
    def email(self) -> str:
        """The address to log in with."""
        return f"{self.name}@sluisdam.example"


PEOPLE = (
    Person("beheer", "Bo", "Beheer", Rol.BEHEERDER),
    Person("stadsredactie", "Bea", "van den Brink", Rol.STADSREDACTIE),
    Person("fatma", "Fatma", "Aydin", Rol.WIJKBEHEERDER, "oude-sluis"),
    Person("joris", "Joris", "de Haan", Rol.REDACTEUR, "havenkwartier"),
    Person("schrijver", "Wim", "Schouten", Rol.SCHRIJVER, "havenkwartier"),
    Person("moderator", "Anja", "Kuiper", Rol.MODERATOR, "havenkwartier"),
    Person("signalen", "Samira", "Benali", Rol.SIGNALENTEAM, "oude-sluis"),
    Person("enquete", "Kofi", "Mensah", Rol.ENQUETETEAM, "havenkwartier"),
    Person("papier", "Aaltje", "Smit", Rol.INVOERDER_PAPIER, "oude-sluis"),
    Person("penningmeester", "Mei", "Wong", Rol.PENNINGMEESTER, "havenkwartier"),
)


def load_people() -> None:
    """Make the people who are not there yet, each with one role and the same password."""
    # One hash for all: hashing is slow on purpose, and the password is printed anyway.
    hashed = make_password(PASSWORD)
    for person in PEOPLE:
        user = User.objects.filter(email=person.email).first()
        if user is None:
            user = User.objects.create_user(
                person.email,
                first_name=person.first_name,
                last_name=person.last_name,
                is_superuser=person.rol == Rol.BEHEERDER,
                is_staff=person.rol == Rol.BEHEERDER,
            )
            user.password = hashed
            user.save(update_fields=["password"])
        wijk = Wijk.objects.get(slug=person.wijk) if person.wijk else None
        give_role(user=user, wijk=wijk, rol=person.rol, given_by=None)
