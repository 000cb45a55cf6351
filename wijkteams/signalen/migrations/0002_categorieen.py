"""A first set of categories, so that residents can tell at once. A city changes what it likes."""

from django.db import migrations

STANDARD = (
    (
        "Straat en verkeer",
        "straat-en-verkeer",
        "Te hard rijden, een onveilig kruispunt, stoepen waar u niet langs kunt.",
        "openbaar",
        "precies",
        75,
    ),
    (
        "Licht",
        "licht",
        "Plekken waar het te donker is.",
        "openbaar",
        "precies",
        75,
    ),
    (
        "Groen en spelen",
        "groen-en-spelen",
        "Bomen, plantsoenen, speelplekken, bankjes en water.",
        "openbaar",
        "precies",
        100,
    ),
    (
        "Afval",
        "afval",
        "Steeds weer rommel op dezelfde plek, te weinig bakken.",
        "openbaar",
        "precies",
        75,
    ),
    (
        "Winkels en voorzieningen",
        "winkels-en-voorzieningen",
        "Een winkel, huisarts, school of buurthuis dat weggaat of ontbreekt.",
        "openbaar",
        "afgerond",
        500,
    ),
    (
        "Bus en vervoer",
        "bus-en-vervoer",
        "Een halte die verdwijnt, of een plek waar u niet kunt komen.",
        "openbaar",
        "precies",
        200,
    ),
    (
        "Wonen",
        "wonen",
        "Lege huizen, tocht en vocht, liften die het niet doen.",
        "openbaar",
        "afgerond",
        200,
    ),
    (
        "Overlast",
        "overlast",
        "Lawaai, stank of ruzie. Noem geen namen.",
        "beperkt",
        "afgerond",
        100,
    ),
    (
        "Onveilig gevoel",
        "onveilig-gevoel",
        "Plekken of tijden waarop u liever niet buiten bent. Noem geen namen.",
        "beperkt",
        "afgerond",
        200,
    ),
    (
        "Zorg en eenzaamheid",
        "zorg-en-eenzaamheid",
        "U maakt zich zorgen over iemand, of over uzelf. Noem geen namen.",
        "vertrouwelijk",
        "afgerond",
        100,
    ),
    (
        "Geld en regelen",
        "geld-en-regelen",
        "Rekeningen, formulieren, en hulp die moeilijk te vinden is. Noem geen namen.",
        "vertrouwelijk",
        "afgerond",
        100,
    ),
    (
        "Iets anders",
        "iets-anders",
        "Weet u niet waar het bij hoort? Dan kijken wij.",
        "beperkt",
        "afgerond",
        100,
    ),
)


def add(apps, schema_editor):
    """Add what is not there."""
    categories = apps.get_model("signalen", "Categorie").objects
    for place, (name, slug, uitleg, klasse, plaats, straal) in enumerate(STANDARD, start=1):
        values = {
            "name": name,
            "uitleg": uitleg,
            "klasse": klasse,
            "plaats": plaats,
            "straal": straal,
            "volgorde": place * 10,
        }
        categories.get_or_create(slug=slug, defaults=values)


class Migration(migrations.Migration):
    dependencies = [("signalen", "0001_signalen")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
