from __future__ import annotations

from accounts.models import User
from wijkteams.models import Lidmaatschap, Wijk

PASSWORD = "vier-buren-een-bus"


def lid(email: str, rol: str, wijk: Wijk | None) -> User:
    """A user with one role."""
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email, PASSWORD, first_name=email.partition("@")[0].title())
    Lidmaatschap.objects.create(user=user, wijk=wijk, rol=rol)
    return user
