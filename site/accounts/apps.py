from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    label = "accounts"
    verbose_name = "Gebruikers"

    def ready(self) -> None:
        from accounts import privacy

        privacy.declare()
