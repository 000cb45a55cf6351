from django.apps import AppConfig


class WijkteamsConfig(AppConfig):
    name = "wijkteams"
    label = "wijkteams"
    verbose_name = "Wijkteams"

    def ready(self) -> None:
        from core.navigation import register_frame_part
        from wijkteams import permissions, privacy, signal_handlers
        from wijkteams.frame import ward_frame
        from wijkteams.importers.jobs import register_import_jobs
        from wijkteams.maps import events as map_events
        from wijkteams.search import register_found
        from wijkteams.sections import register_section
        from wijkteams.team_section import TEAM_SECTION

        permissions.register_policies()
        signal_handlers.connect()
        map_events.connect()
        privacy.declare()
        register_section(TEAM_SECTION)
        register_frame_part(ward_frame)
        register_found()
        register_import_jobs()
