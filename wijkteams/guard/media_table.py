"""Screens of pictures and documents."""

from __future__ import annotations

from wijkteams.guard.questions import inside, may, mine, own
from wijkteams.guard.rules import GONE, OPEN, Table, asks

_IMAGE = own("wijkteams.Image", "media")
_DOCUMENT = own("wijkteams.Document", "media")
_CHOOSE_IMAGE = may("wijkteams.Image", "choose")
_CHOOSE_DOCUMENT = may("wijkteams.Document", "choose")
_MY_UPLOAD = {"uploaded_file_id": mine("wagtailcore.UploadedFile", "uploaded_by_user")}

_LISTS = ["index", "index_results", "add", "add_multiple"]
_UPLOADS = ["create_multiple_from_uploaded_{}", "delete_upload_multiple"]
_CHOOSER_LISTS = ["choose", "choose_results", "create"]

IMAGES: Table = {
    **{f"wagtailimages:{name}": OPEN for name in _LISTS},
    **{f"wagtailimages:{name.format('image')}": asks(_MY_UPLOAD) for name in _UPLOADS},
    **{
        f"wagtailimages:{name}": asks({"image_id": _IMAGE})
        for name in (
            "edit",
            "delete",
            "image_usage",
            "edit_multiple",
            "delete_multiple",
        )
    },
    # Makes addresses of a view that this site does not have.
    "wagtailimages:url_generator": GONE,
    "wagtailimages:url_generator_output": GONE,
    "wagtailimages:preview": asks({"image_id": _IMAGE, "filter_spec": inside}),
    **{f"wagtailimages_chooser:{name}": OPEN for name in _CHOOSER_LISTS},
    "wagtailimages_chooser:chosen": asks({"pk": _CHOOSE_IMAGE}),
    "wagtailimages_chooser:chosen_multiple": asks({"?id": _CHOOSE_IMAGE}),
    "wagtailimages_chooser:select_format": asks({"image_id": _CHOOSE_IMAGE}),
    # The editor of translations shows the picture that a page has.
    "wagtailadmin_api:images:detail": asks({"pk": _CHOOSE_IMAGE}),
    "take_down_photo": asks({"image_id": _IMAGE}),
    # Our own view, which asks about the picture by the name of its file.
    "original": OPEN,
}

DOCUMENTS: Table = {
    **{f"wagtaildocs:{name}": OPEN for name in _LISTS},
    **{f"wagtaildocs:{name.format('document')}": asks(_MY_UPLOAD) for name in _UPLOADS},
    **{
        f"wagtaildocs:{name}": asks({"document_id": _DOCUMENT})
        for name in ("edit", "delete", "document_usage")
    },
    "wagtaildocs:edit_multiple": asks({"doc_id": _DOCUMENT}),
    "wagtaildocs:delete_multiple": asks({"doc_id": _DOCUMENT}),
    **{f"wagtaildocs_chooser:{name}": OPEN for name in _CHOOSER_LISTS},
    "wagtaildocs_chooser:chosen": asks({"pk": _CHOOSE_DOCUMENT}),
    "wagtaildocs_chooser:chosen_multiple": asks({"?id": _CHOOSE_DOCUMENT}),
}
