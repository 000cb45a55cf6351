"""What can be wrong with an archive or with the place it should go to."""

from __future__ import annotations

from django.core.management import CommandError


class BackupError(CommandError):
    """A refusal in plain words, with an exit code of its own for scripts."""

    code = 1

    def __init__(self, message: str) -> None:
        super().__init__(message, returncode=self.code)


class WrongKeyError(BackupError):
    """The archive was locked with another key."""

    code = 2


class DamagedError(BackupError):
    """The archive was cut off or changed, or is none."""

    code = 3


class TooNewError(BackupError):
    """The archive was made by a newer version of the site."""

    code = 4


class NotEmptyError(BackupError):
    """There is a city already, and nobody said that it may go."""

    code = 5


class ErasuresUnknownError(BackupError):
    """It cannot be known who asked to be forgotten since."""

    code = 6


class NotEqualError(BackupError):
    """What was put back is not what the archive holds."""

    code = 7
