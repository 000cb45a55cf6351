"""Personal data: who keeps what, why and how long; and the engine that purges, exports, erases.

Apps declare their processings in `ready()`; a model with a personal field and no declaration
fails a test, and the public privacy page is made from the same list.
"""

from .person import Person
from .register import Processing, processings, register, register_harmless

__all__ = ["Person", "Processing", "processings", "register", "register_harmless"]
