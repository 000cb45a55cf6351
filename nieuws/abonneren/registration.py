"""What the site must know of subscribing."""

from __future__ import annotations


def register_subscribing() -> None:
    """Called when the app is ready."""
    from nieuws.abonneren import clock, privacy
    from nieuws.abonneren.front_part import newsletter_offer
    from wijkteams.front_parts import register_front_part

    privacy.declare()
    clock.register_jobs()
    register_front_part(newsletter_offer)
