"""Forms of the house: a base helper, fields and widgets that every app may use."""

from __future__ import annotations

from core.forms.date_fields import BirthdayField, DateField, DateTimeField, TimeField
from core.forms.fields import EmailField, NumberField, PhoneField, PostcodeField, WebAddressField
from core.forms.formset import HouseFormSet
from core.forms.free_text import FreeTextField, GuardsBsn, LineField, NameField, refuse_bsn
from core.forms.helper import BackLink, HouseHelper, Primary, Secondary
from core.forms.progress import Progress
from core.forms.upload_fields import Photos, PhotosField, UploadField
from core.forms.widgets import Scale

__all__ = [
    "BackLink",
    "BirthdayField",
    "DateField",
    "DateTimeField",
    "EmailField",
    "FreeTextField",
    "GuardsBsn",
    "HouseFormSet",
    "HouseHelper",
    "LineField",
    "NameField",
    "NumberField",
    "PhoneField",
    "Photos",
    "PhotosField",
    "PostcodeField",
    "Primary",
    "Progress",
    "Scale",
    "Secondary",
    "TimeField",
    "UploadField",
    "WebAddressField",
    "refuse_bsn",
]
