"""The words of the samples, in Dutch and in Arabic for the samples that run right to left."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """What the sample city says."""

    city: str
    ward: str
    titles: tuple[str, str, str, str]
    summary: str
    alt: str
    menu: tuple[str, str, str, str]
    people: tuple[tuple[str, str], tuple[str, str], tuple[str, str]]
    hours: str
    place: str
    wards: tuple[str, str, str, str]
    door: tuple[str, str, str]


NL = Words(
    city="Sluisdam",
    ward="Havenkwartier",
    titles=(
        "Straatfeest op de kade: doet u mee?",
        "De bus naar de markt rijdt elke vrijdag",
        "Twaalf nieuwe bomen in de Wevershoek",
        "Wie wil de buurtmoestuin mee onderhouden?",
    ),
    summary="Zaterdag eten we samen aan lange tafels. Neem uw buren mee, voor eten zorgen wij.",
    alt="Buren dekken lange tafels op de kade",
    menu=("Nieuws", "Agenda", "Ideeën", "Wijkteam"),
    people=(("Amira", "Wijkbeheerder"), ("Kofi", "Foto's en nieuws"), ("Truus", "")),
    hours="Dinsdag 10.00 tot 12.00 uur\nDonderdag 19.00 tot 21.00 uur",
    place="Buurthuis De Loods, Kadeplein 4",
    wards=("Havenkwartier", "Oude Sluis", "Lindenhof", "Tuindorp"),
    door=("Informeren", "Weten wat er speelt", "Wij vertellen u wat er in de wijk gebeurt."),
)

AR = Words(
    city="سلاوسدام",
    ward="حي الميناء",
    titles=(
        "حفل الشارع على الرصيف: هل تشارك؟",
        "الحافلة إلى السوق كل يوم جمعة",
        "اثنتا عشرة شجرة جديدة في الحي",
        "من يريد المساعدة في حديقة الحي؟",
    ),
    summary="نأكل معًا يوم السبت على طاولات طويلة. أحضر جيرانك، والطعام علينا.",
    alt="جيران يجهزون طاولات طويلة على الرصيف",
    menu=("أخبار", "جدول", "أفكار", "فريق الحي"),
    people=(("أميرة", "مديرة الحي"), ("كوفي", "صور وأخبار"), ("تروس", "")),
    hours="الثلاثاء ١٠٫٠٠ إلى ١٢٫٠٠\nالخميس ١٩٫٠٠ إلى ٢١٫٠٠",
    place="بيت الحي، ساحة الرصيف ٤",
    wards=("حي الميناء", "القناة القديمة", "ساحة الزيزفون", "قرية الحدائق"),
    door=("معلومات", "اعرف ما يحدث", "نخبرك بما يحدث في الحي."),
)


def words_for(language: str) -> Words:
    """The words of a language; Dutch for whatever has none of its own."""
    return AR if language == "ar" else NL
