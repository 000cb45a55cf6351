"""When the recurring work of agendas is due."""

from __future__ import annotations

from core.scheduler import register_job


def register_agenda_jobs() -> None:
    """Called when the app is ready."""
    from wijkteams.activiteiten.aanmelden import clock
    from wijkteams.activiteiten.aanmelden.closing import close_sign_ups
    from wijkteams.activiteiten.drukwerk.making import purge_drukwerk
    from wijkteams.activiteiten.keren.horizon import extend_horizons

    register_job("extend_horizons", {"hour": 1, "minute": 15}, extend_horizons)
    register_job("purge_drukwerk", {"hour": 3, "minute": 40}, purge_drukwerk)
    register_job("lapse_places", {"minute": "*"}, clock.lapse_places)
    register_job("close_sign_ups", {"minute": "*/5"}, close_sign_ups)
    register_job("send_reminders", {"minute": "*/10"}, clock.send_reminders)
    register_job("look_at_waiting_lists", {"minute": 35}, clock.look_at_waiting_lists)
