from django.apps import AppConfig


class WijkteamsConfig(AppConfig):
    name = "wijkteams"
    label = "wijkteams"
    verbose_name = "Wijkteams"

    def ready(self) -> None:
        from core.navigation import register_frame_part
        from core.pictures import register_use
        from wijkteams import media_files, permissions, privacy, signal_handlers
        from wijkteams.effects import register_effects
        from wijkteams.faces import events as face_events
        from wijkteams.frame import ward_frame
        from wijkteams.jobs import register_ward_jobs
        from wijkteams.maps import events as map_events
        from wijkteams.search import register_found
        from wijkteams.sections import register_section
        from wijkteams.team_section import TEAM_SECTION
        from wijkteams.vermeldingen import events as listing_events
        from wijkteams.vermeldingen.own_kinds import register_own_kinds

        permissions.register_policies()
        register_effects()
        for events in (signal_handlers, media_files, map_events, face_events):
            events.connect()
        privacy.declare()
        register_ward_jobs()
        register_section(TEAM_SECTION)
        register_frame_part(ward_frame)
        register_use("teamleden", "portrait")
        register_found()
        register_own_kinds()
        listing_events.connect()
