"""Who may see and change the rows of agendas."""

from __future__ import annotations


def register_policies() -> None:
    """Called when the app is ready. Times and sign-ups go by the ward of their activity."""
    from wagtail.permissions import register_permission_policy

    from wijkteams.activiteiten import models
    from wijkteams.activiteiten.beheer.row_policies import KeerPolicy, VakantiePolicy
    from wijkteams.activiteiten.drukwerk.policy import DrukwerkPolicy
    from wijkteams.permissions.rows import WijkRowPolicy

    for model in (models.Activiteit, models.Locatie, models.Aanbod, models.Bron):
        register_permission_policy(model, WijkRowPolicy(model), exact_class=True)
    register_permission_policy(models.Keer, KeerPolicy(models.Keer), exact_class=True)
    register_permission_policy(models.Vakantie, VakantiePolicy(models.Vakantie), exact_class=True)
    paper = models.Drukwerk
    register_permission_policy(paper, DrukwerkPolicy(paper), exact_class=True)
