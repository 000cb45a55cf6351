"""What is asked: kinds of questions, conditions, the way through them, and what an answer is."""

from .lijst import Optie, Regel, Soort, Stap, Voorwaarde, Vraag, Vragenlijst

__all__ = ["Optie", "Regel", "Soort", "Stap", "Voorwaarde", "Vraag", "Vragenlijst"]
