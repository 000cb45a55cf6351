"""Whole answers to anonymous readers, kept as files (docs/besluiten/0012-paginas-bewaren.md).

While an answer is made, whoever puts something in it says what it depends on:

    shows("pagina:12", "vermeldingen:nieuws:3")    the answer shows these
    valid_until(activity.ends_at)                  and is right until then (the earliest wins)
    never("who asks is in it")                     this one is not kept

Who changes something says what is no longer right; it is gone before the request that did it ends:

    drop("vermeldingen:nieuws:3")
    drop_all("the palette of a ward")

What only `drop_all` can change is read once in each process:

    MENUS: Remembered[list[Page]] = Remembered()
    MENUS.get(hub.pk, lambda: list(...))

Saving and deleting rows does that by itself, by what the model's app registered in `ready()`:

    register_effect(Teamlid, ALL)
    register_effect(Abonnement, NOTHING)
    register_effect(Vermelding, lambda row: [f"vermeldingen:{row.kind}:stad"])
"""

from .answer import never, shows, valid_until
from .dropping import drop, drop_all
from .effects import ALL, NOTHING, Always, register_effect
from .generation import version
from .memory import Remembered

__all__ = [
    "ALL",
    "NOTHING",
    "Always",
    "Remembered",
    "drop",
    "drop_all",
    "never",
    "register_effect",
    "shows",
    "valid_until",
    "version",
]
