"""The colours of a ward for mail, that no style sheet of the site reaches."""

from __future__ import annotations

from typing import NamedTuple

from wijkteams.palettes import DEFAULT_PALETTE, Palet


class Steps(NamedTuple):
    """The ten steps of a palette, light to dark, as in frontend/css/tokens/palettes.css."""

    s50: str
    s100: str
    s200: str
    s300: str
    s400: str
    s500: str
    s600: str
    s700: str
    s800: str
    s900: str


# A test compares them with the style sheet.
STEPS = {
    Palet(name): Steps(*(f"#{colour}" for colour in colours.split()))
    for name, colours in {
        "sluis": "f4f8fe e4effe c8defe a0c6fe 6fa4f2 487ece 295ba3 194380 0e2e5b 071b38",
        "haven": "f0f9fe dbf2fe b9e4fb 89cff3 4cafde 078ab9 036589 024c68 013448 011f2d",
        "oudesluis": "fef5f3 fee8e3 ffd0c5 ffac98 ee7f65 c8573e 9c351e 7a220d 561506 350c04",
        "molen": "f0fbf2 dff5e2 c1e8c8 98d6a4 65b979 399453 116f34 005423 003a16 01230b",
        "linde": "f6f9ed ebf1d9 d8e2b7 bfcd89 9cad52 798821 576404 414b03 2c3300 1a1f00",
        "kanaal": "eefbf9 daf4f2 b9e7e3 89d4cf 49b7b1 0b928c 016b66 03504d 023735 012120",
        "spoor": "f9f6ff f1eafe e3d4ff d0b5fb b38ee8 8f68c3 6b4699 513278 382155 221334",
        "tuin": "fff4f7 ffe7ec fecdd9 ffa6bf ea7a9c c45278 993056 771e40 54122b 340a19",
        "zon": "fff6ea fcebd3 f5d7ad eabb78 d29631 a87304 7c5302 5e3e01 412a02 281800",
        "duin": "fdf6f1 f9ebe2 f0d7c8 e1bba4 c79779 a27353 7b5134 5f3b23 422816 28170c",
        "heide": "fff3fe fce6fa f5cef2 e8ade5 cf84cd aa5da8 823c81 652964 471a46 2b0f2b",
        "avond": "f5f7ff eaedfe d4dafe b6bffe 8e97ff 6b71db 4b4daf 37388a 252562 15163d",
    }.items()
}


def steps_of(palette: str) -> Steps:
    """The steps of a palette; the city's own for a name that is not (or no longer) one."""
    return STEPS[Palet(palette) if palette in Palet.values else DEFAULT_PALETTE]


class Brick(NamedTuple):
    """A cell of the strip above the letter: how wide (percent), and its colour."""

    width: int
    colour: str


# Three courses of a wall; 'm' is the wall's own colour, 'd' a darker brick, 'l' a lighter one.
COURSES = (
    "16m 16d 16m 16m 16d 20m",
    "8d 8m 8l 8m 8d 8m 8m 8d 8l 8m 8d 12m",
    "8m 16d 16m 16l 16m 16d 12m",
)


def wall(steps: Steps) -> list[list[Brick]]:
    """The wall of a ward, as cells of a table: it shows with images off too."""
    colours = {"m": steps.s500, "d": steps.s600, "l": steps.s400}
    return [
        [Brick(int(brick[:-1]), colours[brick[-1]]) for brick in course.split()]
        for course in COURSES
    ]
